"""Labels and shapes of commitments: states, causes, and the five steps 定审晒践评."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from generators.composing.kit.dates import day_text
from generators.composing.kit.statuses import StateViews, state_tally, views_among
from generators.composing.kit.views import StatusView, TallyItem
from generators.languages import Words, marked
from generators.model.commitment import Cause, CommitmentStep
from generators.results.commitments import CommitmentCounts, CommitmentStanding, CommitmentState

COMMITMENT_STATE_VIEWS: Final = StateViews(
    {
        state: StatusView(f"commitment-{state.value}", label, shape)
        for state, label, shape in (
            (CommitmentState.OVERDUE, marked("逾期未评"), "✕"),
            (CommitmentState.NOT_KEPT, marked("未兑现"), "■"),
            (CommitmentState.DELAYED, marked("已延期"), "▽"),
            (CommitmentState.RETURNED, marked("退回修改"), "↺"),
            (CommitmentState.UNREVIEWED, marked("待审诺"), "◌"),
            (CommitmentState.UNPUBLISHED, marked("待晒诺"), "◇"),
            (CommitmentState.UNDERWAY, marked("践诺中"), "▷"),
            (CommitmentState.PARTLY, marked("部分兑现"), "◐"),
            (CommitmentState.KEPT, marked("已兑现"), "✓"),
        )
    }
)
"""All states in display order, the most urgent first."""

CAUSE_TEXT: Final[Mapping[Cause, str]] = Words(
    {
        Cause.FUNDING: marked("资金不到位"),
        Cause.POLICY: marked("政策变化"),
        Cause.FORCE_MAJEURE: marked("不可抗力"),
        Cause.EFFORT: marked("推进不力"),
        Cause.WITHDRAWN: marked("主动撤回"),
    }
)

FIVE_STEPS: Final[Mapping[CommitmentStep, str]] = Words(
    {
        CommitmentStep.MADE: marked("定诺"),
        CommitmentStep.REVIEWED: marked("审诺"),
        CommitmentStep.PUBLISHED: marked("晒诺"),
        CommitmentStep.PROGRESS: marked("践诺"),
        CommitmentStep.JUDGED: marked("评诺"),
    }
)
"""The five steps in order with their names; ``DELAYED`` is not one of them."""


@dataclass(frozen=True, slots=True)
class StepView:
    """One of the five steps of a commitment: its first character, its name, and the day it was taken."""

    mark: str
    name: str
    day: str

    @property
    def is_taken(self) -> bool:
        """Whether the step was taken."""
        return bool(self.day)


@dataclass(frozen=True, slots=True)
class StepCount:
    """The number of commitments that have taken one of the five steps."""

    mark: str
    name: str
    count: int


def steps_of(standing: CommitmentStanding) -> tuple[StepView, ...]:
    """Return the five steps of a commitment with the day on which each was last taken."""
    taken = standing.taken
    return tuple(
        StepView(name[0], name, day_text(taken[step]) if step in taken else "")
        for step, name in FIVE_STEPS.items()
    )


def step_counts(counts: CommitmentCounts) -> tuple[StepCount, ...]:
    """Return for each of the five steps the number of commitments that have taken it."""
    return tuple(StepCount(name[0], name, counts.reached[step]) for step, name in FIVE_STEPS.items())


def commitment_tally(counts: CommitmentCounts) -> tuple[TallyItem, ...]:
    """Return the number of commitments by state, in display order; states without any are left out."""
    return state_tally(COMMITMENT_STATE_VIEWS, counts.states, counts.total)


def states_present(standings: Iterable[CommitmentStanding]) -> tuple[StatusView, ...]:
    """Return the views of the states that occur, in display order."""
    return views_among(COMMITMENT_STATE_VIEWS, {each.state for each in standings})
