"""Numbers as pages print them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Final

from generators.composing.kit.views import FigureView
from generators.model.rounding import rounded
from generators.model.scalars import Amount, Qualifier

_MOST_DECIMALS: Final = 6
_TENTH: Final = Decimal("0.1")
_HUNDRED: Final = Decimal(100)
_SMALL: Final = Decimal(10)


def plain(value: Decimal) -> str:
    """Return the exact number in digits, without exponent or trailing zeros after the point."""
    text = f"{value:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in {"-0", ""} else text


def one_decimal(value: Decimal | int, divisor: int = 1) -> str:
    """Return ``value / divisor`` with at most one decimal, half-up."""
    return plain(rounded(Fraction(value) / divisor, 1))


def percentage(fraction: Decimal) -> str:
    """Return a fraction of one in per cent, such as 62.5%; less than 100% is never rounded up to 100%."""
    shown = rounded(fraction * _HUNDRED, 1)
    if fraction < 1 and shown >= _HUNDRED:
        shown = _HUNDRED - _TENTH
    return f"{plain(shown)}%"


def points(gap: Decimal) -> str:
    """Return a gap in percentage points, such as +3.2个百分点; a negative gap is never rounded to 0."""
    shown = rounded(gap, 1)
    if gap < 0 and shown == 0:
        shown = -_TENTH
    sign = "+" if shown > 0 else "−" if shown < 0 else ""
    return f"{sign}{plain(abs(shown))}个百分点"


def computed(value: Decimal) -> str:
    """Return a computed number with at most two decimals, half-up."""
    return plain(rounded(value, 2))


def data_number(value: Amount | None) -> str:
    """Return a value for the open data: at most six decimals, a flag as true or false, ``None`` as empty."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    shown = rounded(value, _MOST_DECIMALS)
    return plain(value if value == shown else shown)


def figure(
    value: Amount,
    measure: str,
    qualifier: Qualifier | None = None,
    *,
    href: str = "",
    note: str = "",
    is_corrected: bool = False,
) -> FigureView:
    """Return the view of a value, with its qualifier where Chinese puts it.

    The number is printed without rounding; computed values must be rounded before.
    """
    if isinstance(value, bool):
        return FigureView("", "是" if value else "否", "", "", "", href, note, is_corrected=is_corrected)
    before = {Qualifier.NEARLY: "近", Qualifier.ABOUT: "约"}.get(qualifier, "") if qualifier else ""
    after = {Qualifier.AT_LEAST: "以上", Qualifier.AT_MOST: "以内"}.get(qualifier, "") if qualifier else ""
    inside, unit = "", measure
    if qualifier is Qualifier.OVER:
        inside = "余"
        # 1万余名 but 1760余万元: below ten the qualifier follows 万 or 亿.
        if abs(value) < _SMALL and measure[:1] in {"万", "亿"}:
            inside, unit = f"{measure[0]}余", measure[1:]
    return FigureView(before, plain(value), inside, unit, after, href, note, is_corrected=is_corrected)


def missing(words: str, note: str = "") -> FigureView:
    """Return the view of words in place of a number, such as 未报送."""
    return FigureView("", words, "", "", "", note=note, is_missing=True)
