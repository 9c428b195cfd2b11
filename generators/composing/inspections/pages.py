"""The pages of inspections: rounds, which villages they reached and left out, what they found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generators.composing.inspections.rows import (
    INSPECTION_KIND_TEXT,
    LastVisit,
    VisitRow,
    findings_text,
    inspections_of_division,
    longest_ago,
    reach_bar,
    round_link,
    round_span,
    score_text,
    visit_row,
)
from generators.composing.kit import urls
from generators.composing.kit.dates import day_text
from generators.composing.kit.numbers import percentage
from generators.composing.kit.page import Page
from generators.composing.kit.parts import Parts
from generators.composing.kit.section import DivisionPart, Explanation, MenuEntry, Section, SectionType
from generators.composing.kit.views import BarView, Link, StatusView
from generators.composing.ledgers.rows import ProblemRow, by_urgency, problem_row, states_among
from generators.model.inspection import InspectionKind
from generators.results.inspections import InspectionRecord, Reach, Round

WHOLE_LIST: Final = 400
"""With more visits or findings than this a page lists the first; each township's page lists all its own."""

_NAMED: Final = 3
"""How many of the villages visited longest ago stand in a township's row."""


@dataclass(frozen=True, slots=True)
class RoundRow:
    """One round in the list of rounds."""

    head: Link
    kind: str
    span: str
    teams: str
    visits: int
    bar: BarView | None
    score: str
    findings: str
    sort_day: str
    sort_reach: str
    sort_score: str
    sort_findings: int


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """One township: how many of its villages the latest round and all rounds reached, and whom none did.

    Latest is the latest scheduled round, if there was one: others do not mean to reach everybody.
    """

    head: Link
    villages: int
    latest: BarView | None
    ever: BarView | None
    never: int
    longest_ago: tuple[LastVisit, ...]
    sort_latest: str
    sort_ever: str


@dataclass(frozen=True, slots=True)
class RecordView:
    """All rounds of one programme; ``coverage`` is empty where rounds are withheld."""

    anchor: str
    programme: Link
    day: str
    is_whole: bool
    rounds: tuple[RoundRow, ...]
    latest: Link
    coverage: tuple[CoverageRow, ...]
    villages: int
    visited: int
    share: str


@dataclass(frozen=True, slots=True)
class InspectionsView:
    """The list of all rounds, a programme after another."""

    records: tuple[RecordView, ...]


@dataclass(frozen=True, slots=True)
class ReachRow:
    """One township with the villages that one round reached."""

    head: Link
    bar: BarView | None
    visited: int
    villages: int
    sort_reach: str


@dataclass(frozen=True, slots=True)
class RoundView:
    """Everything on the page of a round. ``returns`` are the rounds that looked again at this one.

    ``visits_left`` and ``findings_left`` count what the lists leave out.
    """

    programme: Link
    kind: str
    span: str
    teams: str
    returns_to: Link
    returns: tuple[Link, ...]
    source: Link
    locator: str
    day: str
    visits_count: int
    reach: str
    score: str
    scored: int
    findings: str
    visits: tuple[VisitRow, ...]
    visits_left: int
    states: tuple[StatusView, ...]
    problems: tuple[ProblemRow, ...]
    findings_left: int
    townships: tuple[ReachRow, ...]


def inspection_pages(parts: Parts) -> Iterator[Page]:
    """Yield the list of rounds, then a page for each."""
    publication = parts.publication
    records = publication.inspection_records
    yield SECTION.first_page(
        "inspections/inspections.md.j2",
        InspectionsView(tuple(_record_view(parts, record) for record in records.values())),
        shows_contents=True,
        is_searchable=False,
    )
    for programme, record in records.items():
        for found in record.rounds:
            yield Page(
                urls.inspection(found.inspection.id),
                "inspections/inspection.md.j2",
                found.inspection.name,
                f"{publication.programmes[programme].name}：{INSPECTION_KIND_TEXT[found.inspection.kind]}，"
                f"{round_span(found.inspection)}",
                _round_view(parts, record, found),
                SECTION.crumbs,
                is_fictional=publication.is_fictional(programme),
                shows_contents=True,
                kind="inspection",
            )


def _record_view(parts: Parts, record: InspectionRecord) -> RecordView:
    reach = record.whole_reach
    return RecordView(
        anchor=record.programme,
        programme=parts.programme_link(record.programme),
        day=day_text(record.day),
        is_whole=record.is_whole,
        rounds=tuple(_round_row(each) for each in reversed(record.rounds)),
        latest=round_link(_latest(record).inspection),
        coverage=tuple(_coverage_rows(parts, record)) if record.is_whole else (),
        villages=reach.villages,
        visited=reach.visited,
        share=percentage(reach.share) if reach.share is not None else "",
    )


def _round_row(found: Round) -> RoundRow:
    inspection, reach = found.inspection, found.whole_reach
    return RoundRow(
        head=round_link(inspection),
        kind=INSPECTION_KIND_TEXT[inspection.kind],
        span=round_span(inspection),
        teams=_teams(found),
        visits=len(found.visits),
        bar=reach_bar(reach),
        score=score_text(found.mean_score),
        findings=findings_text(found.findings),
        sort_day=f"{inspection.start:%Y%m%d}",
        sort_reach=_sortable(reach),
        sort_score=f"{found.mean_score:f}" if found.mean_score is not None else "",
        sort_findings=len(found.findings),
    )


def _teams(found: Round) -> str:
    return str(found.inspection.teams) if found.inspection.teams is not None else "—"


def _sortable(reach: Reach) -> str:
    return f"{reach.share:.6f}" if reach.share is not None else ""


def _latest(record: InspectionRecord) -> Round:
    scheduled = [each for each in record.rounds if each.inspection.kind is InspectionKind.SCHEDULED]
    return (scheduled or record.rounds)[-1]


def _coverage_rows(parts: Parts, record: InspectionRecord) -> Iterator[CoverageRow]:
    latest = _latest(record).reach
    for upper, reach in record.reach.items():
        in_latest = latest.get(upper, Reach(0, 0))
        names = parts.publication.children.get(upper, ())
        last = [(name, record.last_visits[name]) for name in names if name in record.last_visits]
        yield CoverageRow(
            head=Link(parts.division_link(upper).label, f"{urls.division(upper)}#inspections"),
            villages=reach.villages,
            latest=reach_bar(in_latest),
            ever=reach_bar(reach),
            never=reach.villages - reach.visited,
            longest_ago=tuple(longest_ago(parts, last)[:_NAMED]),
            sort_latest=_sortable(in_latest),
            sort_ever=_sortable(reach),
        )


def _round_view(parts: Parts, record: InspectionRecord, found: Round) -> RoundView:
    inspection, reach = found.inspection, found.whole_reach
    rounds = {each.inspection.id: each.inspection for each in record.rounds}
    returns_to = rounds.get(inspection.returns_to or "")
    visits = sorted(
        found.visits,
        key=lambda each: (
            each.visit.score is None,
            each.visit.score or 0,
            each.visit.on,
            each.visit.division,
        ),
    )
    urgent = by_urgency(found.findings)
    return RoundView(
        programme=parts.programme_link(inspection.programme),
        kind=INSPECTION_KIND_TEXT[inspection.kind],
        span=round_span(inspection),
        teams=_teams(found),
        returns_to=round_link(returns_to) if returns_to is not None else Link(""),
        returns=tuple(round_link(each) for each in rounds.values() if each.returns_to == inspection.id),
        source=parts.source_link(inspection.source),
        locator=(inspection.source.at or "") if inspection.source is not None else "",
        day=day_text(found.day),
        visits_count=len(found.visits),
        reach=f"{reach.visited}/{reach.villages}（{percentage(reach.share)}）"
        if reach.share is not None
        else "",
        score=score_text(found.mean_score),
        scored=len(found.scores),
        findings=findings_text(found.findings),
        visits=tuple(visit_row(parts, found, each) for each in visits[:WHOLE_LIST]),
        visits_left=max(0, len(visits) - WHOLE_LIST),
        states=states_among(each.state for each in urgent[:WHOLE_LIST]),
        problems=tuple(problem_row(parts, each) for each in urgent[:WHOLE_LIST]),
        findings_left=max(0, len(urgent) - WHOLE_LIST),
        townships=tuple(
            ReachRow(
                Link(parts.division_link(upper).label, f"{urls.division(upper)}#inspections"),
                reach_bar(each),
                each.visited,
                each.villages,
                _sortable(each),
            )
            for upper, each in found.reach.items()
        ),
    )


SECTION: Final = Section(
    address=urls.INSPECTIONS,
    title="督查",
    description="历次督查走访了哪里，还有哪里没有走访，发现的问题现在怎样",
    type=SectionType.OPEN,
    keywords=("走访", "发现问题"),
    menu=MenuEntry(group="督办"),
    explanation=Explanation(template="inspections/methods.md.j2"),
    division_part=DivisionPart(template="inspections/of-division.md.j2", view=inspections_of_division),
    compose=inspection_pages,
    has_content=lambda publication: bool(publication.inspection_records),
)
