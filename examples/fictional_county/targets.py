"""What townships and counties undertook to reach, modestly: most of it can be reached."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from examples.fictional_county import situations
from examples.fictional_county.dice import Dice
from examples.fictional_county.months import START, Calendar
from examples.fictional_county.places import Township
from examples.fictional_county.series import part
from examples.fictional_county.sources import PLAN, cited
from examples.fictional_county.yaml_text import Node

_LAST_MONTH: Final = 12
_TOWNS_SHARE: Final = 50
_VILLAGES_SHARE: Final = 30


@dataclass(frozen=True, slots=True)
class Goals:
    """The numbers that a township aims at; what is to fall has its first value as well.

    ``solved_a_month`` times the months of a year is that year's target.
    """

    compliant: int
    demonstration: int
    weak: int
    weak_at_first: int
    sites: int
    households: int
    alliances: int
    industry_points: int
    rectified: int
    petitions: int
    petitions_at_first: int
    solved_a_month: int


def goals_of(township: Township, weak_at_first: int, seed: int) -> Goals:
    """Return what a township aims at."""
    dice = Dice(seed, f"goals {township.number}")
    size = len(township.villages)
    is_tied = township.number in situations.TIED
    petitions = dice.between(6, 18)
    return Goals(
        compliant=part(size, 60 if is_tied else 90),
        demonstration=part(size, 12 if is_tied else 35),
        weak=weak_at_first // 3,
        weak_at_first=weak_at_first,
        sites=0 if township.number == situations.ZERO_TARGET else part(size, 40) + dice.between(0, 2),
        households=size * dice.between(180, 320),
        alliances=dice.between(2, 4),
        industry_points=dice.between(3, 6),
        rectified=part(size, 30) + 1,
        petitions=petitions * 2 // 5,
        petitions_at_first=petitions,
        solved_a_month=dice.between(3, 8),
    )


@dataclass(frozen=True, slots=True)
class _Span:
    start: date
    due: date


def township_targets(township: Township, goals: Goals, calendar: Calendar) -> list[Node]:
    """Return the targets of a township as ``township.yml`` has them."""
    span = _Span(township.starts, calendar.due)
    years = list(years_of(township, calendar))
    targets = [
        *_year_by_year("shili-double/compliant-villages", goals.compliant, years, "第一部分"),
        *_year_by_year("shili-double/demonstration-villages", goals.demonstration, years, "第一部分"),
        _target("shili-double/weak-villages", goals.weak, span, "第二部分", goals.weak_at_first),
        *_year_by_year("shili-double/sites", goals.sites, years, "第一部分"),
        _target("shili-double/visit-coverage", 90, span, "第三部分"),
        _target("shili-five-star/alliances", goals.alliances, span, "第六部分"),
        _target("shili-five-star/industry-points", goals.industry_points, span, "第六部分"),
        _target("shili-five-star/study-coverage", 95, span, "第六部分"),
        *_year_by_year("shili-1357/rectified-villages", goals.rectified, years, "第九部分"),
        {
            **_target(situations.RELEASED, goals.petitions, span, "第九部分", goals.petitions_at_first),
            "disclosure": "internal",
        },
        _target("shili-1357/visited-households", goals.households, span, "第十部分"),
    ]
    flag = {**span_entry(span), "source": cited(PLAN, "第六部分")}
    targets.append({"indicator": "shili-five-star/grid-branches", "value": True, **flag})
    for year in years:
        value = goals.solved_a_month * year.months
        targets.append(_target("shili-1357/solved-problems", value, _Span(year.start, year.due), "第十部分"))
    return targets


def _year_by_year(indicator: str, goal: int, years: Sequence[Year], at: str) -> Iterator[Node]:
    """Yield a target for the end of each year, the last of them the whole goal."""
    whole = sum(year.months for year in years)
    elapsed = 0
    for year in years:
        elapsed += year.months
        yield _target(indicator, goal * elapsed // whole, _Span(years[0].start, year.due), at)


@dataclass(frozen=True, slots=True)
class Year:
    """The part of a year in which a township takes part."""

    start: date
    due: date

    @property
    def months(self) -> int:
        """Return how many months it has."""
        return self.due.month - self.start.month + 1


def years_of(township: Township, calendar: Calendar) -> Iterator[Year]:
    """Yield the years of the calendar from when the township takes part."""
    for year in range(township.starts.year, calendar.due.year + 1):
        start = max(township.starts, date(year, 1, 1))
        yield Year(start, date(year, _LAST_MONTH, 31))


def county_targets(goals: list[Goals], weak_income: int, calendar: Calendar) -> list[Node]:
    """Return the targets of a county with townships of these goals, as ``county.yml`` has them.

    ``weak_income`` is how many villages had little income at first.
    """
    span = _Span(START, calendar.due)
    compliant = sum(each.compliant for each in goals)
    demonstration = sum(each.demonstration for each in goals)
    petitions = sum(each.petitions for each in goals)
    petitions_at_first = sum(each.petitions_at_first for each in goals)
    stars = "shili-five-star/five-star-village-share"
    towns = "shili-five-star/demonstration-town-share"
    each_town: Node = {
        "indicator": stars,
        "value": _VILLAGES_SHARE,
        "each": "township",
        **span_entry(span),
        "qualifier": "at-least",
        "source": cited(PLAN, "第五部分"),
    }
    return [
        _target("shili-double/compliant-villages", compliant, span, "第一部分"),
        _target("shili-double/demonstration-villages", demonstration, span, "第一部分"),
        _target(towns, _TOWNS_SHARE, span, "第七部分"),
        _target("shili-five-star/weak-income-villages", 0, span, "第六部分", weak_income),
        _target(situations.RELEASED, petitions, span, "第九部分", petitions_at_first),
        each_town,
    ]


def span_entry(span: _Span) -> dict[str, Node]:
    """Return the dates of a target."""
    return {"from": span.start, "by": span.due}


def _target(indicator: str, value: int, span: _Span, at: str, baseline: int | None = None) -> dict[str, Node]:
    entry: dict[str, Node] = {"indicator": indicator, "value": value, **span_entry(span)}
    if baseline is not None:
        entry["baseline"] = baseline
    return {**entry, "source": cited(PLAN, at)}
