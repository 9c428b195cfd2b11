"""Look-ups common to a dataset and to a publication: divisions, and everything by its address."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
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
from generators.model.stay import Stay, stays_of
from generators.model.target import FiledTarget

Part = TypeVar("Part")


class Register:
    """Divisions and programmes by id, with derived look-ups; a base class of frozen dataclasses."""

    divisions: Mapping[str, Division]
    programmes: Mapping[str, Programme]

    def make_lookups(self) -> None:
        """Make all look-ups that depend on divisions and programmes alone."""
        for name in _lookups():
            getattr(self, name)

    def take_lookups(self, other: Register) -> None:
        """Use the look-ups that another register with the same divisions and programmes has made."""
        vars(self).update({name: vars(other)[name] for name in _lookups() if name in vars(other)})

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
        """Return the ids of the divisions directly within each division as last known, in their order."""
        return grouped((each.within, each.id) for each in self.divisions.values() if each.within is not None)

    @cached_property
    def children_ever(self) -> Mapping[str, tuple[str, ...]]:
        """Return the ids of the divisions that have ever lain directly within each division."""
        found = grouped(
            (stay.within, each) for each, stays in self.stays.items() for stay in stays if stay.within
        )
        return {upper: tuple(dict.fromkeys(names)) for upper, names in found.items()}

    def children_on(self, day: date, division: str) -> tuple[str, ...]:
        """Return the ids of the divisions that exist on ``day`` and then lie directly within ``division``."""
        return tuple(
            each
            for each in self.children_ever.get(division, ())
            if self.divisions[each].exists_on(day) and self.upper_on(day, each) == division
        )

    @cached_property
    def stays(self) -> Mapping[str, tuple[Stay, ...]]:
        """Return by division what it has lain within, and when; earliest first, without gaps."""
        return {each: tuple(stays_of(self.divisions, each)) for each in self.divisions}

    def stays_by(self, day: date, division: str) -> Iterator[Stay]:
        """Yield the stays of ``division`` that had begun by ``day``, the last of them without its end."""
        for stay in self.stays[division]:
            if stay.since is None or stay.since <= day:
                is_over = stay.until is not None and stay.until <= day
                yield stay if is_over or stay.until is None else replace(stay, until=None)

    def divisions_on(self, day: date) -> Mapping[str, Division]:
        """Return all divisions, in their order, with the name, kind and place that they had on ``day``."""
        return {
            name: replace(each.on(day), within=self.upper_on(day, name))
            if each.history or len(self.stays[name]) > 1
            else each
            for name, each in self.divisions.items()
        }

    def upper_on(self, day: date, division: str) -> str | None:
        """Return the id of what ``division`` lies directly within on ``day``; ``None`` for a highest one."""
        return next(stay.within for stay in self.stays[division] if stay.covers(day))

    def upwards_on(self, day: date, division: str) -> Iterator[str]:
        """Yield the ids of ``division`` and of what it lies within on ``day``, nearest first."""
        upper: str | None = division
        while upper is not None:
            yield upper
            upper = self.upper_on(day, upper)

    def upwards_ever(self, division: str) -> Iterator[str]:
        """Yield the ids of ``division`` and of all that it has ever lain within; nothing if unknown."""
        seen: set[str] = set()
        waiting = [division] if division in self.divisions else []
        while waiting:
            each = waiting.pop(0)
            if each not in seen:
                seen.add(each)
                yield each
                waiting += [stay.within for stay in self.stays[each] if stay.within is not None]

    def descendants(self, division: str) -> Iterator[str]:
        """Yield the ids of all that have ever lain below ``division``, parents before their children."""
        return self._below(division, {division})

    def _below(self, division: str, seen: set[str]) -> Iterator[str]:
        for child in self.children_ever.get(division, ()):
            if child not in seen:
                seen.add(child)
                yield child
                yield from self._below(child, seen)

    def within(self, area: str) -> Iterator[str]:
        """Yield the ids of ``area`` and of its ``descendants``; nothing where it is not on record."""
        if area in self.divisions:
            yield area
            yield from self.descendants(area)

    def members(self, area: str, level: Level) -> tuple[str, ...]:
        """Return the ids of the divisions of ``level`` that have ever lain in ``area``.

        ``area`` is itself one of them where it is of that level.
        """
        return tuple(each for each in self.within(area) if self.divisions[each].level is level)

    def members_on(self, day: date, area: str, level: Level) -> tuple[str, ...]:
        """Return the ids of the ``members`` that exist on ``day`` and lie in ``area`` then."""
        return tuple(
            each
            for each in self.members(area, level)
            if self.divisions[each].exists_on(day) and area in self.upwards_on(day, each)
        )

    def bound_by(self, filed: FiledTarget) -> tuple[str, ...]:
        """Return the ids of the divisions that a target is for: one, or all of a level below.

        Where no division of that level is on record yet, the target stands with the office that set it.
        """
        level = filed.target.each
        below = self.members(filed.division, level) if level is not None else ()
        return below or (filed.division,)

    def binds_on(self, day: date, filed: FiledTarget, division: str) -> bool:
        """Whether a target binds ``division``, one of those ``bound_by`` it, on ``day``.

        The division exists then, and lies then within the one that set the target.
        """
        return self.divisions[division].exists_on(day) and filed.division in self.upwards_on(day, division)

    def is_above_owner(self, division: str, address: Address) -> bool:
        """Whether ``division`` is above the one that owns the programme of ``address``."""
        owner = self.owner_of(address)
        return division != owner and division in self.upwards_ever(owner)

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


def _lookups() -> Iterator[str]:
    """Yield the names of what a register keeps once it was asked for."""
    return (name for name, each in vars(Register).items() if isinstance(each, cached_property))
