"""Values that are made of others, and have no target, as a table of the open data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generators.composing.figures.measured_columns import measured_columns
from generators.composing.figures.value_table import value_table
from generators.composing.kit.columns import data_column
from generators.composing.kit.numbers import data_number
from generators.composing.kit.parts import Parts
from generators.composing.kit.table import DataTable, DataType, Table
from generators.languages import gettext, marked
from generators.model.address import Address
from generators.results.figures import Measured, Origin

COMPUTED: Final = "computed"
"""The name of the table."""


@dataclass(frozen=True, slots=True)
class _Computed:
    """A value of an indicator in a division."""

    division: str
    indicator: Address
    measured: Measured


def computed_data(parts: Parts) -> DataTable:
    """Return the table of values rolled up or derived; those of targets are in the table of these."""
    table: Table[_Computed] = value_table(
        parts,
        data_column(
            "value",
            marked("计算当日的数值"),
            lambda row: data_number(row.measured.value),
            DataType.ANY,
            measured_in="measure",
        ),
        *measured_columns(lambda row: row.measured),
        key=("programme", "division", "indicator"),
    )
    return table.data(
        COMPUTED,
        gettext("汇总和算出的数"),
        gettext("没有目标、由下级汇总或由其他指标算出的数，每个区划每个指标一行"),
        lambda: tuple(_rows(parts)),
    )


def _rows(parts: Parts) -> Iterator[_Computed]:
    with_target = {(each.division, each.indicator) for each in parts.publication.progress}
    for key, measured in parts.publication.values.items():
        if measured.origin is not Origin.DECLARED and key not in with_target:
            yield _Computed(*key, measured)
