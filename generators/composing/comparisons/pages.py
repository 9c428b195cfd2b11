"""The page of growth: for each declared comparison the places that grew most, and those that did not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from generators.composing.comparisons.tables import (
    ComparisonRow,
    comparison_data,
    comparison_rows,
    comparisons_of_division,
    fastest_table,
)
from generators.composing.comparisons.words import TITLES
from generators.composing.kit import urls
from generators.composing.kit.page import Page
from generators.composing.kit.parts import Parts
from generators.composing.kit.section import (
    DivisionPart,
    Explanation,
    MenuEntry,
    Section,
    SectionData,
    SectionType,
    SiteParts,
)
from generators.composing.kit.table import TableView
from generators.composing.kit.views import Link
from generators.languages import gettext, marked, translated
from generators.model.grouping import grouped
from generators.model.indicator import Goal

_MOST_ROWS: Final = 20
"""How many places a list has at most; the board has all of them."""


@dataclass(frozen=True, slots=True)
class FastestView:
    """The places of one level that improved most by one comparison of an indicator.

    ``left_out`` is the number of further places, ``without`` that of places without a number.
    """

    indicator: Link
    title: str
    level: str
    table: TableView
    left_out: int
    without: int


@dataclass(frozen=True, slots=True)
class GrowthView:
    """The lists of one programme."""

    programme: Link
    board: Link
    lists: tuple[FastestView, ...]


def growth_pages(parts: SiteParts) -> Iterator[Page]:
    """Yield the page of growth."""
    yield SECTION.first_page(
        "comparisons/growth.md.j2",
        lambda: tuple(_growth_views(parts)),
        shows_contents=True,
        is_searchable=False,
    )


def _growth_views(parts: Parts) -> Iterator[GrowthView]:
    by_programme = grouped((row.address.programme, row) for row in parts.once(comparison_rows))
    for programme, rows in by_programme.items():
        found = tuple(_lists(parts, tuple(row for row in rows if row.compared.by.is_growth)))
        if found:
            board = Link(gettext("看板"), urls.board(programme))
            yield GrowthView(parts.programme_link(programme), board, found)


def _lists(parts: Parts, rows: tuple[ComparisonRow, ...]) -> Iterator[FastestView]:
    divisions = parts.publication.divisions
    groups = grouped(((row.address, row.compared.by, divisions[row.division].level), row) for row in rows)
    for (address, by, level), members in groups.items():
        if len(members) < 2:  # noqa: PLR2004 - one place is first in any order
            continue
        ranked = fastest(members)
        title = TITLES[by]
        name = parts.publication.indicators[address].name
        yield FastestView(
            parts.indicator_link(address),
            title,
            translated(level.text),
            fastest_table(
                ranked[:_MOST_ROWS],
                gettext("%(name)s%(title)s：%(text)s", name=name, title=title, text=translated(level.text)),
            ),
            max(0, len(ranked) - _MOST_ROWS),
            len(members) - len(ranked),
        )


def fastest(rows: tuple[ComparisonRow, ...]) -> list[ComparisonRow]:
    """Return the rows with a number, most improved first; of an at-most indicator that is the largest fall.

    Equal ones are in the order of the divisions.
    """
    numbered = [row for row in rows if row.compared.result is not None]
    return sorted(numbered, key=_improvement, reverse=True)


def _improvement(row: ComparisonRow) -> Fraction:
    result = row.compared.result or Fraction(0)
    return -result if row.indicator.goal is Goal.AT_MOST else result


SECTION: Final = Section(
    address=urls.GROWTH,
    title=marked("增长"),
    description=marked("各指标的同比、环比与本年累计，进步最快的地方"),
    type=SectionType.OPEN,
    keywords=(marked("同比"), marked("环比"), marked("增速"), marked("本年累计")),
    menu=MenuEntry(),
    compose=growth_pages,
    has_content=lambda publication: bool(publication.comparisons),
    explanation=Explanation(template="comparisons/methods.md.j2"),
    division_part=DivisionPart(
        template="comparisons/of-division.md.j2",
        view=comparisons_of_division,
        position=-1,
        open_data="comparisons",
    ),
    data=SectionData(tables=comparison_data),
)
