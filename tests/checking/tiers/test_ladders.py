from __future__ import annotations

import pytest

from tests.build.tiers import ladder_files, ladder_text
from tests.running import CodesWith


@pytest.mark.parametrize(
    "ladder",
    [
        "{name: 甲, by: checklist, tiers: [{id: a, name: 一, standard: tidy}]}",
        "{name: 甲, by: checklist, tiers: [{id: o, name: 零}, {id: a, name: 一, standard: tidy}]}",
        "{name: 甲, by: checklist, standard: tidy, tiers: [{id: a, name: 一, at-least: 1}]}",
        "{name: 甲, by: checklist, standard: tidy, tiers: [{id: a, name: 一, at-least: 2}]}",
        "{name: 甲, by: threshold, indicator: income, tiers: [{id: a, name: 一, at-least: 0.5}]}",
        "{name: 甲, by: threshold, indicator: income, tiers: [{id: a, name: 一}]}",
        "{name: 甲, by: threshold, indicator: rate, tiers: [{id: a, name: 一, at-least: -3}]}",
        "{name: 甲, by: assessment, tiers: [{id: a, name: 一}]}",
        "{name: 甲, level: township, by: assessment, tiers: [{id: a, name: 一}]}",
    ],
)
def test_whole_ladders_are_accepted(codes_with: CodesWith, ladder: str) -> None:
    assert codes_with(ladder_files(ladder_text(ladder))) == []


@pytest.mark.parametrize(
    ("ladder", "code"),
    [
        ("{name: 甲, by: threshold, indicator: incom, tiers: [{id: a, name: 一}]}", "E303"),
        ("{name: 甲, by: checklist, tiers: [{id: a, name: 一, standard: clean}]}", "E440"),
        ("{name: 甲, by: checklist, standard: clean, tiers: [{id: a, name: 一, at-least: 1}]}", "E440"),
        ("{name: 甲, by: checklist, tiers: []}", "E446"),
        ("{name: 甲, by: ladder, tiers: [{id: a, name: 一}]}", "E203"),
        ("{name: 甲, by: assessment}", "E201"),
    ],
)
def test_what_a_ladder_lacks_is_told_once(codes_with: CodesWith, ladder: str, code: str) -> None:
    assert codes_with(ladder_files(ladder_text(ladder))) == [code]
