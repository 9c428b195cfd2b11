"""Open data: the page, and its tables as workbooks, CSV and JSON files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from generators.composing.figures.progress_table import progress_data
from generators.composing.figures.rows import FigureRow, figure_rows
from generators.composing.figures.tables import value_data
from generators.composing.kit import urls
from generators.composing.kit.data_files import TYPE_TEXT, Origin, data_files
from generators.composing.kit.page import Download, Page
from generators.composing.kit.section import HomeCount, MenuEntry, Section, SectionType, SiteParts
from generators.composing.kit.site_address import own_texts
from generators.composing.kit.table import (
    FILES,
    Column,
    DataTable,
    Emphasis,
    Styled,
    Table,
    TableView,
    Width,
    cell,
)
from generators.composing.kit.views import Link


@dataclass(frozen=True, slots=True)
class DataTableView:
    """A table of the open data on the page: its files, number of rows, and the meaning of each column."""

    name: str
    title: str
    description: str
    files: tuple[Link, ...]
    rows: int
    columns: TableView


_COLUMNS: Final[Table[Column[Any]]] = Table(
    (
        Column("name", "列", lambda column: cell(Styled(column.name, Emphasis.CODE)), is_head=True),
        Column("meaning", "含义", lambda column: cell(column.meaning)),
        Column("type", "类型", lambda column: cell(TYPE_TEXT[column.type]), width=Width.UNBROKEN),
    )
)


def open_data(site: SiteParts, rows: Sequence[FigureRow]) -> tuple[Page, tuple[Download, ...]]:
    """Return the open-data page and its files: values, progress, then the tables of the sections."""
    tables = (value_data(rows), progress_data(site), *_tables_of_sections(site))
    page = SECTION.first_page("site/open-data.md.j2", lambda: tuple(map(_table_view, tables)))
    publication, texts = site.publication, own_texts(site.publication)
    origin = Origin(texts.title, publication.site.owner, publication.as_of, texts.notice)
    return page, tuple(each for table in tables for each in data_files(table, origin))


def open_data_pages(site: SiteParts) -> Iterator[Page | Download]:
    """Yield the open-data page and its files."""
    page, downloads = open_data(site, site.once(figure_rows))
    yield page
    yield from downloads


def _tables_of_sections(site: SiteParts) -> Iterable[DataTable]:
    found = (each.data for each in site.sections if each.data is not None)
    return (table for data in sorted(found, key=lambda each: each.position) for table in data.tables(site))


def _table_view(table: DataTable) -> DataTableView:
    files = tuple(
        Link(f"{table.name}.{suffix}", urls.download(f"{table.name}.{suffix}")) for suffix, _ in FILES
    )
    columns = _COLUMNS.view(table.columns, f"{table.title}各列的含义")
    return DataTableView(table.name, table.title, table.description, files, len(table.found), columns)


SECTION: Final = Section(
    address=urls.OPEN_DATA,
    title="开放数据",
    description="下载本站公布的全部数字与目标进度（Excel、CSV、JSON）",
    type=SectionType.OPEN,
    keywords=("下载",),
    menu=MenuEntry(group="数据", position=-1),
    home_count=HomeCount(unit="个数据", of=lambda parts: len(parts.once(figure_rows)), position=-1),
    compose=open_data_pages,
)
