"""A second opinion on ranking, written apart: plain data in, plain data out, by brute force.

Nothing here comes from ``generators``. A league is played over the quarters of one year; every rank is
found by counting who is better, every sum is of exact fractions, and scores are rounded by ``decimal``.
"""

from __future__ import annotations

import decimal
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Final, Literal, NamedTuple

QUARTERS: Final = (
    (date(2024, 1, 1), date(2024, 3, 31)),
    (date(2024, 4, 1), date(2024, 6, 30)),
    (date(2024, 7, 1), date(2024, 9, 30)),
    (date(2024, 10, 1), date(2024, 12, 31)),
)

Kind = Literal["cumulative", "flow", "level", "ratio", "flag"]
Goal = Literal["at-least", "at-most", "exactly"]
Missing = Literal["unreported", "not-applicable", "incomputable", "no-target"]


class Quotient(NamedTuple):
    """A ratio by its parts, in per cent."""

    above: int
    below: int


Number = Fraction | bool
Stated = Fraction | bool | Quotient


class Posts(NamedTuple):
    """Fixed goalposts."""

    low: Fraction
    high: Fraction


class Steps(NamedTuple):
    """Bounds with their scores, the best first; ``upwards`` when a value has to be at least the bound."""

    upwards: bool
    steps: tuple[tuple[Fraction, Fraction], ...]


class Reached(NamedTuple):
    """The attainment of the division's target."""

    cap: Fraction | None


@dataclass(frozen=True)
class Part:
    """A component."""

    id: str
    weight: Fraction
    indicator: str
    rule: Posts | Steps | Reached


@dataclass(frozen=True)
class Extra:
    """A bonus, deduction or veto that may be applied."""

    kind: Literal["bonus", "deduction", "veto"]
    points: Fraction = Fraction(0)
    cap: Fraction | None = None
    effect: Literal["unranked", "last", "listed"] = "listed"


@dataclass(frozen=True)
class Version:
    """What is in force from the quarter ``start`` on."""

    start: int
    precision: int
    coverage: Fraction
    missing: Literal["reweight", "zero", "unranked"]
    parts: tuple[Part, ...]
    extras: Mapping[str, Extra]
    bonus_cap: Fraction | None
    deduction_cap: Fraction | None


@dataclass(frozen=True)
class Filed:
    """What was reported for one quarter on one day; ``None`` is “not applicable”."""

    division: str
    indicator: str
    quarter: int
    on: date
    value: Stated | None


@dataclass(frozen=True)
class Corrected:
    """A reported number that was corrected, at whatever time."""

    division: str
    indicator: str
    quarter: int
    old: Fraction
    new: Fraction


@dataclass(frozen=True)
class Aim:
    """A target."""

    division: str
    indicator: str
    value: Fraction | bool
    base: Fraction | None
    start: date
    due: date


@dataclass(frozen=True)
class Applied:
    """One application of an extra; no two of one league share a day."""

    division: str
    quarter: int
    extra: str
    points: Fraction | None
    on: date


@dataclass(frozen=True)
class League:
    """Everything a year's ranking depends on; ``divisions`` gives the kind of each."""

    divisions: Mapping[str, str]
    indicators: Mapping[str, tuple[Kind, Goal]]
    groups: Mapping[str, tuple[str, ...]]
    closes_after: int
    versions: tuple[Version, ...]
    filed: tuple[Filed, ...]
    corrected: tuple[Corrected, ...]
    aims: tuple[Aim, ...]
    applied: tuple[Applied, ...]


@dataclass(frozen=True)
class Verdict:
    """One quarter's outcome, by division."""

    scores: Mapping[str, decimal.Decimal]
    ranks: Mapping[str, int]
    group_ranks: Mapping[str, int]
    movements: Mapping[str, int]
    newcomers: frozenset[str]
    insufficient: frozenset[str]
    vetoed: frozenset[str]
    coverage: Mapping[str, Fraction]


def verdicts(league: League) -> list[Verdict]:
    """Return the outcome of every quarter from the first version on."""
    found: list[Verdict] = []
    for quarter in range(league.versions[0].start, len(QUARTERS)):
        found.append(_verdict(league, quarter, found[-1].ranks if found else None))
    return found


def _verdict(league: League, quarter: int, before: Mapping[str, int] | None) -> Verdict:
    version = [each for each in league.versions if each.start <= quarter][-1]
    totals: dict[str, Fraction] = {}
    coverage: dict[str, Fraction] = {}
    last: set[str] = set()
    vetoed: set[str] = set()
    for division in league.divisions:
        total, coverage[division] = _base(league, version, division, quarter)
        bonus, deduction, effects = _extras(league, version, division, quarter)
        if "last" in effects:
            last.add(division)
        if "unranked" in effects:
            vetoed.add(division)
        elif total is not None:
            totals[division] = total + bonus - deduction
    scores = {division: _rounded(total, version.precision) for division, total in totals.items()}

    def is_better(one: str, other: str) -> bool:
        if (one in last) != (other in last):
            return other in last
        return scores[one] > scores[other]

    def rank_among(division: str, others: list[str]) -> int:
        return 1 + sum(is_better(other, division) for other in others)

    everyone = list(scores)
    ranks = {division: rank_among(division, everyone) for division in everyone}
    stayed = [division for division in everyone if before is not None and division in before]
    return Verdict(
        scores=scores,
        ranks=ranks,
        group_ranks={
            division: rank_among(division, [other for other in everyone if league.divisions[other] in kinds])
            for kinds in league.groups.values()
            for division in everyone
            if league.divisions[division] in kinds
        },
        movements={
            division: sum(before[other] < before[division] for other in stayed)
            - sum(is_better(other, division) for other in stayed)
            for division in stayed
            if before is not None
        },
        newcomers=frozenset() if before is None else frozenset(everyone) - before.keys(),
        insufficient=frozenset(league.divisions) - vetoed - scores.keys(),
        vetoed=frozenset(vetoed),
        coverage=coverage,
    )


def _base(league: League, version: Version, division: str, quarter: int) -> tuple[Fraction | None, Fraction]:
    """Return the weighted mean, ``None`` with too little weight, and the share of weight with a value."""
    points = Fraction(0)
    present = expected = Fraction(0)
    for part in version.parts:
        outcome = _component(league, part, division, quarter)
        if outcome == "not-applicable":
            continue
        expected += part.weight
        if isinstance(outcome, Fraction):
            present += part.weight
            points += part.weight * outcome
    if present == 0:
        return None, Fraction(0)
    share = present / expected
    if share < version.coverage or (version.missing == "unranked" and share < 1):
        return None, share
    return points / (expected if version.missing == "zero" else present), share


def _component(league: League, part: Part, division: str, quarter: int) -> Fraction | Missing:
    first, end = QUARTERS[quarter]
    in_force = [
        aim
        for aim in league.aims
        if (aim.division, aim.indicator) == (division, part.indicator)
        and isinstance(part.rule, Reached)
        and aim.start <= end
        and aim.due >= first
    ]
    aim = min(in_force, key=lambda aim: aim.due) if in_force else None
    window = (first, end) if aim is None else (aim.start, aim.due)
    value = _value(league, division, part.indicator, quarter, window)
    if isinstance(part.rule, Reached) and aim is None and value != "not-applicable":
        return "no-target"
    if isinstance(value, str):
        return value
    return _scored(part.rule, value, aim, league.indicators[part.indicator])


def _scored(
    rule: Posts | Steps | Reached, value: Number, aim: Aim | None, indicator: tuple[Kind, Goal]
) -> Fraction:
    if isinstance(rule, Posts):
        way = (value - rule.low) / (rule.high - rule.low)
        return Fraction(0) if way < 0 else Fraction(100) if way > 1 else 100 * way
    if isinstance(rule, Steps):
        fitting = [
            score for bound, score in rule.steps if (value >= bound if rule.upwards else value <= bound)
        ]
        return fitting[0] if fitting else Fraction(0)
    if aim is None:
        raise TypeError(rule)
    return _reached(rule, value, aim, indicator)


def _reached(rule: Reached, value: Number, aim: Aim, indicator: tuple[Kind, Goal]) -> Fraction:
    kind, goal = indicator
    base = aim.base
    if base is None and goal == "at-least":
        base = Fraction(0)
    has_way = (
        kind != "flag"
        and base is not None
        and ((goal == "at-least" and base < aim.value) or (goal == "at-most" and base > aim.value))
    )
    if has_way and base is not None:
        score = 100 * (value - base) / (aim.value - base)
    else:
        is_met = value == aim.value
        if kind != "flag" and goal == "at-least":
            is_met = value >= aim.value
        if kind != "flag" and goal == "at-most":
            is_met = value <= aim.value
        score = Fraction(100 if is_met else 0)
    if score < 0:
        return Fraction(0)  # the floor of a rule that states none
    return score if rule.cap is None or score < rule.cap else rule.cap


def _value(
    league: League, division: str, indicator: str, quarter: int, window: tuple[date, date]
) -> Fraction | bool | Missing:
    closing = QUARTERS[quarter][1] + timedelta(days=league.closes_after)
    known = sorted(
        (
            filed
            for filed in league.filed
            if (filed.division, filed.indicator) == (division, indicator)
            and filed.quarter <= quarter
            and filed.on <= closing
        ),
        key=lambda filed: filed.quarter,
    )
    if league.indicators[indicator][0] == "flow":
        inside = [
            filed
            for filed in known
            if window[0] <= QUARTERS[filed.quarter][0] and QUARTERS[filed.quarter][1] <= window[1]
        ]
        if not inside:
            return "unreported"
        amounts = [_amount(league, filed) for filed in inside if filed.value is not None]
        return sum((Fraction(amount) for amount in amounts), Fraction(0)) if amounts else "not-applicable"
    if not known:
        return "unreported"
    latest = known[-1].value
    if latest is None:
        return "not-applicable"
    if isinstance(latest, Quotient):
        return Fraction(100 * latest.above, latest.below) if latest.below else "incomputable"
    return _amount(league, known[-1])


def _amount(league: League, filed: Filed) -> Fraction | bool:
    for each in league.corrected:
        if (each.division, each.indicator, each.quarter) == (filed.division, filed.indicator, filed.quarter):
            return each.new
    if filed.value is None or isinstance(filed.value, Quotient):
        raise TypeError(filed)
    return filed.value


def _extras(
    league: League, version: Version, division: str, quarter: int
) -> tuple[Fraction, Fraction, set[str]]:
    closing = QUARTERS[quarter][1] + timedelta(days=league.closes_after)
    applied = [
        each
        for each in league.applied
        if (each.division, each.quarter) == (division, quarter)
        and each.on <= closing
        and each.extra in version.extras
    ]
    sums: dict[str, Fraction] = {}
    for each in applied:
        extra = version.extras[each.extra]
        points = extra.points if each.points is None else each.points
        sums[each.extra] = sums.get(each.extra, Fraction(0)) + points
    totals = {"bonus": Fraction(0), "deduction": Fraction(0), "veto": Fraction(0)}
    for name, points in sums.items():
        extra = version.extras[name]
        totals[extra.kind] += points if extra.cap is None else min(points, extra.cap)
    caps = {"bonus": version.bonus_cap, "deduction": version.deduction_cap}
    bonus, deduction = (
        totals[kind] if (cap := caps[kind]) is None else min(totals[kind], cap)
        for kind in ("bonus", "deduction")
    )
    effects = {
        version.extras[each.extra].effect for each in applied if version.extras[each.extra].kind == "veto"
    }
    return bonus, deduction, {*effects}


def _rounded(value: Fraction, places: int) -> decimal.Decimal:
    """Round half away from zero; 80 digits tell a half from what only looks like one."""
    context = decimal.Context(prec=80)
    long = context.divide(decimal.Decimal(value.numerator), decimal.Decimal(value.denominator))
    return long.quantize(decimal.Decimal(1).scaleb(-places), decimal.ROUND_HALF_UP, context)
