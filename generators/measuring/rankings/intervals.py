"""Computes the interval of a rank under varied weights and all possible values of missing components.

In each of 1000 draws every weight is multiplied by a factor between 0.75 and 1.25. Each draw gives a best
rank, with the division's missing components at their upper and all others' at their lower bounds, and a worst
rank, with the bounds exchanged. The interval is from the 5th percentile of the best to the 95th percentile of
the worst ranks, extended to include the rank itself. The factors are derived from a text by SHA-256, so they
are the same on every machine. Component scores are rounded to whole millionths here; only the intervals use
these numbers.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from operator import mul
from typing import Final

from generators.model.rounding import half_up
from generators.results.rankings import Absence, DivisionScore, RankInterval

DRAWS: Final = 1000
_MILLION: Final = 10**6
_LEAST_FACTOR: Final = 750_000
_FACTORS: Final = 500_001
_WORD: Final = 4
_LOWEST: Final = Fraction(5, 100)
_HIGHEST: Final = Fraction(95, 100)


@dataclass(frozen=True, slots=True)
class _Row:
    """One division's component scores and points in millionths; ``applies`` is 1 if one counts, else 0."""

    division: str
    lowest: tuple[int, ...]
    highest: tuple[int, ...]
    applies: tuple[int, ...]
    points: int


def rank_intervals(
    scores: Sequence[DivisionScore],
    ranks: Mapping[str, int],
    precision: int,
    seed: str,
    draws: int = DRAWS,
) -> dict[str, RankInterval]:
    """Return the rank interval of every division in ``scores``; ``ranks`` has their ranks.

    ``seed`` is the text from which the draws are derived. Divisions placed last by a veto are ranked after
    all others in every draw.
    """
    found: dict[str, RankInterval] = {}
    for is_last in (False, True):
        pool = [each for each in scores if each.is_placed_last is is_last]
        ahead = len(found)
        for division, (best, worst) in _extremes(pool, precision, seed, draws).items():
            rank = ranks[division]
            found[division] = RankInterval(min(rank, ahead + best), max(rank, ahead + worst))
    return found


def _extremes(
    scores: Sequence[DivisionScore], precision: int, seed: str, draws: int
) -> dict[str, tuple[int, int]]:
    if not scores:
        return {}
    rows = [_row(each) for each in sorted(scores, key=lambda each: each.division)]
    weights = _whole([part.component.weight for part in scores[0].components])
    finer = 10 ** (6 - precision)
    is_certain = all(row.lowest == row.highest for row in rows)
    best: list[list[int]] = [[] for _ in rows]
    worst: list[list[int]] = best if is_certain else [[] for _ in rows]
    lowest, highest = [row.lowest for row in rows], [row.highest for row in rows]
    for factors in _factors(seed, len(weights), draws):
        drawn = list(map(mul, weights, factors))
        low = _drawn_scores(rows, lowest, drawn, finer)
        ascending_low = sorted(low)
        high = low if is_certain else _drawn_scores(rows, highest, drawn, finer)
        for ranks, own_high in zip(best, high, strict=True):
            ranks.append(1 + len(rows) - bisect_right(ascending_low, own_high))
        if is_certain:
            continue
        ascending_high = sorted(high)
        for ranks, own_low, own_high in zip(worst, low, high, strict=True):
            # The sorted upper scores include the division's own, which must not count against it.
            is_open = own_high > own_low
            ranks.append(1 + len(rows) - bisect_right(ascending_high, own_low) - is_open)
    return {
        row.division: (_percentile(best[at], _LOWEST), _percentile(worst[at], _HIGHEST))
        for at, row in enumerate(rows)
    }


def _row(score: DivisionScore) -> _Row:
    counts = [part.absence is not Absence.NOT_APPLICABLE for part in score.components]
    parts = list(zip(score.components, counts, strict=True))
    return _Row(
        division=score.division,
        lowest=tuple(_millionths(part.lowest) if applies else 0 for part, applies in parts),
        highest=tuple(_millionths(part.highest) if applies else 0 for part, applies in parts),
        applies=tuple(int(applies) for applies in counts),
        points=_millionths(score.bonus - score.deduction),
    )


def _millionths(value: Decimal) -> int:
    numerator, denominator = value.as_integer_ratio()
    return half_up(numerator * _MILLION, denominator)


def _whole(weights: Sequence[Decimal]) -> list[int]:
    """Return integers in the proportion of the weights."""
    places = max(-int(weight.normalize().as_tuple().exponent) for weight in weights)
    return [int(weight.scaleb(max(places, 0))) for weight in weights]


def _factors(seed: str, number: int, draws: int) -> Iterator[list[int]]:
    """Yield for each draw the factors of the ``number`` weights, in millionths."""
    for draw in range(draws):
        stream = b"".join(
            hashlib.sha256(f"{seed}#{draw}#{block}".encode()).digest()
            for block in range(-(-number * _WORD // hashlib.sha256().digest_size))
        )
        words = (int.from_bytes(stream[at * _WORD : (at + 1) * _WORD]) for at in range(number))
        yield [_LEAST_FACTOR + (word * _FACTORS >> 8 * _WORD) for word in words]


def _drawn_scores(
    rows: Sequence[_Row], values: Sequence[Sequence[int]], weights: Sequence[int], finer: int
) -> list[int]:
    """Return the scores of all divisions, given the ``values`` of their components, as whole numbers.

    ``finer`` is the number of millionths in a unit of the scheme's precision, in which the scores are.
    """
    totals = {applies: sum(map(mul, weights, applies)) for applies in {row.applies for row in rows}}
    found: list[int] = []
    for row, own in zip(rows, values, strict=True):
        total = totals[row.applies]
        found.append(half_up(sum(map(mul, weights, own)) + row.points * total, total * finer))
    return found


def _percentile(values: list[int], share: Fraction) -> int:
    """Return the smallest value that at least ``share`` of all values do not exceed."""
    place = -(-share.numerator * len(values) // share.denominator)
    return sorted(values)[place - 1]
