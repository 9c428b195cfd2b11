"""What one audience may see: the only input of composing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import chain

from generators.disclosing.closings import PublishedClosing
from generators.model.address import Address
from generators.model.area_map import AreaMap
from generators.model.correction import Correction
from generators.model.division import Division
from generators.model.document import Bulletin, Case, Document, FreePage
from generators.model.grouping import grouped
from generators.model.observation import Observation, ObservationIndex
from generators.model.programme import Programme
from generators.model.register import Register
from generators.model.remark import FiledRemark
from generators.model.series import Series
from generators.model.site import Site
from generators.model.source import Source
from generators.model.target import FiledTarget
from generators.model.visibility import Audience
from generators.results.changes import Changes, Span
from generators.results.commitments import CommitmentBook, CommitmentStanding
from generators.results.comparisons import Compared
from generators.results.consequences import ConsequenceEntry, ConsequenceResult
from generators.results.deadlines import PublicationDeadline
from generators.results.facts import Fact, FactRequest
from generators.results.figures import Discrepancy, Measured, Progress
from generators.results.inspections import InspectionRecord, Round, VisitResult
from generators.results.ledgers import Ledger, ProblemStanding
from generators.results.maps import DrawnMap
from generators.results.rankings import DivisionScore, PeriodRanking, SchemeRankings
from generators.results.tiers import Checklist, LadderResult


@dataclass(frozen=True, slots=True)
class LatestPlace:
    """A division in the latest ranking of a scheme; ``place`` is its index among the ranked, if any."""

    scheme: Address
    period: PeriodRanking
    place: int | None
    score: DivisionScore


def _places(scheme: Address, period: PeriodRanking) -> Iterator[LatestPlace]:
    """Yield the places of all participants of a period: the ranked, then those without a rank."""
    for at, each in enumerate(period.ranked):
        yield LatestPlace(scheme, period, at, each.score)
    for score in (*period.insufficient, *period.vetoed):
        yield LatestPlace(scheme, period, None, score)


@dataclass(frozen=True)
class Publication(Register):
    """A dataset and its measurements without what the audience may not see."""

    audience: Audience
    as_of: date
    site: Site
    days: Mapping[str, date]
    series: Mapping[str, Series]
    sources: Mapping[str, Source]
    divisions: Mapping[str, Division]
    programmes: Mapping[str, Programme]
    targets: tuple[FiledTarget, ...]
    observations: ObservationIndex
    corrections: tuple[Correction, ...]
    progress: tuple[Progress, ...]
    values: Mapping[tuple[str, Address], Measured]
    discrepancies: tuple[Discrepancy, ...]
    bulletins: tuple[Document[Bulletin], ...]
    cases: tuple[Document[Case], ...]
    pages: tuple[Document[FreePage], ...]
    attachments: tuple[str, ...]
    ledgers: Mapping[str, Ledger]
    commitment_books: Mapping[str, CommitmentBook]
    inspection_records: Mapping[str, InspectionRecord]
    ladder_results: Mapping[Address, LadderResult]
    checklists: Mapping[tuple[str, Address], Checklist]
    rankings: Mapping[Address, SchemeRankings]
    consequence_results: Mapping[Address, ConsequenceResult]
    publication_deadlines: tuple[PublicationDeadline, ...] = ()
    changes: Mapping[Span, Changes] = field(default_factory=dict)
    facts: Mapping[FactRequest, Fact] = field(default_factory=dict)
    closings: tuple[PublishedClosing, ...] = ()
    remarks: tuple[FiledRemark, ...] = ()
    comparisons: Mapping[tuple[str, Address], tuple[Compared, ...]] = field(default_factory=dict)
    area_map: AreaMap | None = None
    drawn_maps: Mapping[str, DrawnMap] = field(default_factory=dict)

    @cached_property
    def all_observations(self) -> tuple[Observation, ...]:
        """Return the observations in one sequence, those of a division and indicator together."""
        return tuple(chain.from_iterable(self.observations.values()))

    @cached_property
    def progress_by_division(self) -> Mapping[str, tuple[Progress, ...]]:
        """Return the progress of each division's targets."""
        return grouped((each.division, each) for each in self.progress)

    @cached_property
    def progress_by_programme(self) -> Mapping[str, tuple[Progress, ...]]:
        """Return the progress of each programme's targets; every programme has an entry."""
        found = grouped((each.indicator.programme, each) for each in self.progress)
        return {programme: found.get(programme, ()) for programme in self.programmes}

    @cached_property
    def targets_by_figure(self) -> Mapping[tuple[str, str], tuple[FiledTarget, ...]]:
        """Return the targets that each division filed, by (division, indicator address)."""
        return grouped(((each.division, each.target.indicator), each) for each in self.targets)

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
        return grouped(
            (division, standing)
            for ledger in self.ledgers.values()
            for standing in ledger.standings
            for division in dict.fromkeys((standing.filed.township, standing.filed.division))
        )

    @cached_property
    def consequences_by_division(
        self,
    ) -> Mapping[str, tuple[tuple[ConsequenceResult, ConsequenceEntry], ...]]:
        """Return the consequences that apply to each division: in the latest period, or on the day."""
        return grouped(
            (entry.division, (result, entry))
            for result in self.consequence_results.values()
            for entry in result.latest
        )

    @cached_property
    def problem_titles(self) -> Mapping[str, str]:
        """Return the titles of the problems of the ledgers by address."""
        return {
            each.filed.address: each.filed.entry.title
            for ledger in self.ledgers.values()
            for each in ledger.standings
        }

    @cached_property
    def latest_places(self) -> Mapping[str, tuple[LatestPlace, ...]]:
        """Return the place of each division in the latest ranking of every scheme it takes part in."""
        return grouped(
            (place.score.division, place)
            for address, rankings in self.rankings.items()
            if rankings.latest is not None
            for place in _places(address, rankings.latest)
        )

    @cached_property
    def absorbed(self) -> Mapping[str, tuple[Division, ...]]:
        """Return by division those that became part of it by the day of the publication."""
        return grouped(
            (successor, each)
            for each in self.divisions.values()
            if each.end is not None and each.end.on <= self.as_of
            for successor in each.successors
        )

    @cached_property
    def commitments_by_division(self) -> Mapping[str, tuple[CommitmentStanding, ...]]:
        """Return the commitments of each village, and of each township with those of its villages."""
        return grouped(
            (division, standing)
            for book in self.commitment_books.values()
            for standing in book.standings
            for division in dict.fromkeys((standing.filed.township, standing.filed.division))
        )

    @cached_property
    def cases_by_division(self) -> Mapping[str, tuple[Document[Case], ...]]:
        """Return the cases of each division and all divisions below it."""
        return grouped(
            (division, case) for case in self.cases for division in self.upwards(case.front.division)
        )

    @cached_property
    def bulletins_by_id(self) -> Mapping[str, Document[Bulletin]]:
        """Return the bulletins by id."""
        return {each.id: each for each in self.bulletins}

    @cached_property
    def cases_by_id(self) -> Mapping[str, Document[Case]]:
        """Return the cases by id."""
        return {each.id: each for each in self.cases}

    @cached_property
    def superseded_bulletins(self) -> Mapping[str | None, tuple[str, ...]]:
        """Return the ids of the bulletins that name a bulletin as their successor, by its id."""
        return grouped((each.front.superseded_by, each.id) for each in self.bulletins)

    @cached_property
    def superseded_cases(self) -> Mapping[str | None, tuple[str, ...]]:
        """Return the ids of the cases that name a case as their successor, by its id."""
        return grouped((each.front.superseded_by, each.id) for each in self.cases)

    @cached_property
    def bulletins_by_division(self) -> Mapping[str, tuple[Document[Bulletin], ...]]:
        """Return the bulletins that name each division, or a programme that it owns."""
        return grouped(
            (division, bulletin) for bulletin in self.bulletins for division in self._named_by(bulletin.front)
        )

    def _named_by(self, front: Bulletin) -> Iterable[str]:
        """Return the divisions that a bulletin names, then the owners of its programmes, each once."""
        named = (self.programmes[name] for name in front.programmes if name in self.programmes)
        return dict.fromkeys((*front.divisions, *(programme.owner for programme in named)))

    @cached_property
    def visits_by_division(self) -> Mapping[str, tuple[tuple[Round, VisitResult], ...]]:
        """Return the visits to each division, and to each township with those to its villages."""
        return grouped(
            (division, (each, visit))
            for record in self.inspection_records.values()
            for each in record.rounds
            for visit in each.visits
            for division in dict.fromkeys((visit.township, visit.visit.division))
            if division is not None
        )

    @cached_property
    def is_wholly_fictional(self) -> bool:
        """Whether there are divisions, and all of them are fictional."""
        return bool(self.divisions) and all(each.fictional for each in self.divisions.values())

    def is_fictional(self, programme: str) -> bool:
        """Whether the programme's owner is a fictional division."""
        return self.divisions[self.programmes[programme].owner].fictional
