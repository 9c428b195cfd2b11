"""The type of a check: its name, its problem codes, and its function."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generators.checking.kit.context import Context
from generators.model.problem import Problem


@dataclass(frozen=True, slots=True)
class Check:
    """One rule over the whole dataset; the docstring of ``find`` is the rule.

    What breaks only rules that are ``apart`` can be measured and disclosed all the same. What breaks rules
    ``within`` counties in the files of one is found from these, all divisions, and the files of no county
    other than documents, attachments and inspections; what breaks them elsewhere, without the files of any.
    """

    name: str
    codes: frozenset[str]
    find: Callable[[Context], Iterator[Problem]]
    is_apart: bool = False
    is_within: bool = False
