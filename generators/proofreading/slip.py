"""Something in a text that is not written as official papers are."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Slip:
    """The characters from ``start`` to before ``end``, why they are wrong, and what stands there instead.

    ``right`` is ``None`` where only a person can tell what was meant.
    """

    code: str
    start: int
    end: int
    detail: str
    right: str | None = None


SlipRule: TypeAlias = Callable[[str], Iterable[Slip]]
"""Takes a text in which all that is no prose is covered, gives its slips."""
