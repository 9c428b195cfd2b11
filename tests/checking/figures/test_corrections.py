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


def _other(division: str, indicator: str, form: str) -> str:
    return (
        f"- {{division: {division}, indicator: clear-stream/{indicator}, period: 2024-Q1, {form},"
        " reason: 核实, office: 东桥镇, on: 2024-05-01}\n"
    )


def _details(problems_with: ProblemsWith, correction: str) -> list[tuple[str, str]]:
    return [(code, detail) for code, _, detail in problems_with({CORRECTIONS: correction})]


def test_parts_of_a_ratio_are_corrected_by_name(problems_with: ProblemsWith) -> None:
    both = _other("yunxi/east-bridge", "pass-rate", "part: numerator, old: 9, new: 10")
    both += _other("yunxi/east-bridge", "pass-rate", "part: denominator, old: 12, new: 15")
    assert _details(problems_with, both) == []


def test_each_part_has_its_own_old_value_and_stays_within_the_whole(problems_with: ProblemsWith) -> None:
    wrong = _other("yunxi/east-bridge", "pass-rate", "part: denominator, old: 9, new: 15")
    assert _details(problems_with, wrong) == [
        ("E409", "old: 9 与东桥镇的“水质达标率”的分母 2024-Q1 的 12 不同")
    ]
    beyond = _other("yunxi/east-bridge", "pass-rate", "part: numerator, old: 9, new: 13")
    assert _details(problems_with, beyond) == [("E405", "东桥镇的“水质达标率”更正后分子 13 大于分母 12")]
    below = _other("yunxi/east-bridge", "pass-rate", "part: numerator, old: 9, new: -1")
    assert _details(problems_with, below) == [("E404", "东桥镇的“水质达标率”更正为 -1")]


def test_what_cannot_be_corrected_is_refused_with_what_to_do(problems_with: ProblemsWith) -> None:
    inapplicable = _other("yunxi/west-ford", "pass-rate", "old: 1, new: 2")
    ((code, detail),) = _details(problems_with, inapplicable)
    assert (code, detail) == ("E409", "西渡乡的“水质达标率”报的是“不适用”，不能更正；请直接报送下一期")
    quotient = _other("yunxi/east-bridge", "pass-rate", "old: 75, new: 80")
    ((code, detail),) = _details(problems_with, quotient)
    assert code == "E409"
    assert "part: numerator" in detail
    whole = _other("yunxi/east-bridge", "cleaned-streams", "part: numerator, old: 1, new: 2")
    assert _details(problems_with, whole) == [("E409", "东桥镇的“清理的溪流”的分子没有报送过，不能更正")]


def test_a_flag_is_corrected_by_a_flag(problems_with: ProblemsWith) -> None:
    village = "yunxi/east-bridge/upper-bridge"
    assert _details(problems_with, _other(village, "signposted", "old: true, new: false")) == []
    assert _details(problems_with, _other(village, "signposted", "old: false, new: true")) == [
        ("E409", "old: false 与上桥村的“已立牌” 2024-Q1 的 true 不同")
    ]
    ((code, detail),) = _details(problems_with, _other(village, "signposted", "old: true, new: 1"))
    assert (code, detail) == ("E409", "上桥村的“已立牌”报的是是与否，new 也须是是与否")
