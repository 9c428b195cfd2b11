"""Columns of the open data that say what a measured value is made of."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from generators.composing.kit.columns import data_column
from generators.composing.kit.numbers import data_number
from generators.composing.kit.table import Column, DataType
from generators.languages import marked
from generators.results.figures import Coverage, Measured

_Row = TypeVar("_Row")


def measured_columns(measured: Callable[[_Row], Measured]) -> tuple[Column[_Row], ...]:
    """Return the columns of hedge, state, origin, parts of a ratio, and coverage of a roll-up."""

    def coverage(row: _Row, count: Callable[[Coverage], int]) -> str:
        found = measured(row).coverage
        return str(count(found)) if found is not None else ""

    return (
        data_column(
            "value_qualifier",
            marked("约数用语：nearly 近，over 余，at-least 以上，at-most 以内，about 约；由各部分的合成"),
            lambda row: measured(row).qualifier or "",
        ),
        data_column(
            "value_state",
            marked("known 有值，unreported 未报送，not-applicable 不适用，incomputable 无法计算"),
            lambda row: measured(row).state.value,
        ),
        data_column(
            "value_origin",
            marked("declared 自报，rolled-up 下级汇总，derived 由其他指标算出"),
            lambda row: measured(row).origin.value,
        ),
        data_column(
            "numerator",
            marked("比率的分子"),
            lambda row: data_number(measured(row).numerator),
            DataType.NUMBER,
        ),
        data_column(
            "denominator",
            marked("比率的分母"),
            lambda row: data_number(measured(row).denominator),
            DataType.NUMBER,
        ),
        data_column(
            "reported",
            marked("汇总所依据的下级报送个数"),
            lambda row: coverage(row, lambda found: found.reported),
            DataType.INTEGER,
        ),
        data_column(
            "reports_expected",
            marked("汇总应有的下级报送个数"),
            lambda row: coverage(row, lambda found: found.expected),
            DataType.INTEGER,
        ),
    )
