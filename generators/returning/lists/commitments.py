"""The commitments (承诺) of an office as a form."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Final

from generators.composing.commitments.states import CAUSE_TEXT, COMMITMENT_STATE_VIEWS
from generators.measuring.commitments import commitments_in
from generators.measuring.once import Once
from generators.model.commitment import Cause, ReviewOutcome, Verdict
from generators.model.commitment_history import VALID_TRANSITIONS, state_after
from generators.model.scalars import Choice
from generators.results.commitments import CommitmentStanding
from generators.returning.lists.histories import HistoryList, ListedRecord, OwnColumn, history_form
from generators.returning.lists.office import Office
from generators.returning.lists.steps import Step, choice_field, day_field, text_field
from generators.workbooks.writing.form import Form
from generators.workbooks.writing.rules import DayRule, NumberRule, TextRule

_REVIEWS: Final[Mapping[Choice, str]] = {ReviewOutcome.APPROVED: "通过", ReviewOutcome.RETURNED: "退回"}
_VERDICTS: Final[Mapping[Choice, str]] = {
    Verdict.KEPT: "已兑现",
    Verdict.PARTLY: "部分兑现",
    Verdict.NOT_KEPT: "未兑现",
}
_CAUSES: Final[Mapping[Choice, str]] = {cause: CAUSE_TEXT[cause] for cause in Cause}
_WORDS: Final[Mapping[Choice, str]] = {**_REVIEWS, **_VERDICTS, **_CAUSES}

_STEPS: Final = (
    Step("made", "定诺", ()),
    Step(
        "reviewed",
        "审诺",
        (
            text_field("by", "审诺单位"),
            choice_field("outcome", "结果", _REVIEWS),
            text_field("note", "意见"),
        ),
    ),
    Step("published", "晒诺", (text_field("where", "在哪里公布"),)),
    Step("progress", "践诺", (text_field("note", "做了什么"),)),
    Step("delayed", "延期", (day_field("due", "新期限"), text_field("reason", "理由"))),
    Step(
        "judged",
        "评诺",
        (
            text_field("by", "评诺单位"),
            choice_field("outcome", "结果", _VERDICTS),
            choice_field("reason", "没有全部兑现的理由", _CAUSES),
            text_field("note", "说明"),
        ),
    ),
)

_LIST: Final = HistoryList(
    kind="commitments",
    title="承诺台账",
    columns=(
        OwnColumn("text", "承诺", 26, TextRule("承诺什么，一句话")),
        OwnColumn("by", "承诺单位或岗位", 14, TextRule("写单位或岗位，不写人名")),
        OwnColumn("points", "分值", 6, NumberRule("填分值，大于0", Decimal("0.01"))),
        OwnColumn("due", "原定期限", 11, DayRule("填日期，如 2026-12-31")),
    ),
    steps=_STEPS,
    footnote=(
        "填报说明：1.一行一项承诺，编号不改、不重用。2.已登记的各步不能改，只填浅黄色的格。"
        "3.部分兑现、未兑现的必须选一个理由，已兑现的不选。4.延期须在原期限以前登记。5.新的承诺填在下面的空行里，不写人名。"
    ),
    number_width=12,
    words=_WORDS,
)


def commitments_form(office: Office, day: date) -> Form:
    """Return the commitments of the office and below it on ``day``, those not judged first."""
    found = commitments_in(Once(office.dataset), office.programme.id, day, office.division)
    ordered = sorted(found, key=lambda each: each.judged is not None)
    return history_form(office, _LIST, map(_listed, ordered))


def _listed(standing: CommitmentStanding) -> ListedRecord:
    filed = standing.filed
    commitment = filed.commitment
    return ListedRecord(
        filed.address,
        filed.id,
        filed.division,
        own=(commitment.text, commitment.by, commitment.points, commitment.due),
        state=COMMITMENT_STATE_VIEWS[standing.state].label,
        due=standing.due,
        events=standing.events,
        allowed=set(VALID_TRANSITIONS[state_after(standing.due, standing.events).phase]),
    )
