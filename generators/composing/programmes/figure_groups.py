"""The figures on a programme's page: reported figures by node of the framework, and computed indicators."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from generators.composing.figures.computed_data import COMPUTED
from generators.composing.figures.rows import FigureRow
from generators.composing.figures.tables import figures_of_programme
from generators.composing.kit.columns import text_column
from generators.composing.kit.parts import Parts, indicator_anchor
from generators.composing.kit.table import Column, Table, TableView, cell, small
from generators.composing.kit.views import FigureView, Link
from generators.languages import gettext, marked, translated
from generators.model.address import Address
from generators.model.grouping import grouped
from generators.model.programme import FrameworkNode, Programme
from generators.results.figures import Measured

MAX_ROWS: Final = 60
"""With more rows of an indicator than this a page lists only the owner's; the open data has all."""

_OTHER: Final = marked("其他数据")


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """The figures of one top-level node of the framework."""

    title: str
    anchor: str
    table: TableView


def shown_rows(parts: Parts, programme: Programme, rows: Sequence[FigureRow]) -> Sequence[FigureRow]:
    """Return the rows shown: for an indicator with more than ``MAX_ROWS``, only those of the owner.

    If the owner filed none, its computed value stands in their place, see `computed_table`. Only if it has
    no value either is the first row kept, since it has the anchor of the indicator.
    """
    kept: list[FigureRow] = []
    for indicator, members in grouped((row.indicator, row) for row in rows).items():
        own = [row for row in members if row.division == programme.owner]
        is_computed = owner_value(parts, programme, indicator) is not None
        kept += members if len(members) <= MAX_ROWS else own or members[: not is_computed]
    return kept


def owner_value(parts: Parts, programme: Programme, indicator: str) -> Measured | None:
    """Return the value of the owner of a programme for an indicator by name; ``None`` if there is none."""
    address = Address.of(programme.id, indicator)
    return parts.publication.values_by_indicator.get(address, {}).get(programme.owner)


def figure_groups(programme: Programme, rows: Sequence[FigureRow]) -> Iterator[FigureGroup]:
    """Yield the figures by top-level node of the framework, each figure once, last those of no node.

    The first row of each indicator has the indicator's anchor.
    """
    left = list(rows)
    anchored: set[str] = set()

    def group(title: str, anchor: str, members: Sequence[FigureRow]) -> FigureGroup:
        marked = []
        for row in members:
            first = row.indicator not in anchored
            anchored.add(row.indicator)
            address = row.address
            marked.append((indicator_anchor(address) if first else "", row))
        return FigureGroup(
            title, anchor, figures_of_programme(marked, gettext("%(title)s的数据", title=title))
        )

    for node in programme.framework:
        names = set(_indicators_below(node))
        members = [row for row in left if row.indicator in names]
        left = [row for row in left if row.indicator not in names]
        if members:
            yield group(node.name, f"figures-{node.id}", members)
    if left:
        yield group(translated(_OTHER) if programme.framework else gettext("数据"), "figures-other", left)


def _indicators_below(node: FrameworkNode) -> Iterator[str]:
    yield from node.indicators
    yield f"framework-{node.id}"
    for child in node.children:
        yield from _indicators_below(child)


@dataclass(frozen=True, slots=True)
class _ComputedValue:
    """A computed value; the first row of an indicator has its anchor and definition."""

    name: str
    anchor: str
    definition: str
    division: Link
    figure: FigureView


_COMPUTED: Final[Table[_ComputedValue]] = Table(
    (
        Column("name", marked("指标"), lambda row: cell(row.name, small(row.definition)), is_head=True),
        text_column("division", marked("区划"), lambda row: row.division),
        Column("figure", marked("数值"), lambda row: cell(row.figure), is_number=True),
    ),
    anchor=lambda row: row.anchor,
    is_tall=True,
    open_data=COMPUTED,
)


def computed_table(parts: Parts, programme: Programme, rows: Sequence[FigureRow]) -> TableView:
    """Return the table of the values of indicators that have no reported figure in ``rows``."""
    return _COMPUTED.view(
        _computed_values(parts, programme, {row.indicator for row in rows}), gettext("汇总和算出的指标")
    )


def _computed_values(parts: Parts, programme: Programme, filed: Container[str]) -> Iterator[_ComputedValue]:
    for name, indicator in programme.indicators.items():
        address = Address.of(programme.id, name)
        measured_in = parts.publication.values_by_indicator.get(address, {}) if name not in filed else {}
        listed = (
            (division, measured)
            for division, measured in measured_in.items()
            if len(measured_in) <= MAX_ROWS or division == programme.owner
        )
        for number, (division, measured) in enumerate(listed):
            yield _ComputedValue(
                indicator.name,
                indicator_anchor(address) if not number else "",
                indicator.definition if not number else "",
                parts.division_link(division),
                parts.measured_figure(address, measured),
            )
