"""What one audience may see: all that composing and everything after it receives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property

from generators.model.correction import Correction
from generators.model.division import Division
from generators.model.document import Bulletin, Case, Document, FreePage
from generators.model.observation import Observation
from generators.model.programme import Programme
from generators.model.register import Register
from generators.model.series import Series
from generators.model.site import Site
from generators.model.source import Source
from generators.model.target import FiledTarget
from generators.results.changes import Changes, Span
from generators.results.commitments import CommitmentBook, CommitmentStanding
from generators.results.consequences import ConsequenceEntry, ConsequenceResult
from generators.results.deadlines import PublicationDeadline
from generators.results.facts import Fact, FactRequest
from generators.results.figures import Discrepancy, Measured, Progress
from generators.results.inspections import InspectionRecord, Round, VisitResult
from generators.results.ledgers import Ledger, ProblemStanding
from generators.results.rankings import DivisionScore, PeriodRanking, SchemeRankings
from generators.results.tiers import Checklist, LadderResult


class Audience(StrEnum):
    """For whom a site is built."""

    PUBLIC = "public"
    INTERNAL = "internal"


@dataclass(frozen=True, slots=True)
class LatestPlace:
    """A division in the latest ranking of a scheme: its index among the ranked, ``None`` if it is not."""

    scheme: str
    period: PeriodRanking
    place: int | None
    score: DivisionScore


@dataclass(frozen=True)
class Publication(Register):
    """A dataset and its measurements with everything removed that the audience may not see."""

    audience: Audience
    as_of: date
    site: Site
    days: Mapping[str, date]
    series: Mapping[str, Series]
    sources: Mapping[str, Source]
    divisions: Mapping[str, Division]
    programmes: Mapping[str, Programme]
    targets: tuple[FiledTarget, ...]
    observations: tuple[Observation, ...]
    corrections: tuple[Correction, ...]
    progress: tuple[Progress, ...]
    values: Mapping[tuple[str, str], Measured]
    discrepancies: tuple[Discrepancy, ...]
    bulletins: tuple[Document[Bulletin], ...]
    cases: tuple[Document[Case], ...]
    pages: tuple[Document[FreePage], ...]
    attachments: tuple[str, ...]
    ledgers: Mapping[str, Ledger]
    commitment_books: Mapping[str, CommitmentBook]
    inspection_records: Mapping[str, InspectionRecord]
    ladder_results: Mapping[str, LadderResult]
    checklists: Mapping[tuple[str, str], Checklist]
    rankings: Mapping[str, SchemeRankings]
    consequence_results: Mapping[str, ConsequenceResult]
    publication_deadlines: tuple[PublicationDeadline, ...] = ()
    changes: Mapping[Span, Changes] = field(default_factory=dict)
    facts: Mapping[FactRequest, Fact] = field(default_factory=dict)

    @cached_property
    def observations_by_figure(self) -> Mapping[tuple[str, str], tuple[Observation, ...]]:
        """Return the observations of each (division, indicator address), earliest first."""
        found: dict[tuple[str, str], list[Observation]] = {}
        for observation in self.observations:
            found.setdefault((observation.division, observation.indicator), []).append(observation)
        return {key: tuple(items) for key, items in found.items()}

    @cached_property
    def progress_by_division(self) -> Mapping[str, tuple[Progress, ...]]:
        """Return the progress of each division's targets."""
        found: dict[str, list[Progress]] = {}
        for progress in self.progress:
            found.setdefault(progress.division, []).append(progress)
        return {division: tuple(items) for division, items in found.items()}

    @cached_property
    def progress_by_programme(self) -> Mapping[str, tuple[Progress, ...]]:
        """Return the progress of each programme's targets; every programme has an entry."""
        found: dict[str, list[Progress]] = {name: [] for name in self.programmes}
        for progress in self.progress:
            found[progress.indicator.partition("/")[0]].append(progress)
        return {programme: tuple(items) for programme, items in found.items()}

    @cached_property
    def targets_by_figure(self) -> Mapping[tuple[str, str], tuple[FiledTarget, ...]]:
        """Return the targets that each division filed, by (division, indicator address)."""
        found: dict[tuple[str, str], list[FiledTarget]] = {}
        for filed in self.targets:
            found.setdefault((filed.division, filed.target.indicator), []).append(filed)
        return {key: tuple(items) for key, items in found.items()}

    @cached_property
    def values_by_indicator(self) -> Mapping[str, Mapping[str, Measured]]:
        """Return the measured values of each indicator address by division."""
        found: dict[str, dict[str, Measured]] = {}
        for (division, address), measured in self.values.items():
            found.setdefault(address, {})[division] = measured
        return found

    @cached_property
    def problems_by_division(self) -> Mapping[str, tuple[ProblemStanding, ...]]:
        """Return the problems of each village, and of each township with those of its villages."""
        found: dict[str, list[ProblemStanding]] = {}
        for ledger in self.ledgers.values():
            for standing in ledger.standings:
                for division in dict.fromkeys((standing.filed.township, standing.filed.division)):
                    found.setdefault(division, []).append(standing)
        return {division: tuple(items) for division, items in found.items()}

    @cached_property
    def consequences_by_division(
        self,
    ) -> Mapping[str, tuple[tuple[ConsequenceResult, ConsequenceEntry], ...]]:
        """Return what applies to each division now, of rankings in the latest period."""
        found: dict[str, list[tuple[ConsequenceResult, ConsequenceEntry]]] = {}
        for result in self.consequence_results.values():
            for entry in result.latest:
                found.setdefault(entry.division, []).append((result, entry))
        return {division: tuple(items) for division, items in found.items()}

    @cached_property
    def problem_titles(self) -> Mapping[str, str]:
        """Return what every problem of the ledgers is about, by its address."""
        return {
            each.filed.address: each.filed.entry.title
            for ledger in self.ledgers.values()
            for each in ledger.standings
        }

    @cached_property
    def latest_places(self) -> Mapping[str, tuple[LatestPlace, ...]]:
        """Return the place of each division in the latest ranking of every scheme it takes part in."""
        found: dict[str, list[LatestPlace]] = {}
        for address, rankings in self.rankings.items():
            period = rankings.latest
            if period is None:
                continue
            places = [LatestPlace(address, period, at, each.score) for at, each in enumerate(period.ranked)]
            places += [LatestPlace(address, period, None, each) for each in period.insufficient]
            places += [LatestPlace(address, period, None, each) for each in period.vetoed]
            for place in places:
                found.setdefault(place.score.division, []).append(place)
        return {division: tuple(places) for division, places in found.items()}

    @cached_property
    def absorbed(self) -> Mapping[str, tuple[Division, ...]]:
        """Return by village those that were merged into it by the day of this publication."""
        found: dict[str, list[Division]] = {}
        for division in self.divisions.values():
            if division.successor is not None and not division.exists_on(self.as_of):
                found.setdefault(division.successor, []).append(division)
        return {successor: tuple(merged) for successor, merged in found.items()}

    @cached_property
    def commitments_by_division(self) -> Mapping[str, tuple[CommitmentStanding, ...]]:
        """Return the commitments of each village, and of each township with those of its villages."""
        found: dict[str, list[CommitmentStanding]] = {}
        for book in self.commitment_books.values():
            for standing in book.standings:
                for division in dict.fromkeys((standing.filed.township, standing.filed.division)):
                    found.setdefault(division, []).append(standing)
        return {division: tuple(items) for division, items in found.items()}

    @cached_property
    def cases_by_division(self) -> Mapping[str, tuple[Document[Case], ...]]:
        """Return the cases of each division, those of everything within it included."""
        found: dict[str, list[Document[Case]]] = {}
        for case in self.cases:
            home = case.front.division
            for division in (home, *(each.id for each in self.ancestors(home))):
                found.setdefault(division, []).append(case)
        return {division: tuple(cases) for division, cases in found.items()}

    @cached_property
    def bulletins_by_division(self) -> Mapping[str, tuple[Document[Bulletin], ...]]:
        """Return the bulletins that name each division, or a programme that it owns."""
        found: dict[str, list[Document[Bulletin]]] = {}
        for bulletin in self.bulletins:
            named = [self.programmes[name] for name in bulletin.front.programmes if name in self.programmes]
            owners = (programme.owner for programme in named)
            for division in dict.fromkeys((*bulletin.front.divisions, *owners)):
                found.setdefault(division, []).append(bulletin)
        return {division: tuple(bulletins) for division, bulletins in found.items()}

    @cached_property
    def visits_by_division(self) -> Mapping[str, tuple[tuple[Round, VisitResult], ...]]:
        """Return the visits to each division, and to each township with those to its villages."""
        found: dict[str, list[tuple[Round, VisitResult]]] = {}
        for record in self.inspection_records.values():
            for each in record.rounds:
                for visit in each.visits:
                    for division in dict.fromkeys((visit.township, visit.visit.division)):
                        if division is not None:
                            found.setdefault(division, []).append((each, visit))
        return {division: tuple(items) for division, items in found.items()}

    def is_fictional(self, programme: str) -> bool:
        """Whether the programme's owner is a fictional division."""
        return self.divisions[self.programmes[programme].owner].fictional
