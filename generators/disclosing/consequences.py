"""Visible consequences, with the entries whose grounds are visible.

A consequence is internal by default. A public one has no entries for periods, targets, problems or tiers that
the public does not see (decisions/025).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import assert_never

from generators.model.address import Address
from generators.model.grouping import grouped
from generators.model.visibility import Visibility
from generators.results.consequences import (
    ConsequenceEntry,
    ConsequenceResult,
    ProblemsGround,
    RankGround,
    StatusGround,
    TierGround,
)
from generators.results.figures import Progress
from generators.results.ledgers import Ledger
from generators.results.rankings import SchemeRankings
from generators.results.tiers import LadderResult


def visible_consequences(
    visibility: Visibility, results: Mapping[Address, ConsequenceResult], grounds: VisibleGrounds
) -> dict[Address, ConsequenceResult]:
    """Return visible consequences by address, with the entries whose grounds are in ``grounds``."""
    return {
        address: result if visibility.is_whole else grounds.visible(result)
        for address, result in results.items()
        if visibility.consequence(address)
    }


@dataclass(frozen=True)
class VisibleGrounds:
    """The visible rankings, progress, ledgers and ladders, which are the grounds of consequences."""

    rankings: Mapping[Address, SchemeRankings]
    progress: tuple[Progress, ...]
    ledgers: Mapping[str, Ledger]
    ladder_results: Mapping[Address, LadderResult]

    @cached_property
    def _progress_of(self) -> Mapping[tuple[str, str], tuple[Progress, ...]]:
        return grouped(((each.division, each.indicator), each) for each in self.progress)

    @cached_property
    def _problems(self) -> frozenset[str]:
        return frozenset(each.filed.address for ledger in self.ledgers.values() for each in ledger.standings)

    def visible(self, result: ConsequenceResult) -> ConsequenceResult:
        """Return a visible consequence with its visible periods and the entries with visible grounds."""
        rank = result.consequence.rank_trigger
        if rank is not None:
            rankings = self.rankings[result.address.sibling(rank.scheme)]
            shown = {each.period for each in rankings.periods}
            result = replace(result, periods=tuple(each for each in result.periods if each in shown))
        entries = (self._entry(result, each) for each in result.entries)
        return replace(result, entries=tuple(each for each in entries if each is not None))

    def _entry(self, result: ConsequenceResult, entry: ConsequenceEntry) -> ConsequenceEntry | None:
        match entry.ground:
            case RankGround(period=period):
                return entry if period in result.periods else None
            case StatusGround(progress=progress):
                return self._by_status(entry, progress)
            case ProblemsGround(overdue=overdue):
                return entry if self._problems.issuperset(overdue) else None
            case TierGround(trigger=trigger):
                shown = self.ladder_results[result.address.sibling(trigger.ladder)].standings
                return entry if entry.division in shown else None
            case never:
                assert_never(never)

    def _by_status(self, entry: ConsequenceEntry, progress: Progress) -> ConsequenceEntry | None:
        """Return the entry with the visible progress; ``None`` if that is withheld."""
        known = self._progress_of.get((progress.division, progress.indicator), ())
        visible = next((each for each in known if each.target == progress.target), None)
        return replace(entry, ground=StatusGround(visible)) if visible is not None else None
