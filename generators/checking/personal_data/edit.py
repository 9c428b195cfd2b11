"""One step from a text towards its canonical form."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edit:
    """The characters from ``start`` to before ``end``, and the text in their stead.

    ``moved`` is a part of what is left out that is searched on its own: it goes to the end of the text, on a
    line of its own.
    """

    start: int
    end: int
    text: str
    moved: tuple[int, int] | None = None
