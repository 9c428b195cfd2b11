"""Measures inspections on one day: the visits, scores, findings and reach of each round."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import assert_never

from generators.measuring.figures.figures import Figures
from generators.measuring.figures.quotients import quotient
from generators.measuring.figures.window import Window
from generators.measuring.once import members_on
from generators.measuring.provenance import united
from generators.model.address import Address
from generators.model.computed import InspectionFigure
from generators.model.dataset import Dataset
from generators.model.division import Level
from generators.model.grouping import grouped, in_order
from generators.model.inspection import Inspection, Visit
from generators.results.contributions import NO_CONTRIBUTIONS, Contributions
from generators.results.figures import Measured, Origin, ValueState
from generators.results.inspections import InspectionRecord, Reach, Round, VisitResult
from generators.results.ledgers import Ledger, ProblemStanding

Villages = Mapping[str, tuple[str, ...]]
"""Villages by the division directly above them: a township, or a county without townships."""


@dataclass(frozen=True)
class Findings:
    """The standings of problems that visits may have found, by address and by the round they name."""

    by_address: Mapping[str, ProblemStanding]
    by_round: Mapping[str, tuple[ProblemStanding, ...]]

    @classmethod
    def of(cls, ledgers: Iterable[Ledger]) -> Findings:
        """Return the problems of all ``ledgers``."""
        standings = [standing for ledger in ledgers for standing in ledger.standings]
        return cls(
            {each.filed.address: each for each in standings},
            grouped(
                (found.inspection, each)
                for each in standings
                if (found := each.events[0].found) is not None and found.inspection is not None
            ),
        )


def villages_of(dataset: Dataset, owner: str, day: date) -> Villages:
    """Return the villages in the area of ``owner`` that exist on ``day``, in the order of the divisions."""
    found = grouped(
        (upper, name)
        for name in dataset.members_on(day, owner, Level.VILLAGE)
        if name != owner and (upper := dataset.upper_on(day, name)) is not None
    )
    return in_order(found, dataset.divisions)


def round_of(dataset: Dataset, inspection: Inspection, day: date, findings: Findings) -> Round:
    """Return one round with its visits by ``day`` and their findings."""
    named = findings.by_round.get(inspection.id, ())
    named_in = grouped((each.filed.division, each.filed.address) for each in named)
    visits = tuple(
        _visit(dataset, visit, named_in.get(visit.division, ()), findings)
        for visit in inspection.visits
        if visit.on <= day
    )
    visited = {each.visit.division for each in visits}
    villages = villages_of(dataset, dataset.programmes[inspection.programme].owner, min(day, inspection.end))
    listed = [standing for each in visits for standing in each.findings]
    every = {standing.filed.address: standing for standing in (*listed, *named)}
    return Round(inspection, day, visits, tuple(every.values()), _reach(villages, visited))


def _visit(dataset: Dataset, visit: Visit, named: Iterable[str], findings: Findings) -> VisitResult:
    """Return a visit with the problems that it lists and those, ``named``, that name its round."""
    addresses = [dataset.problem_address(visit.division, each) for each in visit.findings]
    addresses += named
    found = tuple(
        findings.by_address[address] for address in dict.fromkeys(addresses) if address in findings.by_address
    )
    return VisitResult(visit, dataset.township_of(visit.division), found)


def _reach(villages: Villages, visited: Iterable[str]) -> dict[str, Reach]:
    reached = frozenset(visited)
    return {
        upper: Reach(sum(name in reached for name in names), len(names)) for upper, names in villages.items()
    }


def record_of(
    dataset: Dataset, programme: str, day: date, rounds: Iterable[Round], *, is_whole: bool = True
) -> InspectionRecord:
    """Return the record of ``rounds``, given earliest first, with their joint reach on ``day``.

    ``is_whole`` is false if some rounds are withheld.
    """
    listed = tuple(rounds)
    latest: dict[str, date] = {}
    for each in (visit.visit for found in listed for visit in found.visits):
        latest[each.division] = max(each.on, latest.get(each.division, each.on))
    villages = villages_of(dataset, dataset.programmes[programme].owner, day)
    return InspectionRecord(
        programme=programme,
        day=day,
        rounds=listed,
        last_visits={name: latest.get(name) for names in villages.values() for name in names},
        reach=_reach(villages, latest),
        is_whole=is_whole,
    )


def inspection_records(
    dataset: Dataset, days: Mapping[str, date], ledgers: Iterable[Ledger]
) -> dict[str, InspectionRecord]:
    """Return the record of every programme with a round that began by its day in ``days``, by id.

    The records are in the order of the programmes.
    """
    findings = Findings.of(ledgers)
    begun = grouped(
        (inspection.programme, round_of(dataset, inspection, days[inspection.programme], findings))
        for inspection in sorted(dataset.inspections.values(), key=lambda each: (each.start, each.id))
        if inspection.start <= days[inspection.programme]
    )
    return {
        programme: record_of(dataset, programme, days[programme], rounds)
        for programme, rounds in in_order(begun, dataset.programmes).items()
    }


def inspected_figure(
    figures: Figures, division: str, address: Address, figure: InspectionFigure, window: Window | None
) -> Measured:
    """Return the mean score of the latest scoring round in ``division``, or its share of visited villages.

    Only visits by the programme's day count, and only those within ``window`` if it is given. The score is
    unreported without such visits; the share is unreported while the programme has no visit at all, and not
    applicable if the division has no villages.
    """
    dataset = figures.dataset
    programme = address.programme
    day = figures.cutoff(address).day
    visits = [
        (inspection, visit)
        for inspection, visit in dataset.visits_by_division.get((programme, division), ())
        if visit.on <= day and (window is None or window.contains(visit.on))
    ]
    match figure:
        case InspectionFigure.SCORE:
            found, internal = _score(visits), _scoring(figures, visits)
        case InspectionFigure.COVERAGE:
            found = _coverage(figures, division, address, [visit for _, visit in visits])
            internal = _visited_internally(
                figures, visits, is_everywhere=found.numerator == found.denominator
            )
        case never:
            assert_never(never)
    internal = internal or figures.provenance.of_visits(visits)
    return replace(found, internal=internal) if internal else found


def _scoring(figures: Figures, visits: Iterable[tuple[Inspection, Visit]]) -> Contributions:
    """Return the internal visits of the latest scoring round, which alone enters the score."""
    scored = [each for each in visits if each[1].score is not None]
    return figures.provenance.of_visits(each for each in scored if each[0].id == scored[-1][0].id)


def _visited_internally(
    figures: Figures, visits: Iterable[tuple[Inspection, Visit]], *, is_everywhere: bool
) -> Contributions:
    """Return the internal visits to villages that no public round visited; only they change the coverage.

    Where every village was visited the coverage tells it of each.
    """
    internal: dict[str, Contributions] = {}
    public: set[str] = set()
    for each in visits:
        found = figures.provenance.of_visits([each])
        if found:
            internal[each[1].division] = internal.get(each[1].division, NO_CONTRIBUTIONS) | found
        else:
            public.add(each[1].division)
    alone = [found for division, found in internal.items() if division not in public]
    return united(alone[:1] if is_everywhere else alone)


def _score(visits: Iterable[tuple[Inspection, Visit]]) -> Measured:
    by_round = grouped(
        (inspection.id, visit.score) for inspection, visit in visits if visit.score is not None
    )
    if not by_round:
        return Measured(ValueState.UNREPORTED, Origin.DERIVED)
    scores = list(by_round.values())[-1]
    total, count = sum(scores, Decimal(0)), Decimal(len(scores))
    return Measured(ValueState.KNOWN, Origin.DERIVED, total / count, total, count)


def _coverage(figures: Figures, division: str, address: Address, visits: Iterable[Visit]) -> Measured:
    dataset, day = figures.dataset, figures.cutoff(address).day
    programme = dataset.programmes[address.programme]
    known = dataset.visits_by_division.get((programme.id, programme.owner), ())
    if not any(visit.on <= day for _, visit in known):
        return Measured(ValueState.UNREPORTED, Origin.DERIVED)
    villages = figures.once(members_on, day, division, Level.VILLAGE)
    if not villages:
        return Measured(ValueState.NOT_APPLICABLE, Origin.DERIVED)
    visited = {visit.division for visit in visits}
    part, whole = Decimal(sum(name in visited for name in villages)), Decimal(len(villages))
    share = quotient(part, whole, dataset.indicators[address].measure)
    return Measured(ValueState.KNOWN, Origin.DERIVED, share, part, whole)
