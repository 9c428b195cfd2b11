"""The parts of a project that are worked on apart: counties, each with those that it is connected to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Final

from generators.model.dataset import Dataset
from generators.model.division import Division, Level
from generators.model.grouping import grouped
from generators.model.register import Register

_COUNTIES: Final = "data/townships/"
_NO_COUNTY: Final = ""
"""Where divisions are at home that are not in the folder of a county."""

_REST: Final = -1
"""The number of what is in no part."""

_OF_THE_WHOLE: Final[Mapping[str, Any]] = {
    "bulletins": (),
    "cases": (),
    "pages": (),
    "attachments": (),
    "attachment_contents": {},
    "adjustments": (),
    "inspections": {},
    "glossary": (),
    "imports": {},
    "closed": (),
}
"""What the dataset of a part does not have, with what it has instead."""


def county_of_file(file: str) -> str:
    """Return the county in whose folder a file of the project is; empty for any other file."""
    below = file.removeprefix(_COUNTIES)
    return below.partition("/")[0] if below != file else _NO_COUNTY


@dataclass(frozen=True, slots=True)
class FilesOfPart:
    """Files of a project: those in the folders of ``counties``, or all others if ``is_rest``."""

    counties: frozenset[str]
    is_rest: bool = False

    def holds(self, file: str) -> bool:
        """Whether a file is one of them."""
        return (county_of_file(file) in self.counties) is not self.is_rest


ALL_FILES: Final = FilesOfPart(frozenset(), is_rest=True)


@dataclass(frozen=True)
class CountyParts:
    """The parts of a ``dataset``, by their numbers from 0, and the rest, which is in none of them.

    Counties are in one part if a division ever moved, merged or was split between them. A city that has
    townships of its own instead of counties is in the rest, and so is a county that is connected to it.
    """

    dataset: Dataset

    @cached_property
    def counties(self) -> tuple[frozenset[str], ...]:
        """Return the counties of each part, in the order of the divisions."""
        return connected_counties(self.dataset)

    def prepare(self) -> None:
        """Make the look-ups that the datasets of all parts share, before processes are forked for them."""
        self.dataset.make_lookups()
        _ = self._filed

    def files_of(self, part: int) -> FilesOfPart:
        """Return the files of a part."""
        return FilesOfPart(self.counties[part])

    @property
    def files_of_rest(self) -> FilesOfPart:
        """Return the files that are in no part."""
        return FilesOfPart(frozenset[str]().union(*self.counties), is_rest=True)

    def dataset_of(self, part: int) -> Dataset:
        """Return the dataset with nothing but what was filed in a part and in the rest.

        It has all divisions, programmes and sources, but no documents, attachments and inspections.
        """
        return self._with((part, _REST), _OF_THE_WHOLE)

    @property
    def dataset_of_rest(self) -> Dataset:
        """Return the dataset without what is in the files of the parts; it has all divisions."""
        return self._with((_REST,), {"corrections": self.dataset.corrections})

    def _with(self, parts: Iterable[int], changes: Mapping[str, Any]) -> Dataset:
        """Return the dataset with ``changes``, else with what was filed in ``parts``, in the same order."""
        filed: dict[str, Any] = {}
        for field, by_part in self._filed.items():
            numbered = sorted((pair for part in parts for pair in by_part.get(part, ())), key=_number)
            filed[field] = tuple(each for _, each in numbered)
        found = replace(self.dataset, **{**filed, **changes})
        found.take_lookups(self.dataset)
        return found

    @cached_property
    def _filed(self) -> Mapping[str, Mapping[int, tuple[tuple[int, object], ...]]]:
        """Return by field of the dataset what was filed in each part, with its number in the field."""
        dataset = self.dataset
        homes: Mapping[str, Iterable[tuple[str, object]]] = {
            "targets": ((each.division, each) for each in dataset.targets),
            "reports": ((each.division, each) for each in dataset.reports),
            "corrections": ((each.division, each) for each in dataset.corrections),
            "checks": ((each.division, each) for each in dataset.checks),
            "assessments": ((each.division, each) for each in dataset.assessments),
            "ledger": ((each.township, each) for each in dataset.ledger),
            "commitments": ((each.township, each) for each in dataset.commitments),
            "remarks": ((each.township, each) for each in dataset.remarks),
        }
        return {
            field: grouped(
                (self._part_of.get(division, _REST), (number, each))
                for number, (division, each) in enumerate(filed)
            )
            for field, filed in homes.items()
        }

    @cached_property
    def _part_of(self) -> Mapping[str, int]:
        """Return the part of each division that is not in the rest."""
        numbers = {county: part for part, counties in enumerate(self.counties) for county in counties}
        homes = ((name, _home_of(self.dataset, each)) for name, each in self.dataset.divisions.items())
        return {name: numbers[home] for name, home in homes if home in numbers}


def _number(pair: tuple[int, object]) -> int:
    return pair[0]


def connected_counties(register: Register) -> tuple[frozenset[str], ...]:
    """Return the counties by parts that no division ever left: each county is in one part at most.

    A county whose divisions came from, or went to, what is in no county's folder is in no part.
    """
    groups = _Groups()
    for name, division in register.divisions.items():
        home = _home_of(register, division)
        if division.level.depth < Level.COUNTY.depth:
            continue
        groups.join(home, home)
        for other in _connected(register, name, division):
            if other.level.depth >= Level.COUNTY.depth:
                groups.join(home, _home_of(register, other))
    parts = grouped((groups.first(county), county) for county in groups)
    apart = groups.first(_NO_COUNTY)
    return tuple(frozenset(counties) for first, counties in parts.items() if first != apart)


def _connected(register: Register, name: str, division: Division) -> Iterator[Division]:
    """Yield the divisions that one has lain within, and those that it came from or became part of."""
    names = (*register.upwards_ever(name), *division.successors, *division.predecessors)
    return (register.divisions[each] for each in names if each in register.divisions)


def _home_of(register: Register, division: Division) -> str:
    """Return the county in whose folder a division is; empty if it is in that of a city, or in none."""
    if division.level is Level.COUNTY:
        return division.id
    folder = register.divisions.get(county_of_file(division.place.file))
    return folder.id if folder is not None and folder.level is Level.COUNTY else _NO_COUNTY


class _Groups:
    """Names in groups that do not overlap, which joining makes larger."""

    def __init__(self) -> None:
        self._before: dict[str, str] = {}

    def __iter__(self) -> Iterator[str]:
        return iter(self._before)

    def first(self, name: str) -> str:
        """Return the name that stands for the group of ``name``."""
        while (before := self._before.get(name, name)) != name:
            name = before
        return name

    def join(self, one: str, other: str) -> None:
        """Make one group of those of two names."""
        first = self.first(one)
        self._before.setdefault(one, one)
        self._before.setdefault(other, other)
        self._before[self.first(other)] = first
