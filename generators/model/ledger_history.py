"""The state machine of problems: the state after each event, and the steps allowed next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce
from itertools import accumulate
from types import MappingProxyType
from typing import Final, assert_never

from generators.model.ledger import (
    Assigned,
    Extended,
    Found,
    LedgerEvent,
    ProblemStep,
    Rectified,
    Reopened,
    Verified,
)

VALID_TRANSITIONS: Final[Mapping[ProblemStep | None, frozenset[ProblemStep]]] = MappingProxyType(
    {
        None: frozenset({ProblemStep.FOUND}),
        ProblemStep.FOUND: frozenset({ProblemStep.ASSIGNED}),
        ProblemStep.ASSIGNED: frozenset({ProblemStep.EXTENDED, ProblemStep.RECTIFIED}),
        ProblemStep.RECTIFIED: frozenset({ProblemStep.VERIFIED, ProblemStep.REOPENED}),
        ProblemStep.VERIFIED: frozenset({ProblemStep.REOPENED}),
        ProblemStep.REOPENED: frozenset({ProblemStep.ASSIGNED, ProblemStep.EXTENDED, ProblemStep.RECTIFIED}),
    }
)
"""The steps allowed after each step; an extension changes the due date, not the phase."""


@dataclass(frozen=True, slots=True)
class ProblemProgress:
    """The state of a problem: its phase, the office in charge and the due date in force.

    ``phase`` is the last step other than an extension, ``None`` before the problem is found; ``due`` is
    ``None`` and ``office`` empty before the first assignment.
    """

    phase: ProblemStep | None = None
    office: str = ""
    due: date | None = None

    def admits(self, step: ProblemStep) -> bool:
        """Whether ``step`` is allowed next."""
        return step in VALID_TRANSITIONS[self.phase]

    def after(self, event: LedgerEvent) -> ProblemProgress:
        """Return the state after ``event``; does not check that the event is allowed."""
        match event.happening:
            case Extended(due=due):
                return ProblemProgress(self.phase, self.office, due)
            case Assigned(to=office, due=due):
                return ProblemProgress(ProblemStep.ASSIGNED, office, due)
            case Reopened(due=due):
                return ProblemProgress(ProblemStep.REOPENED, self.office, due or self.due)
            case Found() | Rectified() | Verified():
                return ProblemProgress(event.step, self.office, self.due)
            case never:
                assert_never(never)


def states_before_events(events: Sequence[LedgerEvent]) -> Iterator[tuple[ProblemProgress, LedgerEvent]]:
    """Yield pairs of the state before each event and the event."""
    return zip(accumulate(events, ProblemProgress.after, initial=ProblemProgress()), events, strict=False)


def state_after(events: Iterable[LedgerEvent]) -> ProblemProgress:
    """Return the state after all ``events``."""
    return reduce(ProblemProgress.after, events, ProblemProgress())
