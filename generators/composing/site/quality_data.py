"""Corrections, and values that differ from their roll-ups, as tables of the open data."""

from __future__ import annotations

from collections.abc import Iterator

from generators.composing.figures.value_table import value_table
from generators.composing.kit.columns import data_column, iso_day
from generators.composing.kit.numbers import data_number
from generators.composing.kit.parts import Parts
from generators.composing.kit.table import DataTable, DataType, Table
from generators.composing.site.quality_tables import CORRECTIONS, DISCREPANCIES
from generators.languages import gettext, marked
from generators.model.correction import Correction
from generators.results.figures import Discrepancy


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
    return value_table(
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
    return value_table(
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
