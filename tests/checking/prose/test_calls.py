from __future__ import annotations

from pathlib import Path

import pytest

from tests.build.divisions import THIRD_TOWNSHIP, third_township
from tests.build.documents import ABOUT, free_page
from tests.build.programmes import SECOND_PROGRAMME
from tests.running import CodesWith, ProblemsWith

COUNTY = "data/townships/yunxi/county.yml"

REPORTS = third_township(
    "reports:\n"
    "  - period: 2024-Q1\n    source: {document: plan, at: 附表}\n"
    "    values: {clear-stream/patrols: {not_applicable: 无}, clear-stream/cleaned-streams: 0}\n"
    "  - period: 2025-Q2\n    on: 2025-06-30\n    source: {document: plan, at: 附表}\n"
    "    values: {clear-stream/streams: 5}\n"
    "  - period: 2025\n    source: {document: plan, at: 附表}\n"
    "    values: {clear-stream/signposted: true}\n"
)


@pytest.mark.parametrize(
    "call",
    [
        'value("yunxi/third-hill", "clear-stream/cleaned-streams")',
        'value("yunxi/third-hill", "clear-stream/patrols")',
        'value("yunxi/third-hill", "clear-stream/streams", period="2025-Q2")',
        'value("yunxi/third-hill", "clear-stream/signposted", "2025")',
        'value("yunxi", "clear-stream/cleaned-streams")',
        'value("yunxi", "clear-stream/pass-rate")',
        'value("yunxi", "clear-stream/signposted-villages")',
        'value("yunxi/east-bridge", "clear-stream/signposted-villages")',
        'value("yunxi/east-bridge", "clear-stream/cleaned-share")',
        'target("yunxi", "clear-stream/cleaned-streams")',
        'target("yunxi", "clear-stream/cleaned-streams", by="2025-12-31")',
        'division("yunxi/east-bridge/upper-bridge", text="上桥")',
        'bulletin("stream-notes/2024/1")',
    ],
)
def test_what_is_there_may_be_called(problems_with: ProblemsWith, call: str) -> None:
    assert problems_with({THIRD_TOWNSHIP: REPORTS, ABOUT: free_page(f"见{{{{ {call} }}}}。")}) == []


@pytest.mark.parametrize(
    ("function", "division", "indicator", "period", "detail"),
    [
        ("value", "yunxi/third-hill", "signposted", "", "到 2025-06-30，三岗镇的“已立牌”没有报送"),
        (
            "value",
            "yunxi/west-ford",
            "signposted-villages",
            "",
            "到 2025-06-30，西渡乡的“已立牌的村”没有报送",
        ),
        ("value", "yunxi/east-bridge", "signposted", "", "到 2025-06-30，东桥镇的“已立牌”没有报送"),
        ("value", "yunxi/west-ford", "patrols", "2024", "西渡乡的“巡溪次数”没有“2024”的报送"),
        ("value", "yunxi/nowhere", "streams", "", "没有区划“yunxi/nowhere”"),
        ("target", "yunxi/west-ford", "cleaned-streams", "", "西渡乡的“清理的溪流”没有目标"),
    ],
)
def test_what_is_not_there_may_not(
    problems_with: ProblemsWith, function: str, division: str, indicator: str, period: str, detail: str
) -> None:
    arguments = [division, f"clear-stream/{indicator}", *filter(None, [period])]
    call = f"{function}({', '.join(map(repr, arguments))})"
    found = problems_with({THIRD_TOWNSHIP: REPORTS, ABOUT: free_page(f"见{{{{ {call} }}}}。")})
    assert found == [("E306", f"{ABOUT}:5:2", detail)]


def test_after_a_programmes_last_day_nothing_is_known(problems_with: ProblemsWith, minimal_text: str) -> None:
    programme = minimal_text.replace("sources: [plan]", "observed_until: 2024-03-30\nsources: [plan]")
    call = '{{ value("yunxi/east-bridge", "clear-stream/streams") }}'
    bulletin = "content/bulletins/stream-notes/2024/1.md"
    changes = {"data/programmes/clear-stream.yml": programme, bulletin: None, ABOUT: free_page(call)}
    ((code, _, detail),) = problems_with(changes)
    assert (code, detail) == ("E306", "到 2024-03-30，东桥镇的“溪流总数”没有报送")


def test_a_target_for_each_township_is_none_of_the_county(
    problems_with: ProblemsWith, minimal_project: Path
) -> None:
    """As measured: only those whom a target binds can be said to have progress."""
    county = (minimal_project / COUNTY).read_text("utf-8") + (
        "  - indicator: clear-stream/patrols\n    value: 3\n    each: township\n"
        "    from: 2024-01-01\n    by: 2025-12-31\n    source: {document: plan, at: 附表}\n"
    )
    call = '{{{{ progress("{}", "clear-stream/patrols", "2025-Q1") }}}}'

    def found(division: str) -> list[tuple[str, str, str]]:
        return problems_with({COUNTY: county, ABOUT: free_page(call.format(division))})

    assert found("yunxi/west-ford") == []
    ((code, _, detail),) = found("yunxi")
    assert (code, detail) == ("E306", "云溪县的“巡溪次数”在“2025-Q1”没有目标")


def test_a_derivation_in_a_circle_ends(codes_with: CodesWith) -> None:
    circle = (
        "id: second\nname: 第二项\nshort_name: 第二项\nowner: yunxi\noffice: 办公室\nsources: [plan]\n"
        'summary: 见{{ value("yunxi", "second/one") }}。\n'
        "indicators:\n"
        "  one: {name: 一, measure: '%', kind: ratio, derived: {numerator: two, denominator: two}}\n"
        "  two: {name: 二, measure: '%', kind: ratio, derived: {numerator: one, denominator: one}}\n"
    )
    assert codes_with({SECOND_PROGRAMME: circle}) == ["E306", "E419", "E419"]
