"""Hedges (近, 余, 以上, 以内, 约) of numbers that are computed from hedged numbers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from generators.model.scalars import Qualifier

_BELOW: Final = frozenset({Qualifier.NEARLY, Qualifier.AT_MOST})
_ABOVE: Final = frozenset({Qualifier.OVER, Qualifier.AT_LEAST})

_INVERTED: Final = {
    Qualifier.NEARLY: Qualifier.OVER,
    Qualifier.OVER: Qualifier.NEARLY,
    Qualifier.AT_MOST: Qualifier.AT_LEAST,
    Qualifier.AT_LEAST: Qualifier.AT_MOST,
    Qualifier.ABOUT: Qualifier.ABOUT,
}


def combined(hedges: Iterable[Qualifier | None]) -> Qualifier | None:
    """Return the hedge of a sum of numbers with ``hedges``; ``None`` is an exact number.

    It is below the number shown if some are and none is above, above it likewise, else ``about``. Where one
    is nearly or over, so is the sum (20 + 近10 = 近30); else it is at most or at least, as they are.
    """
    found = {each for each in hedges if each is not None}
    if not found:
        return None
    if found <= _BELOW:
        return Qualifier.NEARLY if Qualifier.NEARLY in found else Qualifier.AT_MOST
    if found <= _ABOVE:
        return Qualifier.OVER if Qualifier.OVER in found else Qualifier.AT_LEAST
    return Qualifier.ABOUT


def inverted(hedge: Qualifier | None) -> Qualifier | None:
    """Return the hedge of a quotient whose denominator has ``hedge``, or of a difference to such a number."""
    return None if hedge is None else _INVERTED[hedge]
