"""The table of standings: the tier of a division on each ladder, and its basis."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generators.composing.kit.columns import data_column, fictional_column, iso_day, source_columns
from generators.composing.kit.dates import day_text
from generators.composing.kit.numbers import plain
from generators.composing.kit.parts import Parts
from generators.composing.kit.table import (
    NOTHING,
    Cell,
    Column,
    DataTable,
    DataType,
    Table,
    Width,
    cell,
    small,
)
from generators.composing.tiers.standings import (
    basis_text,
    ladder_link,
    needs_text,
    standing_figure,
)
from generators.composing.tiers.views import tier_drawing, tier_view
from generators.languages import gettext, marked
from generators.model.ladder import Ladder
from generators.model.source import Citation
from generators.results.tiers import BELOW, TierStanding


def standing_table(parts: Parts) -> Table[TierStanding]:
    """Return the table of standings, one a row; the open data also has the columns of their basis."""
    return Table(
        (*_place_columns(parts), *_tier_columns(parts), *_basis_columns(parts)),
        is_searchable=False,
        key=("programme", "ladder", "division"),
    )


def tier_data(parts: Parts) -> Iterator[DataTable]:
    """Yield the standings as open data."""
    results = parts.publication.ladder_results.values()
    yield standing_table(parts).data(
        "tiers",
        gettext("等次"),
        gettext("每个区划在每个等次序列中一行，列出依据"),
        lambda: (standing for result in results for standing in result.standings.values()),
    )


def _place_columns(parts: Parts) -> tuple[Column[TierStanding], ...]:
    """Return the columns of the ladder and the division."""
    publication = parts.publication
    return (
        data_column("programme", marked("工作的标识"), lambda each: each.ladder.programme),
        Column(
            "ladder",
            marked("等次"),
            lambda each: cell(
                ladder_link(parts, each.ladder), small(parts.programme_link(each.ladder.programme))
            ),
            is_head=True,
            meaning=marked("等次序列的标识"),
            value=lambda each: each.ladder.name,
        ),
        data_column(
            "ladder_name",
            marked("等次序列名称"),
            lambda each: publication.ladders[each.ladder].name,
        ),
        data_column("division", marked("区划的标识"), lambda each: each.division),
        data_column(
            "division_name",
            marked("区划名称"),
            lambda each: publication.divisions[each.division].name,
        ),
    )


def _tier_columns(parts: Parts) -> tuple[Column[TierStanding], ...]:
    """Return the columns of the tier and its days."""

    def ladder(standing: TierStanding) -> Ladder:
        return parts.publication.ladders[standing.ladder]

    return (
        Column(
            "tier",
            marked("现在"),
            lambda each: cell(
                tier_drawing(ladder(each), each.rank),
                small(gettext("%(since)s起", since=day_text(each.since)) if each.since is not None else ""),
            ),
            meaning=marked("等次的标识；未达等次、未评定为空"),
            value=lambda each: (
                ladder(each).tiers[each.rank].id if each.rank is not None and each.rank != BELOW else ""
            ),
        ),
        data_column(
            "tier_name",
            marked("等次名称"),
            lambda each: tier_view(ladder(each), each.rank).label,
        ),
        data_column("state", marked("reached 已达某一等次，below 未达最低等次，unrated 未评定"), _state),
        data_column(
            "since",
            marked("从哪天起连续处于这一等次；原件没有写明日期的为空"),
            lambda each: iso_day(each.since),
            DataType.DATE,
        ),
        data_column("day", marked("计算所用日期"), lambda each: each.day.isoformat(), DataType.DATE),
    )


def _basis_columns(parts: Parts) -> tuple[Column[TierStanding], ...]:
    """Return the columns of the basis of a standing, and of the requirements of the next tier."""
    publication = parts.publication
    return (
        data_column(
            "by",
            marked("checklist 按条目，threshold 按数值，assessment 由评定"),
            lambda each: publication.ladders[each.ladder].by.value,
        ),
        Column(
            "why",
            marked("依据"),
            lambda each: _basis_cell(parts, each),
            width=Width.WIDE,
            meaning=marked("依据"),
            value=lambda each: basis_text(parts, each),
        ),
        Column("needs", marked("再上一等"), lambda each: cell(needs_text(parts, each) or NOTHING)),
        *_item_columns(),
        data_column(
            "value",
            marked("按数值划分的，当日数值"),
            _value,
            DataType.NUMBER,
            title=marked("当日数值"),
            measured_in="measure",
        ),
        data_column("measure", marked("计量单位"), lambda each: _measure(parts, each)),
        *source_columns(_assessed_in, marked("评定的出处标识")),
        fictional_column(lambda each: publication.divisions[each.division].fictional),
    )


def _item_columns() -> tuple[Column[TierStanding], ...]:
    """Return the columns of the open data that count the items of checklists."""
    return (
        data_column(
            "items_passed",
            marked("所用各项标准中已验收的条目数"),
            lambda each: str(sum(one.passed for one in each.checklists)) if each.checklists else "",
            DataType.INTEGER,
        ),
        data_column(
            "items_total",
            marked("所用各项标准的条目总数"),
            lambda each: str(sum(len(one.items) for one in each.checklists)) if each.checklists else "",
            DataType.INTEGER,
        ),
        data_column(
            "items",
            marked("逐项标准：“标识=已验收/总数”，以分号相连"),
            lambda each: ";".join(
                f"{one.standard.name}={one.passed}/{len(one.items)}" for one in each.checklists
            ),
        ),
    )


def _state(standing: TierStanding) -> str:
    if standing.rank is None:
        return "unrated"
    return "below" if standing.rank == BELOW else "reached"


def _value(standing: TierStanding) -> str:
    value = standing.measured.value if standing.measured is not None else None
    return plain(value) if isinstance(value, Decimal) else ""


def _measure(parts: Parts, standing: TierStanding) -> str:
    indicator = parts.publication.ladders[standing.ladder].indicator
    if not indicator:
        return ""
    return parts.publication.indicators[standing.ladder.sibling(indicator)].measure


def _assessed_in(standing: TierStanding) -> Citation | None:
    return standing.assessment.source if standing.assessment is not None else None


def _basis_cell(parts: Parts, standing: TierStanding) -> Cell:
    """Return the basis of a standing: the figure if the ladder has thresholds, the text, and the source."""
    text, figure = basis_text(parts, standing), standing_figure(parts, standing)
    source = small(parts.source_link(_assessed_in(standing)))
    return cell(text, source) if figure is None else cell(figure, small(text), source)
