"""Pages of inspections: the list of rounds, and a page for each with its visits, findings and reach."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final

from generators.composing.inspections.of_division import inspections_of_division
from generators.composing.inspections.tables import (
    VISITS,
    coverage_table,
    reach_table,
    round_table,
    teams_text,
    visit_table,
)
from generators.composing.inspections.visit_data import visit_data
from generators.composing.inspections.words import (
    INSPECTION_KIND_TEXT,
    findings_text,
    round_link,
    round_span,
    score_text,
)
from generators.composing.kit import urls
from generators.composing.kit.dates import day_text
from generators.composing.kit.numbers import percentage
from generators.composing.kit.page import Page
from generators.composing.kit.parts import Parts
from generators.composing.kit.section import (
    DivisionPart,
    Explanation,
    MenuEntry,
    Section,
    SectionData,
    SectionType,
)
from generators.composing.kit.table import TableView
from generators.composing.kit.views import Link, StatusView
from generators.composing.ledgers.problem_table import PROBLEM_LIST, by_urgency, problem_table
from generators.composing.ledgers.states import states_among
from generators.languages import gettext, marked
from generators.results.inspections import InspectionRecord, Round

MAX_LISTED: Final = 400
"""The maximum number of visits, and of findings, on a page; the page of a township lists all of its own."""


@dataclass(frozen=True, slots=True)
class RecordView:
    """All rounds of one programme; ``coverage`` is empty if some are withheld."""

    anchor: str
    programme: Link
    day: str
    is_whole: bool
    rounds_count: int
    rounds: TableView
    coverage: TableView
    villages: int
    visited: int
    share: str


@dataclass(frozen=True, slots=True)
class InspectionsView:
    """The list of all rounds by programme."""

    records: tuple[RecordView, ...]


@dataclass(frozen=True, slots=True)
class RoundView:
    """The page of a round; ``returns`` are the rounds that reinspected this one.

    ``visits_left`` and ``findings_left`` are the numbers not listed.
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
    visits: TableView
    visits_left: int
    states: tuple[StatusView, ...]
    problems: TableView
    findings_left: int
    townships: TableView


def inspection_pages(parts: Parts) -> Iterator[Page]:
    """Yield the list of rounds, then a page for each."""
    publication = parts.publication
    records = publication.inspection_records
    yield SECTION.first_page(
        "inspections/inspections.md.j2",
        lambda: InspectionsView(tuple(_record_view(parts, record) for record in records.values())),
        shows_contents=True,
        is_searchable=False,
    )
    for programme, record in records.items():
        for found in record.rounds:
            yield Page(
                urls.inspection(found.inspection.id),
                "inspections/inspection.md.j2",
                found.inspection.name,
                gettext(
                    "%(name)s：%(kind)s，%(span)s",
                    name=publication.programmes[programme].name,
                    kind=INSPECTION_KIND_TEXT[found.inspection.kind],
                    span=round_span(found.inspection),
                ),
                partial(_round_view, parts, record, found),
                SECTION.crumbs,
                is_fictional=publication.is_fictional(programme),
                shows_contents=True,
                kind="inspection",
            )


def _record_view(parts: Parts, record: InspectionRecord) -> RecordView:
    reach = record.whole_reach
    programme = parts.programme_link(record.programme)
    return RecordView(
        anchor=record.programme,
        programme=programme,
        day=day_text(record.day),
        is_whole=record.is_whole,
        rounds_count=len(record.rounds),
        rounds=round_table(reversed(record.rounds), record.programme, programme.label),
        coverage=coverage_table(parts, record, programme.label),
        villages=reach.villages,
        visited=reach.visited,
        share=percentage(reach.share) if reach.share is not None else "",
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
        teams=teams_text(found),
        returns_to=round_link(returns_to) if returns_to is not None else Link(""),
        returns=tuple(round_link(each) for each in rounds.values() if each.returns_to == inspection.id),
        source=parts.source_link(inspection.source),
        locator=(inspection.source.at or "") if inspection.source is not None else "",
        day=day_text(found.day),
        visits_count=len(found.visits),
        reach=gettext(
            "%(visited)s/%(villages)s（%(share)s）",
            visited=reach.visited,
            villages=reach.villages,
            share=percentage(reach.share),
        )
        if reach.share is not None
        else "",
        score=score_text(found.mean_score),
        scored=len(found.scores),
        findings=findings_text(found.findings),
        visits=visit_table(
            parts,
            ((found, each) for each in visits[:MAX_LISTED]),
            gettext("%(name)s的走访", name=inspection.name),
            shows_round=False,
        ),
        visits_left=max(0, len(visits) - MAX_LISTED),
        states=states_among(each.state for each in urgent[:MAX_LISTED]),
        problems=problem_table(parts).view(
            urgent[:MAX_LISTED],
            gettext("%(name)s发现的问题", name=inspection.name),
            columns=PROBLEM_LIST,
            board="findings-list",
        ),
        findings_left=max(0, len(urgent) - MAX_LISTED),
        townships=reach_table(parts, found),
    )


SECTION: Final = Section(
    address=urls.INSPECTIONS,
    title=marked("督查"),
    description=marked("历次督查走访了哪里，还有哪里没有走访，发现的问题现在怎样"),
    type=SectionType.OPEN,
    keywords=(marked("走访"), marked("发现问题")),
    menu=MenuEntry(group=marked("督办")),
    explanation=Explanation(template="inspections/methods.md.j2"),
    division_part=DivisionPart(
        template="inspections/of-division.md.j2", view=inspections_of_division, open_data=VISITS
    ),
    data=SectionData(tables=lambda parts: (visit_data(parts),)),
    compose=inspection_pages,
    has_content=lambda publication: bool(publication.inspection_records),
)
