"""Burn-down chart: the number of problems not cleared at the end of each day with a relevant event.

The days are those of ``measuring.ledgers.burn_down``: also days on which events cancel out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from generators.composing.kit.dates import day_text, month_text
from generators.composing.kit.numbers import one_decimal
from generators.languages import gettext
from generators.results.ledgers import OpenCount

LEFT: Final = 44
RIGHT: Final = 628
TOP: Final = 16
BOTTOM: Final = 184
"""The frame of the plot within a box of 640 × 220."""

_FEWEST: Final = 2
_MOST_ROWS: Final = 24
_ROUND_STEPS: Final = (1, 2, 5)
_LINES: Final = 4


@dataclass(frozen=True, slots=True)
class BurnDownView:
    """A stepped line in a box of 640 × 220, with its scale, and the same counts as rows of a table.

    ``levels`` are (y, label) of the horizontal lines, ``days`` the labels of the first and the last day.
    ``rows`` are (day or month, found so far, not cleared).
    """

    path: str
    area: str
    last_x: str
    last_y: str
    last_label: str
    levels: tuple[tuple[str, str], ...]
    days: tuple[str, str]
    description: str
    rows: tuple[tuple[str, int, int], ...]
    is_monthly: bool


def burn_down_view(counts: Sequence[OpenCount], until: date) -> BurnDownView | None:
    """Return the chart of ``counts``, extended to the day ``until``; ``None`` for fewer than two counts."""
    if len(counts) < _FEWEST:
        return None
    first, last = counts[0].day, max(until, counts[-1].day)
    step = _level_step(max(each.remaining for each in counts))
    top = step * max(1, -(-max(each.remaining for each in counts) // step))

    def across(day: date) -> str:
        share = Decimal((day - first).days) / Decimal(max(1, (last - first).days))
        return one_decimal(LEFT + share * (RIGHT - LEFT))

    def upward(count: int) -> str:
        return one_decimal(BOTTOM - Decimal(count) / Decimal(top) * (BOTTOM - TOP))

    moves = [f"M{across(first)} {upward(counts[0].remaining)}"]
    moves += [f"H{across(each.day)}V{upward(each.remaining)}" for each in counts[1:]]
    line = "".join((*moves, f"H{across(last)}"))
    left = counts[-1].remaining
    highest = max(counts, key=lambda each: each.remaining)
    monthly = len(counts) > _MOST_ROWS
    return BurnDownView(
        path=line,
        area=f"{line}V{BOTTOM}H{LEFT}Z",
        last_x=across(last),
        last_y=upward(left),
        last_label=str(left),
        levels=tuple((upward(level), str(level)) for level in range(0, top + 1, step)),
        days=(day_text(first), day_text(last)),
        description=(
            gettext(
                "未销号的问题：%(first)s%(remaining)s个，最多时%(remaining2)s个（%(day)s），%(last)s%(left)s个；累计发现%(found)s个",
                first=day_text(first),
                remaining=counts[0].remaining,
                remaining2=highest.remaining,
                day=day_text(highest.day),
                last=day_text(last),
                left=left,
                found=counts[-1].found,
            )
        ),
        rows=tuple(_rows(counts, is_monthly=monthly)),
        is_monthly=monthly,
    )


def _level_step(highest: int) -> int:
    """Return the step of the scale: 1, 2 or 5 times a power of ten, with at most four lines above zero."""
    scale = 1
    while True:
        for step in _ROUND_STEPS:
            if step * scale * _LINES >= highest:
                return step * scale
        scale *= 10


def _rows(counts: Sequence[OpenCount], *, is_monthly: bool) -> list[tuple[str, int, int]]:
    """Return (label, found so far, not cleared) of every day, or of the last day listed of every month."""
    if not is_monthly:
        return [(day_text(each.day), each.found, each.remaining) for each in counts]
    months = {(each.day.year, each.day.month): each for each in counts}
    return [(month_text(year, month), each.found, each.remaining) for (year, month), each in months.items()]
