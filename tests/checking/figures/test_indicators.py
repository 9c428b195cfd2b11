from __future__ import annotations

import pytest

from tests.build.programmes import SECOND_PROGRAMME, second_programme
from tests.running import CodesWith, ProblemsWith

BASE = (
    "indicators:\n"
    "  done: {name: 完成, measure: 是否, kind: flag}\n"
    "  count: {name: 数量, measure: 个, kind: level}\n"
)


@pytest.mark.parametrize(
    "definition",
    [
        "kind: level, rollup: sum",
        "kind: cumulative, rollup: latest",
        "kind: flow, rollup: sum",
        "kind: ratio, rollup: ratio",
        "kind: ratio, rollup: latest",
        "kind: flag",
        "kind: level, rollup: count-where, where: {indicator: done}",
        "kind: cumulative, rollup: count-where, where: {indicator: count, at-least: 5}",
        "kind: level, rollup: count-where, where: {indicator: count, at-least: 5, at-most: 5}",
        "kind: ratio, derived: {numerator: count, denominator: count}",
        "kind: ratio, rollup: ratio, derived: {numerator: count, denominator: count}",
    ],
)
def test_a_sound_definition(problems_with: ProblemsWith, definition: str) -> None:
    programme = second_programme(f"{BASE}  new: {{name: 新指标, measure: '%', {definition}}}\n")
    assert problems_with({SECOND_PROGRAMME: programme}) == []


@pytest.mark.parametrize(
    "definition",
    [
        "kind: ratio, rollup: sum",
        "kind: flag, rollup: sum",
        "kind: flag, rollup: latest",
        "kind: flag, rollup: ratio",
        "kind: flow, rollup: ratio",
        "kind: flag, rollup: count-where, where: {indicator: done}",
        "kind: level, derived: {numerator: count, denominator: count}",
        "kind: ratio, derived: {numerator: new, denominator: count}",
    ],
)
def test_a_definition_that_contradicts_itself(codes_with: CodesWith, definition: str) -> None:
    programme = second_programme(f"{BASE}  new: {{name: 新指标, measure: '%', {definition}}}\n")
    assert codes_with({SECOND_PROGRAMME: programme}) == ["E419"]
