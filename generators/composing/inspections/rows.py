"""Visits and rounds of inspection as the lists show them: where, when, what score, what was found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from generators.composing.kit import urls
from generators.composing.kit.dates import day_text, span_text
from generators.composing.kit.numbers import computed, one_decimal, percentage
from generators.composing.kit.parts import Parts
from generators.composing.kit.views import BarView, Link, StatusView
from generators.composing.ledgers.states import PROBLEM_STATE_VIEWS
from generators.model.inspection import Inspection, InspectionKind
from generators.results.inspections import InspectionRecord, Reach, Round, VisitResult
from generators.results.ledgers import ProblemStanding

INSPECTION_KIND_TEXT: Final = {
    InspectionKind.SCHEDULED: "定期督查",
    InspectionKind.UNANNOUNCED: "明察暗访",
    InspectionKind.RETURN: "回头看",
}
_REACHED: Final = StatusView("reached", "已走访", "")
"""Coverage is neither good nor bad: it has a tone of its own."""


@dataclass(frozen=True, slots=True)
class VisitRow:
    """One visit, ready to print. ``findings`` says how many problems it found and what became of them."""

    inspection: Link
    kind: str
    division: Link
    township: Link
    day: str
    score: str
    findings: str
    note: str
    sort_day: str
    sort_score: str
    sort_findings: int


@dataclass(frozen=True, slots=True)
class LastVisit:
    """When a village was last visited; ``day`` says 从未走访 where nobody has been."""

    village: Link
    day: str
    sort_day: str


@dataclass(frozen=True, slots=True)
class DivisionInspections:
    """The visits to a township or village, newest first, and when each of its villages was last visited."""

    visits: tuple[VisitRow, ...]
    last_visits: tuple[LastVisit, ...]
    records: tuple[Link, ...]


def round_link(inspection: Inspection) -> Link:
    """Return the name of a round, leading to its page."""
    return Link(inspection.name, urls.inspection(inspection.id))


def round_span(inspection: Inspection) -> str:
    """Return 2024年3月4日至8日, or one day."""
    if inspection.start == inspection.end:
        return day_text(inspection.start)
    return span_text(inspection.start, inspection.end)


def score_text(score: Decimal | None) -> str:
    """Return a score with at most two decimals, a dash for none."""
    return computed(score) if score is not None else "—"


def findings_text(findings: Sequence[ProblemStanding]) -> str:
    """Return 3个：逾期未改1、已销号2, worst first; a dash for none."""
    if not findings:
        return "—"
    states = [each.state for each in findings]
    told = "、".join(
        f"{view.label}{states.count(state)}" for state, view in PROBLEM_STATE_VIEWS.items() if state in states
    )
    return f"{len(findings)}个：{told}"


def reach_bar(reach: Reach) -> BarView | None:
    """Return the share of villages visited as a bar; ``None`` where there is no village."""
    share = reach.share
    if share is None:
        return None
    label = f"{reach.visited}/{reach.villages}"
    said = f"{reach.villages}个村（社区）走访了{reach.visited}个，{percentage(share)}"
    return BarView(one_decimal(100 * share), "", label, said, _REACHED)


def visit_row(parts: Parts, found: Round, result: VisitResult) -> VisitRow:
    """Return one visit, ready to print."""
    visit = result.visit
    township = result.township if result.township != visit.division else None
    return VisitRow(
        inspection=round_link(found.inspection),
        kind=INSPECTION_KIND_TEXT[found.inspection.kind],
        division=parts.division_link(visit.division),
        township=parts.division_link(township) if township is not None else Link(""),
        day=day_text(visit.on),
        score=score_text(visit.score),
        findings=findings_text(result.findings),
        note=visit.note,
        sort_day=f"{visit.on:%Y%m%d}",
        sort_score=f"{visit.score:f}" if visit.score is not None else "",
        sort_findings=len(result.findings),
    )


def longest_ago(parts: Parts, last_visits: Iterable[tuple[str, date | None]]) -> list[LastVisit]:
    """Return when villages were last visited: those never visited first, then the longest ago."""
    return [
        LastVisit(
            parts.division_link(name),
            day_text(day) if day is not None else "从未走访",
            f"{day:%Y%m%d}" if day is not None else "0",
        )
        for name, day in sorted(last_visits, key=lambda pair: (pair[1] or date.min, pair[0]))
    ]


def inspections_of_division(parts: Parts, division: str) -> DivisionInspections | None:
    """Return what inspections saw of a township or village; ``None`` where none was and none is missed.

    That a village was never visited is said only where all rounds of the programme are shown.
    """
    publication = parts.publication
    results = publication.visits_by_division.get(division, ())
    visiting = {found.inspection.programme for found, _ in results}
    records = [
        record
        for record in publication.inspection_records.values()
        if record.programme in visiting or (record.is_whole and division in record.reach)
    ]
    if not records:
        return None
    newest = sorted(results, key=lambda pair: (-pair[1].visit.on.toordinal(), pair[1].visit.division))
    return DivisionInspections(
        visits=tuple(visit_row(parts, *pair) for pair in newest),
        last_visits=tuple(longest_ago(parts, _last_visits(parts, division, records).items())),
        records=tuple(_record_link(parts, record) for record in records),
    )


def _last_visits(
    parts: Parts, division: str, records: Iterable[InspectionRecord]
) -> Mapping[str, date | None]:
    """Return when each village directly within ``division`` was last visited, by whole records alone."""
    latest: dict[str, date | None] = {}
    for record in records:
        for name in parts.publication.children.get(division, ()) if record.is_whole else ():
            if name in record.last_visits:
                days = filter(None, (latest.get(name), record.last_visits[name]))
                latest[name] = max(days, default=None)
    return latest


def _record_link(parts: Parts, record: InspectionRecord) -> Link:
    programme = parts.publication.programmes[record.programme]
    return Link(f"{programme.short_name}督查", f"{urls.INSPECTIONS}#{record.programme}")
