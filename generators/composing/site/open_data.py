"""Open data: the page, and its tables as workbooks, CSV and JSON files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from generators.composing.figures.rows import figure_rows
from generators.composing.kit import urls
from generators.composing.kit.csv_file import CsvFile
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
from generators.composing.site.data_package import PACKAGE, package_file
from generators.composing.site.data_tables import data_tables
from generators.languages import gettext, marked, translated
from generators.model.licence import licence_of


@dataclass(frozen=True, slots=True)
class OpenDataView:
    """The open-data page: the licence (a text if none is stated), the data package, and the tables."""

    licence: Link | str
    package: Link
    tables: tuple[DataTableView, ...]


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
        Column("name", marked("列"), lambda column: cell(Styled(column.name, Emphasis.CODE)), is_head=True),
        Column("meaning", marked("含义"), lambda column: cell(translated(column.meaning))),
        Column("type", marked("类型"), lambda column: cell(TYPE_TEXT[column.type]), width=Width.UNBROKEN),
    )
)


def open_data(site: SiteParts, tables: Sequence[DataTable]) -> tuple[Page, tuple[Download, ...]]:
    """Return the open-data page and its files: of each table, and the data package that describes them."""
    page = SECTION.first_page("site/open-data.md.j2", partial(_view, site, tables))
    publication, texts = site.publication, own_texts(site.publication)
    origin = Origin(texts.title, publication.site.owner, publication.as_of, texts.notice)
    csv_files = [CsvFile(table) for table in tables]
    files = tuple(each for file in csv_files for each in data_files(file, origin))
    return page, (*files, package_file(publication, csv_files))


def open_data_pages(site: SiteParts) -> Iterator[Page | Download]:
    """Yield the open-data page and its files."""
    page, downloads = open_data(site, site.once(data_tables))
    yield page
    yield from downloads


def _view(site: SiteParts, tables: Iterable[DataTable]) -> OpenDataView:
    licence = licence_of(site.publication.site.licence)
    return OpenDataView(
        Link(translated(licence.title), licence.url)
        if licence is not None
        else gettext("没有声明许可，使用以前请征得主办单位同意"),
        Link(PACKAGE, urls.download(PACKAGE)),
        tuple(map(_table_view, tables)),
    )


def _table_view(table: DataTable) -> DataTableView:
    files = tuple(
        Link(f"{table.name}.{suffix}", urls.download(f"{table.name}.{suffix}")) for suffix, _ in FILES
    )
    columns = _COLUMNS.view(table.columns, gettext("%(title)s各列的含义", title=table.title))
    return DataTableView(table.name, table.title, table.description, files, len(table.found), columns)


SECTION: Final = Section(
    address=urls.OPEN_DATA,
    title=marked("开放数据"),
    description=marked("下载本站公布的全部数字与目标进度（Excel、CSV、JSON）"),
    type=SectionType.OPEN,
    keywords=(marked("下载"),),
    menu=MenuEntry(group=marked("数据"), position=-1),
    home_count=HomeCount(unit=marked("个数据"), of=lambda parts: len(parts.once(figure_rows)), position=-1),
    compose=open_data_pages,
)
