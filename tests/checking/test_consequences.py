from __future__ import annotations

import pytest

from generators.model.consequence import TriggerStatus
from generators.results.figures import Status
from tests.build.programmes import SECOND_PROGRAMME, second_programme
from tests.running import CodesWith, ProblemsWith

SCHEME = (
    "indicators:\n  count: {name: 数量, measure: 个, kind: cumulative}\n"
    "schemes:\n"
    "  quarterly:\n    name: 季度考核\n    level: township\n    every: quarter\n"
    "    closes_after_days: 10\n    versions:\n      - from: 2024-Q1\n        missing: reweight\n"
    "        components:\n"
    "          work: {name: 工作, weight: 1, indicator: count, normalise: {goalposts: {low: 0, high: 10}}}\n"
    "ladders:\n"
    "  class: {name: 分类, by: assessment, tiers: [{id: weak, name: 薄弱}, {id: strong, name: 强}]}\n"
)


def _codes(codes_with: CodesWith, when: str, *, level: str = "township", more: str = "") -> list[str]:
    text = second_programme(
        f"{SCHEME}consequences:\n  word:\n    name: 示例\n    kind: reward\n    level: {level}\n"
        f"    when: {when}\n{more}"
    )
    return codes_with({SECOND_PROGRAMME: text})


@pytest.mark.parametrize(
    "when",
    [
        "{rank: {scheme: quarterly, first: 1}}",
        "{rank: {scheme: quarterly, last: 2}}",
        "{rank: {scheme: quarterly, first: 25, bands: [{name: 一等, first: 5}, {name: 二等, first: 25}]}}",
        "{rank: {scheme: quarterly, first: 9, bands: [{name: 奖, first: 1, amount: 0.5, measure: 万元}]}}",
        "{status: {indicator: count, is: [missed]}}",
        "{status: {indicator: count, is: [missed, far-behind, behind, unreported, on-pace, achieved]}}",
        "{problems: {overdue-at-least: 1}}",
    ],
)
def test_a_sound_consequence(codes_with: CodesWith, when: str) -> None:
    assert _codes(codes_with, when) == []


@pytest.mark.parametrize("bound", ["at-least: strong", "at-most: weak"])
def test_a_sound_consequence_of_a_tier(codes_with: CodesWith, bound: str) -> None:
    assert _codes(codes_with, f"{{tier: {{ladder: class, {bound}}}}}", level="village") == []


def test_the_owner_itself_can_have_consequences(codes_with: CodesWith) -> None:
    assert _codes(codes_with, "{problems: {overdue-at-least: 1}}", level="county") == []


@pytest.mark.parametrize(
    ("when", "code"),
    [
        ("{}", "E210"),
        ("{problems: {overdue-at-least: 1}, status: {indicator: count, is: [missed]}}", "E210"),
        ("{status: {indicator: count, is: []}}", "E203"),
        ("{status: {indicator: count, is: [late]}}", "E203"),
        ("{rank: {scheme: quarterly, first: 2.5}}", "E203"),
        ("{rank: {first: 2}}", "E201"),
        ("{rank: {scheme: quarterly, frist: 2}}", "E202"),
    ],
)
def test_a_misformed_consequence(codes_with: CodesWith, when: str, code: str) -> None:
    assert code in _codes(codes_with, when)


@pytest.mark.parametrize(
    ("bands", "codes"),
    [
        ("{name: 一, first: 9}", []),
        ("{name: 一, first: 10}", ["E472"]),
        ("{name: 一, first: 3}, {name: 二, first: 4}", []),
        ("{name: 一, first: 3}, {name: 二, first: 3}", ["E472"]),
        ("{name: 一, first: 1, amount: -1, measure: 元}", ["E472"]),
    ],
)
def test_bands_at_their_edges(codes_with: CodesWith, bands: str, codes: list[str]) -> None:
    assert _codes(codes_with, f"{{rank: {{scheme: quarterly, first: 9, bands: [{bands}]}}}}") == codes


def test_numbers_of_the_text_are_called_for(codes_with: CodesWith) -> None:
    when = "{problems: {overdue-at-least: 3}}"
    assert _codes(codes_with, when, more="    text: 逾期问题较多的，约谈。\n") == []
    assert _codes(codes_with, when, more="    text: '见{{ division(\"nowhere\") }}。'\n") == ["E306"]


def test_an_unknown_source_is_told(codes_with: CodesWith) -> None:
    more = "    source: {document: nowhere, at: 第1页}\n"
    assert _codes(codes_with, "{problems: {overdue-at-least: 3}}", more=more) == ["E304"]


def test_a_broken_consequence_leaves_the_rest_of_the_programme(problems_with: ProblemsWith) -> None:
    text = second_programme(
        f"{SCHEME}consequences:\n  one: {{name: 一}}\n"
        "  two:\n    name: 二\n    kind: reward\n    level: village\n"
        "    when: {rank: {scheme: quarterly, first: 1}}\n"
    )
    codes = {code for code, _, _ in problems_with({SECOND_PROGRAMME: text})}
    assert codes == {"E201", "E473"}


def test_the_statuses_of_a_trigger_are_those_that_are_measured() -> None:
    assert {each.value for each in TriggerStatus} <= {each.value for each in Status}
