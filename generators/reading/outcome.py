"""What every reader gives back: the value as far as it could be read, and all that is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from generators.model.problem import Problem

Value_co = TypeVar("Value_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Outcome(Generic[Value_co]):
    """A value and the problems met on the way; ``value`` is ``None`` when nothing usable was read."""

    value: Value_co | None
    problems: tuple[Problem, ...] = ()
