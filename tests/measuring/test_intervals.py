"""How far ranks may reasonably be trusted: reproducible, and wide where weights or gaps decide."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from generators.measuring.intervals import DRAWS, rank_intervals
from generators.measuring.ranking import ranks_of
from generators.measuring.ranking_results import ComponentScore, DivisionScore, RankInterval, Standing
from generators.measuring.results import Measured, ValueState
from generators.model.scheme import Component, Normalisation

_WEIGHT: Final = Decimal(1)
_NOTHING: Final = Decimal(0)


def _part(at: int, lowest: int, highest: int) -> ComponentScore:
    rule = Normalisation.model_validate({"goalposts": {"low": 0, "high": 100}})
    return ComponentScore(
        id=f"c{at}",
        component=Component(name="项", weight=_WEIGHT, indicator="i", normalise=rule),
        indicator="p/i",
        measured=Measured(ValueState.KNOWN),
        target=None,
        normalised=Decimal(lowest),
        absence=None,
        share=None,
        contribution=None,
        worth=None,
        lowest=Decimal(lowest),
        highest=Decimal(highest),
    )


def _score(division: str, *bounds: int | tuple[int, int], is_placed_last: bool = False) -> DivisionScore:
    spans = [(bound, bound) if isinstance(bound, int) else bound for bound in bounds]
    mean = Decimal(sum(low for low, _ in spans)) / len(spans)
    return DivisionScore(
        division=division,
        group=None,
        standing=Standing.RANKED,
        components=tuple(_part(at, low, high) for at, (low, high) in enumerate(spans)),
        bonuses=(),
        deductions=(),
        vetoes=(),
        coverage=Decimal(1),
        base=mean,
        bonus=_NOTHING,
        deduction=_NOTHING,
        unrounded=mean,
        score=mean,
        is_placed_last=is_placed_last,
    )


def _intervals(*scores: DivisionScore, seed: str = "p/s 2024") -> dict[str, tuple[int, int]]:
    found = rank_intervals(scores, ranks_of(scores), 2, seed)
    return {division: (each.best, each.worst) for division, each in found.items()}


def test_who_leads_in_everything_leads_under_any_weights() -> None:
    assert _intervals(_score("a", 90, 80), _score("b", 50, 40), _score("c", 10, 10)) == {
        "a": (1, 1),
        "b": (2, 2),
        "c": (3, 3),
    }


def test_opposite_strengths_change_places() -> None:
    assert _intervals(_score("a", 100, 1), _score("b", 0, 100)) == {"a": (1, 2), "b": (1, 2)}


def test_equal_divisions_stay_equal_whatever_the_weights() -> None:
    assert _intervals(_score("a", 70, 30), _score("b", 70, 30)) == {"a": (1, 1), "b": (1, 1)}


def test_a_missing_value_opens_the_rank_of_all_it_could_pass() -> None:
    found = _intervals(_score("a", 80, 80), _score("b", 60, 60), _score("c", 50, (0, 100)))
    assert found == {"a": (1, 1), "b": (2, 3), "c": (2, 3)}


def test_the_interval_holds_the_rank_even_where_no_draw_gives_it() -> None:
    """b is midway between a and c in both, so it ties only while the weights are exactly equal."""
    found = _intervals(_score("a", 100, 0), _score("b", 50, 50), _score("c", 0, 100))
    assert found["b"] == (1, 2)


def test_who_is_placed_last_stays_behind() -> None:
    found = _intervals(_score("a", 99, is_placed_last=True), _score("b", 10), _score("c", 5))
    assert found == {"b": (1, 1), "c": (2, 2), "a": (3, 3)}


def test_the_same_seed_gives_the_same_draws_and_another_gives_others() -> None:
    scores = [_score(f"d{at}", (at * 37) % 101, (at * 53) % 97, (at * 71) % 89) for at in range(30)]
    assert _intervals(*scores) == _intervals(*reversed(scores))
    assert _intervals(*scores) != _intervals(*scores, seed="p/s 2025")


def test_a_thousand_draws_and_no_one_ranked() -> None:
    assert DRAWS == 1000
    assert rank_intervals([], {}, 2, "p/s 2024") == {}
    assert _intervals(_score("a", 1)) == {"a": (1, 1)}
    assert RankInterval(1, 2) == RankInterval(best=1, worst=2)
