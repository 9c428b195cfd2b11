"""When the county's teams go out: every quarter, once unannounced, once to look again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from examples.fictional_county.months import Calendar

UNANNOUNCED: Final = "2026-05-unannounced"
LOOKED_AGAIN: Final = "2026-07-follow-up"

_ROUND_BEGINS: Final = timedelta(days=20)
"""So long before the end of its quarter."""

_DAYS_OF_A_ROUND: Final = 5


@dataclass(frozen=True, slots=True)
class Round:
    """A round of inspection and its days."""

    id: str
    title: str
    kind: str
    first: date
    days: int


def rounds_of(calendar: Calendar) -> list[Round]:
    """Return all rounds, earliest first."""
    rounds = [
        Round(
            f"{quarter.slug}-round",
            f"{quarter.words}督查",
            "quarterly",
            quarter.last - _ROUND_BEGINS,
            _DAYS_OF_A_ROUND,
        )
        for quarter in calendar.quarters
    ]
    rounds.append(Round(UNANNOUNCED, "2026年5月暗访", "unannounced", date(2026, 5, 19), 2))
    rounds.append(Round(LOOKED_AGAIN, "2026年7月回头看", "follow-up", date(2026, 7, 21), 3))
    return sorted(rounds, key=lambda each: each.first)
