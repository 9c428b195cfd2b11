"""The state machine of commitments: the state after each event, and the steps allowed next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from functools import reduce
from itertools import accumulate
from types import MappingProxyType
from typing import Final, assert_never

from generators.model.commitment import (
    CommitmentEvent,
    CommitmentStep,
    Delayed,
    Judged,
    Made,
    Progressed,
    Published,
    Reviewed,
    ReviewOutcome,
)


class Phase(Enum):
    """The phase of a commitment; ``UNDERWAY`` from publication until it is judged."""

    UNMADE = auto()
    MADE = auto()
    RETURNED = auto()
    APPROVED = auto()
    UNDERWAY = auto()
    JUDGED = auto()


VALID_TRANSITIONS: Final[Mapping[Phase, frozenset[CommitmentStep]]] = MappingProxyType(
    {
        Phase.UNMADE: frozenset({CommitmentStep.MADE}),
        Phase.MADE: frozenset({CommitmentStep.REVIEWED}),
        Phase.RETURNED: frozenset({CommitmentStep.MADE}),
        Phase.APPROVED: frozenset({CommitmentStep.PUBLISHED}),
        Phase.UNDERWAY: frozenset({CommitmentStep.PROGRESS, CommitmentStep.DELAYED, CommitmentStep.JUDGED}),
        Phase.JUDGED: frozenset(),
    }
)
"""The steps allowed in each phase; ``JUDGED`` is final."""


@dataclass(frozen=True, slots=True)
class CommitmentProgress:
    """The state of a commitment: its phase and the due date in force."""

    phase: Phase
    due: date

    def admits(self, step: CommitmentStep) -> bool:
        """Whether ``step`` is allowed next."""
        return step in VALID_TRANSITIONS[self.phase]

    def after(self, event: CommitmentEvent) -> CommitmentProgress:
        """Return the state after ``event``; does not check that the event is allowed."""
        match event.happening:
            case Made():
                return CommitmentProgress(Phase.MADE, self.due)
            case Reviewed(outcome=outcome):
                is_approved = outcome is ReviewOutcome.APPROVED
                return CommitmentProgress(Phase.APPROVED if is_approved else Phase.RETURNED, self.due)
            case Published():
                return CommitmentProgress(Phase.UNDERWAY, self.due)
            case Delayed(due=due):
                return CommitmentProgress(self.phase, due)
            case Judged():
                return CommitmentProgress(Phase.JUDGED, self.due)
            case Progressed():
                return self
            case never:
                assert_never(never)


def states_before_events(
    due: date, events: Sequence[CommitmentEvent]
) -> Iterator[tuple[CommitmentProgress, CommitmentEvent]]:
    """Yield pairs of the state before each event and the event; ``due`` is the original due date."""
    return zip(
        accumulate(events, CommitmentProgress.after, initial=CommitmentProgress(Phase.UNMADE, due)),
        events,
        strict=False,
    )


def state_after(due: date, events: Iterable[CommitmentEvent]) -> CommitmentProgress:
    """Return the state after all ``events``; ``due`` is the original due date."""
    return reduce(CommitmentProgress.after, events, CommitmentProgress(Phase.UNMADE, due))
