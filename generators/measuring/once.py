"""Computes once what measuring needs of a dataset on several days, or for several figures."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any, Concatenate, Final, ParamSpec, TypeVar

from generators.measuring.provenance import Provenance
from generators.model.changing import changed
from generators.model.dataset import Dataset
from generators.model.division import Level
from generators.model.shared_numbers import shared
from generators.results.figures import Measured

P = ParamSpec("P")
Result = TypeVar("Result")


@dataclass(frozen=True, eq=False)
class Once:
    """A dataset that is measured, with what pure functions returned for it.

    One is made for each measuring, of however many days, and what it keeps ends with it: ``forget`` it then.
    """

    dataset: Dataset
    _kept: dict[tuple[Any, ...], Any] = field(default_factory=dict, init=False, repr=False)
    _measured: dict[Hashable, list[Measured]] = field(default_factory=dict, init=False, repr=False)
    _beside: dict[int, tuple[object, dict[Any, Any]]] = field(default_factory=dict, init=False, repr=False)

    def __call__(
        self, function: Callable[Concatenate[Once, P], Result], *arguments: P.args, **named: P.kwargs
    ) -> Result:
        """Return what ``function`` returns for this dataset and the arguments, which must be hashable.

        The function must depend on nothing else. It is called only the first time; nobody may change what
        it returns.
        """
        key = (function, *arguments, *named.items())
        if key not in self._kept:
            self._kept[key] = function(self, *arguments, **named)
        result: Result = self._kept[key]
        return result

    def as_before(self, figure: Hashable, measured: Measured) -> Measured:
        """Return what was measured before of ``figure`` that is the same to the digit, else ``measured``.

        Most values are the same on all days that are compared, and take memory once; so do equal numbers.
        """
        before = self._measured.setdefault(figure, [])
        for each in before:
            if each == measured and _digits(each) == _digits(measured):
                return each
        found = _with_shared_numbers(measured)
        before.append(found)
        return found

    def kept_beside(self, owner: object) -> dict[Any, Any]:
        """Return what its users keep here for ``owner``, at first nothing; equal owners are not the same."""
        return self._beside.setdefault(id(owner), (owner, {}))[1]

    def forget(self) -> None:
        """Free everything that was kept.

        It refers back to this object, and would take memory until such cycles are next looked for.
        """
        self._kept.clear()
        self._measured.clear()
        self._beside.clear()

    @cached_property
    def provenance(self) -> Provenance:
        """Return the internal records of the dataset."""
        return Provenance(self.dataset)


_NUMBERS: Final = ("value", "numerator", "denominator", "internal_amount", "internal_rest")
"""The fields of a value that hold numbers."""


def _digits(measured: Measured) -> tuple[str, ...]:
    """Return the numbers of a value as text: 1 and 1.0 are equal, but not the same."""
    return tuple(str(getattr(measured, name)) for name in _NUMBERS)


def _with_shared_numbers(measured: Measured) -> Measured:
    """Return a value whose numbers are one object with all that have the same digits."""
    changes = {}
    for name in _NUMBERS:
        number = getattr(measured, name)
        if isinstance(number, Decimal):
            same = shared(number)
            if same is not number:
                changes[name] = same
    return changed(measured, **changes) if changes else measured


def children_on(once: Once, day: date, division: str) -> tuple[str, ...]:
    """Return the ids of the divisions that lie directly within ``division`` on ``day``."""
    return once.dataset.children_on(day, division)


def members_on(once: Once, day: date, area: str, level: Level) -> tuple[str, ...]:
    """Return the ids of the divisions of ``level`` that exist on ``day`` and lie in ``area`` then."""
    return once.dataset.members_on(day, area, level)


def upwards_ever(once: Once, division: str) -> tuple[str, ...]:
    """Return the ids of ``division`` and of all that it has ever lain within."""
    return tuple(once.dataset.upwards_ever(division))


def upwards_on(once: Once, day: date, division: str) -> tuple[str, ...]:
    """Return the ids of ``division`` and of what it lies within on ``day``, nearest first."""
    return tuple(once.dataset.upwards_on(day, division))
