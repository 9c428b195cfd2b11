"""A section (栏目) of the site: one record says all that the site has to know of it.

The section of a noun is defined at the end of the module that composes its pages. ``composing.site.sections``
lists all of them in order. Composing goes by that list, and from it are made the menu, the crumbs, what the
home page counts, what the methods page explains, the parts of a division's page, the tables of the open
data, the tags in the heads of pages, the feed of the whole site and the names that hand-written files may
not have.

So a new kind of page takes a composer with its section, a template, and a line in that list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from generators.composing.kit import urls
from generators.composing.kit.feed import Entry
from generators.composing.kit.page import Download, Page
from generators.composing.kit.parts import Parts
from generators.composing.kit.table import DataTable
from generators.composing.kit.views import Link
from generators.disclosing.publication import Publication
from generators.languages import gettext, translated


def home_link() -> Link:
    """Return the link to the home page."""
    return Link(gettext("首页"), urls.HOME)


TITLE: Final = "section"
"""The context of titles of sections that other languages write otherwise elsewhere: Programmes, Programme."""


class SectionType(StrEnum):
    """The type of a section as the tags of government pages name it (ColumnType)."""

    NEWS = "工作动态"
    OPEN = "信息公开"
    ABOUT = "概况信息"


@dataclass(frozen=True, slots=True, kw_only=True)
class MenuEntry:
    """The position of a section in the menu: in a group, or by itself if ``group`` is empty.

    It is called by its title if ``label`` is empty. In a group the lowest position comes first, equal
    ones come in the order of the sections.
    """

    group: str = ""
    label: str = ""
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeCount:
    """How many of what a section has, for the home page: 12 and 项工作. The lowest position comes first."""

    unit: str
    of: Callable[[Parts], int]
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """What the methods page says of a section, as a template. The lowest position comes first."""

    template: str
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class DivisionPart:
    """What a section adds to the page of every division: a template, and the view that it draws.

    ``view`` takes the id of the division; if it returns nothing (``None``, an empty tuple) there is no
    such part. The lowest position comes first. ``open_data`` is the name of the table of the open data that
    has its rows, with the division in the column ``division``; empty if there is none.
    """

    template: str
    view: Callable[[Parts, str], object]
    position: int = 0
    open_data: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionData:
    """The tables that a section adds to the open data. The lowest position comes first."""

    tables: Callable[[Parts], Iterable[DataTable]]
    position: int = 0


def always(_publication: Publication) -> bool:
    """Return True: for sections that every site has, be they empty."""
    return True


@dataclass(frozen=True)
class SiteParts(Parts):
    """The parts of pages, and the site itself: its sections with content, and the pages composed so far."""

    sections: tuple[Section, ...] = ()
    pages: Sequence[Page] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A section: where its first page is, what that is called, and who composes all its pages and files.

    ``title`` and ``description`` are those of the first page, ``keywords`` and ``type`` those of its head,
    where the title is the first key word anyhow. A site has the section if ``has_content`` is true of it.
    Without ``menu`` it is only linked to, without ``home_count``, ``explanation``, ``division_part`` and
    ``data`` the home page, the methods page, the pages of divisions and the open data do not mention it.
    ``news`` are its entries in the feed of the whole site. ``holds_documents`` is true of sections in whose
    folder editors write; they are kept out of all other folders.
    """

    address: str
    title: str
    type: SectionType
    description: str = ""
    keywords: tuple[str, ...] = ()
    compose: Callable[[SiteParts], Iterable[Page | Download]]
    has_content: Callable[[Publication], bool] = always
    menu: MenuEntry | None = None
    home_count: HomeCount | None = None
    explanation: Explanation | None = None
    division_part: DivisionPart | None = None
    data: SectionData | None = None
    news: Callable[[Publication], Iterable[Entry]] | None = None
    holds_documents: bool = False

    @property
    def words(self) -> str:
        """Return the title in the language of the edition."""
        return translated(self.title, TITLE)

    @property
    def link(self) -> Link:
        """Return the link to the first page."""
        return Link(self.words, self.address)

    @property
    def crumbs(self) -> tuple[Link, ...]:
        """Return the way from home to the pages below the first."""
        return (home_link(), self.link)

    def first_page(
        self,
        template: str,
        make_view: Callable[[], object],
        *,
        is_fictional: bool = False,
        shows_contents: bool = False,
        is_searchable: bool = True,
    ) -> Page:
        """Return the page at the section's own address; ``make_view`` is called when it is drawn."""
        return Page(
            self.address,
            template,
            self.words,
            translated(self.description),
            make_view,
            (home_link(),),
            is_fictional=is_fictional,
            shows_contents=shows_contents,
            is_searchable=is_searchable,
        )
