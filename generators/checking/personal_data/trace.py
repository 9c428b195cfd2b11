"""The position of personal data in a text."""

from __future__ import annotations

from dataclasses import dataclass

from generators.model.allowance import PersonalKind


@dataclass(frozen=True, slots=True)
class Trace:
    """The characters from ``start`` to before ``end``, and what they are."""

    kind: PersonalKind
    start: int
    end: int
