"""What stands around a table: its title, who filled it in and when, and the period that it is about."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from generators.importing.cells.characters import compact
from generators.importing.cells.days import day_of, day_within
from generators.importing.cells.errors import CellError
from generators.importing.cells.periods import Stated, put_together, stated_in
from generators.importing.tables.table import Table
from generators.workbooks.reading.sheet import Cell

_ISSUER: Final = re.compile(
    r"(?:填报|报送|制表|填表|编制|上报)(?:单位|部门)?(?:\([^)]*\))?[:：](?P<said>[^:：]+?)(?:\(.*\))?(?=$|填报|报送)"
)
_REPORTED: Final = re.compile(
    r"(?:填报|报送|上报|制表|填表|报告)(?:日期|时间)[:：]?|印发|(?:填报|报送|制表)于"
)
_CUT_OFF: Final = re.compile(r"(?:数据)?截[至止](?:日期|时间)?[:：]?|统计时间[:：]?")
_LABELLED: Final = re.compile(r"[^:：]{1,8}[:：].*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is said around a table; ``None`` or empty where nothing is.

    ``periods`` are the different ones that title, sheet and file state; ``problems`` the days that are none.
    """

    title: str
    issuer: str
    reported: date | None
    periods: tuple[str, ...]
    year: int | None
    problems: tuple[tuple[Cell, CellError], ...]


def surroundings_of(table: Table, file_stem: str) -> Surroundings:
    """Return what is said around ``table``; the period may be stated by the name of the file alone."""
    lines = [*table.above, *table.below]
    title = max(
        (text for _, _, text in table.above if not _LABELLED.fullmatch(compact(text))), key=len, default=""
    )
    periods_of = [stated_in(text) for text in (title, table.sheet.name, file_stem)]
    year = next((each.year for each in periods_of if each.year is not None), None)
    wrong: list[tuple[Cell, CellError]] = []
    reported = _day_after(table, _REPORTED, lines, year, wrong)
    cut_off = _day_after(table, _CUT_OFF, table.above, year, wrong)
    if cut_off is not None and not put_together(*periods_of):
        periods_of.append(Stated(f"{cut_off.year}-{cut_off.month:02}", cut_off.year))
    issuer = next((match["said"] for _, _, text in lines if (match := _ISSUER.search(compact(text)))), "")
    name = compact(title).replace("\n", "") or file_stem
    return Surroundings(name, issuer, reported, put_together(*periods_of), year, tuple(wrong))


def _day_after(
    table: Table,
    label: re.Pattern[str],
    lines: Iterable[tuple[int, int, str]],
    year: int | None,
    wrong: list[tuple[Cell, CellError]],
) -> date | None:
    """Return the day stated with ``label``, in the same cell or in the next one with a value."""
    for row, column, text in lines:
        match = label.search(compact(text))
        if match is None:
            continue
        try:
            found = day_within(text, year)
            if found is None and compact(text).endswith((match[0], ":")):
                beside = next(
                    (at for at in range(column + 1, table.sheet.width) if table.sheet.text(row, at)), None
                )
                found = None if beside is None else day_of(table.sheet.value(row, beside), year)
        except CellError as error:
            wrong.append(((row, column), error))
            continue
        if found is not None:
            return found
    return None
