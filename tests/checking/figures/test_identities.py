from __future__ import annotations

from tests.build.divisions import THIRD_TOWNSHIP, third_township
from tests.build.figures import CORRECTIONS
from tests.build.programmes import CLEAR_STREAM
from tests.build.project import MINIMAL
from tests.running import CodesWith, ProblemsWith

PERIOD = "  - period: {period}\n    source: {{document: plan, at: 附表}}\n    values:\n"


def _reports(*reports: tuple[str, dict[str, str]]) -> str:
    lines = [
        PERIOD.format(period=period)
        + "".join(f"      clear-stream/{name}: {value}\n" for name, value in values.items())
        for period, values in reports
    ]
    return third_township("reports:\n" + "".join(lines))


def _measured_in(unit: str) -> dict[str, str]:
    """Return the programme of the minimal project with its streams measured in another unit."""
    text = (MINIMAL / CLEAR_STREAM).read_text(encoding="utf-8")
    return {CLEAR_STREAM: text.replace("measure: 条", f"measure: {unit}")}


def test_decimals_add_up_exactly(problems_with: ProblemsWith) -> None:
    values = {"streams": "0.3", "good-streams": "0.1", "poor-streams": "0.2"}
    files = {THIRD_TOWNSHIP: _reports(("2024-Q1", values)), **_measured_in("公里")}
    assert problems_with(files) == []


def test_both_sides_are_told(problems_with: ProblemsWith) -> None:
    values = {"streams": "0.4", "good-streams": "0.1", "poor-streams": "0.2"}
    files = {THIRD_TOWNSHIP: _reports(("2024-Q1", values)), **_measured_in("公里")}
    ((code, place, detail),) = problems_with(files)
    assert (code, place) == ("E406", f"{THIRD_TOWNSHIP}:7:29")
    assert detail == "0.1 + 0.2 = 0.3，三岗镇的“溪流总数”却是 0.4（2024-Q1）"


def test_figures_of_different_periods_are_not_added(problems_with: ProblemsWith) -> None:
    township = _reports(
        ("2024-Q1", {"streams": "9", "good-streams": "1"}),
        ("2024-Q2", {"poor-streams": "2"}),
    )
    assert problems_with({THIRD_TOWNSHIP: township}) == []


def test_the_same_days_in_other_words_are_added(codes_with: CodesWith) -> None:
    township = _reports(
        ("2024-Q1", {"streams": "9", "good-streams": "1"}), ("2024-01/2024-03", {"poor-streams": "2"})
    )
    assert codes_with({THIRD_TOWNSHIP: township}) == ["E406"]


def test_what_is_not_applicable_is_not_added(problems_with: ProblemsWith) -> None:
    values = {"streams": "9", "good-streams": "{not_applicable: 无}", "poor-streams": "2"}
    assert problems_with({THIRD_TOWNSHIP: _reports(("2024-Q1", values))}) == []


def test_corrected_values_are_added(problems_with: ProblemsWith) -> None:
    values = {"streams": "9", "good-streams": "1", "poor-streams": "2"}
    correction = (
        "- {division: yunxi/third-hill, indicator: clear-stream/streams, period: 2024-Q1,\n"
        "   old: 9, new: 3, reason: 核实, office: 三岗镇, on: 2024-05-01}\n"
    )
    assert problems_with({THIRD_TOWNSHIP: _reports(("2024-Q1", values)), CORRECTIONS: correction}) == []
