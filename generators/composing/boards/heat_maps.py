"""The heat map of a board: divisions down, indicators across, each cell shaded by how much is attained."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Final

from generators.composing.kit.dates import day_text
from generators.composing.kit.numbers import percentage
from generators.composing.kit.parts import Parts
from generators.composing.kit.statuses import STATUS_VIEWS
from generators.composing.kit.table import Cell, Column, Drawing, Table, TableView, cell, small
from generators.composing.kit.views import FigureView, StatusView
from generators.model.address import Address
from generators.model.grouping import grouped
from generators.results.figures import Measured, Progress, Status

SHADE_BOUNDS: Final = (Decimal("0.25"), Decimal("0.5"), Decimal("0.75"), Decimal(1))
"""Attainments from which the next shade begins; the first shade is below them all, the last from 100% on."""

UNKNOWN_SHADE: Final = "unknown"
"""The pattern of a target whose value is not known: that is not the shade of nothing done."""

LINKED_CELLS: Final = 2400
"""With more cells than this their figures lead nowhere: as addresses they would outweigh the page itself."""

_UNKNOWN: Final = (Status.UNREPORTED, Status.INCOMPUTABLE)


@dataclass(frozen=True, slots=True)
class OtherTarget:
    """A target beside the current one: by when, how much, how much of it is attained, and its status."""

    due: str
    target: str
    attainment: str
    status: StatusView


@dataclass(frozen=True, slots=True)
class BoardCell:
    """One division's standing on one indicator.

    ``shade`` is ``1`` to ``5`` by attainment, ``unknown``, or empty where no attainment can be told.
    ``due`` is said only beside ``others``; ``statuses`` are the keys of all targets, to filter by;
    ``sort_key`` orders the column, empty sorts last.
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
class Standings:
    """What stands in the cells of one programme's board: progress by (division, indicator address)."""

    parts: Parts
    progress: Mapping[tuple[str, Address], Sequence[Progress]]


def standings(parts: Parts, progress: Sequence[Progress]) -> Standings:
    """Return the standings of the targets in ``progress``, those of one cell with the current one first."""
    found = grouped(((each.division, each.indicator), each) for each in progress)
    return Standings(parts, {key: sorted(items, key=_currency) for key, items in found.items()})


def _currency(progress: Progress) -> tuple[object, ...]:
    """Order by how current a target is: in force, the first due first; past, the last due first; to come."""
    target, day = progress.target, progress.day
    days_left = (target.due - day).days
    if target.is_in_force(day, day):
        return 0, days_left, target.precedence
    return (1, -days_left, target.precedence) if days_left < 0 else (2, days_left, target.precedence)


@dataclass(frozen=True, slots=True)
class BoardGroup:
    """The divisions of one level within one area; ``name`` is empty where a heading would say nothing."""

    name: str
    divisions: tuple[str, ...]


def board_groups(found: Standings, divisions: Sequence[str]) -> tuple[BoardGroup, ...]:
    """Return the divisions level by level, within a level area by area; both in their order."""
    known = found.parts.publication.divisions
    groups = grouped(((known[name].level.depth, known[name].within), name) for name in divisions)
    # The sort is stable: within a level the areas stay in the order of the divisions.
    in_order = sorted(groups.items(), key=lambda item: item[0][0])
    # One row above all others needs no heading, nor do the others if they all lie within it.
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
    return f"{known[within].name}：{level.text}" if within is not None else level.text


def heat_map(
    found: Standings, divisions: Sequence[str], addresses: Sequence[Address], label: str, paper: str
) -> TableView:
    """Return divisions down and indicators across; ``paper`` is what they are printed on, a4 or a3."""
    groups = board_groups(found, divisions)
    is_linked = len(divisions) * len(addresses) <= LINKED_CELLS
    says_within = any(group.name for group in groups)
    table: Table[str] = Table(
        (
            _head_column(found.parts, says_within=says_within),
            *(_column(found, address, is_linked=is_linked) for address in addresses),
        ),
        classes=f"tb-heat tb-heat--{paper}",
        is_tall=True,
        is_searchable=False,
    )
    return table.grouped_view(
        ((group.name or None, group.divisions) for group in groups), label, board="board"
    )


def _head_column(parts: Parts, *, says_within: bool) -> Column[str]:
    known = parts.publication.divisions

    def show(division: str) -> Cell:
        within = known[division].within
        place = known[within].name if says_within and within is not None else ""
        return cell(parts.division_link(division), small(place))

    return Column("division", "区划", show, is_head=True)


def _column(found: Standings, address: Address, *, is_linked: bool) -> Column[str]:
    """Return the column of an indicator; its head leads to what the indicator means."""
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


def board_cell(found: Standings, division: str, address: Address, *, is_linked: bool) -> BoardCell:
    """Return how one division stands on one indicator; ``is_linked`` lets the figure lead to its source."""
    parts = found.parts
    targets = found.progress.get((division, address), ())
    current = targets[0] if targets else None
    measured = current.measured if current is not None else parts.publication.values.get((division, address))
    if measured is None:
        return BoardCell()
    figure = parts.measured_figure(address, measured)
    reported = BoardCell(figure=_kept(figure, is_linked=is_linked), sort_key=_sort_key(measured))
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


def _kept(figure: FigureView, *, is_linked: bool) -> FigureView:
    """Return the figure as a cell prints it; where its source is told in full is the division's page."""
    return FigureView(
        figure.before,
        figure.number,
        figure.inside,
        figure.unit,
        figure.after,
        href=figure.href if is_linked else "",
        is_missing=figure.is_missing,
        is_corrected=figure.is_corrected,
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
    """Return the shade of a target's cell: by attainment alone; of the pace its status tells."""
    if progress.status in _UNKNOWN:
        return UNKNOWN_SHADE
    if progress.attainment is not None:
        return str(1 + sum(progress.attainment >= bound for bound in SHADE_BOUNDS))
    return str(1 + len(SHADE_BOUNDS)) if progress.status is Status.ACHIEVED else ""


def shade_legend(view: TableView) -> tuple[tuple[str, str], ...]:
    """Return the shades that occur with what they mean, from the lightest to the darkest."""
    used = {shown.shade for row in view.rows for _, shown in row.cells}
    return tuple((shade, text) for shade, text in _shade_texts() if f"tb-heat-{shade}" in used)


def _shade_texts() -> Iterator[tuple[str, str]]:
    yield UNKNOWN_SHADE, "未报送或无法计算"
    yield "1", f"不到{percentage(SHADE_BOUNDS[0])}"
    for at, (low, high) in enumerate(pairwise(SHADE_BOUNDS), start=2):
        yield str(at), f"{percentage(low)}至{percentage(high)}"
    yield str(1 + len(SHADE_BOUNDS)), f"{percentage(SHADE_BOUNDS[-1])}及以上"
