"""Numbers as pages print them."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Final

from generators.composing.kit.views import FigureView
from generators.languages import Words, current_language, gettext, marked
from generators.model.language import Language
from generators.model.rounding import rounded, rounded_apart, rounded_quotient
from generators.model.scalars import Amount, Qualifier

_MOST_DECIMALS: Final = 6
_TENTH: Final = Decimal("0.1")
_SMALL: Final = Decimal(10)


def plain(value: Decimal) -> str:
    """Return the exact number in digits, without exponent or trailing zeros after the point."""
    text = f"{value:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in {"-0", ""} else text


def printed(value: Decimal) -> str:
    """Return the number in digits as pages print it: with the minus sign U+2212."""
    return plain(value).replace("-", "−")


def one_decimal(value: Decimal | int, divisor: int = 1) -> str:
    """Return ``value / divisor`` with at most one decimal, half-up; ``divisor`` is positive."""
    numerator, denominator = value.as_integer_ratio()
    return plain(rounded_quotient(numerator, denominator * divisor, 1))


def percentage(fraction: Decimal, *bounds: Decimal | Fraction) -> str:
    """Return a fraction of one in per cent, such as 62.5%.

    It has as many decimals as it takes not to be 0%, from below not 100%, nor one of ``bounds``, which are
    fractions of one as well.
    """
    lines = (0, *((1,) if fraction < 1 else ()), *bounds)
    exact = Fraction(fraction) * 100
    return f"{printed(rounded_apart(exact, 1, [Fraction(each) * 100 for each in lines]))}%"


def points(gap: Decimal) -> str:
    """Return a gap in percentage points, such as +3.2个百分点; a negative gap is never rounded to 0."""
    shown = rounded(gap, 1)
    if gap < 0 and shown == 0:
        shown = -_TENTH
    sign = "+" if shown > 0 else "−" if shown < 0 else ""
    return gettext("%(points)s个百分点", points=f"{sign}{plain(abs(shown))}")


def computed(value: Decimal) -> str:
    """Return a computed number with at most two decimals, half-up; more if it would be shown as 0."""
    return printed(rounded_apart(value, 2, (0,)))


def tidied(value: Decimal, lines: Iterable[Decimal] = ()) -> Decimal:
    """Return a number as it is, or one with more than six decimals, a quotient, rounded to two.

    It has more decimals if it would otherwise reach or cross one of ``lines``.
    """
    exponent = value.as_tuple().exponent
    is_long = isinstance(exponent, int) and exponent < -_MOST_DECIMALS
    return rounded_apart(value, 2, lines) if is_long else value


def data_number(value: Amount | None) -> str:
    """Return a value for the open data: at most six decimals, a flag as true or false, ``None`` as empty."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    text = plain(value)
    decimals = len(text.partition(".")[2])
    return text if decimals <= _MOST_DECIMALS else plain(rounded(value, _MOST_DECIMALS))


_QUALIFIERS: Final = Words(
    {
        Qualifier.NEARLY: marked("近"),
        Qualifier.ABOUT: marked("约"),
        Qualifier.AT_LEAST: marked("至少"),
        Qualifier.AT_MOST: marked("至多"),
        Qualifier.OVER: marked("超过"),
    }
)
"""The words before a number in languages that have none within or after it, as Chinese does."""


def figure(
    value: Amount,
    measure: str,
    qualifier: Qualifier | None = None,
    *,
    href: str = "",
    note: str = "",
    is_corrected: bool = False,
) -> FigureView:
    """Return the view of a value, with its qualifier where the language puts it.

    A number is printed as it is: :func:`tidied` has to see it before, which knows the lines that decide.
    """
    if isinstance(value, bool):
        return FigureView(
            "", gettext("是") if value else gettext("否"), "", "", "", href, note, is_corrected=is_corrected
        )
    if current_language() is not Language.CHINESE:
        before = f"{_QUALIFIERS[qualifier]} " if qualifier else ""
        return FigureView(before, printed(value), "", measure, "", href, note, is_corrected=is_corrected)
    before = {Qualifier.NEARLY: "近", Qualifier.ABOUT: "约"}.get(qualifier, "") if qualifier else ""
    after = {Qualifier.AT_LEAST: "以上", Qualifier.AT_MOST: "以内"}.get(qualifier, "") if qualifier else ""
    inside, unit = "", measure
    if qualifier is Qualifier.OVER:
        inside = "余"
        # 1万余名 but 1760余万元: below ten the qualifier follows 万 or 亿.
        if abs(value) < _SMALL and measure[:1] in {"万", "亿"}:
            inside, unit = f"{measure[0]}余", measure[1:]
    return FigureView(before, printed(value), inside, unit, after, href, note, is_corrected=is_corrected)


def missing(words: str, note: str = "") -> FigureView:
    """Return the view of words in place of a number, such as 未报送."""
    return FigureView("", words, "", "", "", note=note, is_missing=True)
