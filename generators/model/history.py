"""What problems and commitments have in common: filed by a township, with dated events that only grow."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generators.model.alternatives import Alternatives
from generators.model.record import Record
from generators.model.scalars import Choice


class Happening(Record):
    """What is said of one event, and on which day it was."""

    on: date


class DatedEvent(Alternatives):
    """One dated event: exactly one step, named by the one field that is written, and what is said of it."""

    @property
    def step(self) -> Choice:
        """Return which step this is."""
        raise NotImplementedError

    @property
    def happening(self) -> Happening:
        """Return what is said of the step."""
        happening: Happening = getattr(self, self.chosen)
        return happening

    @property
    def on(self) -> date:
        """Return the day of the event."""
        return self.happening.on


@dataclass(frozen=True, slots=True)
class FiledHistory:
    """What has a history, by its id and the township in whose folder it stands."""

    id: str
    township: str

    @property
    def address(self) -> str:
        """Return what names it in the whole site: ``county/township/id``."""
        return f"{self.township}/{self.id}"
