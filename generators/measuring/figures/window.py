"""Windows: the days over which a flow is summed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from generators.model.division import Division
from generators.model.observation import Observation
from generators.model.stay import Stay


@dataclass(frozen=True, slots=True)
class Window:
    """The days over which a flow is summed, ``start`` and ``end`` included; without them, all days.

    A report counts if its period lies within these days and ends during each of the ``stays``. So every
    report of a division that was moved counts in exactly one of the places in which the division has lain.
    """

    start: date | None = None
    end: date | None = None
    stays: tuple[Stay, ...] = ()

    def contains(self, day: date) -> bool:
        """Whether ``day`` is one of the days."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)

    def counts(self, observation: Observation) -> bool:
        """Whether a report counts in the sum."""
        period = observation.period
        if self.start is not None and self.end is not None and not period.lies_within(self.start, self.end):
            return False
        last = period.end or observation.report.on or date.min
        return all(stay.covers(last) for stay in self.stays)


def during(window: Window | None, stay: Stay) -> Window | None:
    """Return ``window`` for what was reported during ``stay``; ``window`` itself if that has no bounds."""
    if stay.since is None and stay.until is None:
        return window
    narrowed = window or Window()
    return replace(narrowed, stays=(*narrowed.stays, stay))


def can_count(window: Window | None, stay: Stay, division: Division, day: date) -> bool:
    """Whether by ``day`` the division existed on any day of ``window``, and its ``stay`` lasted on any."""
    begun, end = division.begun, division.end
    last = day if window is None or window.end is None else min(day, window.end)
    if any(
        first is not None and last < first for first in (stay.since, begun.on if begun is not None else None)
    ):
        return False
    if window is None or window.start is None:
        return True
    ends = (stay.until, end.on if end is not None and end.on <= day else None)
    return all(each is None or window.start < each for each in ends)
