from __future__ import annotations

from tests.build.figures import CORRECTIONS
from tests.running import ProblemsWith


def _correction(old: int, new: int, on: str, period: str = "2024-Q1") -> str:
    return (
        "- {division: yunxi/east-bridge, indicator: clear-stream/cleaned-streams,"
        f" period: {period}, old: {old}, new: {new}, reason: 核实, office: 东桥镇, on: {on}}}\n"
    )


def test_corrections_follow_on_one_another_by_date(problems_with: ProblemsWith) -> None:
    later_first = _correction(2, 3, "2024-06-01") + _correction(1, 2, "2024-05-01")
    assert problems_with({CORRECTIONS: later_first}) == []


def test_a_second_correction_starts_from_the_first(problems_with: ProblemsWith) -> None:
    both = _correction(1, 2, "2024-05-01") + _correction(1, 3, "2024-06-01")
    ((code, place, detail),) = problems_with({CORRECTIONS: both})
    assert (code, place) == ("E409", f"{CORRECTIONS}:2:96")
    assert detail == "old: 1 与东桥镇的“清理的溪流” 2024-Q1 的 2 不同"


def test_a_correction_names_the_period_as_the_report_does(problems_with: ProblemsWith) -> None:
    ((code, _, detail),) = problems_with({CORRECTIONS: _correction(1, 2, "2024-05-01", "2024-01/2024-03")})
    assert code == "E409"
    assert detail == "东桥镇的“清理的溪流”没有报送过 2024-01/2024-03，只报送了 2024-Q1、2024-Q2"
