"""Measures the standing of a division on a ladder, and since when it holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from generators.measuring.figures.figures import Figures
from generators.measuring.tiers.judging import judged, rank_on
from generators.measuring.tiers.turning_days import turning_days
from generators.model.address import Address
from generators.model.calendar import days_before
from generators.model.ladder import Ladder
from generators.results.tiers import TierStanding


def standing(figures: Figures, division: str, address: Address, day: date) -> TierStanding:
    """Return the standing of ``division`` on the ladder at ``address`` on ``day``, with ``since``."""
    ladder = figures.dataset.ladders[address]
    found = judged(figures, division, address, ladder, day)
    return replace(found, since=_since(figures, found, ladder)) if found.rank is not None else found


def _since(figures: Figures, found: TierStanding, ladder: Ladder) -> date | None:
    """Return the first day from which the rank is the same up to the day of ``found``.

    ``None`` if the document that decides it has no date.
    """
    earliest: date | None = None
    for day in reversed(turning_days(figures, found.division, found.ladder, ladder)):
        if day > found.day:
            continue
        if rank_on(figures, found.division, found.ladder, ladder, day) != found.rank:
            return earliest
        earliest = day
    if earliest is None:
        return None
    before = rank_on(figures, found.division, found.ladder, ladder, days_before(earliest, 1))
    return None if before == found.rank else earliest
