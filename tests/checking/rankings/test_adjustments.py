from __future__ import annotations

from typing import Final

import pytest

from tests.build.programmes import SECOND_PROGRAMME, second_programme
from tests.running import CodesWith, ProblemsWith

ADJUSTMENTS: Final = "data/adjustments.yml"
SCHEME: Final = second_programme("""\
indicators:
  count: {name: 数量, measure: 个, kind: cumulative}
schemes:
  quarterly:
    name: 季度考核
    level: township
    every: quarter
    closes_after_days: 10
    versions:
      - from: 2024-Q1
        missing: reweight
        components:
          work: {name: 工作, weight: 1, indicator: count, normalise: {attainment: {}}}
        bonuses:
          honour: {name: 受到表彰, points: 1, cap: 2}
      - from: 2024-Q3
        missing: reweight
        components:
          work: {name: 工作, weight: 1, indicator: count, normalise: {attainment: {}}}
        bonuses:
          praise: {name: 受到表扬, points: 1}
        vetoes:
          accident: {name: 发生事故, effect: last}
""")
SOUND: Final = {
    "scheme": "second/quarterly",
    "division": "yunxi/east-bridge",
    "period": "2024-Q1",
    "rule": "honour",
    "on": "2024-04-10",
    "reason": "受县里表彰",
    "source": "{document: plan, at: 附表}",
}


def _problems(problems_with: ProblemsWith, *changes: dict[str, str]) -> list[tuple[str, str]]:
    items = ["".join(f"  {key}: {value}\n" for key, value in (SOUND | change).items()) for change in changes]
    listed = "".join(f"-{item[1:]}" for item in items)
    return [
        (code, detail) for code, _, detail in problems_with({SECOND_PROGRAMME: SCHEME, ADJUSTMENTS: listed})
    ]


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"points": "2"},
        {"points": "0.5"},
        {"period": "2024-01/2024-03"},
        {"period": "2024-Q3", "rule": "praise", "on": "2024-10-10"},
        {"period": "2024-Q4", "rule": "accident", "on": "2024-12-31"},
        {"disclosure": "public"},
    ],
)
def test_a_sound_adjustment(problems_with: ProblemsWith, change: dict[str, str]) -> None:
    assert _problems(problems_with, change) == []


def test_a_rule_is_one_of_the_version_in_force(problems_with: ProblemsWith) -> None:
    ((code, detail),) = _problems(problems_with, {"period": "2024-Q3", "on": "2024-10-01"})
    assert code == "E312"
    assert "2024-Q3 适用的“季度考核”（2024-Q3 起）没有“honour”" in detail


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"scheme": "second/yearly"}, "E312"),
        ({"scheme": "nowhere/quarterly"}, "E312"),
        ({"division": "yunxi/nowhere"}, "E301"),
        ({"division": "yunxi/west-ford/ferry"}, "E427"),
        ({"period": "2024-Q1", "on": "2024-04-11"}, "E427"),
        ({"period": "unstated"}, "E427"),
        ({"points": "2.5"}, "E428"),
        ({"points": "0"}, "E428"),
        ({"source": "{document: nowhere, at: 附表}"}, "E304"),
    ],
)
def test_an_adjustment_that_cannot_count(
    problems_with: ProblemsWith, change: dict[str, str], code: str
) -> None:
    assert [found for found, _ in _problems(problems_with, change)] == [code]


def test_two_cases_of_one_rule_are_no_repetition(problems_with: ProblemsWith) -> None:
    assert _problems(problems_with, {}, {"reason": "又受市里表彰"}, {"on": "2024-04-09"}) == []
    assert [code for code, _ in _problems(problems_with, {}, {"points": "2"})] == ["E308"]


def test_the_file_is_a_list(codes_with: CodesWith) -> None:
    assert codes_with({ADJUSTMENTS: "honour: 1\n"}) == ["E203"]
