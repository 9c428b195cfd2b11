"""Finds the divisions to which consequences apply: per closed period for ranks, else on the day.

A consequence applies to all divisions that fulfil its trigger, including those tied with the last place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import assert_never

from generators.measuring.rankings.lists import is_among_first, is_among_last
from generators.model.address import Address
from generators.model.bounds import AtLeast, AtMost, Bound, FirstPlaces, LastPlaces
from generators.model.consequence import (
    Consequence,
    ProblemsTrigger,
    RankTrigger,
    StatusTrigger,
    TierTrigger,
)
from generators.model.dataset import Dataset
from generators.model.grouping import grouped
from generators.results.consequences import (
    ConsequenceEntry,
    ConsequenceResult,
    ProblemsGround,
    RankGround,
    StatusGround,
    TierGround,
)
from generators.results.ledgers import ProblemState
from generators.results.rankings import PeriodRanking
from generators.results.snapshot import Snapshot


def consequence_results(dataset: Dataset, snapshot: Snapshot) -> dict[Address, ConsequenceResult]:
    """Return every consequence with those to whom it applies, by its address ``programme/consequence``.

    ``snapshot`` has to hold the rankings.
    """
    return {
        address: _Evaluation(dataset, snapshot, address.programme).result(address, consequence)
        for address, consequence in dataset.consequences.items()
    }


@dataclass(frozen=True, slots=True)
class _Evaluation:
    """Evaluates the consequences of one programme."""

    dataset: Dataset
    snapshot: Snapshot
    programme: str

    def result(self, address: Address, consequence: Consequence) -> ConsequenceResult:
        """Return the consequence with its entries."""
        rank = consequence.rank_trigger
        periods = self._periods(consequence, rank) if rank is not None else ()
        return ConsequenceResult(
            address=address,
            consequence=consequence,
            day=self._day,
            periods=tuple(each.period for each in periods),
            entries=tuple(self._entries(consequence)),
        )

    @property
    def _day(self) -> date:
        return self.snapshot.days[self.programme]

    def _entries(self, consequence: Consequence) -> Iterator[ConsequenceEntry]:
        if consequence.rank_trigger is None and not consequence.is_in_force(self._day):
            return
        match consequence.when:
            case RankTrigger() as rank:
                for period in self._periods(consequence, rank):
                    yield from entries_of_period(period, rank)
            case StatusTrigger() as status:
                yield from self._by_status(consequence, status)
            case ProblemsTrigger() as problems:
                yield from self._by_problems(consequence, problems)
            case TierTrigger() as tier:
                yield from self._by_tier(tier)
            case never:
                assert_never(never)

    def _periods(self, consequence: Consequence, trigger: RankTrigger) -> tuple[PeriodRanking, ...]:
        """Return the closed periods at whose end the consequence was in force."""
        rankings = self.snapshot.rankings[Address.of(self.programme, trigger.scheme)]
        return tuple(
            each
            for each in rankings.periods
            if each.period.end is not None and consequence.is_in_force(each.period.end)
        )

    def _divisions(self, consequence: Consequence) -> tuple[str, ...]:
        """Return the existing divisions of the consequence's level in the programme's area."""
        owner = self.dataset.programmes[self.programme].owner
        return self.dataset.members_on(self._day, owner, consequence.level)

    def _by_status(self, consequence: Consequence, trigger: StatusTrigger) -> Iterator[ConsequenceEntry]:
        indicator = Address.of(self.programme, trigger.indicator)
        statuses = {status.value for status in trigger.statuses}
        fitting = grouped(
            (progress.division, progress)
            for progress in self.snapshot.progress
            if progress.indicator == indicator and progress.status.value in statuses
        )
        for division in self._divisions(consequence):
            for progress in fitting.get(division, ()):
                yield ConsequenceEntry(division, StatusGround(progress))

    def _by_problems(self, consequence: Consequence, trigger: ProblemsTrigger) -> Iterator[ConsequenceEntry]:
        ledger = self.snapshot.ledgers.get(self.programme)
        overdue = grouped(
            (name, standing.filed.address)
            for standing in (ledger.standings if ledger is not None else ())
            if standing.state is ProblemState.OVERDUE
            for name in self.dataset.upwards_on(self._day, standing.filed.division)
        )
        for division in self._divisions(consequence):
            found = overdue.get(division, ())
            if len(found) >= trigger.overdue_at_least:
                yield ConsequenceEntry(division, ProblemsGround(found))

    def _by_tier(self, trigger: TierTrigger) -> Iterator[ConsequenceEntry]:
        address = Address.of(self.programme, trigger.ladder)
        ladder = self.dataset.ladders[address]
        tiers = [tier.id for tier in ladder.tiers]
        for division, standing in self.snapshot.ladder_results[address].standings.items():
            rank = standing.rank
            if rank is not None and _is_within(rank, trigger.bound, tiers):
                yield ConsequenceEntry(division, TierGround(trigger, rank))


def _is_within(rank: int, bound: Bound[str], tiers: Sequence[str]) -> bool:
    match bound:
        case AtLeast(tier):
            return rank >= tiers.index(tier)
        case AtMost(tier):
            return rank <= tiers.index(tier)
        case never:
            assert_never(never)


def entries_of_period(period: PeriodRanking, trigger: RankTrigger) -> Iterator[ConsequenceEntry]:
    """Yield an entry for each ranked division whose rank fulfils ``trigger``, best rank first.

    Tied divisions share a rank (1 2 2 4). A division is among the first n if its rank is at most n, among
    the last n if fewer than n divisions are ranked worse. Unranked divisions are never among them.
    """
    ranked = len(period.ranked)
    sharing = Counter(period.ranks.values())
    for division, rank in period.ranks.items():
        band = trigger.band_of(rank)
        match trigger.places:
            case FirstPlaces(count):
                is_among = is_among_first(rank, count)
                is_edge_tie = rank + sharing[rank] - 1 > (band.first if band is not None else count)
            case LastPlaces(count):
                is_among = is_among_last(rank, sharing[rank], ranked, count)
                is_edge_tie = ranked - rank + 1 > count
            case never:
                assert_never(never)
        if not is_among:
            continue
        ground = RankGround(trigger, period.period, rank, ranked, sharing[rank], band, is_edge_tie)
        yield ConsequenceEntry(division, ground)
