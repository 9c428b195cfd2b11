"""What the benchmark says beside times: the same league from the same seed, and its table."""

from __future__ import annotations

from generators.measuring.rankings.intervals import DRAWS
from tests.bench import interval_table, league


def test_a_seed_gives_the_same_league() -> None:
    assert league(4, 5, 1) == league(4, 5, 1)
    assert league(4, 5, 1) != league(4, 5, 2)
    assert {len(each.components) for each in league(4, 5, 1)} == {5}


def test_the_intervals_of_a_league_are_timed_and_the_same_again() -> None:
    table = interval_table(league(3, 2, 1), 2, 1)
    first, *_ = table.columns
    assert list(first.cells) == [f"3个单位×2项×{DRAWS}次"]
    assert [list(column.cells) for column in table.columns][-1] == ["一致"]
