"""The targets (任务分解表) of a programme as a form: a row for each place, a column for each target."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from generators.model.address import Address
from generators.model.division import Level
from generators.model.indicator import Role
from generators.returning.lists.office import Office, list_form
from generators.returning.words import definition_of, head_of, shown_amount, target_rule
from generators.workbooks.writing.form import Fixed, Form, FormColumn, FormRow, Input
from generators.workbooks.writing.rules import TextRule

_FOOTNOTE: Final = (
    "填报说明：1.每格填到那一天要达到的数；没有任务的留空。2.已经定的目标不能改，要调整的另报文件。"
    "3.“不超过”的指标填控制数。4.依据写文件的名称和位置。"
)
_LEVELS: Final = frozenset({Level.COUNTY, Level.TOWNSHIP})


def targets_form(office: Office, day: date) -> Form:
    """Return the targets of the office and its townships that are not yet due on ``day``, with open cells."""
    dues = dict(_dues(office, day))
    columns = (
        FormColumn("", "单位", width=14),
        *(
            FormColumn(f"{address}@{due}", f"到\n{due}", head_of(indicator), 15, definition_of(indicator))
            for address, days in dues.items()
            for indicator in (office.dataset.indicators[address],)
            for due in days
        ),
        FormColumn("source", "依据", width=20),
        FormColumn("remark", "备注", width=14),
    )
    rows = (
        FormRow(division, tuple(_cells(office, dues, division)))
        for division in office.dataset.within(office.division)
        if office.dataset.divisions[division].level in _LEVELS
        and office.dataset.divisions[division].exists_on(day)
    )
    start = office.programme.period.start if office.programme.period is not None else date(day.year, 1, 1)
    begins = max(start, date(day.year, 1, 1))
    return list_form(
        office, "targets", "任务分解表", columns, rows, _FOOTNOTE, more=[("from", begins.isoformat())]
    )


def _dues(office: Office, day: date) -> Iterator[tuple[Address, tuple[date, ...]]]:
    """Yield each indicator with the days on which its targets are due; without any the end of the year."""
    period = office.programme.whole_period
    end = date(day.year, 12, 31)
    if period is not None and period.end is not None:
        end = min(end, period.end) if period.end >= day else period.end
    for name, indicator in office.programme.indicators.items():
        address = Address.of(office.programme.id, name)
        days = {
            target.due
            for division in office.dataset.within(office.division)
            for target in office.dataset.targets_binding.get((division, address), ())
            if target.due >= day
        }
        if days or indicator.role is Role.ACHIEVEMENT:
            yield address, tuple(sorted(days)) or (end,)


def _cells(office: Office, dues: dict[Address, tuple[date, ...]], division: str) -> Iterator[Fixed | Input]:
    yield Fixed(office.dataset.divisions[division].name)
    for address, days in dues.items():
        targets = office.dataset.targets_binding.get((division, address), ())
        for due in days:
            found = next((each for each in targets if each.due == due), None)
            if found is not None:
                yield Fixed(shown_amount(found.value), found.deadline or found.note)
            else:
                yield Input(target_rule(office.dataset.indicators[address]))
    yield Input(TextRule("文件的名称和位置，如：年度任务分解表第3行"))
    yield Input(TextRule())
