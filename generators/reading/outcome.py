"""The result type of every reader: the value as far as it could be read, and the problems found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from generators.model.problem import Problem

Value_co = TypeVar("Value_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Outcome(Generic[Value_co]):
    """A value and the problems found in reading it; ``value`` is ``None`` if nothing usable was read."""

    value: Value_co | None
    problems: tuple[Problem, ...] = ()
