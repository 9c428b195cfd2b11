"""Common base of problems and commitments: filed by a township, with an append-only list of dated events."""

from __future__ import annotations

from abc import ABC, abstractmethod
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
    @abstractmethod
    def step(self) -> Choice:
        """Return the step of this event."""

    @property
    @abstractmethod
    def happening(self) -> Happening:
        """Return the details of this event."""

    @property
    def on(self) -> date:
        """Return the date of the event."""
        return self.happening.on


@dataclass(frozen=True, slots=True)
class FiledHistory(ABC):
    """A problem or commitment with its id and the township in whose folder it is filed."""

    id: str
    township: str

    @property
    def address(self) -> str:
        """Return the address, unique in the dataset: ``county/township/id``."""
        return f"{self.township}/{self.id}"

    @property
    @abstractmethod
    def division(self) -> str:
        """Return the id of the division that it concerns."""
