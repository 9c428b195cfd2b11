"""The tables of a ladder's page: conditions of the tiers, distributions over time and by area, moves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from generators.composing.kit.columns import count_column, division_cell
from generators.composing.kit.dates import day_text
from generators.composing.kit.parts import Parts
from generators.composing.kit.table import (
    Cell,
    Column,
    Drawing,
    Table,
    TableView,
    Width,
    cell,
    small,
    unbroken,
)
from generators.composing.tiers.views import (
    count_of,
    distribution_view,
    ranks_shown,
    rule_text,
    tier_drawing,
    tier_view,
)
from generators.languages import Words, gettext, marked
from generators.model.ladder import Ladder
from generators.model.programme import Programme
from generators.results.tiers import Distribution, LadderResult, Move, MoveKind, Rank

DISTRIBUTIONS: Final = "tier-distributions"
"""The name of the table of the open data with all distributions."""

MOVE_TEXT: Final = Words(
    {
        MoveKind.UP: marked("↑ 上升"),
        MoveKind.DOWN: marked("↓ 下降"),
        MoveKind.NEW: marked("＋ 新评定"),
        MoveKind.LAPSED: marked("－ 不再评定"),
    }
)


def rule_table(programme: Programme, ladder: Ladder) -> TableView:
    """Return the conditions of each tier, highest first."""
    table: Table[int] = Table(
        (
            Column("tier", marked("等次"), lambda rank: cell(tier_drawing(ladder, rank)), is_head=True),
            Column("rule", marked("条件"), lambda rank: _rule_cell(programme, ladder, rank)),
        )
    )
    return table.view(reversed(range(len(ladder.tiers))), gettext("各等次的条件"))


def history_table(parts: Parts, ladder: Ladder, result: LadderResult) -> TableView:
    """Return the distribution at the end of each quarter, and now."""
    return _distribution_table(parts, ladder).view(result.history, gettext("各季末的分布"), without=("area",))


def area_table(parts: Parts, ladder: Ladder, result: LadderResult) -> TableView:
    """Return the distribution in every area below the area of the ladder."""
    within = [each for area, each in result.distributions.items() if area != result.area]
    return _distribution_table(parts, ladder).view(
        within, gettext("各地的分布"), without=("day", "bar"), board="areas-list"
    )


def move_table(parts: Parts, ladder: Ladder, moves: Sequence[Move]) -> TableView:
    """Return the table of the divisions whose tier changed."""
    table: Table[Move] = Table(
        (
            Column(
                "division",
                marked("区划"),
                lambda move: division_cell(parts, move.division),
                is_head=True,
            ),
            Column("kind", marked("变动"), lambda move: cell(MOVE_TEXT[move.kind]), width=Width.UNBROKEN),
            Column("before", marked("原来"), lambda move: cell(tier_drawing(ladder, move.before))),
            Column("after", marked("现在"), lambda move: cell(tier_drawing(ladder, move.after))),
        ),
        is_tall=True,
        is_searchable=False,
    )
    return table.view(moves, gettext("等次的变动"))


def _distribution_table(parts: Parts, ladder: Ladder) -> Table[Distribution]:
    return Table(
        (
            Column(
                "day",
                marked("日期"),
                lambda found: cell(day_text(found.day)),
                is_head=True,
                width=Width.UNBROKEN,
            ),
            Column(
                "area",
                marked("区划"),
                lambda found: cell(parts.division_link(found.area)),
                is_head=True,
            ),
            Column("bar", marked("分布"), lambda found: cell(_bar(ladder, found)), width=Width.BAR),
            *(_rank_column(ladder, rank) for rank in ranks_shown(ladder)),
            count_column("total", marked("共"), lambda found: found.total),
        ),
        is_tall=True,
        is_searchable=False,
        open_data=DISTRIBUTIONS,
    )


def _rank_column(ladder: Ladder, rank: Rank) -> Column[Distribution]:
    title = unbroken(tier_view(ladder, rank).label)
    return count_column(f"rank-{rank}", title, lambda found: count_of(found, rank))


def _rule_cell(programme: Programme, ladder: Ladder, rank: int) -> Cell:
    return cell(rule_text(programme, ladder, rank), small(ladder.tiers[rank].definition))


def _bar(ladder: Ladder, found: Distribution) -> Drawing:
    view = distribution_view(ladder, found)
    return Drawing("tiers/parts.j2", "tier_bar", (view,), text=view.description)
