"""How a commitment stands after each of its events, and which step may come next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto
from functools import reduce
from itertools import accumulate
from types import MappingProxyType
from typing import Final

from generators.model.commitment import (
    CommitmentEvent,
    CommitmentStep,
    Delayed,
    Judged,
    Made,
    Published,
    Reviewed,
    ReviewOutcome,
)


class Phase(Enum):
    """How far a commitment has come; ``UNDERWAY`` from the day it is published until it is judged."""

    UNMADE = auto()
    MADE = auto()
    RETURNED = auto()
    APPROVED = auto()
    UNDERWAY = auto()
    JUDGED = auto()


LAWFUL_STEPS: Final[Mapping[Phase, frozenset[CommitmentStep]]] = MappingProxyType(
    {
        Phase.UNMADE: frozenset({CommitmentStep.MADE}),
        Phase.MADE: frozenset({CommitmentStep.REVIEWED}),
        Phase.RETURNED: frozenset({CommitmentStep.MADE}),
        Phase.APPROVED: frozenset({CommitmentStep.PUBLISHED}),
        Phase.UNDERWAY: frozenset({CommitmentStep.PROGRESS, CommitmentStep.DELAYED, CommitmentStep.JUDGED}),
        Phase.JUDGED: frozenset(),
    }
)
"""Which steps may come next; what is judged stays judged."""


@dataclass(frozen=True, slots=True)
class Course:
    """How far a commitment has come, and by when it has to be kept."""

    phase: Phase
    due: date

    def admits(self, step: CommitmentStep) -> bool:
        """Whether ``step`` may come next."""
        return step in LAWFUL_STEPS[self.phase]

    def after(self, event: CommitmentEvent) -> Course:
        """Return the course after ``event``, whether or not it may come here."""
        match event.happening:
            case Made():
                return replace(self, phase=Phase.MADE)
            case Reviewed(outcome=outcome):
                is_approved = outcome is ReviewOutcome.APPROVED
                return replace(self, phase=Phase.APPROVED if is_approved else Phase.RETURNED)
            case Published():
                return replace(self, phase=Phase.UNDERWAY)
            case Delayed(due=due):
                return replace(self, due=due)
            case Judged():
                return replace(self, phase=Phase.JUDGED)
            case _:
                return self


def courses(due: date, events: Sequence[CommitmentEvent]) -> Iterator[tuple[Course, CommitmentEvent]]:
    """Yield each event with the course before it; ``due`` is the date first promised."""
    return zip(accumulate(events, Course.after, initial=Course(Phase.UNMADE, due)), events, strict=False)


def course_after(due: date, events: Iterable[CommitmentEvent]) -> Course:
    """Return the course after all ``events``; ``due`` is the date first promised."""
    return reduce(Course.after, events, Course(Phase.UNMADE, due))
