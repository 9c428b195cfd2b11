"""Red and black lists (红榜、黑榜): the first and the last places of a period, by the scheme's version."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from generators.results.rankings import PeriodRanking


def with_lists(period: PeriodRanking) -> PeriodRanking:
    """Return ``period`` with its red and its black list."""
    return replace(period, red=red_list(period), black=black_list(period))


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
