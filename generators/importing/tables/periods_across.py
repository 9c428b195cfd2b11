"""Divides a table with a column for each month, or quarter, into a table for each of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from generators.importing.cells.characters import compact
from generators.importing.cells.periods import stated_in
from generators.importing.tables.heads import JOINT, Head
from generators.importing.tables.table import Table
from generators.model.period import Period, stated_period

_MONTH: Final = r"(?:1[0-2]|0?[1-9])"
_PERIOD: Final = re.compile(
    rf"(?:20\d\d年)?(?:{_MONTH}月?[-—–~～至到])?{_MONTH}月份?|20\d\d-\d\d-01|(?:20\d\d年)?第?[一二三四1-4]季度"
    rf"|20\d\d[.\-/]{_MONTH}"
)
_DAY_OF_MONTH: Final = re.compile(r"(20\d\d)-(\d\d)-01")
_SUMS: Final = re.compile("合计|小计|总计|全年|累计|全年合计|年度合计|[上下]半年|第?[一二三四1-4]季度|平均")
_IN_BRACKETS: Final = re.compile(r"\([^()]*\)")
_DATED: Final = re.compile(rf"20\d\d年?度?|{_MONTH}月份?|第?[一二三四1-4]季度|[上下]半年|[-—–~～至到]")
_NAMELESS: Final = re.compile(r"Sheet\d*|工作表\d*", re.IGNORECASE)
_FEWEST: Final = 2


@dataclass(frozen=True, slots=True)
class PeriodColumns:
    """The part of a table that is of one period; ``head`` is how the table writes the period."""

    head: str
    table: Table

    def period(self, year: int | None) -> Period | None:
        """Return the period, of ``year`` where the head names none; ``None`` if there is none."""
        day = _DAY_OF_MONTH.fullmatch(self.head)
        text = f"{day[1]}年{int(day[2])}月" if day else self.head
        said = stated_in(text)
        if said.period is None and year is not None and said.year is None:
            said = stated_in(f"{year}年{text}")
        return None if said.period is None else stated_period(said.period)


def subject_of(title: str, sheet: str) -> str:
    """Return what a table is about, by its title and the name of its sheet without what changes every year.

    It is the head of columns that say nothing but their period.
    """
    named = "" if _NAMELESS.fullmatch(sheet) else _DATED.sub("", compact(sheet))
    return JOINT.join(dict.fromkeys(filter(None, (_DATED.sub("", compact(title)), named)))) or compact(title)


def by_periods(table: Table, subject: str) -> tuple[Table, tuple[PeriodColumns, ...]]:
    """Return the table with one column for those of all periods, and its part for each of the periods.

    ``subject`` is the head of columns that say nothing but their period. A table whose heads name fewer than
    two periods is returned as it is, without parts. Columns that add up several periods are told by their
    heads.
    """
    split = {head.column: _split(head, subject) for head in table.heads}
    periods = dict.fromkeys(period for period, _ in split.values() if period)
    months = {period for period in periods if not period.endswith("季度")}
    if len(months) >= _FEWEST:
        split = {at: each if each[0] in months else ("", each[1]) for at, each in split.items()}
        periods = dict.fromkeys(period for period in periods if period in months)
    if len(periods) < _FEWEST:
        return table, ()
    renamed = {
        head.column: replace(head, text=split[head.column][1] if split[head.column][0] else head.text)
        for head in table.heads
    }
    subjects = {renamed[at].text for at, (period, _) in split.items() if period}
    first: dict[str, Head] = {}
    for head in table.heads:
        each = renamed[head.column]
        is_of_period = bool(split[head.column][0])
        is_sum = not is_of_period and _is_sum(head, subjects, subject)
        first.setdefault(each.text, replace(each, is_sum=is_sum))
    whole = replace(table, heads=tuple(first.values()))
    parts = tuple(
        PeriodColumns(
            period,
            replace(
                table,
                heads=tuple(renamed[head.column] for head in table.heads if split[head.column][0] == period),
            ),
        )
        for period in periods
    )
    return whole, tuple(each for each in parts if _says_anything(each.table))


def merged_over_periods(table: Table, parts: tuple[PeriodColumns, ...]) -> Iterator[tuple[int, int]]:
    """Yield the first cell of values that are merged over the columns of several periods."""
    columns = {head.column for part in parts for head in part.table.heads}
    rows = {row.at for row in table.places}
    for span in table.sheet.merged:
        within = [at for at in range(span.left, span.right + 1) if at in columns]
        if len(within) > 1 and span.top in rows and table.sheet.text(span.top, span.left):
            yield span.top, span.left


def _split(head: Head, subject: str) -> tuple[str, str]:
    """Return the period that a head names in one of its parts, and the rest of it; both as written."""
    parts = head.text.split(JOINT)
    named = [each for each in parts if _PERIOD.fullmatch(_IN_BRACKETS.sub("", each))]
    if len(named) != 1:
        return "", head.text
    period = _IN_BRACKETS.sub("", named[0])
    return period, JOINT.join(each for each in parts if each != named[0]) or subject


def _is_sum(head: Head, subjects: set[str], subject: str) -> bool:
    """Whether a column adds up the periods of a subject, or of all there is."""
    *above, last = head.text.split(JOINT)
    if not _SUMS.fullmatch(_IN_BRACKETS.sub("", last)):
        return False
    return JOINT.join(above) in subjects or (not above and subject in subjects)


def _says_anything(table: Table) -> bool:
    return any(table.sheet.text(row.at, head.column) for row in table.places for head in table.heads)
