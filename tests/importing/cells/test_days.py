from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from generators.importing.cells.days import day_of, day_within
from generators.importing.cells.errors import CellError
from generators.workbooks.reading.sheet import CellValue

DAY = date(2026, 3, 5)


@pytest.mark.parametrize(
    "typed",
    [
        DAY,
        Decimal(46086),
        "46086",
        "2026年3月5日",
        "2026年3月5号",
        "2026.3.5",
        "2026.03.05",
        "2026-3-5",
        "2026/03/05",
        "20260305",
        "2026 年 3 月 5 日",
        "２０２６．３．５",
        "2026。3。5",
        "二〇二六年三月五日",
        "3月5日",
    ],
)
def test_a_day_is_read_however_it_is_typed(typed: CellValue) -> None:
    assert day_of(typed, 2026) == DAY


@pytest.mark.parametrize(
    "typed", ["2026.2.30", "昨天", "3.5", "1026.3.5", "2026年13月1日", Decimal("0.5"), True]
)
def test_what_is_no_day_is_told(typed: CellValue) -> None:
    with pytest.raises(CellError) as told:
        day_of(typed, 2026)
    assert told.value.code == "E819"


def test_a_day_without_a_year_needs_one() -> None:
    with pytest.raises(CellError):
        day_of("3月5日")


def test_nothing_is_no_day() -> None:
    assert day_of(None) is None
    assert day_of(" ") is None
    assert day_within("填报单位：县委组织部") is None


def test_a_day_is_found_in_a_line() -> None:
    assert day_within("填报日期：2026年3月5日（盖章）") == DAY
    assert day_within("2026.3.5印发") == DAY
