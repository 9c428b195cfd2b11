"""Between cutoffs that are taken for equal no value differs, whatever was filed and corrected when."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from hypothesis import given, settings
from hypothesis import strategies as st

from generators.measuring.computing import figures_at
from generators.measuring.figures.cutoff import Cutoff
from generators.measuring.figures.equal_cutoffs import earliest_equal
from generators.measuring.figures.window import Window
from generators.measuring.once import Once
from generators.model.address import Address
from generators.model.correction import Correction
from generators.model.dataset import Dataset
from generators.model.report import FiledReport
from generators.model.scalars import Cadence
from tests.build.datasets import dataset
from tests.build.figures import MAIN, correction, indicator, report
from tests.build.places import INDICATORS, given_places, random_reports
from tests.build.programmes import programme

YEAR: Final = 2026
PROGRAMME: Final = "example"
WINDOWS: Final = (None, Window(date(YEAR, 1, 1), date(YEAR, 6, 30)))


def _sent_any_day(draw: random.Random, filed: FiledReport) -> FiledReport:
    """Return a report sent up to half a year after its period, or one that does not say when."""
    end = filed.report.period.end
    on = end and end + timedelta(days=draw.choice((-3, 0, 2, 15, 40, 180)))
    return FiledReport(filed.division, filed.report.detached(on=draw.choice((on, on, None))))


def _corrected(draw: random.Random, filed: FiledReport) -> Correction:
    """Return a correction of a number, made on any day of two years."""
    ((address, value),) = filed.report.values.items()
    on = date(YEAR, 1, 1) + timedelta(days=draw.randrange(730))
    old = value.value if isinstance(value.value, Decimal) else Decimal(0)
    return correction(filed.report.period.text, old, old + 1, on, division=filed.division, address=address)


def random_city(seed: int) -> Dataset:
    """Return the city with a year of monthly reports, many of them late, and corrections of some."""
    draw = random.Random(seed)  # noqa: S311 - test data, not secrets
    reports = [_sent_any_day(draw, each) for each in random_reports(draw, YEAR)]
    numbers = [
        each
        for each in reports
        if all(isinstance(value.value, Decimal) for value in each.report.values.values())
    ]
    monthly = {
        name: each.detached(cadence=draw.choice((None, Cadence.MONTH, Cadence.QUARTER)))
        for name, each in INDICATORS.items()
    }
    city = given_places(reports)
    work = city.programmes[PROGRAMME].detached(indicators=monthly)
    corrections = tuple(_corrected(draw, each) for each in draw.sample(numbers, min(len(numbers), 30)))
    return replace(city, programmes={PROGRAMME: work}, corrections=corrections)


def _values(city: Dataset, cutoff: Cutoff) -> dict[object, object]:
    figures = figures_at(Once(city), {PROGRAMME: cutoff})
    return {
        (division, name, window): figures.measured(division, Address.of(PROGRAMME, name), window)
        for division in city.divisions
        for name in INDICATORS
        for window in WINDOWS
    }


@settings(max_examples=60)
@given(
    seed=st.integers(0, 10**6),
    day=st.integers(0, 500),
    later=st.integers(0, 200),
    much_later=st.integers(0, 200),
    is_closed=st.booleans(),
)
def test_no_value_differs_between_a_cutoff_and_the_earliest_equal_one(
    seed: int, day: int, later: int, much_later: int, *, is_closed: bool
) -> None:
    city = random_city(seed)
    on = date(YEAR, 1, 1) + timedelta(days=day)
    filed = on + timedelta(days=later)
    cutoff = Cutoff(on, filed, filed + timedelta(days=much_later), is_closed=is_closed)
    equal = earliest_equal(Once(city), PROGRAMME, cutoff)
    assert (equal.day, equal.is_closed) == (cutoff.day, cutoff.is_closed)
    assert equal.filed <= cutoff.filed
    assert equal.corrected <= cutoff.corrected
    assert _values(city, equal) == _values(city, cutoff)


def test_what_is_filed_or_corrected_in_between_makes_cutoffs_differ() -> None:
    may, july = report("2017-05", 1, on=date(2017, 6, 1)), report("2017-07", 1, on=date(2017, 8, 1))
    late = report("2017-04", 1, on=date(2017, 9, 1))
    corrected = correction("2017-05", Decimal(1), Decimal(2), date(2017, 10, 1))
    day = date(2017, 5, 31)

    def equal(on: date, *reports: FiledReport, corrections: tuple[Correction, ...] = ()) -> Cutoff:
        filed = dataset(programme({"main": indicator()}), reports=reports, corrections=corrections)
        assert MAIN in filed.indicators
        return earliest_equal(Once(filed), PROGRAMME, Cutoff(day, on, on))

    august, november = date(2017, 8, 15), date(2017, 11, 1)
    assert equal(august, may, july) == equal(november, may, july)
    assert equal(august, may, late) != equal(november, may, late)
    assert equal(august, may, corrections=(corrected,)) != equal(november, may, corrections=(corrected,))
    assert equal(august, july, corrections=(corrected,)) == equal(november, july, corrections=(corrected,))
