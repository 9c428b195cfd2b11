"""Pages of programmes: the list, and for each its framework, targets, figures, rules and sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from generators.composing.documents.documents import (
    BulletinItem,
    CaseItem,
    bulletin_item,
    bulletins_about,
    case_item,
    cases_about,
)
from generators.composing.figures.current import current_targets
from generators.composing.figures.progress_table import progress_list
from generators.composing.figures.rows import FigureRow, figure_rows
from generators.composing.kit import urls
from generators.composing.kit.page import Page
from generators.composing.kit.parts import Parts
from generators.composing.kit.regions import region_text
from generators.composing.kit.section import HomeCount, MenuEntry, Section, SectionType
from generators.composing.kit.statuses import tally
from generators.composing.kit.table import TableView
from generators.composing.kit.views import Link, TallyItem
from generators.composing.maps.statuses import status_maps
from generators.composing.maps.views import MapView
from generators.composing.programmes.facts import LabelledLinks, programme_facts
from generators.composing.programmes.figure_groups import (
    MAX_ROWS,
    FigureGroup,
    computed_table,
    figure_groups,
    shown_rows,
)
from generators.composing.programmes.frameworks import NodeView, node_view
from generators.composing.programmes.identities import IdentityView, identities
from generators.composing.programmes.rules import RuleGroup, rule_groups
from generators.languages import gettext, marked, marked_within
from generators.model.grouping import grouped
from generators.model.programme import Programme


@dataclass(frozen=True, slots=True)
class ProgrammeSummary:
    """A programme in a list."""

    name: str
    href: str
    owner: Link
    region: str
    summary: str
    targets: int
    figures: int
    tally: tuple[TallyItem, ...]


@dataclass(frozen=True, slots=True)
class ProgrammeView:
    """The page of a programme; ``progress_more`` and ``figures_more`` are the numbers of rows not listed.

    ``basis`` says of which day the progress is. ``maps`` are by the most urgent status of each division.
    """

    name: str
    summary: str
    facts: tuple[LabelledLinks, ...]
    tally: tuple[TallyItem, ...]
    progress: TableView
    progress_more: int
    figures_more: int
    framework: tuple[NodeView, ...]
    groups: tuple[FigureGroup, ...]
    computed: TableView
    rules: tuple[RuleGroup, ...]
    identities: tuple[IdentityView, ...]
    bulletins: tuple[BulletinItem, ...]
    cases: tuple[CaseItem, ...]
    board: str
    basis: str
    maps: tuple[MapView, ...]


def programme_summaries(parts: Parts) -> tuple[ProgrammeSummary, ...]:
    """Return the summaries of all programmes."""
    publication = parts.publication
    figures = Counter(row.programme for row in parts.once(figure_rows))
    summaries = []
    for programme in publication.programmes.values():
        progress = publication.progress_by_programme[programme.id]
        summaries.append(
            ProgrammeSummary(
                name=programme.name,
                href=urls.programme(programme.id),
                owner=parts.division_link(programme.owner),
                region=region_text(publication, programme.owner),
                summary=programme.summary,
                targets=len(progress),
                figures=figures[programme.id],
                tally=tally(each.status for each in progress),
            )
        )
    return tuple(summaries)


def programme_pages(parts: Parts) -> Iterator[Page]:
    """Yield the list of programmes, then a page for each."""
    by_programme = grouped((row.programme, row) for row in parts.once(figure_rows))
    yield SECTION.first_page(
        "programmes/programmes.md.j2", partial(programme_summaries, parts), is_searchable=False
    )
    for programme in parts.publication.programmes.values():
        yield Page(
            urls.programme(programme.id),
            "programmes/programme.md.j2",
            programme.name,
            gettext(
                "%(publication)s%(name)s：框架、目标进度、数据与出处",
                publication=region_text(parts.publication, programme.owner),
                name=programme.name,
            ),
            partial(_programme_view, parts, programme, by_programme.get(programme.id, ())),
            SECTION.crumbs,
            is_fictional=parts.publication.is_fictional(programme.id),
            shows_contents=True,
            kind="programme",
            tags=programme.tags,
        )


def _programme_view(parts: Parts, programme: Programme, rows: Sequence[FigureRow]) -> ProgrammeView:
    publication = parts.publication
    progress = publication.progress_by_programme[programme.id]
    listed = (
        progress
        if len(progress) <= MAX_ROWS
        else [each for each in progress if each.division == programme.owner]
    )
    all_rows, rows = rows, shown_rows(parts, programme, rows)
    by_indicator = grouped((each.indicator.name, each) for each in listed)
    return ProgrammeView(
        name=programme.name,
        summary=programme.summary,
        facts=tuple(programme_facts(parts, programme)),
        tally=tally(each.status for each in progress),
        progress=progress_list(parts, listed, gettext("%(name)s的目标与进度", name=programme.name)),
        progress_more=len(progress) - len(listed),
        figures_more=len(all_rows) - len(rows),
        framework=tuple(
            node_view(parts, node, programme, rows, by_indicator) for node in programme.framework
        ),
        groups=tuple(figure_groups(programme, rows)),
        computed=computed_table(parts, programme, rows),
        rules=tuple(rule_groups(parts, programme.rules)),
        identities=tuple(identities(parts, programme)),
        bulletins=tuple(
            bulletin_item(parts, each) for each in bulletins_about(publication, programme=programme.id)
        ),
        cases=tuple(case_item(parts, each) for each in cases_about(publication, programme=programme.id)),
        board=urls.board(programme.id),
        basis=parts.basis_text(programme),
        maps=status_maps(parts, current_targets(progress), gettext("目标进度"), has_table=True),
    )


SECTION: Final = Section(
    address=urls.PROGRAMMES,
    title=marked_within("section", "工作"),
    description=marked("各项工作的框架、目标、进度与数据"),
    type=SectionType.OPEN,
    keywords=(marked("重点工作"), marked("框架"), marked("目标")),
    menu=MenuEntry(),
    home_count=HomeCount(
        unit=marked("项工作"), of=lambda parts: len(parts.publication.programmes), position=-1
    ),
    compose=programme_pages,
)
