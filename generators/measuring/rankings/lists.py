"""Lists of a period by its version: the first places (红榜), the last (黑榜), the fastest (进步最快)."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from decimal import Decimal

from generators.results.rankings import PeriodRanking


def with_lists(period: PeriodRanking, before: PeriodRanking | None = None) -> PeriodRanking:
    """Return ``period`` with its lists; ``before`` is the ranking of the period before, if there is one."""
    fastest = fastest_list(period, before) if before is not None else ()
    return replace(period, red=red_list(period), black=black_list(period), fastest=fastest)


def fastest_list(period: PeriodRanking, before: PeriodRanking) -> tuple[tuple[str, Decimal], ...]:
    """Return the divisions whose score has risen most since ``before``, with the points gained, most first.

    Those that gained as much as the last of them are included. Empty if the version has no such list, or
    another version scored the period before: its points are not the same.
    """
    rule = period.version.fastest_list
    if rule is None or period.version is not before.version:
        return ()
    earlier = {each.division: each.score.score for each in before.ranked}
    gains = [
        (each.division, each.score.score - then)
        for each in period.ranked
        if each.score.score is not None and (then := earlier.get(each.division)) is not None
    ]
    rising = sorted((each for each in gains if each[1] > 0), key=lambda each: -each[1])
    least = rising[: rule.first][-1][1] if rising and rule.first > 0 else None
    return tuple(each for each in rising if least is not None and each[1] >= least)


def is_among_first(rank: int, most: int) -> bool:
    """Whether a rank is among the first ``most`` places, including ties with the last of them."""
    return rank <= most


def is_among_last(rank: int, sharing: int, ranked: int, most: int) -> bool:
    """Whether a rank is among the last ``most`` places: fewer than ``most`` divisions are ranked worse.

    ``sharing`` is the number of divisions with this rank, ``ranked`` that of all ranked divisions.
    """
    return ranked - rank - sharing + 1 < most


def red_list(period: PeriodRanking) -> tuple[str, ...]:
    """Return the ids of the divisions on the red list, best first; empty if the version has no such list.

    Divisions that would be on both lists, because nearly all are tied, are on neither.
    """
    listed = _first(period) - _last(period)
    return tuple(each.division for each in period.ranked if each.division in listed)


def black_list(period: PeriodRanking) -> tuple[str, ...]:
    """Return the ids of the divisions on the black list, best first; empty if the version has no such list.

    Divisions that would be on both lists, because nearly all are tied, are on neither.
    """
    listed = _last(period) - _first(period)
    return tuple(each.division for each in period.ranked if each.division in listed)


def _first(period: PeriodRanking) -> set[str]:
    rule = period.version.red_list
    if rule is None:
        return set()
    return {each.division for each in period.ranked if is_among_first(each.rank, rule.first)}


def _last(period: PeriodRanking) -> set[str]:
    rule = period.version.black_list
    if rule is None:
        return set()
    ranked = len(period.ranked)
    sharing = Counter(each.rank for each in period.ranked)
    return {
        each.division
        for each in period.ranked
        if is_among_last(each.rank, sharing[each.rank], ranked, rule.last)
    }
