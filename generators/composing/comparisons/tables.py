"""Tables of comparisons: of one division, of the places that grew most, and of the open data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from generators.composing.comparisons.columns import sort_key
from generators.composing.comparisons.words import TITLES, base_word, result_figure, span_words
from generators.composing.kit.columns import data_column, fictional_column, head_column
from generators.composing.kit.numbers import data_number, figure, tidied
from generators.composing.kit.parts import Parts
from generators.composing.kit.table import (
    NOTHING,
    Cell,
    Column,
    DataTable,
    DataType,
    Table,
    TableView,
    cell,
    small,
)
from generators.languages import gettext, marked
from generators.model.address import Address
from generators.model.grouping import grouped
from generators.model.indicator import Indicator
from generators.model.rounding import decimal_of
from generators.results.comparisons import Compared


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    """One comparison of one indicator in one division."""

    parts: Parts
    division: str
    address: Address
    compared: Compared

    @property
    def indicator(self) -> Indicator:
        """Return the indicator."""
        return self.parts.publication.indicators[self.address]


def comparison_rows(parts: Parts) -> tuple[ComparisonRow, ...]:
    """Return all visible comparisons in the order of the values."""
    return tuple(
        ComparisonRow(parts, division, address, each)
        for (division, address), columns in parts.publication.comparisons.items()
        for each in columns
    )


def rows_by_division(parts: Parts) -> Mapping[str, Sequence[ComparisonRow]]:
    """Return the visible comparisons of each division that has any."""
    return grouped((row.division, row) for row in parts.once(comparison_rows))


def _value_cell(row: ComparisonRow) -> Cell:
    number = row.compared.value
    shown = figure(tidied(number), row.indicator.measure).text if number is not None else NOTHING
    return cell(shown, small(span_words(row.compared.period)))


def _base_cell(row: ComparisonRow) -> Cell:
    period, number = row.compared.base_period, row.compared.base
    if period is None:
        return cell(NOTHING)
    shown = figure(tidied(number), row.indicator.measure).text if number is not None else NOTHING
    base = gettext("%(base)s，%(span)s", base=base_word(row.compared), span=span_words(period))
    return cell(shown, small(base))


def _result_cell(row: ComparisonRow) -> Cell:
    return cell(result_figure(row.compared, row.indicator), sort=sort_key(row.compared))


_VALUE: Final[Column[ComparisonRow]] = Column("value", marked("本期"), _value_cell, is_number=True)
_BASE: Final[Column[ComparisonRow]] = Column("base", marked("基期"), _base_cell, is_number=True)
_RESULT: Final[Column[ComparisonRow]] = Column("result", marked("结果"), _result_cell, is_number=True)

_OF_DIVISION: Final[Table[ComparisonRow]] = Table(
    (
        Column(
            "indicator",
            marked("指标"),
            lambda row: cell(row.parts.indicator_link(row.address), small(TITLES[row.compared.by])),
            is_head=True,
        ),
        _RESULT,
        _VALUE,
        _BASE,
    )
)

_FASTEST: Final[Table[ComparisonRow]] = Table(
    (
        head_column(marked("区划"), lambda row: row.parts.division_link(row.division)),
        _RESULT,
        _VALUE,
        _BASE,
    ),
    is_tall=True,
    is_searchable=False,
    open_data="comparisons",
)


def comparisons_of_division(parts: Parts, division: str) -> TableView | None:
    """Return the table of all comparisons of a division; ``None`` if there are none."""
    rows = parts.once(rows_by_division).get(division)
    if rows is None:
        return None
    name = parts.publication.divisions[division].name
    return _OF_DIVISION.view(rows, gettext("%(name)s的同比、环比与本年累计", name=name))


def fastest_table(rows: list[ComparisonRow], label: str) -> TableView:
    """Return the table of the places that grew most, in the order of ``rows``."""
    return _FASTEST.view(rows, label)


def _number(row: ComparisonRow) -> str:
    result = row.compared.result
    return data_number(decimal_of(result)) if result is not None else ""


def _unit(row: ComparisonRow) -> str:
    """Return the unit of the result: per cent, percentage points, or that of the indicator."""
    if not row.compared.by.is_growth:
        return row.indicator.measure
    return gettext("百分点") if row.compared.is_in_points else "%"


_BY: Final = marked(
    "year-to-date 本年累计；year-on-year 同比；period-on-period 环比；cumulative-growth 本年累计同比"
)
"""The codes of :class:`ComparedBy` with the words of :data:`TITLES`."""

_DATA: Final[Table[ComparisonRow]] = Table(
    (
        data_column("programme", marked("工作的标识"), lambda row: row.address.programme),
        data_column("division", marked("区划的标识，按级以“/”相连"), lambda row: row.division),
        data_column("indicator", marked("指标的标识"), lambda row: row.address.name),
        data_column(
            "by",
            _BY,
            lambda row: row.compared.by.value,
        ),
        data_column("period", marked("本期"), lambda row: row.compared.period.text),
        data_column("value", marked("本期数"), lambda row: data_number(row.compared.value), DataType.NUMBER),
        data_column(
            "base_period",
            marked("基期；本年累计没有基期"),
            lambda row: row.compared.base_period.text if row.compared.base_period is not None else "",
        ),
        data_column("base", marked("基期数"), lambda row: data_number(row.compared.base), DataType.NUMBER),
        data_column(
            "result",
            marked("增速（%）、相差的百分点或本年累计数，最多六位小数；不计算的为空"),
            _number,
            DataType.NUMBER,
            measured_in="measure",
        ),
        data_column(
            "measure",
            marked("result 的单位"),
            _unit,
        ),
        data_column(
            "state",
            marked(
                "compared 已计算，no-value 本期没有数，no-base 基期没有数，zero-base 基期为0，"
                "negative-base 基期为负数，inexact 有约数，incomplete 没有报齐"
            ),
            lambda row: row.compared.state.value,
        ),
        data_column(
            "corrected",
            marked("是否用到更正过的数"),
            lambda row: row.compared.is_corrected,
            DataType.BOOLEAN,
        ),
        fictional_column(lambda row: row.parts.publication.divisions[row.division].fictional),
    ),
    key=("programme", "division", "indicator", "by", "period"),
)


def comparison_data(parts: Parts) -> Iterator[DataTable]:
    """Yield the table of comparisons of the open data, if any are declared."""
    rows = parts.once(comparison_rows)
    if rows:
        title, about = (
            gettext("同比、环比与本年累计"),
            gettext("各指标声明的本年累计、同比、环比，一项一行，注明本期、基期和不计算的原因"),
        )
        yield _DATA.data("comparisons", title, about, lambda: rows)
