"""Where a division stands on a ladder, and since when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from generators.measuring.figures.figures import Figures
from generators.measuring.tiers.judging import judged
from generators.measuring.tiers.turning_days import turning_days
from generators.model.address import Address
from generators.model.calendar import days_before
from generators.model.ladder import Ladder
from generators.results.tiers import TierStanding


def standing(figures: Figures, division: str, address: Address, day: date) -> TierStanding:
    """Return where ``division`` stands on the ladder at ``address`` on ``day``, and why."""
    ladder = figures.dataset.ladders[address]
    found = judged(figures, division, address, ladder, day)
    return replace(found, since=_since(figures, found, ladder)) if found.rank is not None else found


def _since(figures: Figures, found: TierStanding, ladder: Ladder) -> date | None:
    """Return the first day from which the rank has not changed up to the day of ``found``.

    ``None`` where the document that decides states no date.
    """
    earliest: date | None = None
    for day in sorted(turning_days(figures, found.division, found.ladder, ladder), reverse=True):
        if day > found.day:
            continue
        if judged(figures, found.division, found.ladder, ladder, day).rank != found.rank:
            return earliest
        earliest = day
    if earliest is None:
        return None
    before = judged(figures, found.division, found.ladder, ladder, days_before(earliest, 1))
    return None if before.rank == found.rank else earliest
