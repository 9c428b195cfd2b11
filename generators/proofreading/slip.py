"""A slip: a departure from the style of official documents, and the type of the rules that find them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Slip:
    """The characters from ``start`` to before ``end`` of a text, with code and details of the error.

    ``right`` is the replacement, ``None`` if only a person can decide.
    """

    code: str
    start: int
    end: int
    detail: str
    right: str | None = None


SlipRule: TypeAlias = Callable[[str], Iterable[Slip]]
"""Takes a text in which everything that is not prose is masked; returns its slips."""
