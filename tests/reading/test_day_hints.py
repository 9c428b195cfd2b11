"""Days and periods as official prose writes them: the message says how data files write them."""

from __future__ import annotations

from pathlib import Path

import pytest

from generators.reading.day_hints import day_hint, period_hint
from tests.build.project import replace_in
from tests.running import problems_of

DAYS = {
    "2026年3月1日": "2026-03-01",
    "2026.3.1": "2026-03-01",
    "2026/03/01": "2026-03-01",
    "２０２６年３月１日": "2026-03-01",
    "2026 年 12 月 31 日": "2026-12-31",
}
PERIODS = {
    "2026年3月": "2026-03",
    "2026年3月份": "2026-03",
    "2026.3": "2026-03",
    "2026年第三季度": "2026-Q3",
    "2026年2季度": "2026-Q2",
    "2026年上半年": "2026-H1",
    "2026年下半年": "2026-H2",
    "2026年第5周": "2026-W05",
    "2026年": "2026",
    "2026年度": "2026",
    **DAYS,
}


@pytest.mark.parametrize(("written", "meant"), DAYS.items())
def test_a_day_is_understood(written: str, meant: str) -> None:
    assert day_hint(written) == f"；请写成 {meant}"


@pytest.mark.parametrize(("written", "meant"), PERIODS.items())
def test_a_period_is_understood(written: str, meant: str) -> None:
    assert period_hint(written) == f"；请写成 {meant}"


@pytest.mark.parametrize(
    "written", ["", "去年", "2026年2月30日", "2026年13月", "2026年第60周", "1" * 100, 5, None]
)
def test_what_is_unclear_gets_no_advice(written: object) -> None:
    assert day_hint(written) == ""
    assert period_hint(written) == ""


@pytest.mark.parametrize(
    ("old", "new", "code", "hint"),
    [
        ("by: 2025-12-31", "by: 2025年12月31日", "E203", "；请写成 2025-12-31"),
        ("period: 2024-Q1", "period: 2024年第一季度", "E207", "；请写成 2024-Q1"),
    ],
)
def test_the_message_says_it(minimal_project: Path, old: str, new: str, code: str, hint: str) -> None:
    replace_in(minimal_project / "data/townships/yunxi/east-bridge/township.yml", old, new)
    (found,) = problems_of(minimal_project)
    assert found.code == code
    assert found.detail.endswith(hint)
