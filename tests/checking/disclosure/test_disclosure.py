from __future__ import annotations

from pathlib import Path

import pytest

from tests.build.divisions import THIRD_TOWNSHIP, third_township
from tests.build.documents import ABOUT, free_page
from tests.build.programmes import second_programme
from tests.running import CodesWith, ProblemsWith

CLEAR_STREAM = "data/programmes/clear-stream.yml"
INTERNAL = "title: 内部说明\ndisclosure: internal\n"


def _report(period: str, disclosure: str) -> str:
    return (
        f"  - period: {period}\n    source: {{document: plan, at: 附表}}\n    disclosure: {disclosure}\n"
        "    values: {clear-stream/cleaned-streams: 1}\n"
    )


VALUE = '{{ value("yunxi/third-hill", "clear-stream/cleaned-streams") }}'
FIRST_VALUE = '{{ value("yunxi/third-hill", "clear-stream/cleaned-streams", "2024-Q1") }}'


@pytest.mark.parametrize(
    ("first", "second", "call", "codes"),
    [
        ("public", "public", VALUE, []),
        ("internal", "internal", VALUE, ["E504"]),
        ("public", "internal", VALUE, ["E504"]),
        ("internal", "public", VALUE, ["E504"]),
        ("public", "internal", FIRST_VALUE, []),
        ("internal", "public", FIRST_VALUE, ["E504"]),
    ],
)
def test_a_value_is_public_when_all_it_rests_on_is(
    codes_with: CodesWith, first: str, second: str, call: str, codes: list[str]
) -> None:
    reports = third_township(f"reports:\n{_report('2024-Q1', first)}{_report('2024-Q2', second)}")
    assert codes_with({THIRD_TOWNSHIP: reports, ABOUT: free_page(call)}) == codes


def test_a_sum_over_an_internal_report_is_refused_after_measuring(problems_with: ProblemsWith) -> None:
    reports = third_township(f"reports:\n{_report('2024-Q1', 'internal')}")
    call = '{{ value("yunxi", "clear-stream/cleaned-streams") }}'
    assert problems_with({THIRD_TOWNSHIP: reports, ABOUT: free_page(call)}) == [
        (
            "E504",
            f"{ABOUT}:5:1",
            "value(…) 引用的云溪县的“清理的溪流”由内部的事项算出，公开网站不显示",
        )
    ]


def test_an_internal_page_may_cite_anything(problems_with: ProblemsWith) -> None:
    reports = third_township(f"reports:\n{_report('2024-Q1', 'internal')}")
    assert problems_with({THIRD_TOWNSHIP: reports, ABOUT: free_page(VALUE, INTERNAL)}) == []


def test_an_internal_indicator_is_nowhere_in_public(problems_with: ProblemsWith, minimal_text: str) -> None:
    hidden = minimal_text.replace("name: 已立牌,", "name: 已立牌, disclosure: internal,")
    call = '{{ value("yunxi/east-bridge/upper-bridge", "clear-stream/signposted") }}'
    found = problems_with({CLEAR_STREAM: hidden, ABOUT: free_page(call)})
    assert [(code, place) for code, place, _ in found] == [
        ("E504", f"{ABOUT}:5:1"),
        ("E504", "content/cases/patrol-rota.md:6:11"),
    ]


def test_a_derived_value_is_as_public_as_its_parts(problems_with: ProblemsWith, minimal_text: str) -> None:
    hidden = minimal_text.replace("name: 溪流总数,", "name: 溪流总数, disclosure: internal,")
    hidden = hidden.replace("identities:\n  - {total: streams, parts: [good-streams, poor-streams]}\n", "")
    call = '{{ value("yunxi/east-bridge", "clear-stream/cleaned-share") }}'
    ((code, _, detail),) = problems_with({CLEAR_STREAM: hidden, ABOUT: free_page(call)})
    assert (code, detail) == ("E504", "value(…) 引用了内部的指标“溪流总数”")


def test_a_public_target_beside_an_internal_one_may_be_cited(problems_with: ProblemsWith) -> None:
    target = (
        "  - {{indicator: clear-stream/cleaned-streams, value: {value}, from: 2024-01-01, by: {by},\n"
        "     source: {{document: plan, at: 附表}}, disclosure: {disclosure}}}\n"
    )
    targets = third_township(
        "targets:\n"
        + target.format(value=2, by="2024-12-31", disclosure="public")
        + target.format(value=3, by="2025-12-31", disclosure="internal")
    )
    call = '{{ target("yunxi/third-hill", "clear-stream/cleaned-streams") }}'
    by = '{{ target("yunxi/third-hill", "clear-stream/cleaned-streams", by="2025-12-31") }}'
    found = problems_with({THIRD_TOWNSHIP: targets, ABOUT: free_page(f"{call}\n{by}")})
    assert [(code, place) for code, place, _ in found] == [("E504", f"{ABOUT}:6:1")]


def test_an_internal_programme_keeps_its_own_sources(problems_with: ProblemsWith) -> None:
    sources = (
        "plan: {title: 方案, issuer: 某}\nquarterly-return: {title: 季报, issuer: 某}\n"
        "minutes: {title: 会议记录, issuer: 某, disclosure: internal}\n"
    )
    programme = (
        "id: second\nname: 第二项\nshort_name: 第二项\nowner: yunxi\noffice: 办公室\nsummary: 概要。\n"
        "sources: [minutes]\ndisclosure: {disclosure}\nindicators: {{}}\n"
    )
    path = "data/programmes/second.yml"
    files = {"data/sources.yml": sources, path: programme.format(disclosure="internal")}
    assert problems_with(files) == []
    files[path] = programme.format(disclosure="public")
    assert [(code, place) for code, place, _ in problems_with(files)] == [("E504", f"{path}:7:11")]


@pytest.mark.parametrize(
    ("programme", "scheme", "codes"),
    [
        ("public", "public", ["E504", "E602"]),
        ("public", "internal", ["W612"]),
        ("internal", "public", ["W612"]),
    ],
)
def test_a_public_adjustment_is_as_public_as_its_scheme(
    problems_with: ProblemsWith, minimal_project: Path, programme: str, scheme: str, codes: list[str]
) -> None:
    version = (
        "{from: 2024-Q1, missing: zero, bonuses: {honour: {name: 受到表彰, points: 1}}, "
        "components: {work: {name: 工作, weight: 1, indicator: count, normalise: {attainment: {}}}}}"
    )
    work = (
        f"disclosure: {programme}\nindicators: {{count: {{name: 数量, measure: 个, kind: cumulative}}}}\n"
        "schemes:\n  quarterly: {name: 季度考核, level: township, every: quarter, closes_after_days: 10, "
        f"disclosure: {scheme}, versions: [{version}]}}\n"
    )
    adjustment = (
        "- {scheme: second/quarterly, division: yunxi/east-bridge, period: 2024-Q1, rule: honour,\n"
        "   on: 2024-04-10, reason: 联系13800138000, disclosure: public,\n"
        "   source: {document: minutes, at: 附表}}\n"
    )
    sources = (minimal_project / "data/sources.yml").read_text(encoding="utf-8")
    files = {
        "data/programmes/second.yml": second_programme(work),
        "data/adjustments.yml": adjustment,
        "data/sources.yml": f"{sources}minutes: {{title: 记录, issuer: 某, disclosure: internal}}\n",
    }
    assert sorted(code for code, _, _ in problems_with(files)) == codes
