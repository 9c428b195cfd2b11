from __future__ import annotations

import pytest

from tests.build.divisions import THIRD_TOWNSHIP, third_township
from tests.build.figures import CORRECTIONS
from tests.running import CodesWith


def _report(period: str, values: str, on: str = "") -> str:
    sent = f"    on: {on}\n" if on else ""
    return f"  - period: {period}\n{sent}    source: {{document: plan, at: 附表}}\n    values: {{{values}}}\n"


def _codes(codes_with: CodesWith, *reports: str, corrections: str | None = None) -> list[str]:
    changes = {THIRD_TOWNSHIP: third_township("reports:\n" + "".join(reports))}
    if corrections is not None:
        changes[CORRECTIONS] = corrections
    return codes_with(changes)


@pytest.mark.parametrize(
    ("period", "codes"),
    [
        ("2024-01", []),
        ("2025-06", []),
        ("2024-01-01", []),
        ("unstated", []),
        ("2023", ["E401"]),
        ("2023-12-31/2024-01-31", ["E401"]),
    ],
)
def test_a_report_lies_in_the_period_of_its_programme(
    codes_with: CodesWith, period: str, codes: list[str]
) -> None:
    assert _codes(codes_with, _report(period, "clear-stream/cleaned-streams: 1")) == codes


def test_a_context_figure_may_be_older_than_the_programme(codes_with: CodesWith) -> None:
    assert _codes(codes_with, _report("2019", "clear-stream/streams: 3")) == []


@pytest.mark.parametrize(
    ("period", "on", "codes"),
    [
        ("2024-Q1", "2024-01-01", []),
        ("2025", "2025-06-30", []),
        ("2025-06", "", []),
        ("unstated", "2025-06-30", []),
        ("unstated", "2025-07-01", ["E410"]),
        ("2024-Q1", "2023-12-31", ["E410"]),
        ("2025-07", "", ["E410"]),
    ],
)
def test_a_report_is_neither_early_nor_ahead_of_the_day(
    codes_with: CodesWith, period: str, on: str, codes: list[str]
) -> None:
    assert _codes(codes_with, _report(period, "clear-stream/streams: 1", on)) == codes


def test_the_same_days_in_other_words_are_a_repetition(codes_with: CodesWith) -> None:
    reports = (
        _report("2024", "clear-stream/streams: 1"),
        _report("2024-01/2024-12", "clear-stream/streams: 1"),
    )
    assert _codes(codes_with, *reports) == ["E402"]


def test_two_values_without_period_are_a_repetition(codes_with: CodesWith) -> None:
    reports = (_report("unstated", "clear-stream/streams: 1"), _report("unstated", "clear-stream/streams: 2"))
    assert _codes(codes_with, *reports) == ["E402"]


def test_flows_side_by_side_do_not_overlap(codes_with: CodesWith) -> None:
    reports = (_report("2024-Q1", "clear-stream/patrols: 1"), _report("2024-Q2", "clear-stream/patrols: 1"))
    assert _codes(codes_with, *reports) == []


def test_only_flows_mind_an_overlap(codes_with: CodesWith) -> None:
    reports = (_report("2024-Q1", "clear-stream/streams: 1"), _report("2024", "clear-stream/streams: 1"))
    assert _codes(codes_with, *reports) == []


def test_a_corrected_total_may_fall(codes_with: CodesWith) -> None:
    reports = (
        _report("2024-Q1", "clear-stream/cleaned-streams: 3"),
        _report("2024-Q2", "clear-stream/cleaned-streams: 2"),
    )
    correction = (
        "- {division: yunxi/third-hill, indicator: clear-stream/cleaned-streams, period: 2024-Q1,\n"
        "   old: 3, new: 1, reason: 重复计数, office: 三岗镇, on: 2024-05-01}\n"
    )
    assert _codes(codes_with, *reports) == ["E408"]
    assert _codes(codes_with, *reports, corrections=correction) == []


def test_an_equal_total_does_not_fall_nor_does_one_without_period(codes_with: CodesWith) -> None:
    values = "clear-stream/cleaned-streams"
    reports = (
        _report("2024-Q1", f"{values}: 3"),
        _report("2024-Q2", f"{values}: 3"),
        _report("unstated", f"{values}: 1"),
    )
    assert _codes(codes_with, *reports) == []
