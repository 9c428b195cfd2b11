"""Finds the division that a name in a cell means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from generators.importing.cells.characters import compact
from generators.model.division import Division, Level
from generators.model.grouping import grouped

_OFFICES: Final = re.compile(
    r"(?:中共)?(?P<name>.+?)(?:(?<=街道)办事处|人民政府|党工委|党委|委员会|政府|村民委员会|村委会|居委会|党支部|党总支)+"
)
_NUMBERED: Final = re.compile(r"^(?:[0-9]{1,3}[.、)]|\([0-9]{1,3}\))")
_MARKS: Final = "*※☆★▲△●•:：,，、;；。"
"""What is typed around names, and is no part of them."""

_ENDS: Final[Mapping[Level, tuple[str, ...]]] = {
    Level.COUNTY: ("县", "市", "区"),
    Level.TOWNSHIP: ("街道办事处", "街道", "办事处", "镇", "乡"),
    Level.VILLAGE: ("社区", "村"),
}
_SHORTEST: Final = 2


@dataclass(frozen=True)
class DivisionNames:
    """The divisions that a sheet may speak of, by the ways to write their names."""

    divisions: Mapping[str, Division]
    by_name: Mapping[str, tuple[str, ...]]
    by_short_name: Mapping[str, tuple[str, ...]]
    wholes: frozenset[str]

    @classmethod
    def of(cls, divisions: Iterable[Division], wholes: Iterable[str] = ()) -> DivisionNames:
        """Return the look-up for ``divisions``; ``wholes`` are the names of what they make up."""
        listed = {each.id: each for each in divisions}
        return cls(
            listed,
            grouped((_plain(each.name), each.id) for each in listed.values()),
            grouped((short, each.id) for each in listed.values() for short in _short_names(each)),
            frozenset(map(compact, wholes)),
        )

    @property
    def townships(self) -> tuple[str, ...]:
        """Return the ids of the townships."""
        return tuple(each.id for each in self.divisions.values() if each.level is Level.TOWNSHIP)

    @cached_property
    def _sets(self) -> dict[str, frozenset[str]]:
        return {each: found for ids in self.by_name.values() for found in (frozenset(ids),) for each in ids}

    def named_like(self, division: str) -> frozenset[str]:
        """Return the ids of the divisions with the name of one, itself among them."""
        return self._sets[division]

    def matches(self, text: str) -> tuple[str, ...]:
        """Return the ids of the divisions that ``text`` may name; empty if it names none."""
        name = _plain(text)
        if not name:
            return ()
        found = self.by_name.get(name) or self.by_short_name.get(name)
        if found:
            return found
        return next(filter(None, self._without_upper(name)), ())

    def _without_upper(self, name: str) -> Iterable[tuple[str, ...]]:
        """Yield what ``name`` may mean without the name of a county or township before it.

        Of several villages with the same name it is the one in the township that is named.
        """
        for length in range(_SHORTEST, len(name) - 1):
            uppers = [
                each
                for each in self.by_name.get(name[:length], ())
                if self.divisions[each].level is not Level.VILLAGE
            ]
            if uppers or name[:length] in self.wholes:
                found = self.by_name.get(name[length:], ())
                within = [each for each in found if any(each.startswith(f"{upper}/") for upper in uppers)]
                yield tuple(within) or found


def _plain(text: str) -> str:
    name = _NUMBERED.sub("", compact(text).strip(_MARKS))
    match = _OFFICES.fullmatch(name)
    return match["name"] if match else name


def _short_names(division: Division) -> Iterable[str]:
    for end in _ENDS.get(division.level, ()):
        short = division.name.removesuffix(end)
        if short != division.name and len(short) >= _SHORTEST:
            yield short
            return
