"""Notes below a plan that hold for a whole column: quarterly steps, and the number that it starts from."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from generators.importing.cells.characters import compact
from generators.importing.tables.heads import Head
from generators.importing.tables.table import Table
from generators.model.calendar import last_of_month
from generators.workbooks.reading.sheet import Cell

_NUMBER: Final = r"[0-9]+(?:\.[0-9]+)?"
_STEPS: Final = re.compile(
    rf"(?:.*按)?(?P<name>[^\W\d]+?)(?:分别)?(?:为|按)?(?P<steps>{_NUMBER}(?:、{_NUMBER}){{2,3}})(?P<unit>[^\W\d]*?)(?:掌握|安排|推进|完成)?"
)
_BASE: Final = re.compile(
    rf"(?P<name>[^\W\d]+?)以(?:上年|去年|20\d\d年)?[底末]?(?P<number>{_NUMBER})(?P<unit>[^\W\d]*?)为基[数期]"
)
_TELLING: Final = re.compile("季度|基数")


@dataclass(frozen=True, slots=True)
class ColumnNote:
    """What a note says of a column: steps by their last days, or the number it starts from."""

    column: int
    unit: str
    steps: tuple[tuple[date, Decimal], ...] = ()
    baseline: Decimal | None = None


def notes_of(table: Table, year: int) -> tuple[tuple[ColumnNote, ...], tuple[tuple[Cell, str], ...]]:
    """Return what the notes below a plan say of its columns, and the clauses that are not understood."""
    found: list[ColumnNote] = []
    unread: list[tuple[Cell, str]] = []
    for row, column, text in table.below:
        if not _TELLING.search(text):
            continue
        for sentence in re.split(r"[;。\n]", compact(text)):
            for clause in filter(None, sentence.split(",") if _TELLING.search(sentence) else ()):
                note = _note(clause, table.heads, year, is_quarterly="季" in sentence)
                if note is not None:
                    found.append(note)
                elif re.search(r"\d", clause):
                    unread.append(((row, column), clause))
    return tuple(found), tuple(unread)


def _note(clause: str, heads: Iterable[Head], year: int, *, is_quarterly: bool) -> ColumnNote | None:
    text = re.sub(r"^(?:注:?|\d+[.、])+", "", clause)
    base = _BASE.fullmatch(text)
    if base is not None:
        column = _column(base["name"], heads)
        return None if column is None else ColumnNote(column, base["unit"], baseline=Decimal(base["number"]))
    steps = _STEPS.fullmatch(text) if is_quarterly else None
    if steps is None:
        return None
    column = _column(steps["name"], heads)
    if column is None:
        return None
    numbers = [Decimal(each) for each in steps["steps"].split("、")]
    days = [last_of_month(date(year, 3 * quarter, 1)) for quarter in range(1, len(numbers) + 1)]
    return ColumnNote(column, steps["unit"], tuple(zip(days, numbers, strict=True)))


def _column(name: str, heads: Iterable[Head]) -> int | None:
    """Return the one column whose head has ``name`` in it, ``None`` if none or several have."""
    found = [head.column for head in heads if name in head.text]
    return found[0] if len(found) == 1 else None
