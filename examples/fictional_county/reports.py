"""What was sent in: by townships and counties every month, by villages every quarter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from examples.fictional_county import situations
from examples.fictional_county.checklists import Check, is_compliant, is_demonstration
from examples.fictional_county.dice import Dice
from examples.fictional_county.months import Calendar, Month, Quarter
from examples.fictional_county.places import Township, Village
from examples.fictional_county.series import climb, fall, growth, pulses
from examples.fictional_county.sources import cited, monthly_return, quarterly_return
from examples.fictional_county.targets import Goals, years_of
from examples.fictional_county.tiers import Assessed, class_counts
from examples.fictional_county.yaml_text import Node

CORRECTED_INDICATOR: Final = "shili-double/compliant-villages"
INCOME: Final = "shili-five-star/income"

_SUMMED_BY_COUNTIES: Final = (
    "shili-double/compliant-villages",
    "shili-double/demonstration-villages",
    situations.DIFFERING_TOTAL,
)
_LEAST_PACE: Final = 55
_VIGOUR_TO_PACE: Final = Decimal("0.7")
_TIED_ATTAINMENT: Final = 105
_PERCENT: Final = 100
_FULL: Final = 100
_SOONEST_DAYS: Final = 2
_LATEST_DAYS: Final = 5
_DAYS_OF_A_COUNTY: Final = 5

Values = dict[str, Node]
"""Reported values by the addresses of their indicators."""


@dataclass(frozen=True, slots=True)
class Filed:
    """One report: of which period, on which day, from which document, and whether it is internal."""

    period: str
    on: date
    source: Node
    values: Values
    is_internal: bool = False

    @property
    def entry(self) -> Node:
        """Return the report as the files have it."""
        entry: dict[str, Node] = {"period": self.period, "on": self.on, "source": self.source}
        if self.is_internal:
            entry["disclosure"] = "internal"
        return {**entry, "values": self.values}


@dataclass(frozen=True, slots=True)
class Standing:
    """What is on record in a township besides its reports: checks and classes by the village's id."""

    checks: Mapping[str, list[Check]]
    classes: Mapping[str, list[Assessed]]

    def compliant(self, township: Township, day: date) -> int:
        """Return how many villages are compliant."""
        return sum(is_compliant(self.checks[each.id], day) for each in township.villages_on(day))

    def demonstration(self, township: Township, day: date) -> int:
        """Return how many villages are demonstration villages."""
        return sum(is_demonstration(self.checks[each.id], day) for each in township.villages_on(day))


def months_of(township: Township, calendar: Calendar) -> list[Month]:
    """Return the months from which the township takes part."""
    return [month for month in calendar.months if month.first >= township.starts]


def true_values(
    township: Township, standing: Standing, goals: Goals, calendar: Calendar, seed: int
) -> dict[Month, Values]:
    """Return the figures of a township as they really were, month by month."""
    months = months_of(township, calendar)
    dice = Dice(seed, f"figures {township.number}")
    allotted = sum(year.months for year in years_of(township, calendar))
    figures = _Figures(township, goals, len(months), allotted)
    alliances = figures.done(goals.alliances)
    if township.number == situations.OVER_FULFILLED:
        alliances = 2 * goals.alliances
    households = goals.households * 10 // 9
    visited = climb(dice, len(months), min(households, figures.done(goals.households)))
    sites = climb(dice, len(months), figures.done(goals.sites))
    rectified = climb(dice, len(months), figures.done(goals.rectified))
    petitions = fall(dice, len(months), goals.petitions_at_first, figures.left_of_petitions())
    alliance_counts = climb(dice, len(months), alliances)
    points = climb(dice, len(months), figures.done(goals.industry_points))
    started = climb(dice, len(months), 2 * figures.done(goals.industry_points) + 4)
    completed = _completed(dice, started, figures.attainment)
    members = 40 * len(township.villages)
    studied = climb(dice, len(months), members * min(_FULL, figures.attainment + 8) // _PERCENT)
    solved = _solved(dice, figures, calendar)
    covered_from = len(months) * (_FULL - township.vigour) // _PERCENT
    found: dict[Month, Values] = {}
    for at, month in enumerate(months):
        classes = class_counts(township, standing.classes, month.last)
        found[month] = {
            "shili-double/villages": sum(classes.values()),
            "shili-double/compliant-villages": standing.compliant(township, month.last),
            "shili-double/demonstration-villages": standing.demonstration(township, month.last),
            "shili-double/strong-villages": classes["strong"],
            "shili-double/ordinary-villages": classes["ordinary"],
            "shili-double/weak-villages": classes["weak"],
            "shili-double/sites": figures.sites(sites[at]),
            "shili-double/visit-coverage": {"numerator": visited[at], "denominator": households},
            "shili-five-star/alliances": alliance_counts[at],
            "shili-five-star/industry-points": points[at],
            "shili-five-star/study-coverage": {"numerator": studied[at], "denominator": members},
            "shili-five-star/grid-branches": at >= covered_from,
            "shili-1357/rectified-villages": rectified[at],
            "shili-1357/petitions": petitions[at],
            "shili-1357/solved-problems": solved[month],
            "shili-1357/visited-households": visited[at],
            "shili-1357/started-sites": started[at],
            "shili-1357/completed-sites": completed[at],
        }
    return found


@dataclass(frozen=True, slots=True)
class _Figures:
    """How far a township comes until the last month."""

    township: Township
    goals: Goals
    elapsed: int
    allotted: int

    @property
    def pace(self) -> int:
        """Return what gets done in a time, in per cent of what was to be done in it."""
        return _LEAST_PACE + int(self.township.vigour * _VIGOUR_TO_PACE)

    @property
    def attainment(self) -> int:
        """Return the part of its goals that the township has reached in the end, in per cent."""
        if self.township.number in situations.TIED:
            return _TIED_ATTAINMENT
        return self.pace * self.elapsed // self.allotted

    def done(self, goal: int) -> int:
        """Return how much of a goal is reached, to the nearest whole."""
        return (2 * goal * self.attainment + _PERCENT) // (2 * _PERCENT)

    def left_of_petitions(self) -> int:
        """Return how many petitions are left."""
        first = self.goals.petitions_at_first
        return max(0, first - self.done(first - self.goals.petitions))

    def sites(self, count: int) -> Node:
        """Return the count of sites, or why there is none."""
        if self.township.number == situations.NOT_APPLICABLE:
            return {"not_applicable": "本街道与县城共用活动场所，没有此项"}
        return count


def _completed(dice: Dice, started: Sequence[int], attainment: int) -> list[int]:
    """Return how many of the sites started were completed: ever more of ever more."""
    shares = climb(dice, len(started), min(_FULL, attainment))
    return [count * share // _PERCENT for count, share in zip(started, shares, strict=True)]


def _solved(dice: Dice, figures: _Figures, calendar: Calendar) -> dict[Month, int]:
    """Return how many problems were solved in each month: of a flow every year begins anew."""
    found: dict[Month, int] = {}
    for year in years_of(figures.township, calendar):
        months = [
            each for each in months_of(figures.township, calendar) if year.start <= each.first <= year.due
        ]
        whole = figures.goals.solved_a_month * len(months) * figures.pace // _PERCENT
        found |= dict(zip(months, pulses(dice, len(months), whole), strict=True))
    return found


def monthly_reports(
    township: Township, values: Mapping[Month, Values], calendar: Calendar, seed: int
) -> list[Filed]:
    """Return the reports of a township, with those missing, late and mistaken that must occur.

    The figure of which only the total is public is in a report of its own.
    """
    dice = Dice(seed, f"days {township.number}")
    found = []
    for month in months_of(township, calendar):
        days = dice.between(_SOONEST_DAYS, _LATEST_DAYS)
        occasion = situations.Occasion(township.number, month.text)
        if occasion == situations.MISSING_REPORT:
            continue
        if occasion == situations.LATE_REPORT:
            days = situations.LATE_DAYS
        reported = dict(values[month])
        if occasion == situations.CORRECTION:
            reported[CORRECTED_INDICATOR] = mistaken(values[month])
        on, source = month.last + timedelta(days=days), cited(monthly_return(month), township.name)
        hidden = {situations.RELEASED: reported.pop(situations.RELEASED)}
        found.append(Filed(month.text, on, source, reported))
        found.append(Filed(month.text, on, source, hidden, is_internal=True))
    return found


def mistaken(values: Values) -> int:
    """Return the number of compliant villages with one too many."""
    counted = values[CORRECTED_INDICATOR]
    if not isinstance(counted, int):
        raise TypeError(f"not a count: {counted!r}")
    return counted + 1


def correction(township: Township, values: Mapping[Month, Values]) -> Node:
    """Return the correction of the mistaken report, as ``corrections.yml`` has it."""
    month = next(each for each in values if each.text == situations.CORRECTION.period)
    return {
        "division": township.id,
        "indicator": CORRECTED_INDICATOR,
        "period": month.text,
        "old": mistaken(values[month]),
        "new": values[month][CORRECTED_INDICATOR],
        "reason": "有一个村尚未验收，误计在内",
        "office": township.committee,
        "on": situations.CORRECTED_ON,
    }


def county_reports(
    values: Sequence[Mapping[Month, Values]], calendar: Calendar, *, differs: bool
) -> list[Filed]:
    """Return the monthly reports of a county, given those of its townships.

    A county that ``differs`` has one figure of its own that is larger than theirs together.
    """
    found = []
    for month in calendar.months:
        totals: Values = {name: _total(values, month, name) for name in _SUMMED_BY_COUNTIES}
        if differs:
            total = _total(values, month, situations.DIFFERING_TOTAL)
            totals[situations.DIFFERING_TOTAL] = total + situations.TOTAL_DIFFERS_BY
        on = month.last + timedelta(days=_DAYS_OF_A_COUNTY)
        found.append(Filed(month.text, on, cited(monthly_return(month), "全县"), totals))
    return found


def _total(values: Sequence[Mapping[Month, Values]], month: Month, indicator: str) -> int:
    counts = [each[month][indicator] for each in values if month in each]
    return sum(count for count in counts if isinstance(count, int))


def incomes_of(township: Township, village: Village, calendar: Calendar, seed: int) -> dict[Quarter, Decimal]:
    """Return the income of a village in each quarter in which it takes part."""
    dice = Dice(seed, f"income {village.id}")
    quarters = [
        each for each in calendar.quarters if each.first >= township.starts and village.exists_on(each.last)
    ]
    first = Decimal(_first_income(dice, village.vigour)) / 10
    return dict(zip(quarters, growth(dice, len(quarters), first, 7), strict=True))


def _first_income(dice: Dice, vigour: int) -> int:
    """Return the first income in thousands: little, middling, good or much."""
    bands = ((40, 130), (120, 550), (500, 1200), (900, 2600))
    least, most = bands[min(len(bands) - 1, (dice.below(_PERCENT) + vigour) // 48)]
    return dice.between(least, most)


def quarterly_reports(
    township: Township, village: Village, incomes: Mapping[Quarter, Decimal], seed: int
) -> list[Filed]:
    """Return the reports of a village."""
    dice = Dice(seed, f"days {village.id}")
    return [
        Filed(
            quarter.text,
            quarter.last + timedelta(days=dice.between(_SOONEST_DAYS, _LATEST_DAYS)),
            cited(quarterly_return(quarter), township.name),
            {INCOME: income},
        )
        for quarter, income in incomes.items()
    ]
