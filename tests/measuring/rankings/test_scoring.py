"""Scores worked out by hand: policies, coverage, caps, vetoes, and what one unit more is worth."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, Final

import pytest

from generators.measuring.once import Once
from generators.measuring.rankings.rankings import rank
from generators.model.address import Address
from generators.model.adjustment import Adjustment
from generators.model.indicator import IndicatorKind
from generators.model.period import parse_period
from generators.model.report import FiledReport, Value
from generators.model.scheme import Scheme
from generators.model.target import FiledTarget
from generators.results.rankings import Absence, DivisionScore, PeriodRanking, RankingOutcome
from tests.build.datasets import dataset
from tests.build.divisions import EAST, WEST
from tests.build.figures import MAIN, indicator, report, target
from tests.build.programmes import PROGRAMME, programme

AS_OF: Final = date(2017, 5, 1)
IN_TIME: Final = date(2017, 4, 2)
SECOND: Final = f"{PROGRAMME}/second"
THIRD: Final = f"{PROGRAMME}/third"
POSTS: Final = {"goalposts": {"low": 0, "high": 10}}
RULES: Final[dict[str, Any]] = {
    "bonuses": {"honour": {"name": "表彰", "points": 2, "cap": 3}, "praise": {"name": "表扬", "points": 1}},
    "deductions": {"late": {"name": "迟报", "points": 1}},
}


def _component(name: str, weight: int, normalise: dict[str, Any]) -> dict[str, Any]:
    return {"name": name, "weight": weight, "indicator": name, "normalise": normalise}


THREE: Final = {
    "main": _component("main", 50, POSTS),
    "second": _component("second", 30, POSTS),
    "third": _component("third", 20, POSTS),
}


def _period(
    *reports: FiledReport,
    adjustments: tuple[Adjustment, ...] = (),
    targets: tuple[FiledTarget, ...] = (),
    kind: IndicatorKind = IndicatorKind.LEVEL,
    **version: Any,  # noqa: ANN401 - what YAML may hold
) -> PeriodRanking:
    scheme = Scheme.model_validate(
        {
            "name": "季度考核",
            "level": "township",
            "every": "quarter",
            "closes_after_days": 5,
            "versions": [{"from": "2017-Q1", "missing": "reweight", "components": THREE} | version],
        }
    )
    indicators = {name: indicator(kind) for name in ("main", "second", "third")}
    work = programme(indicators).model_copy(update={"schemes": {"scheme": scheme}})
    found = replace(dataset(work, reports=reports, targets=targets), adjustments=adjustments)
    return rank(Once(found), AS_OF, 20).schemes[Address(f"{PROGRAMME}/scheme")].periods[0]


def _all(period: PeriodRanking) -> dict[str, DivisionScore]:
    scores = [each.score for each in period.ranked]
    return {each.division: each for each in (*scores, *period.insufficient, *period.vetoed)}


def _filed(address: str, value: Value | int, division: str = EAST, on: date = IN_TIME) -> FiledReport:
    return report("2017-Q1", value, division=division, address=Address(address), on=on)


def _applied(rule: str, points: str | None = None, day: int = 1) -> Adjustment:
    return Adjustment(
        scheme=Address(f"{PROGRAMME}/scheme"),
        division=EAST,
        period=parse_period("2017-Q1"),
        rule=rule,
        points=None if points is None else Decimal(points),
        on=date(2017, 4, day),
        reason="示例",
    )


def test_a_score_is_the_weighted_mean() -> None:
    """50 × 60 + 30 × 80 + 20 × 100 over 100 = 74."""
    score = _all(_period(_filed(MAIN, 6), _filed(SECOND, 8), _filed(THIRD, 10)))[EAST]
    assert (score.base, score.score, score.coverage) == (Decimal(74), Decimal("74.00"), Decimal(1))
    assert [part.contribution for part in score.components] == [Decimal(30), Decimal(24), Decimal(20)]
    assert [part.share for part in score.components] == [Decimal("0.5"), Decimal("0.3"), Decimal("0.2")]
    assert [part.worth for part in score.components] == [Decimal(5), Decimal(3), Decimal(0)]


@pytest.mark.parametrize(
    ("missing", "score"),
    [
        ("reweight", "67.50"),  # (50 × 60 + 30 × 80) / 80
        ("zero", "54.00"),  # (50 × 60 + 30 × 80) / 100
        ("unranked", None),
    ],
)
def test_what_becomes_of_a_missing_component(missing: str, score: str | None) -> None:
    found = _all(_period(_filed(MAIN, 6), _filed(SECOND, 8), missing=missing))[EAST]
    assert found.score == (None if score is None else Decimal(score))
    assert found.standing is (RankingOutcome.INSUFFICIENT if score is None else RankingOutcome.RANKED)
    assert found.components[2].absence is Absence.UNREPORTED
    assert found.coverage == Decimal("0.8")


def test_not_applicable_counts_neither_way() -> None:
    """Whatever the policy: the weight that does not apply is nobody's, and nothing is missing."""
    none_here = Value(not_applicable="本镇无此项")
    for missing in ("reweight", "zero", "unranked"):
        found = _all(_period(_filed(MAIN, 6), _filed(SECOND, 8), _filed(THIRD, none_here), missing=missing))[
            EAST
        ]
        assert (found.score, found.coverage) == (Decimal("67.50"), Decimal(1))


@pytest.mark.parametrize(
    ("weights", "standing"),
    [((2, 0.5, 0.5), RankingOutcome.RANKED), ((199, 50, 50), RankingOutcome.INSUFFICIENT)],
)
def test_two_thirds_of_the_weight_are_enough_and_less_is_not(
    weights: tuple[float, ...], standing: RankingOutcome
) -> None:
    components = {
        name: _component(name, 1, POSTS) | {"weight": Decimal(str(weight))}
        for name, weight in zip(THREE, weights, strict=True)
    }
    components["third"]["indicator"] = "second"
    exact = {"2": "2/3", "199": Decimal("0.67")}[f"{weights[0]:g}"]
    found = _all(_period(_filed(MAIN, 6), components=components, coverage=exact))[EAST]
    assert found.standing is standing


def test_a_score_is_rounded_half_up_before_it_is_ranked() -> None:
    """0.05 × 100 / 10 = 0.5 → 1 without decimals; with one more decimal the two differ."""
    one = {"main": _component("main", 1, POSTS)}
    reports = (
        _filed(MAIN, Value(value=Decimal("0.05"))),
        _filed(MAIN, Value(value=Decimal("0.149")), WEST),
    )
    tied = _period(*reports, components=one, precision=0)
    assert [(each.rank, each.score.score) for each in tied.ranked] == [(1, Decimal(1)), (1, Decimal(1))]
    apart = _period(*reports, components=one, precision=1)
    assert apart.ranks == {WEST: 1, EAST: 2}


def test_bonuses_and_deductions_are_itemised_and_capped_in_order() -> None:
    full = (_filed(MAIN, 6), _filed(SECOND, 8), _filed(THIRD, 10))
    applied = (_applied("honour", day=3), _applied("honour", day=2), _applied("praise", "1.5", day=4))
    found = _all(_period(*full, adjustments=(*applied, _applied("late")), bonus_cap=4, **RULES))[EAST]
    assert [(each.adjustment.on.day, each.points, each.counted) for each in found.bonuses] == [
        (2, Decimal(2), Decimal(2)),
        (3, Decimal(2), Decimal(1)),  # the rule's own cap of 3
        (4, Decimal("1.5"), Decimal(1)),  # the cap of 4 on all bonuses
    ]
    assert (found.bonus, found.deduction, found.score) == (Decimal(4), Decimal(1), Decimal("77.00"))


def test_an_adjustment_after_the_closing_day_does_not_count() -> None:
    full = (_filed(MAIN, 6), _filed(SECOND, 8), _filed(THIRD, 10))
    late = (_applied("praise", day=5), _applied("praise", day=6))
    found = _all(_period(*full, adjustments=late, **RULES))[EAST]
    assert [each.adjustment.on.day for each in found.bonuses] == [5]


@pytest.mark.parametrize(
    ("effect", "ranks"),
    [("listed", {EAST: 1, WEST: 2}), ("last", {WEST: 1, EAST: 2}), ("unranked", {WEST: 1})],
)
def test_the_effects_of_a_veto(effect: str, ranks: dict[str, int]) -> None:
    reports = [_filed(address, 9) for address in (MAIN, SECOND, THIRD)]
    reports += [_filed(address, 1, WEST) for address in (MAIN, SECOND, THIRD)]
    vetoes = {"accident": {"name": "事故", "effect": effect}}
    period = _period(*reports, adjustments=(_applied("accident"),), vetoes=vetoes)
    assert period.ranks == ranks
    score = _all(period)[EAST]
    assert score.score == Decimal("90.00")
    assert [each.rule.name for each in score.vetoes] == ["事故"]
    assert [each.division for each in period.vetoed] == ([EAST] if effect == "unranked" else [])


def test_a_report_after_the_closing_day_is_missing() -> None:
    late = _filed(THIRD, 10, on=date(2017, 4, 6))
    found = _all(_period(_filed(MAIN, 6), _filed(SECOND, 8), late))[EAST]
    assert found.components[2].absence is Absence.UNREPORTED


def test_the_target_due_next_is_the_one_that_counts() -> None:
    """A target that fell due before the period says nothing of it, nor does one not yet begun."""
    spans = (
        ("2016-01-01", "2016-12-31", 1),
        ("2017-01-01", "2017-03-31", 8),
        ("2017-01-01", "2017-12-31", 40),
    )
    targets = tuple(
        target(value, start=date.fromisoformat(start), due=date.fromisoformat(due))
        for start, due, value in spans
    )
    later = target(2, start=date(2017, 4, 1), due=date(2017, 4, 2))
    one = {"main": _component("main", 1, {"attainment": {}})}
    kind = IndicatorKind.CUMULATIVE
    found = _all(_period(_filed(MAIN, 6), targets=(later, *targets), components=one, kind=kind))
    part = found[EAST].components[0]
    assert (part.normalised, part.worth) == (Decimal(75), Decimal("12.5"))
    assert found[WEST].components[0].absence is Absence.NO_TARGET


def test_a_flow_is_summed_over_the_period_or_the_targets_time() -> None:
    reports = (report("2016-Q4", 5, on=date(2016, 12, 31)), _filed(MAIN, 3))
    half_years = target(10, start=date(2016, 10, 1), due=date(2017, 3, 31))
    for normalise, score in ((POSTS, 30), ({"attainment": {}}, 80)):
        components = {"main": _component("main", 1, normalise)}
        period = _period(*reports, targets=(half_years,), components=components, kind=IndicatorKind.FLOW)
        assert _all(period)[EAST].base == score


def test_one_unit_more_of_a_step_or_a_flag() -> None:
    steps = {"steps": [{"at-least": 7, "score": 100}, {"at-least": 3, "score": 60}]}
    part = _all(_period(_filed(MAIN, 6), components={"main": _component("main", 1, steps)}))[EAST].components[
        0
    ]
    assert part.worth == 40
    flag = {"main": _component("main", 1, {"attainment": {}})}
    for value, worth in ((Value(value=False), 100), (Value(value=True), None)):
        period = _period(
            _filed(MAIN, value), targets=(target(value=True),), components=flag, kind=IndicatorKind.FLAG
        )
        assert _all(period)[EAST].components[0].worth == worth
