"""Public reports, targets and corrections from which an internal number follows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Final

import pytest

from generators.checking.disclosure import combinations
from generators.checking.kit.context import Context
from generators.model.address import Address
from generators.model.dataset import Dataset
from generators.model.indicator import IndicatorKind, Rollup
from generators.model.programme import Identity
from generators.model.report import FiledReport, Value
from generators.model.scalars import Disclosure
from tests.build import datasets, figures, programmes
from tests.build.divisions import COUNTY, EAST, WEST, A, B, C, D

DAY: Final = date(2017, 6, 30)
INTERNAL: Final = Disclosure.INTERNAL
VALUES: Final = {A: 1, B: 2, C: 3, D: 4}


def _report(place: str, value: int, hidden: Iterable[str] = (), period: str = "2017-01") -> FiledReport:
    filed = figures.report(period, value, division=place)
    is_hidden = place in set(hidden)
    return replace(filed, report=filed.report.detached(disclosure=INTERNAL)) if is_hidden else filed


def _county(*reports: FiledReport, kind: IndicatorKind = IndicatorKind.CUMULATIVE) -> Dataset:
    work = programmes.programme({"main": figures.indicator(kind, rollup=Rollup.SUM)})
    return datasets.dataset(work, reports=reports)


def _told(dataset: Dataset) -> list[str]:
    found = combinations.totals_that_reveal_a_part(Context(dataset, DAY))
    return [each.detail.partition("内部的")[2].partition("的")[0] for each in found]


@pytest.mark.parametrize("kind", [IndicatorKind.CUMULATIVE, IndicatorKind.FLOW])
@pytest.mark.parametrize(
    ("total", "hidden", "told"),
    [
        pytest.param(10, [], [], id="nothing is hidden"),
        pytest.param(10, [A], [A], id="the total less three is the fourth"),
        pytest.param(10, [A, C], [A, C], id="each of two knows the other"),
        pytest.param(10, [A, B, C], [], id="three are fine"),
        pytest.param(11, [A], [], id="what does not add up says nothing"),
        pytest.param(10, [COUNTY, A], [], id="an internal total says nothing"),
    ],
)
def test_a_total_that_reveals_a_part(
    kind: IndicatorKind, total: int, hidden: list[str], told: list[str]
) -> None:
    reports = [_report(place, value, hidden) for place, value in VALUES.items()]
    assert _told(_county(_report(COUNTY, total, hidden), *reports, kind=kind)) == told


def test_a_township_stands_for_its_villages() -> None:
    reports = [_report(place, VALUES[place], [A]) for place in (A, B)]
    dataset = _county(_report(COUNTY, 10), _report(EAST, 3), _report(WEST, 7), *reports)
    assert _told(dataset) == [A]
    assert _told(_county(_report(COUNTY, 10), _report(EAST, 3, [EAST]), _report(WEST, 7))) == [EAST]


def test_another_period_says_nothing() -> None:
    dataset = _county(_report(EAST, 3), _report(A, 1, [A]), _report(B, 2, period="2017-02"))
    assert _told(dataset) == []


def test_months_make_up_the_quarter_of_a_flow() -> None:
    months = [_report(B, each, period=f"2017-0{each}") for each in (1, 2, 3)]
    hidden = [_report(A, 4, [A], period="2017-02"), _report(A, 5, period="2017-03")]
    reports = (*months, *hidden, _report(EAST, 15, period="2017-Q1"))
    assert _told(_county(*reports, kind=IndicatorKind.FLOW)) == [A]
    assert _told(_county(*reports)) == []


def test_two_months_of_one_contributor_are_his_alone() -> None:
    hidden = [_report(A, each, [A], period=f"2017-0{each}") for each in (1, 2, 3)]
    reports = (*hidden, _report(B, 9, period="2017-Q1"), _report(EAST, 15, period="2017-Q1"))
    assert _told(_county(*reports, kind=IndicatorKind.FLOW)) == [A, A, A]


@pytest.mark.parametrize("kind", [IndicatorKind.CUMULATIVE, IndicatorKind.LEVEL])
def test_a_number_at_the_end_of_march_is_one_at_the_end_of_the_quarter(kind: IndicatorKind) -> None:
    reports = (_report(A, 1, [A], period="2017-Q1"), _report(B, 2, period="2017-03"))
    assert _told(_county(*reports, _report(EAST, 3, period="2017-03"), kind=kind)) == [A]
    assert _told(_county(*reports, _report(EAST, 3, period="2017-02"), kind=kind)) == []


@pytest.mark.parametrize(
    ("total", "told"),
    [((3, 7), [A]), ((3, 8), [A]), ((4, 7), [A]), ((4, 8), [])],
)
def test_a_ratio_that_reveals_numerator_or_denominator(total: tuple[int, int], told: list[str]) -> None:
    work = programmes.programme({"main": figures.indicator(IndicatorKind.RATIO, rollup=Rollup.RATIO)})
    reports = []
    for place, (numerator, denominator) in {EAST: total, A: (1, 3), B: (2, 4)}.items():
        value = Value(numerator=Decimal(numerator), denominator=Decimal(denominator))
        filed = figures.report("2017-01", value, division=place)
        disclosure = INTERNAL if place == A else Disclosure.PUBLIC
        reports.append(replace(filed, report=filed.report.detached(disclosure=disclosure)))
    assert _told(datasets.dataset(work, reports=reports)) == told


def test_sums_are_of_corrected_numbers() -> None:
    dataset = _county(_report(EAST, 4), _report(A, 1, [A]), _report(B, 2))
    assert _told(dataset) == []
    correction = figures.correction("2017-01", Decimal(2), Decimal(3), date(2017, 5, 1), division=B)
    assert _told(replace(dataset, corrections=(correction,))) == [A]


def test_a_more_cautious_site_asks_for_more() -> None:
    reports = [_report(place, value, [A, B, C]) for place, value in VALUES.items()]
    dataset = _county(_report(COUNTY, 10), *reports)
    thresholds = dataset.site.thresholds.detached(inseparable_contributors=4)
    assert _told(replace(dataset, site=dataset.site.detached(thresholds=thresholds))) == [A, B, C]


@pytest.mark.parametrize(
    ("hidden", "told"), [([], 0), (["first"], 1), (["total"], 1), (["first", "second"], 0)]
)
def test_an_identity_that_reveals_a_part(hidden: list[str], told: int) -> None:
    names = ("total", "first", "second")
    work = programmes.programme({name: figures.indicator() for name in names})
    work = work.detached(identities=(Identity(total="total", parts=("first", "second")),))
    reports = []
    for name, value in zip(names, (3, 1, 2), strict=True):
        filed = figures.report("2017-01", value, address=Address(f"example/{name}"))
        disclosure = INTERNAL if name in hidden else Disclosure.PUBLIC
        reports.append(replace(filed, report=filed.report.detached(disclosure=disclosure)))
    context = Context(datasets.dataset(work, reports=reports), DAY)
    assert len(list(combinations.identities_that_reveal_a_part(context))) == told


@pytest.mark.parametrize(
    ("disclosures", "told"),
    [
        ((Disclosure.PUBLIC, Disclosure.PUBLIC), 0),
        ((INTERNAL, Disclosure.PUBLIC), 1),
        ((Disclosure.PUBLIC, INTERNAL), 0),
        ((INTERNAL, INTERNAL), 0),
    ],
)
def test_a_public_correction_quotes_the_one_before(
    disclosures: tuple[Disclosure, Disclosure], told: int
) -> None:
    numbers = (Decimal(1), Decimal(2), Decimal(3))
    corrections = tuple(
        figures.correction("2017-01", numbers[at], numbers[at + 1], date(2017, at + 3, 1)).detached(
            disclosure=disclosure
        )
        for at, disclosure in enumerate(disclosures)
    )
    dataset = replace(_county(_report(EAST, 1)), corrections=corrections)
    assert len(list(combinations.corrections_that_quote_internal_ones(Context(dataset, DAY)))) == told


@pytest.mark.parametrize(
    ("total", "hidden", "told"), [(10, [], 0), (10, [WEST], 1), (10, [EAST, WEST], 2), (11, [WEST], 0)]
)
def test_a_target_less_those_below_it(total: int, hidden: list[str], told: int) -> None:
    targets = [
        figures.target(value, division=place, disclosure=INTERNAL if place in hidden else Disclosure.PUBLIC)
        for place, value in ((COUNTY, total), (EAST, 4), (WEST, 6))
    ]
    dataset = replace(_county(), targets=tuple(targets))
    assert len(list(combinations.targets_that_reveal_a_part(Context(dataset, DAY)))) == told
