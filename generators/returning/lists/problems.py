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
from generators.returning.lists.office import Office, list_form
from generators.returning.lists.steps import (
    Step,
    day_field,
    empty_cells,
    step_cells,
    step_columns,
    text_field,
)
from generators.workbooks.writing.form import Fixed, Form, FormColumn, FormRow, Input
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

_COLUMNS: Final = (
    FormColumn("", "编号", width=14),
    FormColumn("division", "单位", width=12),
    FormColumn("title", "问题", width=26),
    FormColumn("category", "类别", width=10),
    FormColumn("", "现在的情况", width=11),
    FormColumn("", "现行期限", width=11),
    *step_columns(_STEPS),
)

_FOOTNOTE: Final = (
    "填报说明：1.一行一个问题，编号不改、不重用。2.已登记的各步不能改，只填浅黄色的格：下一步办到哪里，就填到哪里。"
    "3.新发现的问题填在下面的空行里，不写人名、户名。4.销号要有核验单位和依据，责任单位不能给自己销号。"
)


def problems_form(office: Office, day: date) -> Form:
    """Return the problems of the office and below it on ``day``, those not cleared first."""
    found = standings_in(Once(office.dataset), office.programme.id, day, office.division)
    ordered = sorted(found, key=lambda each: each.is_cleared)
    rows = (*(_row(office, each) for each in ordered), *_new_rows(office))
    return list_form(office, "problems", "问题台账", _COLUMNS, rows, _FOOTNOTE, fixed_columns=3)


def _row(office: Office, standing: ProblemStanding) -> FormRow:
    filed = standing.filed
    return FormRow(
        filed.address,
        (
            Fixed(filed.id),
            Fixed(office.dataset.divisions[filed.division].name),
            Fixed(filed.entry.title),
            Fixed(filed.entry.category),
            Fixed(PROBLEM_STATE_VIEWS[standing.state].label),
            Fixed(standing.due),
            *step_cells(_STEPS, standing.events, set(_allowed(standing)), {}),
        ),
    )


def _allowed(standing: ProblemStanding) -> Iterator[str]:
    """Yield the steps that may follow, and the verification after a rectification that may."""
    following = VALID_TRANSITIONS[state_after(standing.events).phase]
    yield from following
    if ProblemStep.RECTIFIED in following:
        yield ProblemStep.VERIFIED


def _new_rows(office: Office) -> Iterator[FormRow]:
    cells: tuple[Fixed | Input, ...] = (
        Fixed(),
        Input(office.place_rule),
        Input(TextRule("写什么问题，一句话；不写人名、户名")),
        Input(TextRule()),
        Fixed(),
        Fixed(),
        *empty_cells(_STEPS),
    )
    yield from [FormRow("", cells)] * office.new_rows
