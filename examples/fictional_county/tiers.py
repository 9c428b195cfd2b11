"""What the county's office found twice a year: the class of each village, and the demonstration towns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from examples.fictional_county.dice import Dice
from examples.fictional_county.months import Calendar
from examples.fictional_county.places import Township, Village
from examples.fictional_county.sources import cited, class_sheet
from examples.fictional_county.yaml_text import Node

CLASSES: Final = "shili-double/classes"
TOWNS: Final = "shili-five-star/towns"

_DAY: Final = 10
_MONTHS_OF_CLASSES: Final = (1, 7)
_MONTHS_OF_TOWNS: Final = (6, 12)
_OFFICE: Final = "示例县委组织部"

_STRONG_FROM: Final = 80
_ORDINARY_FROM: Final = 50
_DEMONSTRATION_FROM: Final = 85
_GAIN: Final = 6
_LUCK: Final = 15


@dataclass(frozen=True, slots=True)
class Assessed:
    """A division was found to stand in a tier of a ladder."""

    ladder: str
    tier: str
    on: date
    at: str

    @property
    def entry(self) -> Node:
        """Return the assessment as the files have it."""
        entry: dict[str, Node] = {"ladder": self.ladder, "tier": self.tier, "on": self.on, "by": _OFFICE}
        return {**entry, "source": cited(class_sheet(self.on), self.at)}


def days_of_assessment(calendar: Calendar) -> tuple[date, ...]:
    """Return every day on which classes or towns were assessed."""
    return _days(calendar, (*_MONTHS_OF_CLASSES, *_MONTHS_OF_TOWNS))


def _days(calendar: Calendar, months: Sequence[int]) -> tuple[date, ...]:
    return tuple(date(each.year, each.month, _DAY) for each in calendar.months if each.month in months)


def classes_of(township: Township, village: Village, calendar: Calendar, seed: int) -> list[Assessed]:
    """Return the classes of a village, earliest first; most villages do not fall back."""
    dice = Dice(seed, f"classes {village.id}")
    luck = dice.between(-_LUCK, _LUCK)
    days = [day for day in _days(calendar, _MONTHS_OF_CLASSES) if day >= township.starts]
    return [
        Assessed(CLASSES, _class(village.vigour + luck + _GAIN * turn + dice.between(-2, 2)), day, "附表")
        for turn, day in enumerate(days)
        if village.exists_on(day)
    ]


def _class(score: int) -> str:
    if score >= _STRONG_FROM:
        return "strong"
    return "ordinary" if score >= _ORDINARY_FROM else "weak"


def towns_of(township: Township, calendar: Calendar) -> list[Assessed]:
    """Return how the township itself was assessed, earliest first."""
    days = [day for day in _days(calendar, _MONTHS_OF_TOWNS) if day >= township.starts]
    return [
        Assessed(TOWNS, "demonstration" if is_there else "founding", day, "名单")
        for turn, day in enumerate(days)
        for is_there in (township.vigour + _GAIN * turn >= _DEMONSTRATION_FROM,)
    ]


def class_counts(township: Township, classes: Mapping[str, Sequence[Assessed]], day: date) -> dict[str, int]:
    """Return how many villages of a township stand in each class on ``day``.

    ``classes`` are those of each village by its id. Before the first assessment a village counts as
    what it was first found to be.
    """
    counts = {"strong": 0, "ordinary": 0, "weak": 0}
    for village in township.villages_on(day):
        known = [each for each in classes[village.id] if each.on <= day] or classes[village.id][:1]
        counts[known[-1].tier] += 1
    return counts
