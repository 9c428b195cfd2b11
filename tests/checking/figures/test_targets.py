from __future__ import annotations

import pytest

from tests.build.divisions import THIRD_TOWNSHIP, third_township
from tests.build.programmes import SECOND_PROGRAMME, second_programme
from tests.running import ProblemsWith

SOURCE = "source: {document: plan, at: 附表}"
LEVELS = second_programme(
    "indicators:\n"
    "  fall: {name: 存量, measure: 个, kind: level, goal: at-most}\n"
    "  keep: {name: 保持, measure: 个, kind: level, goal: exactly}\n"
    "  rise: {name: 增速, measure: '%', kind: level}\n"
    "  count: {name: 数量, measure: 个, kind: cumulative}\n"
)


def _target(indicator: str, value: str, more: str = "", by: str = "2024-12-31") -> str:
    return (
        f"  - {{indicator: second/{indicator}, value: {value}, from: 2024-01-01, by: {by}, {more}{SOURCE}}}\n"
    )


def _problems(problems_with: ProblemsWith, *targets: str) -> list[tuple[str, str]]:
    found = problems_with(
        {SECOND_PROGRAMME: LEVELS, THIRD_TOWNSHIP: third_township("targets:\n" + "".join(targets))}
    )
    return [(code, detail) for code, _, detail in found]


@pytest.mark.parametrize(
    ("indicator", "value", "more"),
    [
        ("count", "9", "milestones: {2024-03-31: 3, 2024-06-30: 3, 2024-12-31: 9}, "),
        ("fall", "2", "baseline: 9, milestones: {2024-06-30: 5}, "),
        ("fall", "2", "milestones: {2024-06-30: 5}, "),
        ("keep", "5", "baseline: 5, milestones: {2024-06-30: 5}, "),
        ("rise", "120", ""),
        ("rise", "-3", ""),
        ("count", "0", ""),
    ],
)
def test_a_sound_target(problems_with: ProblemsWith, indicator: str, value: str, more: str) -> None:
    assert _problems(problems_with, _target(indicator, value, more)) == []


@pytest.mark.parametrize(
    ("indicator", "value", "more", "detail"),
    [
        ("count", "9", "milestones: {2024-06-30: 10}, ", "从 2024-06-30 的 10 到截止的 9，没有向目标推进"),
        ("count", "9", "milestones: {2025-01-01: 9}, ", "节点 2025-01-01 应晚于"),
        ("fall", "2", "baseline: 9, milestones: {2024-06-30: 10}, ", "从开始的 9 到 2024-06-30 的 10"),
        (
            "fall",
            "2",
            "milestones: {2024-03-31: 5, 2024-06-30: 6}, ",
            "从 2024-03-31 的 5 到 2024-06-30 的 6",
        ),
        ("keep", "5", "baseline: 5, milestones: {2024-06-30: 4}, ", "从 2024-06-30 的 4 到截止的 5"),
    ],
)
def test_milestones_that_lead_nowhere(
    problems_with: ProblemsWith, indicator: str, value: str, more: str, detail: str
) -> None:
    ((code, said),) = _problems(problems_with, _target(indicator, value, more))
    assert code == "E413"
    assert said.startswith(detail)


def test_successive_targets_may_overlap(problems_with: ProblemsWith) -> None:
    assert _problems(problems_with, _target("count", "4"), _target("count", "9", by="2025-12-31")) == []


def test_targets_for_different_levels_do_not_compete(problems_with: ProblemsWith) -> None:
    assert _problems(problems_with, _target("count", "4"), _target("count", "1", "each: village, ")) == []


def test_a_one_day_target_is_no_reversal(problems_with: ProblemsWith) -> None:
    assert _problems(problems_with, _target("count", "4", by="2024-01-01")) == []
