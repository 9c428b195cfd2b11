"""Places of the same kind: their average, and which of them do better, from what the audience sees."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from generators.composing.figures.peers import average_text, better_places, similar_places
from generators.composing.kit.parts import Parts
from generators.disclosing import Audience
from generators.model.dataset import Dataset
from generators.model.division import DivisionKind
from generators.model.indicator import IndicatorKind
from generators.model.report import Value
from generators.model.scalars import Disclosure
from generators.results.figures import Status
from tests.build import figures
from tests.build.datasets import dataset
from tests.build.divisions import COUNTY, county_of, fictional_division
from tests.build.programmes import programme
from tests.build.publications import disclosed
from tests.build.rankings import township

DAY: Final = date(2017, 4, 20)
"""After the due day: 20 is met, less is missed."""


def _county(*values: int, hidden: int | None = None, rural: int = 0) -> Dataset:
    """Return townships with these values and the target 20; the last ``rural`` of them are 乡, not 镇."""
    reports = [
        figures.report("2017-03", value, division=township(at), on=date(2017, 4, 1))
        for at, value in enumerate(values)
    ]
    if hidden is not None:
        shown = reports[hidden]
        reports[hidden] = replace(shown, report=shown.report.detached(disclosure=Disclosure.INTERNAL))
    targets = tuple(figures.target(20, division=township(at)) for at in range(len(values)))
    small = dataset(programme({"main": figures.indicator()}), reports=reports, targets=targets)
    divisions = county_of(map(township, range(len(values))))
    for at in range(len(values) - rural, len(values)):
        divisions[township(at)] = fictional_division(township(at), DivisionKind.TOWNSHIP, COUNTY)
    return replace(small, divisions=divisions)


def _parts(county: Dataset, audience: Audience = Audience.INTERNAL) -> Parts:
    return Parts(disclosed(county, DAY, audience))


def _average(parts: Parts, at: int = 0) -> str:
    (progress,) = parts.publication.progress_by_division[township(at)]
    return average_text(parts, progress)


def test_the_average_is_of_places_of_the_same_kind() -> None:
    parts = _parts(_county(10, 20, 31, 100, rural=1))
    assert _average(parts) == "3个镇平均20.3个"
    assert _average(parts, 3) == ""


def test_the_average_of_the_public_is_of_what_it_sees() -> None:
    county = _county(10, 20, 30, 1000, hidden=3)
    assert _average(_parts(county)) == "4个镇平均265个"
    assert _average(_parts(county, Audience.PUBLIC)) == "3个镇平均20个"
    assert _average(_parts(_county(10, 20, 30, hidden=2), Audience.PUBLIC)) == ""


def test_the_average_of_ratios_is_that_of_their_sums() -> None:
    ratio = figures.indicator(IndicatorKind.RATIO, measure="%")
    parts = [(1, 2), (1, 4), (0, 10)]
    reports = [
        figures.report(
            "2017-03",
            Value.model_validate({"numerator": top, "denominator": bottom}),
            division=township(at),
            on=date(2017, 4, 1),
        )
        for at, (top, bottom) in enumerate(parts)
    ]
    targets = tuple(figures.target(20, division=township(at)) for at in range(3))
    small = dataset(programme({"main": ratio}), reports=reports, targets=targets)
    county = replace(small, divisions=county_of(map(township, range(3))))
    assert _average(_parts(county)) == "3个镇平均12.5%"


def test_similar_places_that_met_the_target_are_named_furthest_first() -> None:
    parts = _parts(_county(5, 22, 30, 20, 19, 25, 40, 21, 99, rural=1))
    (own,) = parts.publication.progress_by_division[township(0)]
    assert own.status is Status.MISSED
    better = [each.division for each in better_places(parts, own)]
    assert better == [township(at) for at in (6, 2, 5, 1, 7)]


def test_the_public_is_shown_no_place_whose_value_is_internal() -> None:
    parts = _parts(_county(5, 22, 30, hidden=2), Audience.PUBLIC)
    (own,) = parts.publication.progress_by_division[township(0)]
    assert [each.division for each in better_places(parts, own)] == [township(1)]


def test_a_target_that_is_met_asks_for_no_example() -> None:
    parts = _parts(_county(5, 22, 30))
    assert similar_places(parts, township(0))
    assert not similar_places(parts, township(1))
    assert len(similar_places(parts, township(0), places=1).groups[0].rows) == 1
