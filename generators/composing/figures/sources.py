"""Pages of sources: the list, and each document with the figures taken from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from generators.composing.documents.documents import BulletinItem, bulletin_item, newest_first
from generators.composing.figures.rows import FigureRow, figure_rows
from generators.composing.figures.source_figures import by_indicator, figure_pages, stands_apart
from generators.composing.figures.tables import figures_of_source
from generators.composing.kit import urls
from generators.composing.kit.columns import head_column, text_column
from generators.composing.kit.dates import day_text
from generators.composing.kit.page import Page
from generators.composing.kit.parts import Parts
from generators.composing.kit.section import MenuEntry, Section, SectionType
from generators.composing.kit.table import Column, Table, TableView, cell
from generators.composing.kit.views import Link
from generators.languages import gettext, marked
from generators.model.document import Bulletin, Document
from generators.model.grouping import grouped
from generators.model.source import Source

_WEB: Final = ("https://", "http://")
"""The schemes of addresses that may be linked; other schemes could run scripts."""


@dataclass(frozen=True, slots=True)
class _Section:
    """A link to a page of figures of the document, with their programme and number."""

    link: Link
    programme: Link
    count: int


_SECTIONS: Final[Table[_Section]] = Table(
    (
        head_column(marked("指标"), lambda section: section.link),
        Column(
            "count",
            marked("数据"),
            lambda section: cell(gettext("%(count)s个", count=section.count)),
            is_number=True,
        ),
        text_column("programme", marked("工作"), lambda section: section.programme),
    ),
    is_searchable=False,
)


@dataclass(frozen=True, slots=True)
class SourceSummary:
    """A document in the list, with the number of its figures."""

    title: str
    href: str
    facts: tuple[tuple[str, str], ...]
    count: int


@dataclass(frozen=True, slots=True)
class SourceView:
    """The page of a document with its figures, in the order of the open data.

    Figures on other pages are counted in ``sections`` and not in ``figures``; ``count`` is the number of all.
    """

    title: str
    href: str
    facts: tuple[tuple[str, str], ...]
    note: str
    url: str
    figures: TableView
    sections: TableView
    count: int
    bulletins: tuple[BulletinItem, ...]


def source_pages(parts: Parts) -> Iterator[Page]:
    """Yield the list of sources, then for each its page and the further pages of its figures."""
    by_source = grouped((row.source, row) for row in parts.once(figure_rows))
    bulletins = grouped(
        (each.front.source, each) for each in newest_first(parts.publication.bulletins) if each.front.source
    )
    sources = parts.publication.sources
    yield SECTION.first_page(
        "figures/sources.md.j2",
        lambda: tuple(
            SourceSummary(source.title, urls.source(name), _facts(source), len(by_source.get(name, ())))
            for name, source in sources.items()
        ),
        is_searchable=False,
    )
    for name, source in sources.items():
        rows = by_source.get(name, ())
        apart = [row for row in rows if stands_apart(parts, row)]
        yield Page(
            urls.source(name),
            "figures/source.md.j2",
            source.title,
            gettext("取自《%(title)s》的全部数字及其位置", title=source.title),
            partial(_source_view, parts, name, rows, bulletins.get(name, ())),
            SECTION.crumbs,
            is_fictional=any(row.fictional for row in rows),
            kind="source",
        )
        yield from figure_pages(parts, Link(source.title, urls.source(name)), apart, SECTION.crumbs)


def _facts(source: Source) -> tuple[tuple[str, str], ...]:
    """Return what the file of sources says of a document, as (label, text)."""
    facts = (
        (gettext("发文单位"), source.issuer),
        (gettext("文种"), source.kind),
        (gettext("刊物"), source.series or ""),
        (gettext("编号"), source.number or ""),
        (gettext("日期"), day_text(source.date) if source.date is not None else gettext("原件未载")),
    )
    return tuple((label, text) for label, text in facts if text)


def _source_view(
    parts: Parts, name: str, rows: Sequence[FigureRow], bulletins: Iterable[Document[Bulletin]]
) -> SourceView:
    source = parts.publication.sources[name]
    apart = by_indicator([row for row in rows if stands_apart(parts, row)])
    here = [row for row in rows if not stands_apart(parts, row)]
    return SourceView(
        title=source.title,
        href=urls.source(name),
        facts=_facts(source),
        note=source.note,
        url=source.url if source.url is not None and source.url.startswith(_WEB) else "",
        figures=figures_of_source(here, gettext("取自%(title)s的数据", title=source.title)),
        sections=_sections(parts, name, apart),
        count=len(rows),
        bulletins=tuple(bulletin_item(parts, each) for each in bulletins),
    )


def _sections(parts: Parts, name: str, apart: Mapping[str, Sequence[FigureRow]]) -> TableView:
    sections = (
        _Section(
            Link(members[0].name, urls.figures_of_source(name, address)),
            parts.programme_link(members[0].programme),
            len(members),
        )
        for address, members in apart.items()
    )
    return _SECTIONS.view(sections, gettext("%(title)s的指标", title=parts.publication.sources[name].title))


SECTION: Final = Section(
    address=urls.SOURCES,
    title=marked("出处"),
    description=marked("本站每个数字所依据的文件"),
    type=SectionType.OPEN,
    keywords=(marked("文件"),),
    menu=MenuEntry(group=marked("数据"), position=1),
    compose=source_pages,
)
