"""The targets that the documents set, for a home page that can say little yet of how far they have come."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from generators.composing.kit.columns import day_column, division_cell, head_column
from generators.composing.kit.parts import Parts
from generators.composing.kit.statuses import UNKNOWN
from generators.composing.kit.table import NO_TABLE, Cell, Column, Table, TableView, cell
from generators.languages import gettext, marked
from generators.model.grouping import grouped
from generators.results.figures import Progress

_MOST_OF_A_PROGRAMME: Final = 3


def is_mostly_unknown(progress: Sequence[Progress]) -> bool:
    """Return whether more than half of the targets have no known value; false without targets."""
    return sum(each.status in UNKNOWN for each in progress) * 2 > len(progress)


def goals(parts: Parts) -> TableView:
    """Return the first targets of each programme with their values and due days, grouped by programme."""
    by_programme = grouped((each.indicator.programme, each) for each in parts.publication.progress)
    if not by_programme:
        return NO_TABLE
    groups = (
        (parts.programme_link(name), found[:_MOST_OF_A_PROGRAMME]) for name, found in by_programme.items()
    )
    return _table(parts).grouped_view(groups, gettext("文件定下的目标"))


def _table(parts: Parts) -> Table[Progress]:
    def target(each: Progress) -> Cell:
        return cell(parts.target_figure(each.division, each.target))

    return Table(
        (
            head_column(marked("指标"), lambda each: parts.indicator_link(each.indicator)),
            Column("division", marked("区划"), lambda each: division_cell(parts, each.division)),
            Column("target", marked("目标"), target, is_number=True),
            day_column("by", marked("截止"), lambda each: each.target.due),
        ),
        is_searchable=False,
    )
