"""How far ranks may reasonably be trusted: reproducible, and wide where weights or gaps decide."""

from __future__ import annotations

from generators.measuring.rankings.intervals import DRAWS, rank_intervals
from generators.measuring.rankings.ranking import ranks_of
from generators.results.rankings import DivisionScore, RankInterval
from tests.build.rankings import scored


def _intervals(*scores: DivisionScore, seed: str = "p/s 2024") -> dict[str, tuple[int, int]]:
    found = rank_intervals(scores, ranks_of(scores), 2, seed)
    return {division: (each.best, each.worst) for division, each in found.items()}


def test_who_leads_in_everything_leads_under_any_weights() -> None:
    assert _intervals(scored("a", 90, 80), scored("b", 50, 40), scored("c", 10, 10)) == {
        "a": (1, 1),
        "b": (2, 2),
        "c": (3, 3),
    }


def test_opposite_strengths_change_places() -> None:
    assert _intervals(scored("a", 100, 1), scored("b", 0, 100)) == {"a": (1, 2), "b": (1, 2)}


def test_equal_divisions_stay_equal_whatever_the_weights() -> None:
    assert _intervals(scored("a", 70, 30), scored("b", 70, 30)) == {"a": (1, 1), "b": (1, 1)}


def test_a_missing_value_opens_the_rank_of_all_it_could_pass() -> None:
    found = _intervals(scored("a", 80, 80), scored("b", 60, 60), scored("c", 50, (0, 100)))
    assert found == {"a": (1, 1), "b": (2, 3), "c": (2, 3)}


def test_the_interval_holds_the_rank_even_where_no_draw_gives_it() -> None:
    """b is midway between a and c in both, so it ties only while the weights are exactly equal."""
    found = _intervals(scored("a", 100, 0), scored("b", 50, 50), scored("c", 0, 100))
    assert found["b"] == (1, 2)


def test_who_is_placed_last_stays_behind() -> None:
    found = _intervals(scored("a", 99, is_placed_last=True), scored("b", 10), scored("c", 5))
    assert found == {"b": (1, 1), "c": (2, 2), "a": (3, 3)}


def test_the_same_seed_gives_the_same_draws_and_another_gives_others() -> None:
    scores = [scored(f"d{at}", (at * 37) % 101, (at * 53) % 97, (at * 71) % 89) for at in range(30)]
    assert _intervals(*scores) == _intervals(*reversed(scores))
    assert _intervals(*scores) != _intervals(*scores, seed="p/s 2025")


def test_a_thousand_draws_and_no_one_ranked() -> None:
    assert DRAWS == 1000
    assert rank_intervals([], {}, 2, "p/s 2024") == {}
    assert _intervals(scored("a", 1)) == {"a": (1, 1)}
    assert RankInterval(1, 2) == RankInterval(best=1, worst=2)
