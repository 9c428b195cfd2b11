"""Labels and shapes of the states of problems, which are legible without their colours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from generators.composing.kit.statuses import StateViews, state_tally, views_among
from generators.composing.kit.views import StatusView, TallyItem
from generators.languages import Words, marked
from generators.results.ledgers import Age, LedgerCounts, ProblemState

PROBLEM_STATE_VIEWS: Final = StateViews(
    {
        state: StatusView(f"problem-{state.value}", label, shape)
        for state, label, shape in (
            (ProblemState.OVERDUE, marked("逾期未改"), "✕"),
            (ProblemState.REOPENED, marked("回头看重开"), "↺"),
            (ProblemState.UNASSIGNED, marked("待交办"), "◌"),
            (ProblemState.DUE_SOON, marked("即将到期"), "▽"),
            (ProblemState.OPEN, marked("整改中"), "▷"),
            (ProblemState.RECTIFIED, marked("待销号"), "○"),
            (ProblemState.CLEARED, marked("已销号"), "✓"),
        )
    }
)
"""All states in display order, the most urgent first."""

AGE_TEXT: Final[Mapping[Age, str]] = Words(
    {
        Age.WEEK: marked("7天以内"),
        Age.MONTH: marked("8至30天"),
        Age.QUARTER: marked("31至90天"),
        Age.LONGER: marked("90天以上"),
    }
)


def problem_tally(counts: LedgerCounts) -> tuple[TallyItem, ...]:
    """Return the number of problems by state, in display order; states without any are left out."""
    return state_tally(PROBLEM_STATE_VIEWS, counts.states, counts.found)


def states_among(present: Iterable[ProblemState]) -> tuple[StatusView, ...]:
    """Return the views of the states that are ``present``, in display order."""
    return views_among(PROBLEM_STATE_VIEWS, frozenset(present))
