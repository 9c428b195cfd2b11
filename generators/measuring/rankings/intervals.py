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
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import islice
from operator import mul
from typing import Final

from generators.measuring.rankings.drawn_weights import DrawnWeights
from generators.model.rounding import half_up
from generators.results.rankings import Absence, DivisionScore, RankInterval

DRAWS: Final = 1000
_DRAWS_AT_ONCE: Final = 250
"""Their scores are in memory at the same time: a million, for a thousand divisions, would be too many."""
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
    weights = _whole([part.component.weight for part in scores[0].components])
    # Nearly in the order that most draws give them, they are sorted in half the time.
    rows = sorted(map(_row, scores), key=lambda row: sum(map(mul, weights, row.lowest)))
    finer = 10 ** (6 - precision)
    is_certain = all(row.lowest == row.highest for row in rows)
    best: list[list[int]] = [[] for _ in rows]
    worst: list[list[int]] = best if is_certain else [[] for _ in rows]
    factors = _factors(seed, len(weights), draws)
    while some := list(islice(factors, _DRAWS_AT_ONCE)):
        drawn = DrawnWeights([list(map(mul, weights, each)) for each in some])
        low = _by_draw(rows, [row.lowest for row in rows], drawn, finer)
        high = low if is_certain else _by_draw(rows, [row.highest for row in rows], drawn, finer)
        _extend(best, map(_best_ranks, low, high))
        if not is_certain:
            _extend(worst, map(_worst_ranks, low, high))
    for ranks in best if is_certain else [*best, *worst]:
        ranks.sort()
    return {
        row.division: (_percentile(best[at], _LOWEST), _percentile(worst[at], _HIGHEST))
        for at, row in enumerate(rows)
    }


def _by_draw(
    rows: Sequence[_Row], values: Sequence[Sequence[int]], drawn: DrawnWeights, finer: int
) -> list[tuple[int, ...]]:
    """Return by draw the scores of all divisions, given the ``values`` of their components."""
    scores = (
        drawn.scores(own, row.applies, row.points, finer) for row, own in zip(rows, values, strict=True)
    )
    return list(zip(*scores, strict=True))


def _extend(ranks: Sequence[list[int]], by_draw: Iterable[Sequence[int]]) -> None:
    """Add to the ranks of each division those that it has in more draws."""
    for own, more in zip(ranks, zip(*by_draw, strict=True), strict=True):
        own.extend(more)


def _best_ranks(low: Sequence[int], high: Sequence[int]) -> list[int]:
    """Return the rank of each division in one draw by its own upper and all others' lower score."""
    ascending = sorted(low)
    if low is high:
        # Of equal scores the last one, which has the lowest rank, is the one that stays.
        ranks = dict(zip(ascending, range(len(low), 0, -1), strict=True))
        return list(map(ranks.__getitem__, high))
    return [1 + len(low) - bisect_right(ascending, own) for own in high]


def _worst_ranks(low: Sequence[int], high: Sequence[int]) -> list[int]:
    """Return the rank of each division in one draw by its own lower and all others' upper score."""
    ascending = sorted(high)
    # The sorted upper scores include the division's own, which must not count against it.
    return [
        1 + len(high) - bisect_right(ascending, own) - (own_high > own)
        for own, own_high in zip(low, high, strict=True)
    ]


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


def _percentile(ascending: list[int], share: Fraction) -> int:
    """Return the smallest value that at least ``share`` of all values do not exceed."""
    place = -(-share.numerator * len(ascending) // share.denominator)
    return ascending[place - 1]
