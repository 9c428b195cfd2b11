"""Look-ups common to a dataset and to a publication: divisions, and everything by its address."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import TypeVar

from generators.model.address import Address
from generators.model.consequence import Consequence
from generators.model.division import Division, Level
from generators.model.grouping import grouped
from generators.model.indicator import Indicator
from generators.model.ladder import Ladder
from generators.model.programme import Programme
from generators.model.scheme import Scheme
from generators.model.standard import Standard
from generators.model.target import FiledTarget

Part = TypeVar("Part")


class Register:
    """Divisions and programmes by id, with derived look-ups; a base class of frozen dataclasses."""

    divisions: Mapping[str, Division]
    programmes: Mapping[str, Programme]

    @cached_property
    def indicators(self) -> Mapping[Address, Indicator]:
        """Return every indicator by its address ``programme/indicator``."""
        return self._by_address(lambda programme: programme.indicators)

    @cached_property
    def schemes(self) -> Mapping[Address, Scheme]:
        """Return every scheme by its address ``programme/scheme``."""
        return self._by_address(lambda programme: programme.schemes)

    @cached_property
    def consequences(self) -> Mapping[Address, Consequence]:
        """Return every consequence by its address ``programme/consequence``."""
        return self._by_address(lambda programme: programme.consequences)

    @cached_property
    def standards(self) -> Mapping[Address, Standard]:
        """Return every standard by its address ``programme/standard``."""
        return self._by_address(lambda programme: programme.standards)

    @cached_property
    def ladders(self) -> Mapping[Address, Ladder]:
        """Return every ladder by its address ``programme/ladder``."""
        return self._by_address(lambda programme: programme.ladders)

    def _by_address(self, parts: Callable[[Programme], Mapping[str, Part]]) -> Mapping[Address, Part]:
        return {
            Address.of(programme.id, name): part
            for programme in self.programmes.values()
            for name, part in parts(programme).items()
        }

    def rests_on(self, address: Address) -> frozenset[Address]:
        """Return the addresses of an indicator and of all that it is derived from, without unknown ones."""
        found: set[Address] = set()
        waiting = [address]
        while waiting:
            name = waiting.pop()
            indicator = self.indicators.get(name)
            if name in found or indicator is None:
                continue
            found.add(name)
            if indicator.derived is not None:
                parts = (indicator.derived.numerator, indicator.derived.denominator)
                waiting += [name.sibling(part) for part in parts]
        return frozenset(found)

    def indicators_of(self, subject: Address) -> tuple[Address, ...]:
        """Return the addresses of all indicators of a programme named by its id, or the one that is meant."""
        if subject.name:
            return (subject,)
        programme = self.programmes.get(subject)
        return tuple(Address.of(subject, name) for name in programme.indicators) if programme else ()

    def owner_of(self, address: Address) -> str:
        """Return the id of the division that owns the programme of an address."""
        return self.programmes[address.programme].owner

    @cached_property
    def children(self) -> Mapping[str, tuple[str, ...]]:
        """Return the ids of the divisions directly within each division, in file order."""
        return grouped((each.within, each.id) for each in self.divisions.values() if each.within is not None)

    def descendants(self, division: str) -> Iterator[str]:
        """Yield the ids of all divisions below ``division``, parents before their children."""
        for child in self.children.get(division, ()):
            yield child
            yield from self.descendants(child)

    def within(self, area: str) -> Iterator[str]:
        """Yield the ids of ``area`` and of all divisions below it; nothing where it is not on record."""
        if area in self.divisions:
            yield area
            yield from self.descendants(area)

    def members(self, area: str, level: Level) -> tuple[str, ...]:
        """Return the ids of the divisions of ``level`` in ``area``, merged ones included.

        ``area`` is itself one of them where it is of that level.
        """
        return tuple(each for each in self.within(area) if self.divisions[each].level is level)

    def members_on(self, day: date, area: str, level: Level) -> tuple[str, ...]:
        """Return the ids of the ``members`` that had not been merged into another division by ``day``."""
        return tuple(each for each in self.members(area, level) if self.divisions[each].exists_on(day))

    def bound_by(self, filed: FiledTarget) -> tuple[str, ...]:
        """Return the ids of the divisions that a target is for: one, or all of a level below.

        Where no division of that level is on record yet, the target stands with the office that set it.
        """
        level = filed.target.each
        below = self.members(filed.division, level) if level is not None else ()
        return below or (filed.division,)

    def township_of(self, division: str) -> str | None:
        """Return the id of the township that a division is or lies in; ``None`` if it lies in none."""
        found = self.divisions[division]
        chain = (found, *self.ancestors(division))
        return next((each.id for each in chain if each.level is Level.TOWNSHIP), None)

    def upwards(self, division: str) -> Iterator[str]:
        """Yield the ids of ``division`` and of what it lies within, nearest first; nothing if unknown."""
        if division in self.divisions:
            yield division
            yield from (each.id for each in self.ancestors(division))

    def ancestors(self, division: str) -> Iterator[Division]:
        """Yield the divisions that ``division`` lies within, nearest first."""
        within = self.divisions[division].within
        while within is not None:
            yield self.divisions[within]
            within = self.divisions[within].within
