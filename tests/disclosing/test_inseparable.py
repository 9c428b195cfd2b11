"""No computation on what is published gives an internal number away.

Every internal number of a random county is a power of one large base, all public numbers are small. Any sum
or difference of them then shows in its digits how often it contains each internal number, so that all
published numbers give a system of linear equations. Nothing may follow from it about fewer than three
contributors.
"""

from __future__ import annotations

import decimal
import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import combinations
from typing import Final

import pytest

from generators.disclosing import Audience, Publication, disclose
from generators.model.address import Address
from generators.model.correction import Correction
from generators.model.dataset import Dataset
from generators.model.division import Division, DivisionKind
from generators.model.indicator import Condition, Indicator, IndicatorKind, RatioParts, Release, Rollup
from generators.model.programme import Identity
from generators.model.report import FiledReport, Value
from generators.model.scalars import Disclosure
from generators.pipeline import measured_whole
from tests.build import datasets, divisions, figures, programmes
from tests.reading_sites.marks import objects_within

PROJECTS: Final = 300
DAY: Final = date(2017, 6, 30)
PERIODS: Final = ("2017-02", "2017-04", "2017-05")
LEAST: Final = 3

BASE: Final = 10**6
"""The ratio of an internal number to the one before it."""

LARGEST: Final = 1000
"""More than any coefficient of an internal number in a sum."""

PRECISION: Final = 1500
"""Enough digits for a sum of all internal numbers of a project."""

REPORTED: Final = ("sum", "flow", "whole", "parts")
ADDED_UP: Final = ("all", "some", "others")
"""Of each report the first is the sum of the others (an identity)."""
RELEASABLE: Final = (*REPORTED, *ADDED_UP, "rate", "met", "latest")


@dataclass
class Secrets:
    """Gives internal numbers out, and remembers whose each is."""

    contributors: list[str] = field(default_factory=list)

    def new(self, contributor: str) -> Decimal:
        """Return the next internal number, one of ``contributor``."""
        self.contributors.append(contributor)
        return Decimal(BASE ** len(self.contributors))

    def equation(self, number: Decimal) -> dict[int, Fraction]:
        """Return how often a published number contains each internal number, by its index.

        Quotients have no digits to read; what they are quotients of is published beside them.
        """
        if number != number.to_integral_value():
            return {}
        left, found = abs(int(number)) // BASE, dict[int, Fraction]()
        for index in range(len(self.contributors)):
            left, coefficient = divmod(left, BASE)
            if coefficient:
                found[index] = Fraction(coefficient)
        return found if all(of < LARGEST for of in found.values()) else {}


@dataclass
class County:
    """A random county: its dataset, and its internal numbers."""

    dataset: Dataset
    secrets: Secrets


def county(seed: int, *, is_released: bool = True) -> County:
    """Return the county of a seed; with ``is_released`` some of its indicators are released."""
    chance, secrets = random.Random(seed), Secrets()  # noqa: S311 - reproducible, not secret
    places = _divisions(chance)
    villages = [each.id for each in places.values() if each.kind is DivisionKind.VILLAGE]
    townships = [each.id for each in places.values() if each.kind is DivisionKind.TOWN]
    share_internal = chance.choice([0.1, 0.4, 0.8, 1.0])
    reports: list[FiledReport] = []
    corrections: list[Correction] = []
    for place in (*villages, *townships):
        is_reporting = place in villages or chance.random() < 0.2
        for name, period in ((name, period) for name in REPORTED for period in PERIODS):
            if not is_reporting or chance.random() < 0.3:
                continue
            is_internal = chance.random() < share_internal
            filed = _report(place, name, period, is_internal=is_internal, secrets=secrets, chance=chance)
            reports.append(filed)
            if name in {"sum", "flow"} and chance.random() < 0.1:
                corrections.append(
                    _correction(filed, is_internal=is_internal, secrets=secrets, chance=chance)
                )
        for period in PERIODS:
            if place in villages and chance.random() < 0.7:
                reports += _adding_up(place, period, share_internal, secrets, chance)
    released = [name for name in RELEASABLE if is_released and chance.random() < 0.7]
    work = programmes.programme(
        {
            name: each.detached(release=Release(reason="示例") if name in released else None)
            for name, each in _indicators().items()
        }
    )
    work = work.detached(identities=(Identity(total=ADDED_UP[0], parts=ADDED_UP[1:]),))
    targets = [
        figures.target(40, division=place, indicator="example/sum")
        for place in (divisions.COUNTY, *townships)
    ]
    whole = datasets.dataset(work, reports=reports, corrections=corrections, targets=targets)
    return County(replace(whole, divisions=places), secrets)


def _divisions(chance: random.Random) -> dict[str, Division]:
    places = {divisions.COUNTY: divisions.fictional_division(divisions.COUNTY, DivisionKind.COUNTY, None)}
    for town in range(chance.randint(1, 3)):
        township = f"{divisions.COUNTY}/t{town}"
        places[township] = divisions.fictional_division(township, DivisionKind.TOWN, divisions.COUNTY)
        for number in range(chance.randint(1, 4)):
            village = f"{township}/v{number}"
            places[village] = divisions.fictional_division(village, DivisionKind.VILLAGE, township)
    return places


def _indicators() -> Mapping[str, Indicator]:
    ratio = IndicatorKind.RATIO
    return {
        "sum": figures.indicator(rollup=Rollup.SUM),
        "flow": figures.indicator(IndicatorKind.FLOW, rollup=Rollup.SUM),
        "whole": figures.indicator(rollup=Rollup.SUM),
        **{name: figures.indicator(rollup=Rollup.SUM) for name in ADDED_UP},
        "parts": figures.indicator(ratio, rollup=Rollup.RATIO),
        "rate": figures.indicator(ratio, derived=RatioParts(numerator="sum", denominator="whole")),
        "met": figures.indicator(
            rollup=Rollup.COUNT_WHERE, where=Condition.model_validate({"indicator": "sum", "at-least": 5})
        ),
        "latest": figures.indicator(IndicatorKind.LEVEL, rollup=Rollup.LATEST),
    }


def _adding_up(
    place: str, period: str, share_internal: float, secrets: Secrets, chance: random.Random
) -> Iterator[FiledReport]:
    """Yield the reports of a total and its parts; the total of an internal part is internal."""
    hidden = [chance.random() < share_internal for _ in ADDED_UP[1:]]
    parts = [secrets.new(place) if each else Decimal(chance.randint(1, 9)) for each in hidden]
    for name, number, is_internal in zip(
        ADDED_UP, (sum(parts, Decimal(0)), *parts), (any(hidden), *hidden), strict=True
    ):
        filed = figures.report(period, number, division=place, address=Address(f"example/{name}"))
        disclosure = Disclosure.INTERNAL if is_internal else Disclosure.PUBLIC
        yield replace(filed, report=filed.report.detached(disclosure=disclosure))


def _report(
    place: str, name: str, period: str, *, is_internal: bool, secrets: Secrets, chance: random.Random
) -> FiledReport:
    def number() -> Decimal:
        return secrets.new(place) if is_internal else Decimal(chance.randint(1, 9))

    value = Value(numerator=number(), denominator=number()) if name == "parts" else Value(value=number())
    month = int(period[-2:])
    filed = figures.report(
        period, value, division=place, address=Address(f"example/{name}"), on=date(2017, month, 28)
    )
    disclosure = Disclosure.INTERNAL if is_internal else Disclosure.PUBLIC
    return replace(filed, report=filed.report.detached(disclosure=disclosure))


def _correction(
    filed: FiledReport, *, is_internal: bool, secrets: Secrets, chance: random.Random
) -> Correction:
    (address, value), hides = next(iter(filed.report.values.items())), is_internal or chance.random() < 0.5
    new = secrets.new(filed.division) if hides else Decimal(chance.randint(1, 9))
    made = figures.correction(
        filed.report.period.text,
        Decimal(value.value or 0),
        new,
        chance.choice([date(2017, 5, 15), date(2017, 6, 15)]),
        division=filed.division,
        address=address,
    )
    return made.detached(disclosure=Disclosure.INTERNAL if hides else Disclosure.PUBLIC)


def published(dataset: Dataset) -> Publication:
    """Return what the public sees of a dataset."""
    return disclose(dataset, measured_whole(dataset, DAY), Audience.PUBLIC)


def numbers_in(publication: Publication) -> Iterator[Decimal]:
    """Yield every number that can be reached from a publication, and so be printed."""
    for each in objects_within(publication):
        if isinstance(each, Decimal):
            yield each


def isolated(equations: Iterable[Mapping[int, Fraction]], contributors: Sequence[str]) -> list[str]:
    """Return a smallest set of fewer than ``LEAST`` contributors about whom the equations say something.

    That is so if a combination of equations contains internal numbers of these contributors alone: the
    equations have a higher rank than they have without these numbers.
    """
    rows = _independent(equations)
    names = sorted({contributors[index] for row in rows for index in row})
    for size in range(1, LEAST):
        for few in combinations(names, size):
            rest = [
                {index: of for index, of in row.items() if contributors[index] not in few} for row in rows
            ]
            if len(_independent(rest)) < len(rows):
                return list(few)
    return []


def _independent(equations: Iterable[Mapping[int, Fraction]]) -> list[dict[int, Fraction]]:
    """Return as many combinations of the equations as are independent (Gaussian elimination)."""
    rows: dict[int, dict[int, Fraction]] = {}
    for equation in equations:
        row = {index: of for index, of in equation.items() if of}
        while row:
            lead = min(row)
            if lead not in rows:
                rows[lead] = row
                break
            factor = row[lead] / rows[lead][lead]
            row = {
                index: left
                for index in row.keys() | rows[lead].keys()
                if (left := row.get(index, Fraction(0)) - factor * rows[lead].get(index, Fraction(0)))
            }
    return list(rows.values())


@pytest.fixture(autouse=True)
def exact() -> Iterator[None]:
    """Let sums of internal numbers have as many digits as they need."""
    with decimal.localcontext(decimal.Context(prec=PRECISION)):
        yield


def test_the_solver_finds_what_is_isolated() -> None:
    contributors = ["a", "b", "c", "d"]
    one = Fraction(1)
    whole, rest = {0: one, 1: one, 2: one, 3: one}, {1: one, 2: one, 3: one}
    assert isolated([whole, rest], contributors) == ["a"]
    assert isolated([whole], contributors) == []
    assert isolated([{0: one, 1: one}], contributors) == ["a", "b"]


def test_what_is_released_isolates_nobody() -> None:
    released = 0
    for seed in range(PROJECTS):
        made = county(seed)
        equations = [made.secrets.equation(number) for number in numbers_in(published(made.dataset))]
        assert isolated(filter(None, equations), made.secrets.contributors) == [], f"county({seed})"
        released += any(equations)
    assert released > PROJECTS / 10


def test_without_a_release_no_number_rests_on_what_is_internal() -> None:
    for seed in range(PROJECTS // 3):
        made = county(seed, is_released=False)
        for number in numbers_in(published(made.dataset)):
            assert number == 0 or Fraction(1, LARGEST) < abs(number) < BASE, f"county({seed})"
