"""The distributions of ladders, over time and by area, as a table of the open data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generators.composing.kit.columns import data_column, fictional_column, iso_day
from generators.composing.kit.parts import Parts
from generators.composing.kit.table import DataTable, DataType, Table
from generators.composing.tiers.tables import DISTRIBUTIONS
from generators.composing.tiers.views import count_of, ranks_shown, tier_view
from generators.languages import gettext, marked
from generators.model.address import Address
from generators.results.tiers import Distribution, Rank


@dataclass(frozen=True, slots=True)
class _Count:
    """How many divisions of an area had one rank on one day."""

    ladder: Address
    distribution: Distribution
    rank: Rank


def distribution_data(parts: Parts) -> DataTable:
    """Return the table: of the area of each ladder at the ends of quarters, of the areas within it today."""
    ladders, divisions = parts.publication.ladders, parts.publication.divisions
    table: Table[_Count] = Table(
        (
            data_column("programme", marked("工作的标识"), lambda row: row.ladder.programme),
            data_column("ladder", marked("等次序列的标识"), lambda row: row.ladder.name),
            data_column("ladder_name", marked("等次序列名称"), lambda row: ladders[row.ladder].name),
            data_column("division", marked("区划的标识"), lambda row: row.distribution.area),
            data_column(
                "division_name", marked("区划名称"), lambda row: divisions[row.distribution.area].name
            ),
            data_column("day", marked("日期"), lambda row: iso_day(row.distribution.day), DataType.DATE),
            data_column("tier", marked("等次"), lambda row: tier_view(ladders[row.ladder], row.rank).label),
            data_column(
                "count",
                marked("这一等次的单位数"),
                lambda row: str(count_of(row.distribution, row.rank)),
                DataType.INTEGER,
            ),
            data_column(
                "total",
                marked("全部单位数，含未评定的"),
                lambda row: str(row.distribution.total),
                DataType.INTEGER,
            ),
            fictional_column(lambda row: divisions[row.distribution.area].fictional),
        ),
        key=("programme", "ladder", "division", "day", "tier"),
    )
    return table.data(
        DISTRIBUTIONS,
        gettext("等次分布"),
        gettext("各季末和当日、各地，每个等次的单位数，一行一个"),
        lambda: tuple(_counts(parts)),
    )


def _counts(parts: Parts) -> Iterator[_Count]:
    for ladder, result in parts.publication.ladder_results.items():
        below = (each for area, each in result.distributions.items() if area != result.area)
        for distribution in (*result.history, *below):
            for rank in ranks_shown(parts.publication.ladders[ladder]):
                yield _Count(ladder, distribution, rank)
