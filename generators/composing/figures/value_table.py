"""Tables of the open data whose rows are about one value each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

from generators.composing.kit.columns import data_column, fictional_column
from generators.composing.kit.parts import Parts
from generators.composing.kit.table import Column, Table
from generators.languages import marked
from generators.model.address import Address
from generators.model.indicator import Indicator


class OfOneValue(Protocol):
    """What is said of the value of an indicator in a division."""

    @property
    def division(self) -> str:
        """Return the id of the division."""

    @property
    def indicator(self) -> Address:
        """Return the address of the indicator."""


Row = TypeVar("Row", bound=OfOneValue)


def value_table(parts: Parts, *columns: Column[Row], key: tuple[str, ...] = ()) -> Table[Row]:
    """Return a table of these columns after those that say which value it is, with its unit."""

    def indicator(each: Row) -> Indicator:
        return parts.publication.indicators[each.indicator]

    of_value: tuple[tuple[str, str, Callable[[Row], str]], ...] = (
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
        ),
        key=key,
    )
