"""How a problem stands after each of its events, and which step may come next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce
from itertools import accumulate
from types import MappingProxyType
from typing import Final

from generators.model.ledger import (
    Assigned,
    Extended,
    LedgerEvent,
    ProblemStep,
    Reopened,
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
"""Which steps may follow each; an extension changes the due date, not how far the problem has come."""


@dataclass(frozen=True, slots=True)
class ProblemProgress:
    """How far a problem has come, which office is in charge, and by when; ``None`` before it is found."""

    phase: ProblemStep | None = None
    office: str = ""
    due: date | None = None

    def admits(self, step: ProblemStep) -> bool:
        """Whether ``step`` may come next."""
        return step in VALID_TRANSITIONS[self.phase]

    def after(self, event: LedgerEvent) -> ProblemProgress:
        """Return the state after ``event``, whether or not it may come here."""
        match event.happening:
            case Extended(due=due):
                return replace(self, due=due)
            case Assigned(to=office, due=due):
                return ProblemProgress(ProblemStep.ASSIGNED, office, due)
            case Reopened(due=due):
                return ProblemProgress(ProblemStep.REOPENED, self.office, due or self.due)
            case _:
                return replace(self, phase=event.step)


def states_before_events(events: Sequence[LedgerEvent]) -> Iterator[tuple[ProblemProgress, LedgerEvent]]:
    """Yield each event with the state before it."""
    return zip(accumulate(events, ProblemProgress.after, initial=ProblemProgress()), events, strict=False)


def state_after(events: Iterable[LedgerEvent]) -> ProblemProgress:
    """Return the state after all ``events``."""
    return reduce(ProblemProgress.after, events, ProblemProgress())
