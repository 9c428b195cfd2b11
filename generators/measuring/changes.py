"""Computes the changes between two days by comparing what was known on each of them.

Each day is measured as it was known then, so a late report or a correction is a change on the day on which
it was filed. What exists on only one of the days is not compared: a village merged in between has no change.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import chain
from types import MappingProxyType
from typing import Final

from generators.measuring.tiers.moves import kind_of_move
from generators.model.address import Address
from generators.model.calendar import months_before
from generators.model.dataset import Dataset
from generators.model.grouping import grouped
from generators.model.scalars import Amount
from generators.model.shared_numbers import shared
from generators.model.site import Thresholds
from generators.results.changes import (
    Changes,
    News,
    ProblemChange,
    RankChange,
    RankInPeriod,
    Reading,
    ReportChange,
    SizeClass,
    Span,
    StatusChange,
    TierChange,
    Turn,
    ValueChange,
)
from generators.results.figures import Measured, Progress, Status
from generators.results.ledgers import ProblemStanding
from generators.results.rankings import PeriodRanking
from generators.results.snapshot import Snapshot
from generators.results.tiers import MoveKind

_MONTHS: Final = MappingProxyType({Span.MONTH: 1, Span.QUARTER: 3, Span.YEAR: 12})

_NEVER_REPORTED: Final = Reading()


def days_compared(dataset: Dataset, as_of: date) -> dict[Span, date]:
    """Return the earlier day of each comparison with ``as_of``.

    A comparison is left out if the data of all programmes end before its earlier day.
    """
    until = max((each.observed_until or as_of for each in dataset.programmes.values()), default=date.min)
    days = {span: months_before(as_of, months) for span, months in _MONTHS.items()}
    return {span: day for span, day in days.items() if day < until}


def relative_size(before: Decimal, after: Decimal) -> Decimal:
    """Return |a − b| ÷ (|a| + |b|), from 0 to 1; unlike a growth rate it is defined for changes from zero."""
    if before == after:
        return Decimal(0)
    return shared(abs(before - after) / (abs(before) + abs(after)))


def size_class(size: Decimal, thresholds: Thresholds) -> SizeClass:
    """Return the class of a relative size by the ``thresholds`` of the site."""
    if size >= thresholds.large_change:
        return SizeClass.LARGE
    return SizeClass.NOTABLE if size >= thresholds.notable_change else SizeClass.SMALL


def changes_between(dataset: Dataset, before: Snapshot, after: Snapshot) -> Changes:
    """Return all differences between two snapshots of ``dataset``, most important first.

    Changes for the worse come before those for the better, a county before its townships and villages,
    large changes before small ones.
    """
    order = _Order(dataset)
    return Changes(
        since=before.as_of,
        until=after.as_of,
        values=tuple(sorted(_values(dataset, before, after), key=order.of_value)),
        statuses=tuple(sorted(_statuses(before, after), key=order.of_status)),
        ranks=tuple(sorted(_ranks(before, after), key=_rank_order)),
        tiers=tuple(sorted(_tiers(before, after), key=_tier_order)),
        problems=tuple(sorted(_problems(before, after), key=_problem_order)),
        reports=tuple(sorted(_reports(before, after), key=order.of_report)),
    )


def _values(dataset: Dataset, before: Snapshot, after: Snapshot) -> Iterator[ValueChange]:
    for key in {**after.values, **before.values}:
        one, other = _reading(before.values.get(key)), _reading(after.values.get(key))
        if one == other:
            continue
        size = None
        if isinstance(one.value, Decimal) and isinstance(other.value, Decimal):
            size = relative_size(one.value, other.value)
        classified = size_class(size, dataset.site.thresholds) if size is not None else None
        yield ValueChange(*key, one, other, size, classified)


def _reading(measured: Measured | None) -> Reading:
    if measured is None:
        return _NEVER_REPORTED
    return Reading(measured.state, measured.value, measured.qualifier)


def _statuses(before: Snapshot, after: Snapshot) -> Iterator[StatusChange]:
    earlier = {_target_key(each): each.status for each in before.progress}
    for key, later in {_target_key(each): each.status for each in after.progress}.items():
        status = earlier.get(key, later)
        if status is not later:
            yield StatusChange(*key, status, later)


_TargetKey = tuple[str, Address, date, date, Amount, bool]


def _target_key(progress: Progress) -> _TargetKey:
    target = progress.target
    is_each = target.each is not None
    return (progress.division, progress.indicator, target.start, target.due, target.value, is_each)


def _ranks(before: Snapshot, after: Snapshot) -> Iterator[RankChange]:
    for scheme, rankings in after.rankings.items():
        earlier = before.rankings[scheme].latest if scheme in before.rankings else None
        later = rankings.latest
        if earlier is None or later is None:
            continue
        one, other = _places(earlier), _places(later)
        for division in other:
            if division in one and one[division].rank != other[division].rank:
                yield RankChange(scheme, division, one[division], other[division])


def _places(period: PeriodRanking) -> dict[str, RankInPeriod]:
    name = period.period.text
    apart = (*period.insufficient, *period.vetoed)
    ranked = {division: RankInPeriod(name, rank) for division, rank in period.ranks.items()}
    return ranked | {each.division: RankInPeriod(name, None) for each in apart}


def _tiers(before: Snapshot, after: Snapshot) -> Iterator[TierChange]:
    for address, result in after.ladder_results.items():
        earlier = before.ladder_results.get(address)
        if earlier is None:
            continue
        for division, standing in result.standings.items():
            if division not in earlier.standings:
                continue
            one, other = earlier.standings[division].rank, standing.rank
            if one != other:
                yield TierChange(address, division, kind_of_move(one, other), one, other)


def _problems(before: Snapshot, after: Snapshot) -> Iterator[ProblemChange]:
    earlier, later = _standings(before), _standings(after)
    for address in {**later, **earlier}:
        one, other = earlier.get(address), later.get(address)
        known = other or one
        if known is None:
            continue
        change = ProblemChange(
            programme=known.filed.entry.programme,
            address=address,
            division=known.filed.division,
            before=one.state if one is not None else None,
            after=other.state if other is not None else None,
            reopened_before=one.times_reopened if one is not None else 0,
            reopened_after=other.times_reopened if other is not None else 0,
        )
        if (change.before, change.reopened_before) != (change.after, change.reopened_after):
            yield change


def _standings(snapshot: Snapshot) -> dict[str, ProblemStanding]:
    return {each.filed.address: each for ledger in snapshot.ledgers.values() for each in ledger.standings}


def _reports(before: Snapshot, after: Snapshot) -> Iterator[ReportChange]:
    earlier = _overdue(before)
    for key, other in _overdue(after).items():
        one = earlier.get(key, other)
        if one != other:
            yield ReportChange(*key, one, other)


def _overdue(snapshot: Snapshot) -> dict[tuple[str, Address], tuple[str, ...]]:
    """Return the names of the overdue periods, which may be none, by division and indicator with a target."""
    found = grouped(
        ((each.division, each.indicator), each.flags.overdue_periods) for each in snapshot.progress
    )
    return {
        key: tuple(each.text for each in sorted(set(chain(*periods)), key=lambda each: each.sort_key))
        for key, periods in found.items()
    }


_TURNS: Final = tuple(Turn)
_SEVERITIES: Final = (Status.MISSED, Status.FAR_BEHIND, Status.BEHIND, Status.UNREPORTED)
_MOVES: Final = (MoveKind.DOWN, MoveKind.LAPSED, MoveKind.UP, MoveKind.NEW)
_SIZES: Final = (SizeClass.LARGE, None, SizeClass.NOTABLE, SizeClass.SMALL)
_NEWS: Final = tuple(News)


@dataclass(frozen=True, slots=True)
class _Order:
    """Sort keys of changes; the sort is stable, so equal keys keep the order of measuring."""

    dataset: Dataset

    def of_value(self, change: ValueChange) -> tuple[int, int, Decimal]:
        """Return the key that sorts by size class, then level, then size."""
        return (_SIZES.index(change.size_class), self._depth(change.division), -(change.size or Decimal(0)))

    def of_status(self, change: StatusChange) -> tuple[int, int, int]:
        """Return the key that sorts by direction, worse first, then severity of the status, then level."""
        is_severe = change.after in _SEVERITIES
        severity = _SEVERITIES.index(change.after) if is_severe else len(_SEVERITIES)
        return (_TURNS.index(change.turn), severity, self._depth(change.division))

    def of_report(self, change: ReportChange) -> tuple[bool, int, int]:
        """Return the key that sorts newly overdue periods first, then by level, then by their number."""
        return (not change.newly_overdue, self._depth(change.division), -len(change.newly_overdue))

    def _depth(self, division: str) -> int:
        return self.dataset.divisions[division].level.depth


def _rank_order(change: RankChange) -> tuple[int, int]:
    """Return the key that sorts divisions no longer ranked first, then the largest moves, then new ones."""
    if change.after.rank is None:
        return (0, 0)
    return (2, change.after.rank) if change.rise is None else (1, -abs(change.rise))


def _tier_order(change: TierChange) -> int:
    return _MOVES.index(change.kind)


def _problem_order(change: ProblemChange) -> int:
    return min((_NEWS.index(news) for news in change.news), default=len(_NEWS))
