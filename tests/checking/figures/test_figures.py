from __future__ import annotations

import pytest

from tests.build.divisions import THIRD_TOWNSHIP, third_township
from tests.build.programmes import SECOND_PROGRAMME, second_programme
from tests.running import ProblemsWith

INDICATORS = second_programme(
    "indicators:\n"
    "  growth: {name: 增速, measure: '%', kind: level}\n"
    "  share: {name: 占比, measure: '%', kind: ratio}\n"
    "  density: {name: 密度, measure: 人每户, kind: ratio}\n"
    "  done: {name: 完成, measure: 是否, kind: flag}\n"
    "  count: {name: 数量, measure: 个, kind: cumulative}\n"
)


@pytest.mark.parametrize(
    ("value", "codes"),
    [
        ("growth: 130", []),
        ("growth: -4.2", []),
        ("share: 0", []),
        ("share: 100", []),
        ("share: 100.1", ["E414"]),
        ("share: -1", ["E414"]),
        ("share: {numerator: 5, denominator: 5}", []),
        ("share: {numerator: 6, denominator: 5}", ["E405"]),
        ("share: {numerator: 6}", []),
        ("share: {numerator: 6, denominator: -5}", ["E404"]),
        ("share: {not_applicable: 无此项}", []),
        ("density: {numerator: 6, denominator: 5}", []),
        ("density: 300", []),
        ("growth: {numerator: 1, denominator: 2}", ["E412"]),
        ("done: true", []),
        ("done: 1", ["E412"]),
        ("done: {not_applicable: 无此项}", []),
        ("count: false", ["E412"]),
        ("count: 0", []),
        ("count: -1", ["E404"]),
        ("count: {value: 3, measure: 个}", []),
        ("count: {value: 3, measure: 户}", ["E403"]),
    ],
)
def test_the_form_of_a_value(problems_with: ProblemsWith, value: str, codes: list[str]) -> None:
    reports = (
        "reports:\n  - period: 2024-Q1\n    source: {document: plan, at: 附表}\n"
        f"    values:\n      second/{value}\n"
    )
    found = problems_with({SECOND_PROGRAMME: INDICATORS, THIRD_TOWNSHIP: third_township(reports)})
    assert [code for code, _, _ in found] == codes


def test_each_value_may_name_its_own_place(problems_with: ProblemsWith) -> None:
    reports = (
        "reports:\n  - period: 2024-Q1\n    source: {document: plan}\n"
        "    values:\n      second/count: {value: 3, at: 第一行}\n"
    )
    assert problems_with({SECOND_PROGRAMME: INDICATORS, THIRD_TOWNSHIP: third_township(reports)}) == []
