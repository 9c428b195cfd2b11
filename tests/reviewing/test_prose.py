"""Public prose may not call for what only measuring shows to be internal."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from tests.build.divisions import THIRD_TOWNSHIP, THIRD_VILLAGES, third_township
from tests.build.documents import ABOUT, free_page
from tests.build.programmes import CLEAR_STREAM
from tests.build.project import write_files
from tests.running import problems_of

PLACE: Final = "yunxi/third-hill"
CLEANED: Final = "clear-stream/cleaned-streams"
TARGETS: Final = (
    f"targets:\n  - indicator: {CLEANED}\n    value: 9\n    from: 2024-01-01\n    by: 2025-12-31\n"
    "    source: {document: plan, at: 附表}\n"
)
CALLS: Final = [
    f'value("{PLACE}", "{CLEANED}")',
    f'value("{PLACE}", "{CLEANED}", "2024-Q2")',
    f'progress("{PLACE}", "{CLEANED}", "2024-Q2")',
    f'attainment("{PLACE}", "{CLEANED}", "2024-Q2")',
    f'gap("{PLACE}", "{CLEANED}", "2024-Q2")',
    f'change("{PLACE}", "{CLEANED}", "2024-Q2")',
    f'targets("{PLACE}", "{CLEANED}", "2024-Q2", "missed")',
    f'value("yunxi", "{CLEANED}")',
    f'rank("{PLACE}", "clear-stream/league", "2024-Q2")',
    f'score("{PLACE}", "clear-stream/league", "2024-Q2")',
]
LEAGUE: Final = """schemes:
  league:
    name: 季度考核
    level: township
    every: quarter
    closes_after_days: 10
    disclosure: public
    versions:
      - from: 2024-Q1
        missing: reweight
        components:
          work:
            name: 清溪
            weight: 1
            indicator: cleaned-streams
            normalise: {goalposts: {low: 0, high: 10}}
"""


def _villages(count: int, disclosure: str) -> str:
    report = (
        "      - period: {period}\n        on: {on}\n"
        "        source: {{document: quarterly-return, at: 附表}}\n"
        "        disclosure: {disclosure}\n        values: {{{indicator}: {value}}}\n"
    )
    return "villages:\n" + "".join(
        f"  v{number}:\n    name: 第{number}村\n    reports:\n"
        + "".join(
            report.format(period=period, on=on, disclosure=disclosure, indicator=CLEANED, value=value)
            for period, on, value in (("2024-Q1", "2024-04-02", 1), ("2024-Q2", "2024-07-02", 2))
        )
        for number in range(count)
    )


def _codes(
    project: Path, call: str, *, villages: int, disclosure: str = "internal", release: bool = False
) -> list[str]:
    text = (project / CLEAR_STREAM).read_text(encoding="utf-8")
    cleaned = "kind: cumulative, rollup: sum, cadence: quarter"
    assert cleaned in text
    released = f"{cleaned}, release: {{reason: 只公布合计}}" if release else cleaned
    files = {
        CLEAR_STREAM: text.replace(cleaned, released) + LEAGUE,
        THIRD_TOWNSHIP: third_township(TARGETS),
        THIRD_VILLAGES: _villages(villages, disclosure),
        ABOUT: free_page(f"{{{{ {call} }}}}"),
    }
    write_files(project, files)
    found = problems_of(project)
    assert all(each.place.file == ABOUT for each in found if each.code == "E504")
    return [each.code for each in found]


@pytest.mark.parametrize("call", CALLS)
def test_a_figure_over_one_internal_village_is_refused(minimal_project: Path, call: str) -> None:
    assert _codes(minimal_project, call, villages=1) == ["E504"]


@pytest.mark.parametrize("call", CALLS)
def test_a_public_one_passes(minimal_project: Path, call: str) -> None:
    assert _codes(minimal_project, call, villages=1, disclosure="public") == []


@pytest.mark.parametrize("call", CALLS)
def test_a_released_one_passes_where_three_are_inseparable(minimal_project: Path, call: str) -> None:
    assert "E504" not in _codes(minimal_project, call, villages=3, release=True)


def test_a_released_one_over_two_is_refused(minimal_project: Path) -> None:
    assert sorted(_codes(minimal_project, CALLS[0], villages=2, release=True)) == ["E504", "W507"]
