"""Scores of gaps, growth and improvements worked out by hand; ties broken as declared; who improved most."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Final

import pytest

from generators.disclosing import Audience
from generators.measuring.once import Once
from generators.measuring.rankings.rankings import rank
from generators.model.dataset import Dataset
from generators.model.indicator import IndicatorKind
from generators.model.report import FiledReport
from generators.model.scalars import Disclosure
from generators.model.scheme import Scheme
from generators.results.rankings import Absence, ComponentScore, PeriodRanking, scores_of
from tests.build import figures
from tests.build.comparisons import month_reports
from tests.build.datasets import dataset
from tests.build.divisions import county_of
from tests.build.programmes import programme
from tests.build.publications import disclosed_whole
from tests.build.rankings import SCHEME, township

DAY: Final = date(2018, 4, 15)
POSTS: Final = {"goalposts": {"low": -50, "high": 50}}
Numbers = Mapping[str, Sequence[int]]


def _county(
    numbers: Numbers,
    by: str,
    kind: IndicatorKind = IndicatorKind.FLOW,
    *,
    hidden: Sequence[str] = (),
    version: Mapping[str, object] | None = None,
) -> Dataset:
    component = {"name": "数", "weight": 1, "indicator": "main", "by": by, "normalise": POSTS}
    scheme = Scheme.model_validate(
        {
            "name": "月度考核",
            "level": "township",
            "every": "month",
            "closes_after_days": 10,
            "disclosure": Disclosure.PUBLIC,
            "versions": [
                {"from": "2018-01", "missing": "reweight", "components": {"main": component}}
                | dict(version or {})
            ],
        }
    )
    count = max(map(len, numbers.values()))
    reports: list[FiledReport] = []
    for at in range(count):
        own = {period: values[at] for period, values in numbers.items() if at < len(values)}
        reports += month_reports(own, division=township(at), internal=hidden if at == 0 else ())
    work = programme({"main": figures.indicator(kind, cadence="month")})
    targets = tuple(
        figures.target(100, division=township(at), start=date(2018, 1, 1), due=date(2018, 12, 31))
        for at in range(count)
    )
    small = dataset(work.model_copy(update={"schemes": {"scheme": scheme}}), reports=reports, targets=targets)
    return replace(small, divisions=county_of(map(township, range(count))))


def _periods(county: Dataset) -> dict[str, PeriodRanking]:
    rankings = rank(Once(county), DAY, draws=1).schemes[SCHEME]
    return {each.period.text: each for each in rankings.periods}


def _part(county: Dataset, period: str, at: int = 0) -> ComponentScore:
    scores = {each.division: each for each in scores_of(_periods(county)[period])}
    (part,) = scores[township(at)].components
    return part


@pytest.mark.parametrize(
    ("by", "scored", "normalised"),
    [
        ("year-on-year", 20, 70),
        ("period-on-period", Decimal(-40), 10),
        ("improvement", -24, 26),
        ("improvement-on-year", 6, 56),
    ],
)
def test_a_component_scores_growth_or_improvement(by: str, scored: int, normalised: int) -> None:
    county = _county({"2017-03": [30], "2018-02": [60], "2018-03": [36]}, by)
    part = _part(county, "2018-03")
    assert (part.scored, part.normalised) == (Decimal(scored), Decimal(normalised))
    assert part.compared is not None
    assert part.worth is None


def test_the_year_to_date_and_its_growth_are_scored() -> None:
    numbers = {
        **{f"2017-{month:02}": [month * 10] for month in range(1, 4)},
        **{f"2018-{month:02}": [month * 15] for month in range(1, 4)},
    }
    assert _part(_county(numbers, "year-to-date"), "2018-03").scored == Decimal(90)
    assert _part(_county(numbers, "cumulative-growth"), "2018-03").scored == Decimal(50)


def test_the_gap_to_the_pace_is_scored() -> None:
    county = _county({"2018-03": [36]}, "gap", IndicatorKind.CUMULATIVE)
    part = _part(county, "2018-03")
    # On 31 March, 89 of 364 days of the target are over.
    expected = Decimal(36) - Decimal(100) * 89 / 364
    assert part.scored is not None
    assert abs(part.scored - expected) < Decimal("1e-20")
    assert part.target is not None
    without = _part(replace(county, targets=()), "2018-03")
    assert (without.absence, without.normalised) == (Absence.NO_TARGET, None)


@pytest.mark.parametrize(
    ("numbers", "absence"),
    [
        ({"2018-03": [36]}, Absence.INCOMPUTABLE),
        ({"2017-03": [0], "2018-03": [36]}, Absence.INCOMPUTABLE),
        ({"2017-03": [36]}, Absence.UNREPORTED),
    ],
)
def test_growth_without_a_base_or_a_value_is_missing_and_not_zero(numbers: Numbers, absence: Absence) -> None:
    part = _part(_county(numbers, "year-on-year"), "2018-03")
    assert (part.absence, part.scored, part.normalised) == (absence, None, None)


def test_a_base_of_zero_still_has_an_improvement() -> None:
    assert _part(_county({"2017-03": [0], "2018-03": [36]}, "improvement-on-year"), "2018-03").scored == 36


def _ranks(county: Dataset, period: str) -> dict[str, int]:
    return dict(_periods(county)[period].ranks)


def test_equal_scores_are_ranked_by_the_declared_components() -> None:
    part = {
        "name": "数",
        "weight": 1,
        "indicator": "main",
        "normalise": {"goalposts": {"low": 0, "high": 100}},
    }
    coarse = part | {"normalise": {"steps": [{"at-least": 10, "score": 100}]}}
    fine = part | {"weight": Decimal("0.0001")}
    numbers = {"2018-03": [20, 30, 30, 5]}
    version = {"components": {"coarse": coarse, "fine": fine}, "precision": 0}
    shared = _ranks(_county(numbers, "value", version=version), "2018-03")
    assert [shared[township(at)] for at in range(4)] == [1, 1, 1, 4]
    broken = _ranks(_county(numbers, "value", version=version | {"tie_breaks": ["fine"]}), "2018-03")
    assert [broken[township(at)] for at in range(4)] == [3, 1, 1, 4]


def test_the_fastest_gained_most_points_since_the_period_before() -> None:
    version = {"fastest_list": {"first": 1}}
    numbers = {
        "2017-01": [10] * 4,
        "2017-02": [10] * 4,
        "2018-01": [10, 12, 14, 15],
        "2018-02": [13, 15, 14, 12],
    }
    periods = _periods(_county(numbers, "year-on-year", version=version))
    assert periods["2018-01"].fastest == ()
    # Both gained 30 points; one gained none, one lost.
    assert periods["2018-02"].fastest == ((township(1), Decimal(30)), (township(0), Decimal(30)))


def test_points_of_another_version_are_not_compared() -> None:
    county = _county(
        {"2017-01": [10], "2017-02": [10], "2018-01": [10], "2018-02": [13]},
        "year-on-year",
        version={"fastest_list": {"first": 1}},
    )
    work = county.programmes["example"]
    scheme = work.schemes["scheme"]
    later = scheme.versions[0].model_copy(update={"start": _periods(county)["2018-02"].period})
    changed = scheme.model_copy(update={"versions": (*scheme.versions, later)})
    with_two = work.model_copy(update={"schemes": {"scheme": changed}})
    assert _periods(county)["2018-02"].fastest
    assert not _periods(replace(county, programmes={"example": with_two}))["2018-02"].fastest


@pytest.mark.parametrize("by", ["year-on-year", "improvement-on-year", "period-on-period"])
@pytest.mark.parametrize("hidden", ["2017-03", "2018-02", "2018-03"])
def test_a_period_that_rests_on_an_internal_base_is_not_public(by: str, hidden: str) -> None:
    numbers = {"2017-02": [20, 20], "2017-03": [30, 30], "2018-02": [60, 60], "2018-03": [36, 40]}
    version = {"fastest_list": {"first": 1}}
    public = disclosed_whole(
        _county(numbers, by, hidden=[hidden], version=version), DAY, Audience.PUBLIC
    ).rankings[SCHEME]
    rests_on = {
        "year-on-year": {"2018-02": {"2017-02", "2018-02"}, "2018-03": {"2017-03", "2018-03"}},
        "period-on-period": {"2018-02": {"2018-02"}, "2018-03": {"2018-02", "2018-03"}},
    }["period-on-period" if by == "period-on-period" else "year-on-year"]
    shown = {each.period.text for each in public.periods}
    for period, read in rests_on.items():
        assert (period in shown) is (hidden not in read)
    if "2018-02" not in shown:
        assert all(not each.fastest for each in public.periods)
