"""The checks (验收) of an office as a form: a row for each place, a column for each item of a standard."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from generators.model.address import Address
from generators.model.standard import ItemCheck, Standard
from generators.returning.lists.office import Office, list_form
from generators.workbooks.writing.form import Fixed, Form, FormColumn, FormRow, Input
from generators.workbooks.writing.rules import NOT_WANTED, DayRule, TextRule

_FOOTNOTE: Final = (
    "填报说明：1.格里填哪一天验收合格；没有合格的留空。2.已经验收的不能改，不再达到的另报撤销。"
    "3.每行填了日期的，都要写依据，如验收表的编号；不写人名。"
)


def checks_form(office: Office, day: date) -> Form:
    """Return the items of all standards of the programme, with the day on which each was found in place."""
    standards = {
        Address.of(office.programme.id, name): standard
        for name, standard in office.programme.standards.items()
    }
    columns = (
        FormColumn("", "单位", width=14),
        *(
            FormColumn(f"{address}/{name}", item.name, standard.name, 12, _note(standard, item.definition))
            for address, standard in standards.items()
            for name, item in standard.items.items()
        ),
        FormColumn("evidence", "验收依据", width=22),
        FormColumn("remark", "备注", width=14),
    )
    rows = (
        FormRow(division, tuple(_cells(office, standards, division, day)))
        for division in _divisions(office, day)
    )
    return list_form(office, "checks", "验收登记表", columns, rows, _FOOTNOTE)


def _note(standard: Standard, definition: str) -> str:
    return "\n".join(each for each in (standard.definition, definition) if each)


def _divisions(office: Office, day: date) -> Iterator[str]:
    levels = {each.level for each in office.programme.standards.values()}
    for division in office.dataset.within(office.division):
        found = office.dataset.divisions[division]
        if found.level in levels and found.exists_on(day):
            yield division


def _cells(
    office: Office, standards: dict[Address, Standard], division: str, day: date
) -> Iterator[Fixed | Input]:
    place = office.dataset.divisions[division]
    yield Fixed(place.name)
    for address, standard in standards.items():
        checks = office.dataset.checks_of.get((division, address), ())
        for name in standard.items:
            if standard.level is not place.level:
                yield Fixed(NOT_WANTED)
            else:
                yield _item_cell([each for each in checks if each.name == name], day)
    yield Input(TextRule("凭什么认定，如验收表的编号"))
    yield Input(TextRule())


def _item_cell(checks: list[ItemCheck], day: date) -> Fixed | Input:
    holding = next((each for each in reversed(checks) if each.holds(day)), None)
    if holding is not None:
        return Fixed(holding.on, holding.evidence)
    return Input(DayRule("填验收合格的日期，如 2026-11-03；没有合格的留空"))
