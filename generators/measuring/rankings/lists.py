"""红榜、黑榜: the first and the last so many of a period, as the scheme's version has them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from generators.results.rankings import PeriodRanking


def with_lists(period: PeriodRanking) -> PeriodRanking:
    """Return the period with those on both lists."""
    return replace(period, red=red_list(period), black=black_list(period))


def is_among_first(rank: int, most: int) -> bool:
    """Whether a rank is among the first so many: who ties with the last of them is in."""
    return rank <= most


def is_among_last(rank: int, sharing: int, ranked: int, most: int) -> bool:
    """Whether a rank that ``sharing`` have, of ``ranked`` in all, has fewer than ``most`` ranked worse."""
    return ranked - rank - sharing + 1 < most


def red_list(period: PeriodRanking) -> tuple[str, ...]:
    """Return those to be commended, best first; nobody where the version in force has no such list."""
    listed = _first(period) - _last(period)
    return tuple(each.division for each in period.ranked if each.division in listed)


def black_list(period: PeriodRanking) -> tuple[str, ...]:
    """Return those to be urged on, best first; nobody where the version in force has no such list.

    Who would be on both lists, because nearly all tie, is on neither.
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
