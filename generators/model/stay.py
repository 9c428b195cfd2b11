"""Stays: what a division has lain within, and from when to when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from generators.model.division import Division, DivisionStep


@dataclass(frozen=True, slots=True)
class Stay:
    """The days from ``since`` until the day before ``until`` on which a division lay within another.

    ``within`` is ``None`` for a highest division. The first stay has no ``since`` and the last no ``until``,
    whether or not the division exists all that time.
    """

    within: str | None
    since: date | None = None
    until: date | None = None

    def covers(self, day: date) -> bool:
        """Whether ``day`` is one of these days."""
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)


def stays_of(divisions: Mapping[str, Division], division: str) -> Iterator[Stay]:
    """Yield the stays of a division, earliest first, without gaps.

    It stays within what its history says. Where that is merged into one other, it follows into that one. What
    is not on record or of no higher level, which the checks report, counts as nothing.
    """
    days = sorted(set(_turning_days(divisions, division)))
    withins = [_within(divisions, division, day) for day in (date.min, *days)]
    bounds = [None, *(day for day, (one, other) in zip(days, pairwise(withins), strict=True) if one != other)]
    for since, until in pairwise((*bounds, None)):
        yield Stay(_within(divisions, division, since or date.min), since, until)


def _turning_days(divisions: Mapping[str, Division], division: str) -> Iterator[date]:
    """Yield the days on which the division is moved, or what it has lain within is merged."""
    found = divisions[division]
    for event in found.history:
        if event.event is DivisionStep.MOVED:
            yield event.on
    former = (event.was.within for event in found.history if event.was is not None)
    for within in dict.fromkeys((found.within, *former)):
        for merged in _merged_from(divisions, within):
            if merged.end is not None:
                yield merged.end.on


def _merged_from(divisions: Mapping[str, Division], within: str | None) -> Iterator[Division]:
    """Yield the division ``within`` and those into which it was merged one after the other."""
    seen: set[str] = set()
    while within is not None and within in divisions and within not in seen:
        seen.add(within)
        yield divisions[within]
        successors = divisions[within].successors
        within = successors[0] if len(successors) == 1 else None


def _within(divisions: Mapping[str, Division], division: str, day: date) -> str | None:
    """Return the id of what the division lies within on ``day``, following mergers up to that day."""
    found: str | None = None
    for each in _merged_from(divisions, divisions[division].on(day).within):
        if each.level.depth >= divisions[division].level.depth:
            break
        found = each.id
        if each.end is None or day < each.end.on:
            break
    return found
