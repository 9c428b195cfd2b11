from __future__ import annotations

from pathlib import Path

from generators.composing.kit.statuses import STATUS_VIEWS
from generators.composing.ledgers.states import AGE_TEXT, PROBLEM_STATE_VIEWS, problem_tally
from generators.results.ledgers import Age, LedgerCounts, ProblemState

TOKENS = Path(__file__).parents[3] / "theme/assets/stylesheets/tokens.css"


def test_every_state_and_age_has_words() -> None:
    assert set(PROBLEM_STATE_VIEWS) == set(ProblemState)
    assert set(AGE_TEXT) == set(Age)


def test_states_differ_in_key_words_and_shape() -> None:
    views = list(PROBLEM_STATE_VIEWS.values())
    for values in (
        [each.key for each in views],
        [each.label for each in views],
        [each.shape for each in views],
    ):
        assert len(set(values)) == len(views)
    assert not {each.key for each in views} & {each.key for each in STATUS_VIEWS.values()}


def test_every_state_has_a_tone() -> None:
    tokens = TOKENS.read_text(encoding="utf-8")
    assert [each.key for each in PROBLEM_STATE_VIEWS.values() if f".tb-tone--{each.key}" not in tokens] == []


def test_a_tally_lists_what_occurs_worst_first() -> None:
    states = dict.fromkeys(ProblemState, 0) | {ProblemState.CLEARED: 2, ProblemState.OVERDUE: 1}
    counts = LedgerCounts(3, states, dict.fromkeys(Age, 0), 2, 0, 3, 2)
    assert [(item.status.label, item.count, item.share) for item in problem_tally(counts)] == [
        ("逾期未改", 1, "33.3"),
        ("已销号", 2, "66.7"),
    ]
