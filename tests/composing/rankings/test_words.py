from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from generators.composing.rankings.words import normalisation_text, points_rule_text, share_text
from generators.model.scheme import NormalisationForm, PointsRule


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ({"attainment": {"cap": 120}}, "完成率×100，最低0分，最多120分"),
        ({"attainment": {}}, "完成率×100，最低0分，不封顶"),
        ({"goalposts": {"low": 25, "high": 5}}, "25个为0分，5个为100分，中间按比例"),
        (
            {"steps": [{"at-least": 9, "score": 100}, {"at-least": 5, "score": 60}]},
            "不低于9个得100分；不低于5个得60分；其他0分",
        ),
        ({"steps": [{"at-most": 8, "score": 60}]}, "不高于8个得60分；其他0分"),
    ],
)
def test_how_a_value_becomes_a_score_is_told_in_words(rule: dict[str, Any], text: str) -> None:
    assert normalisation_text(NormalisationForm.model_validate(rule).value, "个") == text


@pytest.mark.parametrize(
    ("share", "text"), [(Fraction(2, 3), "2/3"), (Fraction(3, 5), "60%"), (Fraction(1), "100%")]
)
def test_a_share_that_has_no_end_stays_a_quotient(share: Fraction, text: str) -> None:
    assert share_text(share) == text


@pytest.mark.parametrize(("cap", "text"), [(None, "每次2分"), (3, "每次2分，最多3分")])
def test_what_a_bonus_is_worth(cap: int | None, text: str) -> None:
    assert points_rule_text(PointsRule.model_validate({"name": "表彰", "points": 2, "cap": cap})) == text
