"""When the county's teams go out, where they go, and what they found: by quarter, unannounced, and again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from examples.fictional_county.dice import Dice
from examples.fictional_county.months import Calendar
from examples.fictional_county.places import Township
from examples.fictional_county.yaml_text import Node

PROGRAMME: Final = "shili-1357"

_ROUND_BEGINS: Final = timedelta(days=20)
"""So long before the end of its quarter."""

_DAYS_OF_A_ROUND: Final = 5
_VISITED: Final = 35
"""The part of the villages that a round visits besides those where something is found, in per cent."""

_LEAST_SCORE: Final = 560
_TENTHS_A_VIGOUR: Final = 3
_LUCK: Final = 60
_TOWNSHIPS_A_TEAM: Final = 3


@dataclass(frozen=True, slots=True)
class Round:
    """A round of inspection and its days; ``returns_to`` is the round whose findings it looks at again."""

    id: str
    name: str
    kind: str
    first: date
    days: int
    returns_to: str | None = None

    def day_of(self, township: Township) -> date:
        """Return the day on which the round is in a township."""
        return self.first + timedelta(days=township.number % self.days)


UNANNOUNCED: Final = Round("2026-05-unannounced", "2026年5月暗访", "unannounced", date(2026, 5, 19), 2)
LOOKED_INTO: Final = "2026-q1-round"
"""The round to which the return went."""

RETURN: Final = Round("2026-07-return", "2026年7月回头看", "return", date(2026, 7, 21), 3, LOOKED_INTO)


def finding_rounds(calendar: Calendar) -> list[Round]:
    """Return the rounds that find problems, earliest first."""
    rounds = [
        Round(
            f"{quarter.slug}-round",
            f"{quarter.words}督查",
            "scheduled",
            quarter.last - _ROUND_BEGINS,
            _DAYS_OF_A_ROUND,
        )
        for quarter in calendar.quarters
    ]
    return sorted([*rounds, UNANNOUNCED], key=lambda each: each.first)


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem found in a round: its id in the township's ledger, and where it lies."""

    round: str
    problem: str
    division: str


@dataclass(slots=True)
class Visits:
    """The visits of one round, gathered township by township."""

    round: Round
    entries: list[Node] = field(default_factory=list)
    townships: int = 0

    def add(self, township: Township, findings: Sequence[Finding], seed: int) -> None:
        """Add the visits to a township that takes part by then, given all problems found in it."""
        day = self.round.day_of(township)
        if day < township.starts:
            return
        looked_for = self.round.returns_to or self.round.id
        found: dict[str, list[str]] = {}
        for each in findings:
            if each.round == looked_for:
                found.setdefault(each.division, []).append(each.problem)
        dice = Dice(seed, f"visits {self.round.id} {township.number}")
        self.entries += self._visits(township, found, day, dice)
        self.townships += 1

    def _visits(
        self, township: Township, found: dict[str, list[str]], day: date, dice: Dice
    ) -> Iterator[Node]:
        places = [(township.id, township.vigour)]
        places += [(village.id, village.vigour) for village in township.villages_on(day)]
        for division, vigour in places:
            is_chosen = dice.happens(_VISITED) and self.round.returns_to is None
            if not is_chosen and division not in found and division != township.id:
                continue
            score = _LEAST_SCORE + _TENTHS_A_VIGOUR * vigour + dice.below(_LUCK)
            entry: dict[str, Node] = {"division": division, "on": day}
            if self.round.returns_to is None:
                entry["score"] = Decimal(score) / 10
            if division in found:
                entry["findings"] = found[division]
            yield entry

    @property
    def entry(self) -> Node:
        """Return the round as its file has it."""
        entry: dict[str, Node] = {"id": self.round.id, "programme": PROGRAMME}
        entry |= {"name": self.round.name, "kind": self.round.kind}
        if self.round.returns_to is not None:
            entry["returns_to"] = self.round.returns_to
        entry |= {"from": self.round.first, "to": self.round.first + timedelta(days=self.round.days - 1)}
        return {**entry, "teams": 1 + self.townships // _TOWNSHIPS_A_TEAM, "visits": self.entries}


def all_rounds(calendar: Calendar) -> list[Visits]:
    """Return every round, earliest first, still without visits."""
    rounds = sorted([*finding_rounds(calendar), RETURN], key=lambda each: each.first)
    return [Visits(each) for each in rounds]
