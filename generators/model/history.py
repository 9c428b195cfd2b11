"""Common base of problems and commitments: filed by a township, with an append-only list of dated events."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generators.model.alternatives import Alternatives
from generators.model.record import Record
from generators.model.scalars import Choice


class Happening(Record):
    """The details of one event; ``on`` is its date."""

    on: date


class DatedEvent(Alternatives):
    """One dated event; exactly one field is set, and its name is the step."""

    @property
    def step(self) -> Choice:
        """Return the step of this event; raises ``NotImplementedError`` in this base class."""
        raise NotImplementedError

    @property
    def happening(self) -> Happening:
        """Return what is said of the step."""
        raise NotImplementedError

    @property
    def on(self) -> date:
        """Return the date of the event."""
        return self.happening.on


@dataclass(frozen=True, slots=True)
class FiledHistory:
    """Something with a history: its id and the township in whose folder it is filed."""

    id: str
    township: str

    @property
    def address(self) -> str:
        """Return its address, unique in the dataset: ``county/township/id``."""
        return f"{self.township}/{self.id}"
