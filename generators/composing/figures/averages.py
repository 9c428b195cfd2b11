"""The average that places of the same kind reach of one target, beside the value of each.

It is taken from what the audience sees, so that no average tells more than the numbers beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

from generators.composing.figures.peers import PeerKey, peer_key, peers_by_target
from generators.composing.kit.kinds import kind_text
from generators.composing.kit.numbers import figure
from generators.composing.kit.parts import Parts
from generators.composing.kit.table import Small, small, unbroken
from generators.languages import counted
from generators.model.hedges import combined
from generators.model.indicator import Indicator
from generators.model.rounding import rounded
from generators.results.figures import Measured, Progress

_FEWEST: Final = 3
"""Of fewer places than this there is no average."""
_HERE: Final = "\0"
"""Stands in the words for the average."""


@dataclass(frozen=True, slots=True)
class Average:
    """An average as text with its unit, such as 8.5个, and of how many places it is."""

    text: str
    places: int


def averages(parts: Parts) -> Mapping[PeerKey, Average]:
    """Return the average of each target over places of the same kind, where there are enough of them."""
    found = (
        (key, _average(parts.publication.indicators[key.indicator], [each.measured for each in peers]))
        for key, peers in parts.once(peers_by_target).items()
    )
    return {key: average for key, average in found if average is not None}


def average_of(parts: Parts, progress: Progress) -> Average | None:
    """Return the average of the places that have the same target; ``None`` for too few."""
    return parts.once(averages).get(peer_key(parts, progress))


def average_note(parts: Parts, progress: Progress) -> Small | None:
    """Return the average of places of the same kind in words, such as 12个镇平均8.5个; ``None`` for too few.

    It stays on one line where there is room; where there is none, the number keeps its unit.
    """
    average = average_of(parts, progress)
    if average is None:
        return None
    kind = kind_text(parts.publication.divisions[progress.division])
    words = counted("%(count)s个%(kind)s平均%(average)s", average.places, kind=kind, average=_HERE)
    before, after = words.split(_HERE)
    return small(before, unbroken(average.text), after, is_unbroken=True)


def _average(indicator: Indicator, values: Sequence[Measured]) -> Average | None:
    """Return the mean of complete values; of a ratio the sum of numerators over that of denominators."""
    whole = [each for each in values if each.coverage is None or each.coverage.is_complete]
    if indicator.kind.is_ratio:
        used = [each for each in whole if each.numerator is not None and each.denominator]
        above, below = _sum(each.numerator for each in used), _sum(each.denominator for each in used)
        above *= 100 if indicator.measure == "%" else 1
    else:
        used = [each for each in whole if isinstance(each.value, Decimal)]
        above, below = _sum(each.value for each in used), Fraction(len(used))
    if len(used) < _FEWEST or not below:
        return None
    hedge = combined(each.qualifier for each in used)
    return Average(figure(rounded(above / below, 1), indicator.measure, hedge).text, len(used))


def _sum(numbers: Iterable[Decimal | bool | None]) -> Fraction:
    """Return the exact sum of numbers, without those that are missing."""
    return sum((Fraction(each) for each in numbers if each is not None), Fraction(0))
