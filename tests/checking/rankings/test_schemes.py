from __future__ import annotations

import pytest

from tests.build.divisions import THIRD_TOWNSHIP, third_township
from tests.build.programmes import SECOND_PROGRAMME, second_programme
from tests.running import CodesWith, ProblemsWith

INDICATORS = (
    "indicators:\n"
    "  count: {name: 数量, measure: 个, kind: cumulative}\n"
    "  done: {name: 完成, measure: 是否, kind: flag}\n"
)


def _programme(
    normalise: str = "{attainment: {}}",
    *,
    indicator: str = "count",
    head: str = "",
    version: str = "",
    start: str = "2024-Q1",
) -> str:
    return second_programme(
        f"{INDICATORS}schemes:\n"
        "  quarterly:\n    name: 季度考核\n    level: township\n    every: quarter\n"
        "    closes_after_days: 10\n"
        f"{head}    versions:\n      - from: {start}\n        missing: reweight\n        components:\n"
        f"          work: {{name: 工作, weight: 1, indicator: {indicator}, normalise: {normalise}}}\n"
        f"{version}"
    )


def _codes(codes_with: CodesWith, programme: str) -> list[str]:
    return codes_with({SECOND_PROGRAMME: programme})


@pytest.mark.parametrize(
    "normalise",
    [
        "{attainment: {}}",
        "{attainment: {cap: 120}}",
        "{goalposts: {low: 10, high: 0}}",
        "{goalposts: {low: -1, high: 1}}",
        "{steps: [{at-least: 9, score: 100}, {at-least: 5, score: 0}]}",
        "{steps: [{at-most: 5, score: 100}, {at-most: 9, score: 60}]}",
    ],
)
def test_a_sound_normalisation(codes_with: CodesWith, normalise: str) -> None:
    assert _codes(codes_with, _programme(normalise)) == []


def test_a_flag_is_scored_by_its_target(codes_with: CodesWith) -> None:
    assert _codes(codes_with, _programme(indicator="done")) == []


@pytest.mark.parametrize(
    "head",
    [
        "    groups:\n      towns: {name: 镇, kinds: [town]}\n      rest: {name: 乡, kinds: [township]}\n",
        "    groups:\n      near: {name: 近郊, divisions: [yunxi/east-bridge, yunxi/west-ford]}\n",
        "    groups: {one: {name: 近郊, divisions: [yunxi/east-bridge]}, all: {name: 镇, kinds: [town]}}\n",
    ],
)
def test_sound_groups(codes_with: CodesWith, head: str) -> None:
    assert _codes(codes_with, _programme(head=head)) == []


@pytest.mark.parametrize("share", ["2/3", "0.5", "1", "0", '"3/4"'])
def test_a_share_is_a_decimal_or_a_quotient(codes_with: CodesWith, share: str) -> None:
    assert _codes(codes_with, _programme(version=f"        coverage: {share}\n")) == []


@pytest.mark.parametrize("share", ["1.1", "-0.1", "3/2", "1/0", "大半", "true", "[]"])
def test_no_share_of_a_whole(problems_with: ProblemsWith, share: str) -> None:
    part = "{name: 工作, weight: 1, indicator: count, normalise: {attainment: {}}}"
    sound = f"      - {{from: 2024-Q2, missing: zero, components: {{work: {part}}}}}\n"
    problems = problems_with({SECOND_PROGRAMME: _programme(version=f"        coverage: {share}\n{sound}")})
    assert {code for code, _, _ in problems} == {"E203"}
    assert any("0 到 1 之间" in detail for _, _, detail in problems)


def test_what_a_scheme_leaves_open_must_be_said(codes_with: CodesWith) -> None:
    """The policy for missing values has no default: whoever is ranked is entitled to know it."""
    programme = _programme().replace("        missing: reweight\n", "")
    assert "E201" in _codes(codes_with, programme)


def test_names_of_a_scheme_do_not_join_levels(codes_with: CodesWith) -> None:
    assert _codes(codes_with, _programme().replace("          work:", "          work/day:")) == ["E205"]


def test_an_unknown_component_or_group_member(codes_with: CodesWith) -> None:
    head = "    groups:\n      near: {name: 近郊, divisions: [yunxi/nowhere]}\n"
    assert sorted(_codes(codes_with, _programme(indicator="nothing", head=head))) == ["E301", "E303"]


def test_an_unknown_source_of_a_version(codes_with: CodesWith) -> None:
    version = "        source: {document: nowhere, at: 第一部分}\n"
    assert _codes(codes_with, _programme(version=version)) == ["E304"]


@pytest.mark.parametrize(("start", "codes"), [("2024-Q4", []), ("2024", ["E424"]), ("unstated", ["E424"])])
def test_a_version_begins_with_a_period_of_the_scheme(
    codes_with: CodesWith, start: str, codes: list[str]
) -> None:
    assert _codes(codes_with, _programme(start=start)) == codes


def test_only_reports_that_are_scored_need_a_date(codes_with: CodesWith) -> None:
    report = "reports:\n  - period: 2024-Q1\n    source: {document: plan, at: 附表}\n    values: {%s}\n"
    for values, codes in (("second/count: 1", ["E429"]), ("second/done: true", [])):
        files = {SECOND_PROGRAMME: _programme(), THIRD_TOWNSHIP: third_township(report % values)}
        assert codes_with(files) == codes
