"""The divisions that a standard or ladder is for."""

from __future__ import annotations

from datetime import date

from generators.measuring.figures.figures import Figures


def belongs(figures: Figures, division: str, level: str, day: date) -> bool:
    """Return whether a division is of this level, and there on ``day``."""
    found = figures.dataset.divisions[division]
    return found.level == level and found.exists_on(day)


def members(figures: Figures, address: str, level: str, day: date) -> list[str]:
    """Return the divisions that a standard or ladder is for: those of its level in the owner's area."""
    dataset = figures.dataset
    owner = dataset.programmes[address.partition("/")[0]].owner
    return [
        division
        for division in (owner, *dataset.descendants(owner))
        if belongs(figures, division, level, day)
    ]
