from __future__ import annotations

from generators.measuring.rankings.ranking import competition_ranks, movements


def test_equal_keys_share_a_rank_and_the_next_is_skipped() -> None:
    assert competition_ranks({"d": 9, "b": 5, "c": 5, "a": 1}) == {"a": 1, "b": 2, "c": 2, "d": 4}
    assert list(competition_ranks({"b": 5, "c": 4, "a": 5})) == ["c", "b", "a"]
    assert competition_ranks({}) == {}


def test_movement_counts_only_those_ranked_in_both() -> None:
    """Without the newcomer d and without b, which dropped out, a and c changed places."""
    before = {"a": 1, "b": 2, "c": 3}
    now = {"d": 1, "c": 2, "a": 3}
    assert movements(before, now) == {"c": 1, "a": -1}


def test_a_newcomer_above_pushes_nobody_down() -> None:
    assert movements({"a": 1, "c": 2}, {"d": 1, "a": 2, "c": 3}) == {"a": 0, "c": 0}


def test_a_tie_that_breaks_moves_one() -> None:
    assert movements({"a": 1, "b": 1}, {"a": 1, "b": 2}) == {"a": 0, "b": -1}
