"""The problem ledger (问题台账) of an office as a form."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from generators.composing.ledgers.states import PROBLEM_STATE_VIEWS
from generators.measuring.ledgers import standings_in
from generators.measuring.once import Once
from generators.model.ledger import ProblemStep
from generators.model.ledger_history import VALID_TRANSITIONS, state_after
from generators.results.ledgers import ProblemStanding
from generators.returning.lists.histories import HistoryList, ListedRecord, OwnColumn, history_form
from generators.returning.lists.office import Office
from generators.returning.lists.steps import Step, day_field, text_field
from generators.workbooks.writing.form import Form
from generators.workbooks.writing.rules import TextRule

_STEPS: Final = (
    Step("found", "发现", (text_field("by", "发现单位"),)),
    Step("assigned", "交办", (text_field("to", "责任单位"), day_field("due", "整改期限"))),
    Step(
        "extended",
        "延期",
        (day_field("due", "新期限"), text_field("by", "批准单位"), text_field("reason", "理由")),
    ),
    Step("rectified", "整改", (text_field("note", "整改情况"),)),
    Step("verified", "销号", (text_field("by", "核验单位"), text_field("evidence", "销号依据"))),
    Step(
        "reopened",
        "回头看重开",
        (text_field("by", "单位"), text_field("reason", "理由"), day_field("due", "新期限")),
    ),
)

_LIST: Final = HistoryList(
    kind="problems",
    title="问题台账",
    columns=(
        OwnColumn("title", "问题", 26, TextRule("写什么问题，一句话；不写人名、户名")),
        OwnColumn("category", "类别", 10, TextRule()),
    ),
    steps=_STEPS,
    footnote=(
        "填报说明：1.一行一个问题，编号不改、不重用。2.已登记的各步不能改，只填浅黄色的格：下一步办到哪里，就填到哪里。"
        "3.新发现的问题填在下面的空行里，不写人名、户名。4.销号要有核验单位和依据，责任单位不能给自己销号。"
    ),
    number_width=14,
)


def problems_form(office: Office, day: date) -> Form:
    """Return the problems of the office and below it on ``day``, those not cleared first."""
    found = standings_in(Once(office.dataset), office.programme.id, day, office.division)
    ordered = sorted(found, key=lambda each: each.is_cleared)
    return history_form(office, _LIST, map(_listed, ordered))


def _listed(standing: ProblemStanding) -> ListedRecord:
    filed = standing.filed
    return ListedRecord(
        filed.address,
        filed.id,
        filed.division,
        own=(filed.entry.title, filed.entry.category),
        state=PROBLEM_STATE_VIEWS[standing.state].label,
        due=standing.due,
        events=standing.events,
        allowed=set(_allowed(standing)),
    )


def _allowed(standing: ProblemStanding) -> Iterator[str]:
    """Yield the steps that may follow, and the verification after a rectification that may."""
    following = VALID_TRANSITIONS[state_after(standing.events).phase]
    yield from following
    if ProblemStep.RECTIFIED in following:
        yield ProblemStep.VERIFIED
