"""Trend lines: the layout of a figure's reports over time in a small fixed box."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Final

from generators.composing.kit.dates import day_text
from generators.composing.kit.numbers import one_decimal, printed
from generators.composing.kit.views import TrendView
from generators.languages import gettext
from generators.model.indicator import Indicator

WIDTH: Final = 120
HEIGHT: Final = 32
_MARGIN: Final = 3
_FEWEST: Final = 2


@cache
def _across(days: int, all_days: int) -> str:
    """Return the position from the left after ``days`` of ``all_days``; places report on the same days."""
    share = Decimal(days) / Decimal(all_days)
    return one_decimal(_MARGIN + share * (WIDTH - 2 * _MARGIN))


def trend_of(
    dated: Sequence[tuple[date, Decimal]], goal: Decimal | None, indicator: Indicator
) -> TrendView | None:
    """Return the trend through ``dated`` values, with ``goal`` as a horizontal line if it is not ``None``.

    The box is 120 × 32; the largest of values and goal is at the top. ``None`` for fewer than two days. A
    flow has no goal line, since each point is the value of one period.
    """
    days = [day for day, _ in dated]
    if len(set(days)) < _FEWEST:
        return None
    level = None if indicator.kind.is_summed else goal
    values = [value for _, value in dated]
    heights = [*values, level] if level is not None else values
    lowest, highest = min(heights), max(heights)
    first, last = min(days), max(days)

    def across(day: date) -> str:
        return _across((day - first).days, (last - first).days)

    def upward(value: Decimal) -> str:
        share = (value - lowest) / (highest - lowest) if highest != lowest else Decimal("0.5")
        return one_decimal(HEIGHT - _MARGIN - share * (HEIGHT - 2 * _MARGIN))

    return TrendView(
        points=" ".join(f"{across(day)},{upward(value)}" for day, value in dated),
        last_x=across(days[-1]),
        last_y=upward(values[-1]),
        target_y=upward(level) if level is not None else "",
        description=(
            gettext(
                "%(name)s：%(days)s%(values)s%(measure)s，%(days2)s%(values2)s%(measure)s，共%(number)s次报送",
                name=indicator.name,
                days=day_text(days[0]),
                values=printed(values[0]),
                measure=indicator.measure,
                days2=day_text(days[-1]),
                values2=printed(values[-1]),
                number=len(dated),
            )
        ),
    )
