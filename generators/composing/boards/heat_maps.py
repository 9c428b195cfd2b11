"""The heat map of a board: divisions as rows, indicators as columns, cells shaded by attainment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from typing import Final

from generators.composing.boards.averages import CurrentTargets, average_rows
from generators.composing.comparisons.columns import comparison_columns
from generators.composing.figures.current import order_of_target
from generators.composing.kit.dates import day_text
from generators.composing.kit.numbers import percentage
from generators.composing.kit.parts import Parts
from generators.composing.kit.statuses import STATUS_VIEWS, UNKNOWN
from generators.composing.kit.table import Cell, Column, Drawing, Table, TableView, cell, small
from generators.composing.kit.views import FigureView, StatusView
from generators.languages import gettext, marked, translated
from generators.model.address import Address
from generators.model.grouping import grouped
from generators.results.figures import Measured, Progress, Status

SHADE_BOUNDS: Final = (Decimal("0.25"), Decimal("0.5"), Decimal("0.75"), Decimal(1))
"""The attainments at which the next shade begins.

Shade 1, the darkest, is below the first, shade 5 is 100% or more.
"""

UNKNOWN_SHADE: Final = "unknown"
"""The shade of a target without a known value; distinct from the shade of no attainment."""

LINKED_CELLS: Final = 2400
"""With more cells than this the figures have no links, whose addresses would be most of the page's size."""


@dataclass(frozen=True, slots=True)
class OtherTarget:
    """A target other than the current one, with its due date, attainment and status."""

    due: str
    target: str
    attainment: str
    status: StatusView


@dataclass(frozen=True, slots=True)
class BoardCell:
    """The value and targets of one indicator in one division.

    ``shade`` is ``1`` to ``5`` by attainment, ``unknown``, or empty if there is no attainment. ``due`` is
    empty unless there are ``others``; ``statuses`` are the status keys of all targets, for the filter;
    ``sort_key`` orders the column, an empty one sorts last.
    """

    figure: FigureView | None = None
    target: str = ""
    attainment: str = ""
    due: str = ""
    status: StatusView | None = None
    shade: str = ""
    others: tuple[OtherTarget, ...] = ()
    statuses: tuple[str, ...] = ()
    sort_key: str = ""


@dataclass(frozen=True, slots=True)
class BoardTargets:
    """The progress of one programme's targets by (division, indicator), the current target first."""

    parts: Parts
    progress: CurrentTargets


def board_targets(parts: Parts, progress: Sequence[Progress]) -> BoardTargets:
    """Return the targets in ``progress`` grouped by cell, the current target of each cell first."""
    found = grouped(((each.division, each.indicator), each) for each in progress)
    return BoardTargets(parts, {key: sorted(items, key=order_of_target) for key, items in found.items()})


@dataclass(frozen=True, slots=True)
class BoardGroup:
    """The divisions of one level within one area; ``name`` is their heading, empty if none is needed."""

    name: str
    divisions: tuple[str, ...]


def board_groups(found: BoardTargets, divisions: Sequence[str]) -> tuple[BoardGroup, ...]:
    """Return the divisions grouped by level, highest first, and by area within a level."""
    known = found.parts.publication.divisions
    groups = grouped(((known[name].level.depth, known[name].within), name) for name in divisions)
    # The sort is stable, so within a level the areas keep the order of the divisions.
    in_order = sorted(groups.items(), key=lambda item: item[0][0])
    # A single row at the top needs no heading, nor do the others if they are all within it.
    top = in_order[:1] if in_order and len(in_order[0][1]) == 1 else []
    has_names = len(in_order) - len(top) > 1
    return tuple(
        BoardGroup(
            _group_name(found.parts, members[0]) if has_names and at >= len(top) else "", tuple(members)
        )
        for at, (_, members) in enumerate(in_order)
    )


def _group_name(parts: Parts, division: str) -> str:
    known = parts.publication.divisions
    level, within = known[division].level, known[division].within
    return (
        gettext("%(name)s：%(text)s", name=known[within].name, text=translated(level.text))
        if within is not None
        else translated(level.text)
    )


def heat_map(
    found: BoardTargets, divisions: Sequence[str], addresses: Sequence[Address], label: str, paper: str
) -> TableView:
    """Return the table of divisions by indicators; ``paper`` is the format for printing, ``a4`` or ``a3``."""
    groups = board_groups(found, divisions)
    is_linked = len(divisions) * len(addresses) <= LINKED_CELLS
    shows_within = any(group.name for group in groups)
    table: Table[str] = Table(
        (
            _head_column(found.parts, shows_within=shows_within),
            *(
                column
                for address in addresses
                for column in (
                    _column(found, address, is_linked=is_linked),
                    *comparison_columns(found.parts, address),
                )
            ),
        ),
        classes=f"tb-heat tb-heat--{paper}",
        is_tall=True,
        is_matrix=True,
        is_searchable=False,
        open_data="progress",
    )
    view = table.grouped_view(
        ((group.name or None, group.divisions) for group in groups), label, board="board"
    )
    averages = (
        average_rows(found.parts, found.progress, each.divisions, view.columns, shows_within=shows_within)
        for each in groups
    )
    shown = zip(view.groups, averages, strict=True)
    return replace(view, groups=tuple(replace(group, summaries=tuple(rows)) for group, rows in shown))


def _head_column(parts: Parts, *, shows_within: bool) -> Column[str]:
    known = parts.publication.divisions

    def show(division: str) -> Cell:
        within = known[division].within
        place = known[within].name if shows_within and within is not None else ""
        return cell(parts.division_link(division), small(place))

    return Column("division", marked("区划"), show, is_head=True)


def _column(found: BoardTargets, address: Address, *, is_linked: bool) -> Column[str]:
    """Return the column of an indicator; its head links to the definition."""
    indicator = found.parts.publication.indicators[address]

    def show(division: str) -> Cell:
        return _table_cell(board_cell(found, division, address, is_linked=is_linked))

    return Column(address, found.parts.indicator_link(address), show, unit=indicator.measure, is_shaded=True)


def _table_cell(each: BoardCell) -> Cell:
    return Cell(
        (Drawing("boards/parts.j2", "cell", (each,), each.figure.text if each.figure is not None else ""),),
        sort=each.sort_key,
        statuses=each.statuses,
        shade=f"tb-heat-{each.shade}" if each.shade else "",
    )


def board_cell(found: BoardTargets, division: str, address: Address, *, is_linked: bool) -> BoardCell:
    """Return the cell of one division and indicator; if ``is_linked``, its figure links to the source."""
    parts = found.parts
    targets = found.progress.get((division, address), ())
    current = targets[0] if targets else None
    measured = current.measured if current is not None else parts.publication.values.get((division, address))
    if measured is None:
        return BoardCell()
    figure = parts.measured_figure(address, measured)
    reported = BoardCell(figure=_in_cell(figure, is_linked=is_linked), sort_key=_sort_key(measured))
    if current is None:
        return reported
    rest = tuple(_other(parts, each) for each in targets[1:])
    status = STATUS_VIEWS[current.status]
    return BoardCell(
        figure=reported.figure if figure.text != status.label else None,
        target=parts.target_figure(division, current.target).text,
        attainment=_attainment(current),
        due=day_text(current.target.due) if rest else "",
        status=status,
        shade=shade_of(current),
        others=rest,
        statuses=tuple(dict.fromkeys((status.key, *(each.status.key for each in rest)))),
        sort_key=reported.sort_key,
    )


def _in_cell(figure: FigureView, *, is_linked: bool) -> FigureView:
    """Return the figure without its note, which the division's page has, and linked only if ``is_linked``."""
    return FigureView(
        figure.before,
        figure.number,
        figure.inside,
        figure.unit,
        figure.after,
        href=figure.href if is_linked else "",
        is_missing=figure.is_missing,
        is_corrected=figure.is_corrected,
        is_stale=figure.is_stale,
    )


def _sort_key(measured: Measured) -> str:
    return f"{measured.value:f}" if isinstance(measured.value, Decimal) else ""


def _other(parts: Parts, progress: Progress) -> OtherTarget:
    return OtherTarget(
        day_text(progress.target.due),
        parts.target_figure(progress.division, progress.target).text,
        _attainment(progress),
        STATUS_VIEWS[progress.status],
    )


def _attainment(progress: Progress) -> str:
    return percentage(progress.attainment) if progress.attainment is not None else ""


def shade_of(progress: Progress) -> str:
    """Return the shade of a target's cell by attainment alone; the status shows the pace."""
    if progress.status in UNKNOWN:
        return UNKNOWN_SHADE
    if progress.attainment is not None:
        return str(1 + sum(progress.attainment >= bound for bound in SHADE_BOUNDS))
    return str(1 + len(SHADE_BOUNDS)) if progress.status is Status.ACHIEVED else ""


def shade_legend(view: TableView) -> tuple[tuple[str, str], ...]:
    """Return the shades that occur in ``view`` with their meanings, lightest first: the most attained."""
    used = {shown.shade for row in view.rows for _, shown in row.cells}
    return tuple((shade, text) for shade, text in _shade_texts() if f"tb-heat-{shade}" in used)


def _shade_texts() -> Iterator[tuple[str, str]]:
    yield (
        str(1 + len(SHADE_BOUNDS)),
        gettext("%(bound)s及以上", bound=percentage(SHADE_BOUNDS[-1])),
    )
    for at, (low, high) in reversed(list(enumerate(pairwise(SHADE_BOUNDS), start=2))):
        yield str(at), gettext("%(low)s至%(high)s", low=percentage(low), high=percentage(high))
    yield "1", gettext("不到%(bound)s", bound=percentage(SHADE_BOUNDS[0]))
    yield UNKNOWN_SHADE, gettext("未报送或无法计算")
