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
    Reopened,
    Step,
)

FOLLOWING: Final[Mapping[Step | None, frozenset[Step]]] = MappingProxyType(
    {
        None: frozenset({Step.FOUND}),
        Step.FOUND: frozenset({Step.ASSIGNED}),
        Step.ASSIGNED: frozenset({Step.EXTENDED, Step.RECTIFIED}),
        Step.RECTIFIED: frozenset({Step.VERIFIED, Step.REOPENED}),
        Step.VERIFIED: frozenset({Step.REOPENED}),
        Step.REOPENED: frozenset({Step.ASSIGNED, Step.EXTENDED, Step.RECTIFIED}),
    }
)
"""Which steps may follow each; an extension changes the due date, not how far the problem has come."""


@dataclass(frozen=True, slots=True)
class Situation:
    """How far a problem has come, which office is in charge, and by when; ``None`` before it is found."""

    phase: Step | None = None
    office: str = ""
    due: date | None = None

    def admits(self, step: Step) -> bool:
        """Whether ``step`` may come next."""
        return step in FOLLOWING[self.phase]

    def after(self, event: LedgerEvent) -> Situation:
        """Return the situation after ``event``, whether or not it may come here."""
        match event.happening:
            case Extended(due=due):
                return replace(self, due=due)
            case Assigned(to=office, due=due):
                return Situation(Step.ASSIGNED, office, due)
            case Reopened(due=due):
                return Situation(Step.REOPENED, self.office, due or self.due)
            case _:
                return replace(self, phase=event.step)


def situations(events: Sequence[LedgerEvent]) -> Iterator[tuple[Situation, LedgerEvent]]:
    """Yield each event with the situation before it."""
    return zip(accumulate(events, Situation.after, initial=Situation()), events, strict=False)


def situation_after(events: Iterable[LedgerEvent]) -> Situation:
    """Return the situation after all ``events``."""
    return reduce(Situation.after, events, Situation())
