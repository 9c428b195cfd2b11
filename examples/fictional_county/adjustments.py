"""Bonuses, deductions and vetoes of the quarterly scheme, and a bonus or two of the yearly one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from examples.fictional_county import situations
from examples.fictional_county.dice import Dice
from examples.fictional_county.months import Calendar, Quarter
from examples.fictional_county.places import Area, Township
from examples.fictional_county.sources import cited, score_sheet
from examples.fictional_county.yaml_text import Node

QUARTERLY: Final = "shili-1357/quarterly"
YEARLY: Final = "shili-five-star/yearly"

_LIKELIHOOD: Final = {"meeting": 7, "praised": 16, "late": 12, "untrue": 4}
_REASONS: Final = {
    "meeting": "承办全县现场推进会",
    "praised": "做法在全县推广",
    "late": "月报逾期",
    "untrue": "抽查发现台账与实地不符",
}
_DAYS_AFTER: Final = 8
_YEAR_SCORED: Final = 2025


@dataclass(frozen=True, slots=True)
class _Case:
    township: Township
    quarter: Quarter

    def entry(self, rule: str, reason: str) -> Node:
        """Return one entry of ``adjustments.yml``."""
        return {
            "scheme": QUARTERLY,
            "division": self.township.id,
            "period": self.quarter.text,
            "rule": rule,
            "on": self.quarter.last + timedelta(days=_DAYS_AFTER),
            "reason": reason,
            "source": cited(score_sheet(self.quarter), self.township.name),
        }


def adjustments_of(area: Area, calendar: Calendar, seed: int) -> Iterator[Node]:
    """Yield all adjustments, quarter by quarter."""
    for quarter in calendar.quarters:
        for township in area.townships:
            if township.starts <= quarter.first:
                yield from _of(
                    _Case(township, quarter), Dice(seed, f"points {township.number} {quarter.text}")
                )
    yield from _yearly(area, calendar)


def _of(case: _Case, dice: Dice) -> Iterator[Node]:
    for rule, percent in _LIKELIHOOD.items():
        if dice.happens(percent):
            yield case.entry(rule, _REASONS[rule])
    occasion = situations.Occasion(case.township.number, case.quarter.text)
    if occasion == situations.VETO:
        yield case.entry("accident", "辖区发生重大责任事故")
    if occasion == situations.PLACED_LAST:
        yield case.entry("fraud", "虚报整转村验收材料")


def _yearly(area: Area, calendar: Calendar) -> Iterator[Node]:
    quarter = calendar.quarters[1]
    for township in area.townships:
        if township.number in situations.TIED:
            yield {
                "scheme": YEARLY,
                "division": township.id,
                "period": str(_YEAR_SCORED),
                "rule": "pilot",
                "on": date(_YEAR_SCORED, 12, 31),
                "reason": "承担市级试点",
                "source": cited(score_sheet(quarter), township.name),
            }
