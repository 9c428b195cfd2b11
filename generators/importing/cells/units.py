"""Units of measure as heads and cells write them: a factor, and what is counted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

_FACTORS: Final = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_LEADING: Final = re.compile(f"[{''.join(_FACTORS)}]+")
_SAME: Final = {
    "块": (1, "元"),
    "块钱": (1, "元"),
    "元人民币": (1, "元"),
    "公里": (1000, "米"),
    "公斤": (1000, "克"),
    "吨": (1_000_000, "克"),
    "公顷": (15, "亩"),
    "平方公里": (1_000_000, "平方米"),
}
"""Units that are so many of another."""

PERCENT: Final = "%"


@dataclass(frozen=True, slots=True)
class Unit:
    """``factor`` of what ``base`` counts: (10000, 元) for 万元; ``base`` is empty for 万 alone."""

    factor: Decimal
    base: str


def unit_of(text: str) -> Unit:
    """Return the unit that ``text`` names: of 万元, ten thousand 元."""
    if text in _SAME:
        return _same(Decimal(1), text)
    match = _LEADING.match(text)
    factor = Decimal(1)
    for each in match[0] if match else "":
        factor *= _FACTORS[each]
    return _same(factor, text[match.end() :] if match else text)


def _same(factor: Decimal, base: str) -> Unit:
    times, other = _SAME.get(base, (1, base))
    return Unit(factor * times, other)


def converted(number: Decimal, unit: Unit, measure: Unit) -> Decimal | None:
    """Return ``number`` of ``unit`` in ``measure``; ``None`` if they count other things or it is not exact.

    A unit without base counts what the measure counts: 120万 is 120 in 万元.
    """
    if unit.base not in {"", measure.base}:
        return None
    if unit.factor == measure.factor:
        return number
    found = (number * unit.factor / measure.factor).normalize()
    if found * measure.factor != number * unit.factor:
        return None
    return Decimal(int(found)) if found == found.to_integral_value() else found
