from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generators.measuring.measure import figures_at, measure
from generators.measuring.moment import Moment
from generators.measuring.results import Measurements, Origin, Status, ValueState
from generators.measuring.tier_results import BELOW, LadderResult, MoveKind, Rank
from generators.measuring.tiers import among, distribution, moves_between, standing
from generators.model.dataset import Dataset
from generators.model.indicator import Indicator
from generators.model.observation import observations_of
from generators.model.report import Value
from generators.model.scalars import Qualifier
from generators.model.standard import FiledCheck
from tests.measuring import builders
from tests.tier_worlds import (
    CLASS,
    DAY,
    INCOME,
    MODEL,
    STARS,
    VILLAGES,
    WEALTH,
    A,
    B,
    C,
    D,
    assessed,
    check,
    county,
    income,
    share,
    work,
)

MARCH, APRIL, MAY = date(2024, 3, 10), date(2024, 4, 10), date(2024, 5, 10)
COMPLIANT = ("compliant/emblem", "compliant/flag")


def _result(dataset: Dataset, ladder: str, day: date = DAY) -> LadderResult:
    return measure(dataset, day).ladder_results[ladder]


def _rank(dataset: Dataset, ladder: str, division: str = A, day: date = DAY) -> Rank:
    return _result(dataset, ladder, day).standings[division].rank


def _moves(
    dataset: Dataset, ladder: str, earlier: date, later: date
) -> list[tuple[str, MoveKind, Rank, Rank]]:
    figures = figures_at(dataset, observations_of(dataset), {"example": Moment.on(later)})
    return [
        (move.division, move.kind, move.before, move.after)
        for move in moves_between(figures, ladder, earlier, later)
    ]


@pytest.mark.parametrize(
    ("items", "rank"),
    [
        ((), None),
        (("compliant/emblem",), BELOW),
        (COMPLIANT, 0),
        (("model/x", "model/y", "model/z"), BELOW),
        (("compliant/emblem", "model/x", "model/y"), BELOW),
        ((*COMPLIANT, "model/x"), 0),
        ((*COMPLIANT, "model/x", "model/z"), 1),
        ((*COMPLIANT, "model/x", "model/y", "model/z"), 1),
    ],
)
def test_a_tier_asks_for_its_standard_and_all_lower_ones(items: Sequence[str], rank: Rank) -> None:
    dataset = county(checks=[check(A, item, MARCH) for item in items])
    assert _rank(dataset, MODEL) == rank


@pytest.mark.parametrize(("items", "rank"), [((), None), (("x",), 0), (("z", "x"), 1), (("x", "y", "z"), 2)])
def test_stars_are_counted(items: Sequence[str], rank: Rank) -> None:
    assert _rank(county(checks=[check(A, f"model/{item}", MARCH) for item in items]), STARS) == rank


def test_a_standing_by_checklist_names_what_is_in_place_and_what_is_open() -> None:
    dataset = county(
        checks=[check(A, "compliant/emblem", MARCH), check(A, "compliant/flag", MARCH, revoked=APRIL)]
    )
    compliant, model = _result(dataset, MODEL).standings[A].checklists
    assert [(each.item, each.is_passed, each.check is not None) for each in compliant.items] == [
        ("emblem", True, True),
        ("flag", False, True),
    ]
    assert (compliant.passed, compliant.required, compliant.is_passed) == (1, 2, False)
    assert (model.passed, model.required, model.is_on_record) == (0, 2, False)


def test_an_item_counts_from_its_day_until_it_is_revoked_and_again_when_checked_anew() -> None:
    checks = [
        check(A, "model/x", MARCH, revoked=APRIL),
        check(A, "model/x", MAY),
    ]
    dataset = county(checks=checks)
    one_day = timedelta(days=1)
    ranks = [
        _rank(dataset, STARS, day=day)
        for day in (MARCH - one_day, MARCH, APRIL - one_day, APRIL, MAY - one_day, MAY)
    ]
    assert ranks == [None, 0, 0, BELOW, BELOW, 0]


@pytest.mark.parametrize(
    ("value", "rank"), [(0, 0), (49, 0), (50, 1), (99, 1), (100, 2), (199, 2), (200, 3), (900, 3)]
)
def test_thresholds_are_reached_at_their_very_number(value: int, rank: Rank) -> None:
    assert _rank(county(reports=[income(A, "2023", value)]), WEALTH) == rank


@pytest.mark.parametrize(
    ("qualifier", "rank"), [(Qualifier.NEARLY, 1), (Qualifier.AT_MOST, 1), (Qualifier.OVER, 2)]
)
def test_a_hedged_number_reaches_a_threshold_only_from_above(qualifier: Qualifier, rank: Rank) -> None:
    value = Value(value=Decimal(100), qualifier=qualifier)
    report = builders.report("2023", value, division=A, address=INCOME)
    assert _rank(county(reports=[report]), WEALTH) == rank


def test_without_a_value_nobody_stands_lowest() -> None:
    nothing = Value(not_applicable="无集体经济")
    reports = [builders.report("2023", nothing, division=B, address=INCOME), income(C, "2023", 3)]
    standings = _result(county(reports=reports), WEALTH).standings
    assert {name: each.rank for name, each in standings.items()} == {A: None, B: None, C: 0, D: None}


def test_a_correction_moves_a_village() -> None:
    dataset = county(reports=[income(A, "2023", 100)])
    correction = builders.correction("2023", Decimal(100), Decimal(90), MAY, division=A, address=INCOME)
    corrected = replace(dataset, corrections=(correction,))
    assert (_rank(corrected, WEALTH, day=APRIL), _rank(corrected, WEALTH, day=MAY)) == (2, 1)


def test_the_latest_assessment_counts() -> None:
    dataset = county(assessments=[assessed(A, "plain", MAY), assessed(A, "weak", MARCH)])
    assert [_rank(dataset, CLASS, day=day) for day in (date(2024, 3, 9), MARCH, APRIL, MAY)] == [
        None,
        0,
        0,
        1,
    ]
    found = _result(dataset, CLASS).standings[A].assessment
    assert found is not None
    assert (found.tier, found.on) == ("plain", MAY)


def test_since_is_the_first_day_of_the_unbroken_time_in_a_tier() -> None:
    dataset = county(
        checks=[
            check(A, "model/x", MARCH, revoked=date(2024, 4, 1)),
            check(A, "model/x", APRIL),
            check(A, "model/y", MAY, revoked=date(2024, 5, 20)),
            check(B, "model/x", MARCH),
            check(B, "model/x", MARCH),
        ],
        assessments=[assessed(A, "weak", MARCH), assessed(A, "weak", APRIL)],
        reports=[
            income(A, "2022", 60),
            income(A, "2023", 70, date(2024, 1, 20)),
            income(B, "unstated", 60),
            income(C, "2022", 20),
            income(C, "2023", 60, date(2024, 1, 20)),
        ],
    )
    assert _result(dataset, STARS).standings[A].since == date(2024, 5, 20)
    assert _result(dataset, STARS).standings[B].since == MARCH
    assert _result(dataset, STARS).standings[C].since is None
    assert _result(dataset, CLASS).standings[A].since == MARCH
    wealth = _result(dataset, WEALTH).standings
    assert [wealth[name].since for name in (A, B, C)] == [
        date(2022, 12, 31),
        None,
        date(2023, 12, 31),
    ]


def test_a_programme_is_judged_on_its_own_day() -> None:
    closed = work().model_copy(update={"observed_until": APRIL})
    result = _result(county(programme=closed, checks=[check(A, "model/x", MAY)]), STARS)
    assert (result.day, result.standings[A].rank) == (APRIL, None)


def test_a_distribution_tells_every_area_and_who_is_not_rated() -> None:
    dataset = county(
        checks=[check(A, "model/x", MARCH), check(C, "model/x", MARCH), check(C, "model/y", MARCH)],
    )
    result = _result(dataset, STARS)
    told = {
        name: (each.counts, each.below, each.unrated, each.total, each.rated)
        for name, each in result.distributions.items()
    }
    assert told == {
        "county": ((1, 1, 0), 0, 2, 4, 2),
        "county/east": ((1, 0, 0), 0, 1, 2, 1),
        "county/west": ((0, 1, 0), 0, 1, 2, 1),
    }
    assert result.distributions["county"].at_least(1) == 1


def test_history_runs_from_the_first_record_over_eight_ends_of_quarters_to_the_day() -> None:
    few = county(checks=[check(A, "model/x", date(2023, 11, 5))])
    history = _result(few, STARS, date(2024, 5, 1)).history
    assert [each.day for each in history] == [
        date(2023, 12, 31),
        date(2024, 3, 31),
        date(2024, 5, 1),
    ]
    assert [each.counts[0] for each in history] == [1, 1, 1]
    long = county(checks=[check(A, "model/x", date(2020, 1, 5))])
    assert len(_result(long, STARS).history) == 9
    assert [each.day for each in _result(county(), STARS).history] == [DAY]


def test_history_of_thresholds_is_what_is_known_now_of_each_day() -> None:
    dataset = county(reports=[income(A, "2024-Q1", 60, date(2024, 4, 8))])
    history = _result(dataset, WEALTH).history
    assert [(each.day, each.counts[1]) for each in history] == [(date(2024, 3, 31), 1), (DAY, 1)]


def test_moves_are_up_down_new_and_lapsed() -> None:
    lapsed = Value(not_applicable="已无集体经济")
    reports = [
        income(A, "2022", 20),
        income(A, "2023", 120),
        income(B, "2022", 120),
        income(B, "2023", 60),
        income(C, "2023", 60),
        income(D, "2022", 60),
        builders.report("2023", lapsed, division=D, address=INCOME),
    ]
    assert _moves(county(reports=reports), WEALTH, date(2023, 6, 30), DAY) == [
        (A, MoveKind.UP, 0, 2),
        (B, MoveKind.DOWN, 2, 1),
        (C, MoveKind.NEW, None, 1),
        (D, MoveKind.LAPSED, 1, None),
    ]


def test_who_leaves_the_lowest_standing_is_counted() -> None:
    weak = county(
        reports=[
            income(A, "2023", 20),
            income(A, "2024-Q2", 60),
            income(B, "2023", 60),
            income(B, "2024-Q2", 120),
        ]
    )
    assert _result(weak, WEALTH).lifted == 1
    below = county(checks=[check(A, "compliant/emblem", MARCH), check(A, "compliant/flag", MAY)])
    assert _result(below, MODEL).lifted == 1


@pytest.mark.parametrize(
    ("day", "earlier"),
    [
        (date(2024, 6, 30), date(2024, 3, 31)),
        (date(2024, 5, 31), date(2024, 2, 29)),
        (date(2024, 5, 30), date(2024, 2, 29)),
        (date(2024, 5, 28), date(2024, 2, 28)),
        (date(2024, 2, 29), date(2023, 11, 30)),
        (date(2024, 1, 15), date(2023, 10, 15)),
    ],
)
def test_moves_are_told_since_a_quarter_ago(day: date, earlier: date) -> None:
    assert _result(county(), STARS, day).compared_with == earlier


def test_a_merged_village_is_not_counted_from_that_day() -> None:
    dataset = county(checks=[check(name, "model/x", MARCH) for name in VILLAGES], merged={B: ("a", MAY)})
    before, after = _result(dataset, STARS, APRIL), _result(dataset, STARS, MAY)
    assert (before.distributions["county"].total, after.distributions["county"].total) == (4, 3)
    assert B not in after.standings
    assert [each.total for each in _result(dataset, STARS).history] == [4, 3]
    assert dataset.divisions[B].successor == A
    assert _moves(dataset, STARS, APRIL, DAY) == []


def test_a_merged_village_has_no_targets_and_rolls_up_no_longer() -> None:
    income_summed = Indicator.model_validate(
        {"name": "年收入", "measure": "万元", "kind": "level", "rollup": "sum"}
    )
    summed = work()
    summed = summed.model_copy(update={"indicators": {"income": income_summed}, "ladders": {}})
    dataset = county(
        programme=summed,
        reports=[income(A, "2023", 10), income(B, "2023", 5)],
        targets=[builders.target(20, division="county/east", indicator=INCOME, each="village")],
        merged={B: ("a", MAY)},
    )

    def told(measured: Measurements) -> tuple[list[str], object]:
        return [each.division for each in measured.progress], measured.values["county/east", INCOME].value

    assert told(measure(dataset, APRIL)) == ([A, B], Decimal(15))
    assert told(measure(dataset, MAY)) == ([A], Decimal(10))


def test_a_flow_keeps_what_a_merged_village_did_before() -> None:
    flow = Indicator.model_validate({"name": "销售", "measure": "万元", "kind": "flow", "rollup": "sum"})
    programme = work().model_copy(update={"indicators": {"income": flow}, "ladders": {}})
    dataset = county(
        programme=programme,
        reports=[income(A, "2023", 10), income(B, "2023", 5)],
        merged={B: ("a", MAY)},
    )
    assert measure(dataset, DAY).values["county/east", INCOME].value == Decimal(15)


def test_the_share_of_a_population_keeps_its_parts() -> None:
    dataset = county(
        programme=work(reached=share("stars", "two")),
        checks=[
            check(A, "model/x", MARCH),
            check(A, "model/y", MARCH),
            check(C, "model/x", MARCH),
        ],
        merged={D: ("c", MAY)},
    )
    values = measure(dataset, DAY).values
    whole, east = values["county", "example/reached"], values["county/east", "example/reached"]
    third, half = Decimal(100) / 3, Decimal(50)
    assert (whole.numerator, whole.denominator, whole.value) == (Decimal(1), Decimal(3), third)
    assert (east.numerator, east.denominator, east.value) == (Decimal(1), Decimal(2), half)
    assert whole.origin is Origin.DERIVED
    assert whole.coverage is not None
    assert (whole.coverage.reported, whole.coverage.expected) == (2, 3)
    assert values["county/west", "example/reached"].value == 0
    assert (A, "example/reached") not in values


def test_a_population_nobody_has_rated_has_no_share() -> None:
    programme = work(reached=share("stars", "two"))
    targets = [builders.target(30, division="county", indicator="example/reached", each="township")]
    dataset = county(programme=programme, checks=[check(A, "model/x", MARCH)], targets=targets)
    progress = measure(dataset, date(2017, 4, 1)).progress
    assert [each.measured.state for each in progress] == [ValueState.UNREPORTED] * 2
    later = measure(dataset, DAY).progress
    assert [(each.division, each.status) for each in later] == [
        ("county/east", Status.MISSED),
        ("county/west", Status.UNREPORTED),
    ]


def test_some_standings_alone_tell_nothing_of_the_rest() -> None:
    dataset = county(checks=[check(name, "model/x", MARCH) for name in VILLAGES])
    whole = _result(dataset, STARS)
    assert among(dataset, whole, whole.standings) == whole
    part = among(dataset, whole, {name: whole.standings[name] for name in (A, C, D)})
    assert part.withheld == 1
    assert [each.total for each in part.history] == [3]
    assert {name: each.total for name, each in part.distributions.items()} == {
        "county": 3,
        "county/east": 1,
        "county/west": 2,
    }


_ITEMS = (*COMPLIANT, "model/x", "model/y", "model/z")
_DAYS = st.dates(date(2023, 1, 1), date(2024, 12, 31))


@st.composite
def _checks(draw: st.DrawFn) -> list[FiledCheck]:
    found = []
    for division in VILLAGES:
        for item in draw(st.lists(st.sampled_from(_ITEMS), unique=True)):
            on = draw(_DAYS)
            days = draw(st.none() | st.integers(0, 300))
            revoked = None if days is None else on + timedelta(days)
            found.append(check(division, item, on, revoked))
    return found


@settings(deadline=None)  # the machine may be busy
@given(_checks(), st.sampled_from(VILLAGES), st.sampled_from(_ITEMS), _DAYS)
def test_one_more_item_never_lowers_a_tier(
    checks: list[FiledCheck], division: str, item: str, day: date
) -> None:
    dataset = county(checks=checks)
    more = county(checks=[*checks, check(division, item, date(2023, 1, 1))])
    for ladder in (MODEL, STARS):
        before, after = _rank(dataset, ladder, division, day), _rank(more, ladder, division, day)
        assert before is None or (after is not None and after >= before)


@settings(deadline=None)  # the machine may be busy
@given(_checks(), _DAYS, st.integers())
def test_distributions_add_up_and_the_order_of_entry_never_matters(
    checks: list[FiledCheck], day: date, seed: int
) -> None:
    shuffled = list(checks)
    Random(seed).shuffle(shuffled)  # noqa: S311 - an order, no secret
    found = measure(county(checks=checks), day)
    assert measure(county(checks=shuffled), day) == found
    for result in found.ladder_results.values():
        parts = [each for name, each in result.distributions.items() if name != "county"]
        assert result.distributions["county"].total == len(VILLAGES) == sum(each.total for each in parts)
        assert result.history[-1] == result.distributions["county"]
        assert all(each.total == len(VILLAGES) for each in result.history)


@settings(deadline=None)  # the machine may be busy
@given(_checks(), _DAYS, _DAYS)
def test_moves_explain_the_difference_between_two_distributions(
    checks: list[FiledCheck], one: date, other: date
) -> None:
    earlier, later = sorted((one, other))
    dataset = county(checks=checks)
    figures = figures_at(dataset, observations_of(dataset), {"example": Moment.on(later)})
    before = {name: standing(figures, name, STARS, earlier).rank for name in VILLAGES}
    after = dict(before)
    for name, _, was, now in _moves(dataset, STARS, earlier, later):
        assert before[name] == was != now
        after[name] = now
    assert after == {name: standing(figures, name, STARS, later).rank for name in VILLAGES}


@settings(deadline=None)  # the machine may be busy
@given(st.lists(st.none() | st.integers(BELOW, 2)))
def test_every_rank_is_counted_once(ranks: list[int | None]) -> None:
    found = distribution("county", DAY, ranks, 3)
    assert found.total == len(ranks)
    assert found.at_least(0) == sum(rank is not None and rank >= 0 for rank in ranks)
