"""What a check is: a name, the codes it may give, and the function that finds them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generators.checking.kit.context import Context
from generators.model.problem import Problem


@dataclass(frozen=True, slots=True)
class Check:
    """One rule over the whole dataset; the docstring of ``find`` is the rule."""

    name: str
    codes: frozenset[str]
    find: Callable[[Context], Iterator[Problem]]
