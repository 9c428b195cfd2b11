"""Which item of which standard was in place in which village, and since when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from examples.fictional_county import situations
from examples.fictional_county.dice import Dice
from examples.fictional_county.months import Calendar
from examples.fictional_county.places import Township, Village
from examples.fictional_county.yaml_text import Node

COMPLIANT: Final = "shili-double/compliant"
DEMONSTRATION: Final = "shili-double/demonstration"
STARS: Final = "shili-five-star/stars"

ITEMS: Final = {
    COMPLIANT: ("emblem", "flag", "corridor", "plate"),
    DEMONSTRATION: ("service-centre", "one-stop", "reading-room", "council-hall"),
    STARS: ("organisation", "industry", "governance", "civility", "livelihood"),
}
"""The items of each standard; texts/programmes defines them."""

_SLOWNESS: Final = {COMPLIANT: 100, DEMONSTRATION: 170, STARS: 130}
"""How long the items of a standard take, in per cent of those of the quickest."""

_BEFORE_THE_START: Final = timedelta(days=90)
_UNHURRIED: Final = 170
_PERCENT: Final = 100
_ITEMS_BEFORE_A_MERGER: Final = 2
_LAPSED_ON: Final = date(2026, 6, 30)
_LAPSED_STAR: Final = "civility"


@dataclass(frozen=True, slots=True)
class Check:
    """An item found in place on a day."""

    standard: str
    item: str
    on: date
    village: str
    lapsed_on: date | None = None

    @property
    def entry(self) -> Node:
        """Return the check as ``villages.yml`` has it."""
        entry: dict[str, Node] = {"item": f"{self.standard}/{self.item}", "on": self.on}
        entry["evidence"] = f"{self.village}验收表"
        if self.lapsed_on is not None:
            entry["revoked"] = {"on": self.lapsed_on, "reason": "复核未达标"}
        return entry


def checks_of(township: Township, village: Village, place: int, calendar: Calendar, seed: int) -> list[Check]:
    """Return the checks of a village, in the order of their days; ``place`` is its own in the township."""
    dice = Dice(seed, f"checks {village.id}")
    earliest = calendar.months[0].first - _BEFORE_THE_START
    if township.starts > calendar.months[0].first:
        earliest = township.starts
    days = (calendar.last_event - earliest).days
    found = []
    for standard, items in ITEMS.items():
        pace = (_UNHURRIED - village.vigour) * _SLOWNESS[standard]
        for item in items:
            on = earliest + timedelta(days=dice.below(days) * pace // _PERCENT**2)
            if on <= calendar.last_event and village.exists_on(on):
                found.append(Check(standard, item, on, village.name))
    if village.merged_into is not None:
        found = found[:_ITEMS_BEFORE_A_MERGER]
    if township.number == situations.LAPSED_CHECK and place == 0:
        found = [each for each in found if each.item != _LAPSED_STAR]
        found.append(Check(STARS, _LAPSED_STAR, calendar.months[0].first, village.name, _LAPSED_ON))
    return sorted(found, key=lambda each: (each.on, each.standard, each.item))


def is_compliant(checks: list[Check], day: date) -> bool:
    """Whether all items of the lower standard were in place by ``day``."""
    return _passed(checks, COMPLIANT, day)


def is_demonstration(checks: list[Check], day: date) -> bool:
    """Whether all items of both standards were in place by ``day``."""
    return is_compliant(checks, day) and _passed(checks, DEMONSTRATION, day)


def _passed(checks: list[Check], standard: str, day: date) -> bool:
    return sum(1 for each in checks if each.standard == standard and each.on <= day) == len(ITEMS[standard])


def entries(checks: list[Check]) -> Iterator[Node]:
    """Yield the checks as ``villages.yml`` has them."""
    return (each.entry for each in checks)
