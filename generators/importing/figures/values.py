"""What a cell means as a value of its column's indicator."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final, assert_never

from generators.importing.cells.errors import CellError
from generators.importing.cells.reading import Reading, Said
from generators.importing.cells.units import PERCENT, Unit, converted, unit_of
from generators.model.correction import RatioPart
from generators.model.indicator import Indicator
from generators.model.scalars import Amount, Qualifier

_LARGEST_SHARE: Final = 3
"""As a share three times of what was planned; as a percentage less than most rates are."""


@dataclass(frozen=True, slots=True)
class ColumnMeaning:
    """What the cells of a column are: an indicator or a part of one, and the unit that its head names.

    With ``is_in_percent`` bare numbers are percentages, however small. Without ``shows_formats`` nobody saw
    whether a number is shown as a percentage.
    """

    indicator: Indicator
    part: RatioPart | None
    unit: str | None
    is_in_percent: bool = False
    shows_formats: bool = True

    @property
    def is_share(self) -> bool:
        """Whether the cells are percentages."""
        return self.indicator.measure == PERCENT and self.part is None


@dataclass(frozen=True, slots=True)
class CellMeaning:
    """A value, the two parts of one, or that it does not apply; all ``None`` is that nothing was reported."""

    value: Amount | None = None
    whole: Decimal | None = None
    is_inapplicable: bool = False
    qualifier: Qualifier | None = None

    @property
    def is_nothing(self) -> bool:
        """Whether nothing was reported."""
        return self.value is None and not self.is_inapplicable


def meaning_of(reading: Reading, column: ColumnMeaning) -> CellMeaning:
    """Return what a cell means in its column; raises :class:`CellError` if it means nothing there."""
    match reading.said:
        case Said.NOTHING | Said.UNREPORTED:
            return CellMeaning()
        case Said.INAPPLICABLE:
            return CellMeaning(is_inapplicable=True)
        case Said.FLAG:
            return CellMeaning(_flag(reading, column))
        case Said.PARTS:
            return _parts(reading, column)
        case Said.NUMBER:
            return _number(reading, column)
        case never:
            assert_never(never)


def _flag(reading: Reading, column: ColumnMeaning) -> Amount:
    if column.indicator.kind.is_flag and reading.flag is not None:
        return reading.flag
    word = "是（√）" if reading.flag else "否（×）"
    raise CellError(
        "E810", f"填的是{word}，“{column.indicator.name}”应填数", "请填一个数；没有此项写 /，没报写“未报”"
    )


def _parts(reading: Reading, column: ColumnMeaning) -> CellMeaning:
    if not column.indicator.kind.is_ratio or column.part is not None:
        raise CellError("E810", "填的是几分之几，这一列应填一个数")
    return CellMeaning(reading.number, reading.whole)


def _number(reading: Reading, column: ColumnMeaning) -> CellMeaning:
    number = reading.number
    if number is None:
        raise ValueError("a reading of a number has a number")
    if column.indicator.kind.is_flag:
        if number in {0, 1} and reading.unit is None and not reading.is_percent:
            return CellMeaning(number == 1)
        raise CellError("E810", f"“{column.indicator.name}”应填是或否，填的是数")
    if column.part is not None and reading.qualifier is not None:
        raise CellError("E810", "比率的分子、分母要写确数，不带约、近、余", "请核对后写确数")
    in_measure = _share if column.is_share else _quantity
    return CellMeaning(in_measure(reading, number, column), qualifier=reading.qualifier)


def _share(reading: Reading, number: Decimal, column: ColumnMeaning) -> Decimal:
    """Return the number in percent: a bare one up to 1 may be a share or a percentage.

    So may one that is not much greater where no format is seen: 1.05 is what an xls has for 105%.
    """
    if reading.unit is not None:
        raise CellError("E811", f"写了单位，“{column.indicator.name}”是百分数")
    least = 1 if column.shows_formats else _LARGEST_SHARE
    if not (reading.is_percent or column.is_in_percent) and 0 < number <= least:
        times = (number * 100).normalize()
        raise CellError(
            "E817", f"{number:f} 可能是 {number:f}%，也可能是 {times:f}%", "请写上 %：98% 或 0.98%"
        )
    return number


def _quantity(reading: Reading, number: Decimal, column: ColumnMeaning) -> Decimal:
    measure = unit_of(_counted(column) if column.part is not None else column.indicator.measure)
    if reading.is_percent:
        raise CellError("E811", f"填的是百分数，“{column.indicator.name}”的单位是{column.indicator.measure}")
    if reading.unit is not None:
        said = _as_head_counts(reading.unit, column)
        return _converted(number, said, measure, column)
    if column.unit is not None:
        return _converted(number, unit_of(column.unit), measure, column)
    if measure.factor != 1 and number != 0:
        raise CellError(
            "E811",
            f"没有写单位，“{column.indicator.name}”的单位是{column.indicator.measure}",
            f"请写上单位，如 120万；整列都是{column.indicator.measure}的，写在表头里",
        )
    return number


def _counted(column: ColumnMeaning) -> str:
    """Return the unit of the parts of a ratio: what its head names, else that of any things."""
    return column.unit or ("" if column.indicator.measure == PERCENT else column.indicator.measure)


def _as_head_counts(unit: Unit, column: ColumnMeaning) -> Unit:
    """Return the unit of a cell; without a base it is of what the head counts: 90万 of 元."""
    if unit.base or column.unit is None:
        return unit
    return Unit(unit.factor, unit_of(column.unit).base)


def _converted(number: Decimal, said: Unit, measure: Unit, column: ColumnMeaning) -> Decimal:
    if column.part is not None and not measure.base:
        return number * said.factor
    found = converted(number, said, measure)
    if found is None:
        detail = f"单位与“{column.indicator.name}”的{column.indicator.measure}不同，换算不了"
        raise CellError("E811", detail, f"请换算成{column.indicator.measure}")
    return found
