from __future__ import annotations

from decimal import Decimal

from generators.checking.kit.wording import named, near_miss, shown, shown_period
from generators.model.period import parse_period


def test_an_amount_reads_as_written() -> None:
    assert [shown(each) for each in (Decimal("5.50"), Decimal("1E+3"), Decimal(0), True, False)] == [
        "5.50",
        "1000",
        "0",
        "true",
        "false",
    ]


def test_a_period_reads_as_written() -> None:
    assert shown_period(parse_period("2024-Q1")) == "2024-Q1"
    assert shown_period(parse_period("unstated")) == "期间未说明"


def test_quotation_marks_within_a_name_become_single() -> None:
    assert named("“双整”工作") == "“‘双整’工作”"
    assert named("电话13800138000") == "“电话138******00”"


def test_a_near_miss_is_pointed_out_and_a_far_one_is_not() -> None:
    assert near_miss("vilages", ["villages", "cadres"]) == "，是否应为“villages”"
    assert near_miss("funds", ["villages", "cadres"]) == ""
    assert near_miss("funds", []) == ""
