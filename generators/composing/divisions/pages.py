"""Pages of divisions: the tree, and a page for every division in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from generators.composing.divisions.data_links import data_links
from generators.composing.divisions.history import Sentence, history_sentences
from generators.composing.documents.documents import (
    BulletinItem,
    CaseItem,
    bulletin_item,
    bulletins_about,
    case_item,
    cases_about,
)
from generators.composing.figures.progress_table import progress_of_division
from generators.composing.figures.rows import TARGET, FigureRow, figure_rows, observation_anchor
from generators.composing.figures.tables import figures_of_division
from generators.composing.kit import urls
from generators.composing.kit.kinds import kind_text
from generators.composing.kit.page import Page
from generators.composing.kit.parts import Parts
from generators.composing.kit.regions import region_text
from generators.composing.kit.section import (
    DivisionPart,
    HomeCount,
    MenuEntry,
    Section,
    SectionType,
    SiteParts,
)
from generators.composing.kit.statuses import tally
from generators.composing.kit.table import TableView
from generators.composing.kit.views import Link, TallyItem
from generators.disclosing.publication import Publication
from generators.languages import gettext, marked, marked_within, translated
from generators.model.division import Level
from generators.model.grouping import grouped


@dataclass(frozen=True, slots=True)
class DivisionNode:
    """A division in the tree, with the number of figures on its page.

    ``state`` says that it does not exist on the day of the build, and is empty if it does.
    """

    link: Link
    kind: str
    state: str
    figures: int
    children: tuple[DivisionNode, ...]


@dataclass(frozen=True, slots=True)
class DivisionView:
    """The page of a division.

    ``parts`` are what the sections add, as (template, view). ``data`` are the tables of the open data that
    hold its rows, with ``id`` as their division. If ``figures`` has several rows of an indicator,
    the last one has the trend.
    """

    name: str
    whole_name: str
    kind: str
    programmes: tuple[Link, ...]
    children: tuple[DivisionNode, ...]
    children_title: str
    tally: tuple[TallyItem, ...]
    progress: TableView
    figures: TableView
    bulletins: tuple[BulletinItem, ...]
    cases: tuple[CaseItem, ...]
    history: tuple[Sentence, ...]
    parts: tuple[tuple[str, object], ...]
    id: str
    data: tuple[Link, ...]

    @property
    def is_empty(self) -> bool:
        """Whether the division itself has no targets, no figures and nothing from a section."""
        return not (self.progress or self.figures or self.parts)


def division_pages(parts: SiteParts) -> Iterator[Page]:
    """Yield the tree of divisions, then a page for each division."""
    publication = parts.publication
    by_division = grouped((row.division, row) for row in parts.once(figure_rows))
    roots = [each.id for each in publication.divisions.values() if each.within is None]
    yield SECTION.first_page(
        "divisions/divisions.md.j2",
        lambda: tuple(_node(parts, root, by_division) for root in roots),
        is_searchable=False,
    )
    for division in publication.divisions.values():
        yield Page(
            urls.division(division.id),
            "divisions/division.md.j2",
            division.name,
            gettext(
                "%(publication)s的目标、进度、数据、通报与案例",
                publication=region_text(publication, division.id),
            ),
            partial(_division_view, parts, division.id, by_division),
            (*SECTION.crumbs, *_ancestor_links(parts, division.id)),
            is_fictional=division.fictional,
            kind="division",
        )


def _ancestor_links(parts: Parts, division: str) -> Iterator[Link]:
    """Yield links to the divisions above ``division``, the highest first."""
    for each in reversed(tuple(parts.publication.ancestors(division))):
        yield parts.division_link(each.id)


def _node(
    parts: Parts, division: str, by_division: Mapping[str, Sequence[FigureRow]], *, depth: int = 9
) -> DivisionNode:
    publication = parts.publication
    children = publication.children.get(division, ()) if depth else ()
    return DivisionNode(
        parts.division_link(division),
        kind_text(publication.divisions[division]),
        _state(publication, division),
        len(by_division.get(division, ())),
        tuple(_node(parts, child, by_division, depth=depth - 1) for child in children),
    )


def _state(publication: Publication, division: str) -> str:
    """Return that a division does not exist on the day, or an empty string."""
    found = publication.divisions[division]
    if found.exists_on(publication.as_of):
        return ""
    is_over = found.end is not None and found.end.on <= publication.as_of
    return gettext("已撤并") if is_over else gettext("尚未设立")


def _children_title(parts: Parts, children: Sequence[str]) -> str:
    levels = {parts.publication.divisions[child].level for child in children}
    if levels == {Level.VILLAGE}:
        return translated(Level.VILLAGE.text)
    return translated(Level.TOWNSHIP.text) if Level.TOWNSHIP in levels else gettext("下级区划")


def _division_view(
    parts: SiteParts, division: str, by_division: Mapping[str, Sequence[FigureRow]]
) -> DivisionView:
    publication = parts.publication
    name = publication.divisions[division].name
    progress = publication.progress_by_division.get(division, ())
    with_target = {each.indicator for each in progress}
    children = publication.children.get(division, ())
    addressed = [(row.address, row) for row in by_division.get(division, ())]
    rows = [(address, row) for address, row in addressed if row.role != TARGET and address not in with_target]
    last = {address: row for address, row in rows if address in publication.indicators}
    added = tuple(_parts_of_sections(parts, division))
    return DivisionView(
        name=name,
        whole_name=region_text(publication, division),
        kind=kind_text(publication.divisions[division]),
        programmes=tuple(
            parts.programme_link(each.id)
            for each in publication.programmes.values()
            if each.owner == division
        ),
        children=tuple(_node(parts, child, by_division, depth=0) for child in children),
        children_title=_children_title(parts, children),
        tally=tally(each.status for each in progress),
        progress=progress_of_division(parts, progress, gettext("%(name)s的目标与进度", name=name)),
        figures=figures_of_division(
            (
                (
                    _marked_if_stale(parts, row),
                    parts.trend(division, address) if last.get(address) is row else None,
                )
                for address, row in rows
            ),
            gettext("%(name)s的数据", name=name),
        ),
        bulletins=tuple(
            bulletin_item(parts, each) for each in bulletins_about(publication, division=division)
        ),
        cases=tuple(case_item(parts, each) for each in cases_about(publication, division=division)),
        history=history_sentences(parts, division),
        parts=tuple((part.template, view) for part, view in added),
        id=division,
        data=data_links(
            parts,
            (
                *(["progress"] if progress else []),
                *(["values"] if division in by_division else []),
                *(part.open_data for part, _ in added),
            ),
        ),
    )


def _marked_if_stale(parts: Parts, row: FigureRow) -> FigureRow:
    """Return a row with its figure marked 陈旧 if the division's value is taken from it and is stale."""
    measured = parts.publication.values.get((row.division, row.address))
    latest = measured.latest if measured is not None and measured.is_stale else None
    if latest is None or row.anchor != observation_anchor(latest):
        return row
    return replace(row, is_stale=True)


def _parts_of_sections(site: SiteParts, division: str) -> Iterator[tuple[DivisionPart, object]]:
    found = (each.division_part for each in site.sections if each.division_part is not None)
    for part in sorted(found, key=lambda each: each.position):
        view = part.view(site, division)
        if view:
            yield part, view


SECTION: Final = Section(
    address=urls.DIVISIONS,
    title=marked_within("section", "区划"),
    description=marked("按行政区划查看目标、进度、数据与案例"),
    type=SectionType.OPEN,
    keywords=(marked("乡镇"), marked("村")),
    menu=MenuEntry(),
    home_count=HomeCount(
        unit=marked("个区划"), of=lambda parts: len(parts.publication.divisions), position=-1
    ),
    compose=division_pages,
)
