"""Pages of single indicators of a document that has too many figures for one page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from generators.composing.figures.rows import FigureRow
from generators.composing.figures.tables import figures_of_indicator
from generators.composing.kit import urls
from generators.composing.kit.figure_places import area_of
from generators.composing.kit.page import Page
from generators.composing.kit.parts import Parts
from generators.composing.kit.table import TableView
from generators.composing.kit.views import Link
from generators.languages import gettext
from generators.model.grouping import grouped


@dataclass(frozen=True, slots=True)
class SourceFigures:
    """A page of one indicator of a document: its figures, or links to the pages of its ``areas``."""

    source: Link
    programme: Link
    indicator: Link
    definition: str
    figures: TableView
    areas: tuple[tuple[Link, int], ...]
    data: str


def stands_apart(parts: Parts, row: FigureRow) -> bool:
    """Whether a figure is on a page of its indicator; counts of a framework never are."""
    return row.address in parts.publication.indicators and parts.places.is_divided(row.source)


def by_indicator(rows: Sequence[FigureRow]) -> dict[str, tuple[FigureRow, ...]]:
    """Return the rows by ``programme/indicator``, in their order."""
    return grouped((row.address, row) for row in rows)


def figure_pages(
    parts: Parts, source: Link, rows: Sequence[FigureRow], crumbs: tuple[Link, ...]
) -> Iterator[Page]:
    """Yield a page for each indicator, and for each of its areas if it has too many figures.

    ``rows`` are those of one document for which ``stands_apart`` is true; ``crumbs`` lead to the document.
    """
    for members in by_indicator(rows).values():
        yield from _OfIndicator(parts, source, members, crumbs).pages()


@dataclass(frozen=True, slots=True)
class _OfIndicator:
    """The figures of one document for one indicator, at least one."""

    parts: Parts
    source: Link
    rows: Sequence[FigureRow]
    crumbs: tuple[Link, ...]

    @property
    def _link(self) -> Link:
        first = self.rows[0]
        return Link(first.name, urls.figures_of_source(first.source, first.address))

    @property
    def _title(self) -> str:
        programme = self.parts.publication.programmes[self.rows[0].programme]
        return gettext(
            "%(label)s：%(short_name)s·%(name)s",
            label=self.source.label,
            short_name=programme.short_name,
            name=self.rows[0].name,
        )

    def pages(self) -> Iterator[Page]:
        """Yield the indicator's page, then those of its areas if it is divided."""
        first, link = self.rows[0], self._link
        if not self.parts.places.is_divided_by_area(first.source, first.address):
            yield self._page(link, self._title, self.rows)
            return
        areas = self._areas()
        counts = tuple((area, len(own)) for area, own in areas)
        yield self._page(link, self._title, (), counts)
        for area, own in areas:
            yield self._page(
                area,
                gettext("%(title)s（%(label)s）", title=self._title, label=area.label),
                own,
                above=(link,),
            )

    def _areas(self) -> tuple[tuple[Link, tuple[FigureRow, ...]], ...]:
        found = grouped((area_of(row.division), row) for row in self.rows)
        names = self.parts.publication.divisions
        return tuple(
            (Link(names[area].name, f"{self._link.href}{area}/"), own) for area, own in found.items()
        )

    def _view(
        self, title: str, rows: Sequence[FigureRow], areas: tuple[tuple[Link, int], ...]
    ) -> SourceFigures:
        first = self.rows[0]
        return SourceFigures(
            source=self.source,
            programme=self.parts.programme_link(first.programme),
            indicator=self.parts.indicator_link(first.address),
            definition=first.definition,
            figures=figures_of_indicator(rows, gettext("%(title)s的数据", title=title)),
            areas=areas,
            data=urls.OPEN_DATA,
        )

    def _page(
        self,
        link: Link,
        title: str,
        rows: Sequence[FigureRow],
        areas: tuple[tuple[Link, int], ...] = (),
        above: tuple[Link, ...] = (),
    ) -> Page:
        return Page(
            link.href,
            "figures/source-figures.md.j2",
            title,
            gettext("取自《%(label)s》的%(name)s", label=self.source.label, name=self.rows[0].name),
            partial(self._view, title, rows, areas),
            (*self.crumbs, self.source, *above),
            is_fictional=any(row.fictional for row in rows or self.rows),
            is_searchable=False,
            kind="source",
        )
