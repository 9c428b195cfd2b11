"""Proposes the indicators of a new programme, from the heads of an office's sheet and the cells below."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from generators.importing.cells.characters import compact
from generators.importing.cells.units import PERCENT
from generators.importing.layouts.proposing import (
    AT_AN_END,
    DONE,
    OF_A_MONTH,
    REMARKS,
    RUNNING_TOTAL,
    SHARE,
    WHOLE,
    YES_OR_NO,
)
from generators.importing.layouts.recognising import RUNNING_NUMBERS
from generators.importing.tables.heads import JOINT, Head
from generators.importing.tables.table import Table
from generators.model.comparison import Restart
from generators.model.indicator import Goal, Indicator, IndicatorKind, Rollup
from generators.model.scalars import Cadence

_OF_A_YEAR: Final = re.compile("全年")
"""In a plan: the sum of the year, of what is reported month by month."""

_FROM_JANUARY: Final = re.compile("本年|年度|今年|当年|年内|年初|1月?[-—–~～至到][0-9]{1,2}月")
"""What a running total says that begins anew each January."""

_SCARCE: Final = re.compile("薄弱|存量|未|逾期|剩余|积压|欠")
"""What there should be little of."""

_AT_MOST: Final = re.compile(r"[≤<]|不超过|不高于|以内|以下|控制在")
_NO_INDICATOR: Final = re.compile(r"姓名|责任|牵头|联系|电话|时限|日期|完成时间")
_ANSWERS: Final = frozenset("是否有无√×")


def new_indicators(table: Table) -> tuple[Indicator, ...]:
    """Return an indicator for each column of figures, of two columns that make up a ratio one.

    Name and unit are those of the head, the kind follows from 当月, 累计, 年底, 率, 是否 and the like. A
    running total of 本年, 年度 or 1至9月 restarts every January. A unit that the head does not say is empty.
    """
    heads = [each for each in table.heads if _holds_figures(table, each)]
    found = {each.column: _indicator(table, each) for each in heads}
    for whole, done in _ratios(heads):
        del found[whole.column]
        found[done.column] = _ratio(_name(done) + "率")
    return tuple({each.name: each for _, each in sorted(found.items())}.values())


def _holds_figures(table: Table, head: Head) -> bool:
    if head.text in RUNNING_NUMBERS or REMARKS.search(head.words) or _NO_INDICATOR.search(head.words):
        return False
    return any(
        any(map(str.isdigit, text)) or text in _ANSWERS
        for row in table.places
        if (text := compact(table.sheet.text(row.at, head.column)))
    )


def _ratios(heads: Sequence[Head]) -> Iterable[tuple[Head, Head]]:
    """Yield the denominator and the numerator of each ratio: two columns below one head."""
    for head in heads:
        upper, joint, _ = head.text.rpartition(JOINT)
        beside = [each for each in heads if joint and each.text.startswith(upper + joint)]
        if len(beside) == 2 and head is beside[0]:  # noqa: PLR2004 - a numerator and a denominator
            wholes = [each for each in beside if WHOLE.search(each.words.rpartition(JOINT)[2])]
            dones = [each for each in beside if DONE.search(each.words.rpartition(JOINT)[2])]
            if len(wholes) == 1 and len(dones) == 1 and wholes != dones:
                yield wholes[0], dones[0]


def _name(head: Head) -> str:
    return head.words.replace(JOINT, "")


def _indicator(table: Table, head: Head) -> Indicator:
    kind = _kind(head)
    if kind.is_ratio:
        return _ratio(_name(head))
    if kind.is_flag:
        return Indicator(name=_name(head).replace("是否", ""), measure="", kind=kind, cadence=Cadence.MONTH)
    return Indicator(
        name=_name(head),
        measure=head.unit or "",
        kind=kind,
        goal=Goal.AT_MOST if _is_bounded_above(table, head) else Goal.AT_LEAST,
        rollup=Rollup.SUM,
        cadence=Cadence.MONTH,
        restarts=Restart.YEARLY if _restarts(head, kind) else None,
    )


def _restarts(head: Head, kind: IndicatorKind) -> bool:
    return kind is IndicatorKind.CUMULATIVE and bool(_FROM_JANUARY.search(head.text))


def _ratio(name: str) -> Indicator:
    kind = IndicatorKind.RATIO
    return Indicator(name=name, measure=PERCENT, kind=kind, rollup=Rollup.RATIO, cadence=Cadence.MONTH)


def _kind(head: Head) -> IndicatorKind:
    if YES_OR_NO.search(head.text):
        return IndicatorKind.FLAG
    if SHARE.search(head.text):
        return IndicatorKind.RATIO
    if RUNNING_TOTAL.search(head.text):
        return IndicatorKind.CUMULATIVE
    if OF_A_MONTH.search(head.text) or _OF_A_YEAR.search(head.text):
        return IndicatorKind.FLOW
    is_level = AT_AN_END.search(head.text) or _SCARCE.search(head.words)
    return IndicatorKind.LEVEL if is_level else IndicatorKind.CUMULATIVE


def _is_bounded_above(table: Table, head: Head) -> bool:
    cells = (compact(table.sheet.text(row.at, head.column)) for row in table.places)
    return bool(_SCARCE.search(head.words)) or any(map(_AT_MOST.search, cells))
