"""The commitments (承诺) of an office as a form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Final

from generators.composing.commitments.states import CAUSE_TEXT, COMMITMENT_STATE_VIEWS
from generators.measuring.commitments import commitments_in
from generators.measuring.once import Once
from generators.model.commitment import Cause, CommitmentStep, ReviewOutcome, Verdict
from generators.model.commitment_history import VALID_TRANSITIONS, state_after
from generators.model.scalars import Choice
from generators.results.commitments import CommitmentStanding
from generators.returning.lists.office import Office, list_form
from generators.returning.lists.steps import (
    Step,
    choice_field,
    day_field,
    empty_cells,
    step_cells,
    step_columns,
    text_field,
)
from generators.workbooks.writing.form import Fixed, Form, FormColumn, FormRow, Input
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

_COLUMNS: Final = (
    FormColumn("", "编号", width=12),
    FormColumn("division", "单位", width=12),
    FormColumn("text", "承诺", width=26),
    FormColumn("by", "承诺单位或岗位", width=14),
    FormColumn("points", "分值", width=6),
    FormColumn("due", "原定期限", width=11),
    FormColumn("", "现在的情况", width=11),
    FormColumn("", "现行期限", width=11),
    *step_columns(_STEPS),
)

_FOOTNOTE: Final = (
    "填报说明：1.一行一项承诺，编号不改、不重用。2.已登记的各步不能改，只填浅黄色的格。"
    "3.部分兑现、未兑现的必须选一个理由，已兑现的不选。4.延期须在原期限以前登记。5.新的承诺填在下面的空行里，不写人名。"
)


def commitments_form(office: Office, day: date) -> Form:
    """Return the commitments of the office and below it on ``day``, those not judged first."""
    found = commitments_in(Once(office.dataset), office.programme.id, day, office.division)
    ordered = sorted(found, key=lambda each: each.judged is not None)
    rows = (*(_row(office, each) for each in ordered), *_new_rows(office))
    return list_form(office, "commitments", "承诺台账", _COLUMNS, rows, _FOOTNOTE, fixed_columns=3)


def _row(office: Office, standing: CommitmentStanding) -> FormRow:
    filed = standing.filed
    commitment = filed.commitment
    return FormRow(
        filed.address,
        (
            Fixed(filed.id),
            Fixed(office.dataset.divisions[filed.division].name),
            Fixed(commitment.text),
            Fixed(commitment.by),
            Fixed(commitment.points),
            Fixed(commitment.due),
            Fixed(COMMITMENT_STATE_VIEWS[standing.state].label),
            Fixed(standing.due),
            *step_cells(_STEPS, standing.events, set(_allowed(standing)), _WORDS),
        ),
    )


def _allowed(standing: CommitmentStanding) -> Iterator[CommitmentStep]:
    yield from VALID_TRANSITIONS[state_after(standing.due, standing.events).phase]


def _new_rows(office: Office) -> Iterator[FormRow]:
    cells: tuple[Fixed | Input, ...] = (
        Fixed(),
        Input(office.place_rule),
        Input(TextRule("承诺什么，一句话")),
        Input(TextRule("写单位或岗位，不写人名")),
        Input(NumberRule("填分值，大于0", Decimal("0.01"))),
        Input(DayRule("填日期，如 2026-12-31")),
        Fixed(),
        Fixed(),
        *empty_cells(_STEPS),
    )
    yield from [FormRow("", cells)] * office.new_rows
