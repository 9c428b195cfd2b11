"""Rates of problems and commitments, as pages print them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from generators.composing.kit.numbers import percentage


@dataclass(frozen=True, slots=True)
class Rate:
    """A share with its name, its parts such as 12/20, and its definition."""

    name: str
    share: str
    parts: str
    meaning: str


def share_text(share: Decimal | None) -> str:
    """Return a fraction of one in per cent; a dash for ``None``."""
    return percentage(share) if share is not None else "—"
