"""The rounds of inspection (督查) of an office as a form: a row for each visit, and rows for new ones."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final

from generators.composing.inspections.words import INSPECTION_KIND_TEXT
from generators.model.inspection import Inspection, Visit
from generators.returning.lists.office import Office, list_form
from generators.workbooks.writing.form import Fixed, Form, FormColumn, FormRow, Input
from generators.workbooks.writing.rules import ChoiceRule, DayRule, NumberRule, Rule, TextRule

_COLUMNS: Final = (
    FormColumn("", "编号", width=10),
    FormColumn("round", "督查名称", width=20),
    FormColumn("kind", "性质", "新的督查填一次", 10),
    FormColumn("returns_to", "回头看的是哪次", "新的督查填一次", 16),
    FormColumn("start", "起", "新的督查填一次", 11),
    FormColumn("end", "止", "新的督查填一次", 11),
    FormColumn("teams", "组数", "新的督查填一次", 6),
    FormColumn("division", "走访单位", width=14),
    FormColumn("on", "走访日期", width=11),
    FormColumn("score", "得分", width=7),
    FormColumn("findings", "台账里的问题编号", "发现的问题", 16),
    FormColumn("problems", "新问题（一行一个）", "发现的问题", 28),
    FormColumn("note", "情况", width=18),
)

_FOOTNOTE: Final = (
    "填报说明：1.一行走访一处，已登记的不能改，新的填在下面的空行里。2.新的督查，第一行写明性质和起止日期。"
    "3.新发现的问题写在“新问题”里，导入时登记进问题台账并编号；台账里已有的写编号。4.不写人名、户名。"
)


def inspections_form(office: Office, day: date) -> Form:
    """Return the visits of all rounds begun by ``day`` to the office and below it, the last rounds first."""
    within = {*office.dataset.within(office.division)}
    rounds = [
        each
        for each in office.dataset.inspections.values()
        if each.programme == office.programme.id and each.start <= day
    ]
    ordered = sorted(rounds, key=lambda each: (each.start, each.id), reverse=True)
    rows = [
        _row(office, each, visit) for each in ordered for visit in each.visits if visit.division in within
    ]
    new = FormRow("", tuple(_new_cells(office, ordered)))
    more = [new] * office.new_rows
    return list_form(
        office, "inspections", "督查走访登记表", _COLUMNS, (*rows, *more), _FOOTNOTE, fixed_columns=2
    )


def _row(office: Office, each: Inspection, visit: Visit) -> FormRow:
    before = office.dataset.inspections.get(each.returns_to or "")
    return FormRow(
        f"{each.id}/{visit.division}",
        (
            Fixed(each.id),
            Fixed(each.name),
            Fixed(INSPECTION_KIND_TEXT[each.kind]),
            Fixed("" if before is None else before.name),
            Fixed(each.start),
            Fixed(each.end),
            Fixed(None if each.teams is None else Decimal(each.teams)),
            Fixed(office.dataset.divisions[visit.division].name),
            Fixed(visit.on),
            Fixed(visit.score),
            Fixed("、".join(visit.findings)),
            Fixed(),
            Fixed(visit.note),
        ),
    )


def _new_cells(office: Office, rounds: list[Inspection]) -> Iterator[Fixed | Input]:
    names = tuple(each.name for each in rounds)
    places = tuple(name for each, name in office.place_names().items() if each != office.programme.owner)
    day = DayRule("填日期，如 2026-11-03")
    rules: tuple[Rule, ...] = (
        ChoiceRule("已有的从下拉表中选；新的写名称", names, is_open=True) if names else TextRule("写名称"),
        ChoiceRule("从下拉表中选", tuple(INSPECTION_KIND_TEXT.values())),
        ChoiceRule("回头看才填，从下拉表中选", names) if names else TextRule(),
        day,
        day,
        NumberRule("派了几个组，整数", Decimal(1), is_whole=True),
        ChoiceRule("从下拉表中选", places),
        day,
        NumberRule("百分制，0至100；不打分的不填", Decimal(0)),
        TextRule("问题台账里的编号，几个用“、”隔开"),
        TextRule("一行一个问题；不写人名、户名"),
        TextRule(),
    )
    yield Fixed()
    yield from map(Input, rules)
