"""Shares of problems and commitments, as their pages print them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from generators.composing.kit.numbers import percentage


@dataclass(frozen=True, slots=True)
class Rate:
    """A share with its name, its parts (12/20), and how it is computed."""

    name: str
    share: str
    parts: str
    meaning: str


def share_text(share: Decimal | None) -> str:
    """Return a share in per cent, or a dash where there is none to be had."""
    return percentage(share) if share is not None else "—"
