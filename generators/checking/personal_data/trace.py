"""The position of personal data in a text."""

from __future__ import annotations

from dataclasses import dataclass

from generators.model.allowance import PersonalKind


@dataclass(frozen=True, slots=True)
class Trace:
    """A range of characters, ``start`` inclusive to ``end`` exclusive, and its kind of personal data."""

    kind: PersonalKind
    start: int
    end: int
