from __future__ import annotations

import pytest

from tests.build.programmes import SECOND_PROGRAMME, second_programme
from tests.running import CodesWith


def _codes(codes_with: CodesWith, lists: str, head: str = "") -> list[str]:
    text = second_programme(
        "indicators:\n  count: {name: 数量, measure: 个, kind: cumulative}\n"
        "schemes:\n  quarterly:\n    name: 季度考核\n    level: township\n    every: quarter\n"
        f"    closes_after_days: 10\n{head}    versions:\n      - from: 2024-Q1\n        missing: reweight\n"
        "        components:\n"
        "          work: {name: 工作, weight: 1, indicator: count, normalise: {attainment: {}}}\n"
        f"        {lists}\n"
    )
    return codes_with({SECOND_PROGRAMME: text})


@pytest.mark.parametrize(
    "lists",
    [
        "red_list: {first: 2}",
        "black_list: {last: 2}",
        "red_list: {first: 1}\n        black_list: {last: 1}",
        "black_list: {last: 1, disclosure: internal}",
    ],
)
def test_sound_lists(codes_with: CodesWith, lists: str) -> None:
    assert _codes(codes_with, lists) == []


def test_a_public_ranking_may_have_a_public_black_list(codes_with: CodesWith) -> None:
    lists = "black_list: {last: 1, disclosure: public}"
    assert _codes(codes_with, lists, "    disclosure: public\n") == []


@pytest.mark.parametrize(
    ("lists", "codes"),
    [
        ("red_list: {first: 0}", ["E475"]),
        ("black_list: {last: 0}", ["E475"]),
        ("red_list: {first: 3}", ["E476"]),
        ("black_list: {last: 3}", ["E476"]),
        ("red_list: {first: 2}\n        black_list: {last: 1}", ["E476"]),
        ("black_list: {last: 1, disclosure: public}", ["E477"]),
    ],
)
def test_unsound_lists(codes_with: CodesWith, lists: str, codes: list[str]) -> None:
    assert sorted(_codes(codes_with, lists)) == sorted(codes)
