"""Leagues: random ones for the oracle, and each of them as the dataset that an office would have filed."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any, Final

from generators.disclosing import Audience, Publication, disclose
from generators.measuring.once import Once
from generators.measuring.rankings.rankings import rank
from generators.measuring.snapshot import measure
from generators.model.address import Address
from generators.model.adjustment import Adjustment
from generators.model.correction import Correction
from generators.model.dataset import Dataset
from generators.model.division import Division, DivisionKind
from generators.model.indicator import Indicator
from generators.model.period import parse_period
from generators.model.report import FiledReport, Report, Value
from generators.model.scheme import Scheme
from generators.model.target import FiledTarget, Target
from tests.build.datasets import dataset
from tests.build.divisions import COUNTY, county_of, fictional_division
from tests.build.programmes import PROGRAMME, programme
from tests.build.rankings import SCHEME
from tests.measuring.rankings.ranking_oracle import (
    QUARTERS,
    Aim,
    Applied,
    Corrected,
    Extra,
    Filed,
    Goal,
    Kind,
    League,
    Part,
    Posts,
    Quotient,
    Reached,
    Stated,
    Steps,
    Version,
)

AFTER_ALL: Final = date(2025, 3, 30)
"""When the last quarter of the year is closed, and the next one is not over."""

QUARTER_NAMES: Final = tuple(f"2024-Q{number}" for number in range(1, 5))

_KINDS: Final = ("town", "township", "subdistrict")
_YEAR_END: Final = date(2024, 12, 31)


def random_league(seed: int) -> League:
    """Return a league that follows from ``seed``: small numbers, so that ties and edges are common."""
    draw = random.Random(seed)  # noqa: S311 - test data, not secrets
    names = [f"{COUNTY}/t{number}" for number in range(draw.randint(2, 7))]
    divisions = {name: draw.choice(_KINDS) for name in draw.sample(names, len(names))}
    indicators = {f"i{number}": _indicator(draw) for number in range(draw.randint(1, 4))}
    filed = tuple(_filed(draw, divisions, indicators))
    return League(
        divisions=divisions,
        indicators=indicators,
        groups={"towns": ("town",), "others": ("township", "subdistrict")} if draw.random() < 0.6 else {},
        closes_after=draw.choice((0, 5, 10)),
        versions=tuple(_versions(draw, indicators)),
        filed=filed,
        corrected=tuple(_corrected(draw, filed)),
        aims=tuple(_aims(draw, divisions, indicators)),
        applied=tuple(_applied(draw, divisions)),
    )


def _indicator(draw: random.Random) -> tuple[Kind, Goal]:
    kinds: Sequence[Kind] = ("cumulative", "cumulative", "flow", "level", "level", "ratio", "flag")
    kind = draw.choice(kinds)
    goals: Sequence[Goal] = ("at-least", "at-least", "at-most", "exactly")
    return kind, ("at-least" if kind == "flag" else draw.choice(goals))


def _versions(draw: random.Random, indicators: dict[str, tuple[Kind, Goal]]) -> list[Version]:
    starts = sorted(draw.sample(range(3), draw.choice((1, 1, 2))))
    return [_version(draw, start, indicators) for start in starts]


def _version(draw: random.Random, start: int, indicators: dict[str, tuple[Kind, Goal]]) -> Version:
    parts = tuple(
        Part(
            f"p{at}", Fraction(draw.choice((1, 1, 2, 3, 5)), draw.choice((1, 1, 2))), name, _rule(draw, kind)
        )
        for at, name in enumerate(draw.choices(list(indicators), k=draw.randint(1, 4)))
        for kind in [indicators[name][0]]
    )
    return Version(
        start=start,
        precision=draw.choice((0, 0, 1, 2, 2)),
        coverage=draw.choice((Fraction(2, 3), Fraction(2, 3), Fraction(1, 2), Fraction(1), Fraction(0))),
        missing=draw.choice(("reweight", "zero", "unranked")),
        parts=parts,
        extras={
            "honour": Extra("bonus", Fraction(1), draw.choice((None, Fraction(2)))),
            "praise": Extra("bonus", Fraction(1, 2)),
            "late": Extra("deduction", Fraction(1, 2), draw.choice((None, Fraction(1)))),
            "out": Extra("veto", effect="unranked"),
            "behind": Extra("veto", effect="last"),
            "seen": Extra("veto", effect="listed"),
        },
        bonus_cap=draw.choice((None, Fraction(2))),
        deduction_cap=draw.choice((None, Fraction(1))),
    )


def _rule(draw: random.Random, kind: Kind) -> Posts | Steps | Reached:
    form = draw.random()
    if kind == "flag" or form < 0.5:
        return Reached(draw.choice((None, Fraction(100), Fraction(120))))
    if form < 0.8:
        low, high = draw.sample((0, 3, 6, 10, 100), 2)
        return Posts(Fraction(low), Fraction(high))
    upwards = draw.random() < 0.5
    bounds = sorted(draw.sample((1, 3, 5, 8, 50), 2), reverse=upwards)
    return Steps(upwards, ((Fraction(bounds[0]), Fraction(100)), (Fraction(bounds[1]), Fraction(60))))


def _filed(
    draw: random.Random, divisions: dict[str, str], indicators: dict[str, tuple[Kind, Goal]]
) -> list[Filed]:
    return [
        Filed(division, indicator, quarter, _sent(draw, quarter), _amount(draw, kind))
        for division in divisions
        for indicator, (kind, _) in indicators.items()
        for quarter in range(len(QUARTERS))
        if draw.random() < 0.75
    ]


def _sent(draw: random.Random, quarter: int) -> date:
    return QUARTERS[quarter][1] + timedelta(days=draw.choice((0, 0, 3, 5, 6, 10, 11, 100)))


def _amount(draw: random.Random, kind: Kind) -> Stated | None:
    if draw.random() < 0.08:
        return None
    if kind == "flag":
        return draw.random() < 0.5
    if kind == "ratio":
        below = draw.choice((0, 3, 4, 7))
        return Quotient(draw.randint(0, below), below)
    return Fraction(draw.choice((0, 1, 2, 3, 5, 6, 8, 10)))


def _corrected(draw: random.Random, filed: tuple[Filed, ...]) -> list[Corrected]:
    return [
        Corrected(each.division, each.indicator, each.quarter, each.value, Fraction(draw.randint(0, 9)))
        for each in filed
        if isinstance(each.value, Fraction) and draw.random() < 0.05
    ]


def _aims(
    draw: random.Random, divisions: dict[str, str], indicators: dict[str, tuple[Kind, Goal]]
) -> list[Aim]:
    found: list[Aim] = []
    for division in divisions:
        for indicator, (kind, _) in indicators.items():
            for start, due in draw.sample(
                (*QUARTERS, (QUARTERS[0][0], _YEAR_END)), draw.choice((0, 1, 2, 3))
            ):
                value = True if kind == "flag" else Fraction(draw.choice((0, 3, 6, 7, 9)))
                counts_from_zero = kind in {"cumulative", "flow", "flag"}
                base = (
                    None if counts_from_zero else draw.choice((None, Fraction(0), Fraction(3), Fraction(9)))
                )
                if due not in {
                    aim.due for aim in found if (aim.division, aim.indicator) == (division, indicator)
                }:
                    found.append(Aim(division, indicator, value, base, start, due))
    return found


def _applied(draw: random.Random, divisions: dict[str, str]) -> list[Applied]:
    names = ("honour", "honour", "praise", "late", "late", "out", "behind", "seen")
    return [
        Applied(
            division,
            quarter,
            name,
            draw.choice((None, None, Fraction(3, 2))) if name in {"honour", "praise", "late"} else None,
            QUARTERS[quarter][1] - timedelta(days=20) + timedelta(days=draw.choice((at, at, at, at + 31))),
        )
        for quarter in range(len(QUARTERS))
        for division in divisions
        for at, name in enumerate(draw.sample(names, draw.choice((0, 0, 0, 1, 2, 4))))
    ]


def _decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)


def _number(value: Fraction | None) -> Decimal | None:
    return None if value is None else _decimal(value)


def _stated(value: Stated | None) -> Value:
    if value is None:
        return Value(not_applicable="本镇无此项")
    if isinstance(value, Quotient):
        return Value(numerator=Decimal(value.above), denominator=Decimal(value.below))
    return Value(value=value if isinstance(value, bool) else _decimal(value))


def dataset_of(league: League) -> Dataset:
    """Return the league as a dataset of the programme ``example``; its scheme is ``SCHEME``."""
    scheme = Scheme.model_validate(_scheme(league))
    indicators = {
        name: Indicator.model_validate(
            {"name": name, "measure": "%" if kind == "ratio" else "个", "kind": kind, "goal": goal}
        )
        for name, (kind, goal) in league.indicators.items()
    }
    work = programme(indicators).model_copy(update={"schemes": {"scheme": scheme}})
    small = dataset(
        work,
        targets=[_target(aim) for aim in league.aims],
        reports=[_report(filed) for filed in league.filed],
        corrections=[_correction(each) for each in league.corrected],
    )
    return replace(
        small,
        divisions=_divisions(league),
        adjustments=tuple(_adjustment(each) for each in league.applied),
    )


@cache
def disclosed_league(seed: int) -> Publication:
    """Return everything about the random league of ``seed`` after its last quarter, with its rankings."""
    league = dataset_of(random_league(seed))
    rankings = rank(Once(league), AFTER_ALL, draws=1).schemes
    return disclose(league, replace(measure(league, AFTER_ALL), rankings=rankings), Audience.INTERNAL)


def _divisions(league: League) -> dict[str, Division]:
    towns = {
        name: fictional_division(name, DivisionKind(kind), COUNTY) for name, kind in league.divisions.items()
    }
    return county_of(()) | towns


def _scheme(league: League) -> dict[str, Any]:
    return {
        "name": "季度考核",
        "level": "township",
        "every": "quarter",
        "closes_after_days": league.closes_after,
        "groups": {name: {"name": name, "kinds": list(kinds)} for name, kinds in league.groups.items()},
        "versions": [_scheme_version(version) for version in league.versions],
    }


def _scheme_version(version: Version) -> dict[str, Any]:
    rules = {
        kind: {
            name: {"name": name, "points": _decimal(extra.points), "cap": _number(extra.cap)}
            for name, extra in version.extras.items()
            if extra.kind == kind
        }
        for kind in ("bonus", "deduction")
    }
    return {
        "from": QUARTER_NAMES[version.start],
        "precision": version.precision,
        "coverage": version.coverage,
        "missing": version.missing,
        "components": {
            part.id: {
                "name": part.id,
                "weight": _decimal(part.weight),
                "indicator": part.indicator,
                "normalise": _normalise(part.rule),
            }
            for part in version.parts
        },
        "bonuses": rules["bonus"],
        "deductions": rules["deduction"],
        "bonus_cap": _number(version.bonus_cap),
        "deduction_cap": _number(version.deduction_cap),
        "vetoes": {
            name: {"name": name, "effect": extra.effect}
            for name, extra in version.extras.items()
            if extra.kind == "veto"
        },
    }


def _normalise(rule: Posts | Steps | Reached) -> dict[str, Any]:
    if isinstance(rule, Reached):
        return {"attainment": {"cap": _number(rule.cap)}}
    if isinstance(rule, Posts):
        return {"goalposts": {"low": _decimal(rule.low), "high": _decimal(rule.high)}}
    side = "at-least" if rule.upwards else "at-most"
    return {"steps": [{side: _decimal(bound), "score": _decimal(score)} for bound, score in rule.steps]}


def _target(aim: Aim) -> FiledTarget:
    target = Target(
        indicator=Address.of(PROGRAMME, aim.indicator),
        value=aim.value if isinstance(aim.value, bool) else _decimal(aim.value),
        start=aim.start,
        due=aim.due,
        baseline=_number(aim.base),
    )
    return FiledTarget(aim.division, target)


def _report(filed: Filed) -> FiledReport:
    values = {Address.of(PROGRAMME, filed.indicator): _stated(filed.value)}
    period = parse_period(QUARTER_NAMES[filed.quarter])
    return FiledReport(filed.division, Report(period=period, on=filed.on, values=values))


def _correction(each: Corrected) -> Correction:
    return Correction(
        division=each.division,
        indicator=Address.of(PROGRAMME, each.indicator),
        period=parse_period(QUARTER_NAMES[each.quarter]),
        old=_decimal(each.old),
        new=_decimal(each.new),
        reason="复核",
        office="示例",
        on=AFTER_ALL,
    )


def _adjustment(each: Applied) -> Adjustment:
    return Adjustment(
        scheme=SCHEME,
        division=each.division,
        period=parse_period(QUARTER_NAMES[each.quarter]),
        rule=each.extra,
        points=_number(each.points),
        on=each.on,
        reason="示例",
    )
