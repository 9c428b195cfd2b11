"""Cells as offices type them, each with what it means in its column, or the code of what is wrong."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final

import pytest

from generators.importing.cells.errors import CellError
from generators.importing.cells.reading import reading_of
from generators.importing.figures.values import CellMeaning, ColumnMeaning, meaning_of
from generators.model.correction import RatioPart
from generators.model.indicator import Indicator, IndicatorKind
from generators.model.scalars import Amount, Qualifier
from generators.workbooks.reading.sheet import CellValue

NOTHING: Final = CellMeaning()
INAPPLICABLE: Final = CellMeaning(is_inapplicable=True)


def _column(
    measure: str,
    kind: IndicatorKind = IndicatorKind.FLOW,
    unit: str | None = None,
    part: RatioPart | None = None,
    *,
    is_in_percent: bool = False,
) -> ColumnMeaning:
    return ColumnMeaning(Indicator(name="示例", measure=measure, kind=kind), part, unit, is_in_percent)


COUNT: Final = _column("件")
MONEY: Final = _column("万元", unit="万元")
BARE_MONEY: Final = _column("万元")
MONEY_IN_YUAN: Final = _column("万元", unit="元")
YUAN: Final = _column("元")
LAND: Final = _column("亩")
SHARE: Final = _column("%", IndicatorKind.RATIO)
SURE_SHARE: Final = _column("%", IndicatorKind.RATIO, is_in_percent=True)
PART: Final = _column("%", IndicatorKind.RATIO, part=RatioPart.NUMERATOR)
FLAG: Final = _column("", IndicatorKind.FLAG)


def _number(text: str, qualifier: Qualifier | None = None) -> CellMeaning:
    return CellMeaning(Decimal(text), qualifier=qualifier)


RIGHT: Final[tuple[tuple[CellValue, ColumnMeaning, CellMeaning], ...]] = (
    (None, COUNT, NOTHING),
    ("", COUNT, NOTHING),
    ("　 ", COUNT, NOTHING),
    ("未报", COUNT, NOTHING),
    ("未 报", COUNT, NOTHING),
    ("未上报", FLAG, NOTHING),
    ("/", COUNT, INAPPLICABLE),
    ("／", COUNT, INAPPLICABLE),
    ("不适用", FLAG, INAPPLICABLE),
    ("无此项", SHARE, INAPPLICABLE),
    (Decimal(0), COUNT, _number("0")),
    ("0", COUNT, _number("0")),
    ("零", COUNT, _number("0")),
    (Decimal(29), COUNT, _number("29")),
    ("１３", COUNT, _number("13")),
    (" 12 ", COUNT, _number("12")),
    ("12\u200b", COUNT, _number("12")),
    ("1,200", COUNT, _number("1200")),
    ("１，２００", COUNT, _number("1200")),
    ("1 200", COUNT, _number("1200")),
    ("1,234,567.5", YUAN, _number("1234567.5")),
    ("12件", COUNT, _number("12")),
    ("12 件", COUNT, _number("12")),
    ("1.2万", COUNT, _number("12000")),
    ("1.2万件", COUNT, _number("12000")),
    ("三千件", COUNT, _number("3000")),
    ("十二", COUNT, _number("12")),
    ("一百零五件", COUNT, _number("105")),
    ("两千", COUNT, _number("2000")),
    ("-5", COUNT, _number("-5")),
    ("－5", COUNT, _number("-5")),
    ("62.50", MONEY, _number("62.50")),
    (Decimal("7.5"), MONEY, _number("7.5")),
    ("120万", MONEY, _number("120")),
    ("120万元", BARE_MONEY, _number("120")),
    ("90万", BARE_MONEY, _number("90")),
    ("3000元", MONEY, _number("0.3")),
    ("1.2亿", MONEY, _number("12000")),
    ("1.2亿元", BARE_MONEY, _number("12000")),
    ("5000块钱", MONEY, _number("0.5")),
    (Decimal(75000), MONEY_IN_YUAN, _number("7.5")),
    ("12万", MONEY_IN_YUAN, _number("12")),
    ("0", BARE_MONEY, _number("0")),
    ("3万", YUAN, _number("30000")),
    ("2公顷", LAND, _number("30")),
    ("1.5万亩", LAND, _number("15000")),
    ("约30", COUNT, _number("30", Qualifier.ABOUT)),
    ("30左右", COUNT, _number("30", Qualifier.ABOUT)),
    ("大约30件", COUNT, _number("30", Qualifier.ABOUT)),
    ("近1.08万件", COUNT, _number("10800", Qualifier.NEARLY)),
    ("1760余万元", MONEY, _number("1760", Qualifier.OVER)),
    ("1000多件", COUNT, _number("1000", Qualifier.OVER)),
    ("120万余元", MONEY, _number("120", Qualifier.OVER)),
    ("20余", COUNT, _number("20", Qualifier.OVER)),
    ("十余件", COUNT, _number("10", Qualifier.OVER)),
    ("超过50", COUNT, _number("50", Qualifier.OVER)),
    ("100+", COUNT, _number("100", Qualifier.OVER)),
    ("70%以上", SHARE, _number("70", Qualifier.AT_LEAST)),
    ("不少于12件", COUNT, _number("12", Qualifier.AT_LEAST)),
    ("≥12", COUNT, _number("12", Qualifier.AT_LEAST)),
    ("≤3", COUNT, _number("3", Qualifier.AT_MOST)),
    ("5件以内", COUNT, _number("5", Qualifier.AT_MOST)),
    ("98%", SHARE, _number("98")),
    ("98.5％", SHARE, _number("98.5")),
    (Decimal("98.5"), SHARE, _number("98.5")),
    ("百分之九十八", SHARE, _number("98")),
    ("0.98%", SHARE, _number("0.98")),
    (Decimal(0), SHARE, _number("0")),
    (Decimal("0.5"), SURE_SHARE, _number("0.5")),
    ("34/36", SHARE, CellMeaning(Decimal(34), Decimal(36))),
    ("34", PART, _number("34")),
    ("1.2万", PART, _number("12000")),
    ("√", FLAG, CellMeaning(value=True)),
    ("✓", FLAG, CellMeaning(value=True)),
    ("是", FLAG, CellMeaning(value=True)),
    ("已完成", FLAG, CellMeaning(value=True)),
    (True, FLAG, CellMeaning(value=True)),
    (Decimal(1), FLAG, CellMeaning(value=True)),
    ("否", FLAG, CellMeaning(value=False)),
    ("×", FLAG, CellMeaning(value=False)),
    ("无", FLAG, CellMeaning(value=False)),
    ("Ｎ", FLAG, CellMeaning(value=False)),
    (Decimal(0), FLAG, CellMeaning(value=False)),
)
"""What is typed, in which column, and what it means."""

WRONG: Final[tuple[tuple[CellValue, ColumnMeaning, str], ...]] = (
    ("-", COUNT, "E810"),
    ("—", COUNT, "E810"),
    ("待定", COUNT, "E810"),
    ("无", COUNT, "E810"),
    ("√", COUNT, "E810"),
    ("abc", COUNT, "E810"),
    ("1,2", COUNT, "E810"),
    ("3 5", COUNT, "E810"),
    ("12①", COUNT, "E810"),
    ("12²", COUNT, "E810"),
    ("3-5", COUNT, "E810"),
    ("3～5", COUNT, "E810"),
    ("3+2", COUNT, "E810"),
    ("12（含上月3）", COUNT, "E810"),
    ("1亿2000万", MONEY, "E810"),
    ("约100余", COUNT, "E810"),
    ("（5）", COUNT, "E810"),
    ("34/36", COUNT, "E810"),
    (date(2026, 3, 5), COUNT, "E810"),
    ("12345678901234567", COUNT, "E810"),
    ("1" * 100, COUNT, "E810"),
    ("九成", SHARE, "E811"),
    ("约34", PART, "E810"),
    (Decimal(5), FLAG, "E810"),
    ("较好", FLAG, "E810"),
    ("#DIV/0!", COUNT, "E805"),
    ("####", COUNT, "E805"),
    ("12户", COUNT, "E811"),
    ("12人次", COUNT, "E811"),
    ("98%", COUNT, "E811"),
    (Decimal(900000), BARE_MONEY, "E811"),
    ("12件", MONEY, "E811"),
    ("12个", SHARE, "E811"),
    ("7亩", MONEY, "E811"),
    (Decimal("0.98"), SHARE, "E817"),
    (Decimal(1), SHARE, "E817"),
    ("0.98", SHARE, "E817"),
)
"""What is typed, in which column, and the code of what is wrong."""


@pytest.mark.parametrize(("typed", "column", "meaning"), RIGHT)
def test_a_cell_means_what_the_clerk_meant(
    typed: CellValue, column: ColumnMeaning, meaning: CellMeaning
) -> None:
    found = meaning_of(reading_of(typed), column)
    assert found == meaning
    assert _form(found.value) is _form(meaning.value)


def _form(value: Amount | None) -> type | None:
    return None if value is None else type(value)


@pytest.mark.parametrize(("typed", "column", "code"), WRONG)
def test_a_cell_that_says_nothing_certain_is_told(typed: CellValue, column: ColumnMeaning, code: str) -> None:
    with pytest.raises(CellError) as told:
        meaning_of(reading_of(typed), column)
    assert told.value.code == code
    assert told.value.detail


def test_a_number_shown_as_a_percentage_is_one() -> None:
    assert meaning_of(reading_of(Decimal("0.985"), is_percentage=True), SHARE) == _number("98.5")
    assert meaning_of(reading_of(Decimal(1), is_percentage=True), SHARE) == _number("100")
