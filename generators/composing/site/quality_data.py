"""Corrections, and values that differ from their roll-ups, as tables of the open data."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol, TypeVar

from generators.composing.kit.columns import data_column, fictional_column, iso_day
from generators.composing.kit.numbers import data_number
from generators.composing.kit.parts import Parts
from generators.composing.kit.table import Column, DataTable, DataType, Table
from generators.composing.site.quality_tables import CORRECTIONS, DISCREPANCIES
from generators.languages import gettext, marked
from generators.model.address import Address
from generators.model.correction import Correction
from generators.model.indicator import Indicator
from generators.results.figures import Discrepancy


class _OfOneValue(Protocol):
    """What is said of the value of an indicator in a division."""

    @property
    def division(self) -> str:
        """Return the id of the division."""

    @property
    def indicator(self) -> Address:
        """Return the address of the indicator."""


_Row = TypeVar("_Row", bound=_OfOneValue)


def quality_data(parts: Parts) -> Iterator[DataTable]:
    """Yield the tables that have rows."""
    publication = parts.publication
    if publication.corrections:
        yield _corrections(parts).data(
            CORRECTIONS,
            gettext("更正记录"),
            gettext("每次更正一行：原数、更正后的数和理由"),
            lambda: publication.corrections,
        )
    if publication.discrepancies:
        yield _discrepancies(parts).data(
            DISCREPANCIES,
            gettext("自报与汇总不一致"),
            gettext("本级自报的数与下级汇总不同的，一处一行"),
            lambda: publication.discrepancies,
        )


def _corrections(parts: Parts) -> Table[Correction]:
    return _table(
        parts,
        data_column("period", marked("期间"), lambda each: each.period.text),
        data_column(
            "part",
            marked("更正的是哪一部分：numerator 分子，denominator 分母；空为整个数"),
            lambda each: each.part.value if each.part is not None else "",
            title=marked("部分"),
        ),
        data_column(
            "old", marked("原数"), lambda each: data_number(each.old), DataType.ANY, measured_in="measure"
        ),
        data_column(
            "new",
            marked("更正后的数"),
            lambda each: data_number(each.new),
            DataType.ANY,
            measured_in="measure",
        ),
        data_column("reason", marked("更正的理由"), lambda each: each.reason),
        data_column("office", marked("更正的单位"), lambda each: each.office),
        data_column("on", marked("更正的日期"), lambda each: iso_day(each.on), DataType.DATE),
    )


def _discrepancies(parts: Parts) -> Table[Discrepancy]:
    return _table(
        parts,
        data_column(
            "declared",
            marked("自报的数"),
            lambda each: data_number(each.declared),
            DataType.NUMBER,
            measured_in="measure",
        ),
        data_column(
            "rolled_up",
            marked("下级汇总的数，最多六位小数"),
            lambda each: data_number(each.rolled_up),
            DataType.NUMBER,
            measured_in="measure",
        ),
        data_column(
            "reported",
            marked("汇总所依据的下级报送个数"),
            lambda each: str(each.coverage.reported),
            DataType.INTEGER,
        ),
        data_column(
            "reports_expected",
            marked("汇总应有的下级报送个数"),
            lambda each: str(each.coverage.expected),
            DataType.INTEGER,
        ),
    )


def _table(parts: Parts, *columns: Column[_Row]) -> Table[_Row]:
    """Return a table of these columns after those of the value, with its unit."""

    def indicator(each: _Row) -> Indicator:
        return parts.publication.indicators[each.indicator]

    of_value: tuple[tuple[str, str, Callable[[_Row], str]], ...] = (
        ("programme", marked("工作的标识"), lambda each: each.indicator.programme),
        ("division", marked("区划的标识"), lambda each: each.division),
        ("division_name", marked("区划名称"), lambda each: parts.publication.divisions[each.division].name),
        ("indicator", marked("指标的标识"), lambda each: each.indicator.name),
        ("name", marked("指标名称"), lambda each: indicator(each).name),
        ("measure", marked("计量单位"), lambda each: indicator(each).measure),
    )
    return Table(
        (
            *(data_column(name, meaning, value) for name, meaning, value in of_value),
            *columns,
            fictional_column(lambda each: parts.publication.divisions[each.division].fictional),
        )
    )
