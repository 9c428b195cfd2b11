from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generators.model.report import Value
from generators.model.scalars import Qualifier
from generators.model.standard import FiledCheck
from generators.results.tiers import BELOW, Rank
from tests.build import figures
from tests.build.divisions import VILLAGES, A, B, C, D
from tests.build.tiers import (
    APRIL,
    CLASS,
    COMPLIANT,
    DAYS,
    INCOME,
    ITEMS,
    MARCH,
    MAY,
    MODEL,
    STARS,
    WEALTH,
    assessed,
    check,
    county,
    drawn_checks,
    income,
)
from tests.measuring.tiers.measured_ladders import rank_of, result_of


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
    assert rank_of(dataset, MODEL) == rank


@pytest.mark.parametrize(("items", "rank"), [((), None), (("x",), 0), (("z", "x"), 1), (("x", "y", "z"), 2)])
def test_stars_are_counted(items: Sequence[str], rank: Rank) -> None:
    assert rank_of(county(checks=[check(A, f"model/{item}", MARCH) for item in items]), STARS) == rank


def test_an_item_counts_from_its_day_until_it_is_revoked_and_again_when_checked_anew() -> None:
    checks = [
        check(A, "model/x", MARCH, revoked=APRIL),
        check(A, "model/x", MAY),
    ]
    dataset = county(checks=checks)
    one_day = timedelta(days=1)
    ranks = [
        rank_of(dataset, STARS, day=day)
        for day in (MARCH - one_day, MARCH, APRIL - one_day, APRIL, MAY - one_day, MAY)
    ]
    assert ranks == [None, 0, 0, BELOW, BELOW, 0]


@pytest.mark.parametrize(
    ("value", "rank"), [(0, 0), (49, 0), (50, 1), (99, 1), (100, 2), (199, 2), (200, 3), (900, 3)]
)
def test_thresholds_are_reached_at_their_very_number(value: int, rank: Rank) -> None:
    assert rank_of(county(reports=[income(A, "2023", value)]), WEALTH) == rank


@pytest.mark.parametrize(
    ("qualifier", "rank"), [(Qualifier.NEARLY, 1), (Qualifier.AT_MOST, 1), (Qualifier.OVER, 2)]
)
def test_a_hedged_number_reaches_a_threshold_only_from_above(qualifier: Qualifier, rank: Rank) -> None:
    value = Value(value=Decimal(100), qualifier=qualifier)
    report = figures.report("2023", value, division=A, address=INCOME)
    assert rank_of(county(reports=[report]), WEALTH) == rank


def test_without_a_value_nobody_stands_lowest() -> None:
    nothing = Value(not_applicable="无集体经济")
    reports = [figures.report("2023", nothing, division=B, address=INCOME), income(C, "2023", 3)]
    standings = result_of(county(reports=reports), WEALTH).standings
    assert {name: each.rank for name, each in standings.items()} == {A: None, B: None, C: 0, D: None}


def test_a_correction_moves_a_village() -> None:
    dataset = county(reports=[income(A, "2023", 100)])
    correction = figures.correction("2023", Decimal(100), Decimal(90), MAY, division=A, address=INCOME)
    corrected = replace(dataset, corrections=(correction,))
    assert (rank_of(corrected, WEALTH, day=APRIL), rank_of(corrected, WEALTH, day=MAY)) == (2, 1)


def test_the_latest_assessment_counts() -> None:
    dataset = county(assessments=[assessed(A, "plain", MAY), assessed(A, "weak", MARCH)])
    assert [rank_of(dataset, CLASS, day=day) for day in (date(2024, 3, 9), MARCH, APRIL, MAY)] == [
        None,
        0,
        0,
        1,
    ]
    found = result_of(dataset, CLASS).standings[A].assessment
    assert found is not None
    assert (found.tier, found.on) == ("plain", MAY)


@settings(deadline=None)  # the machine may be busy
@given(drawn_checks(), st.sampled_from(VILLAGES), st.sampled_from(ITEMS), DAYS)
def test_one_more_item_never_lowers_a_tier(
    checks: list[FiledCheck], division: str, item: str, day: date
) -> None:
    dataset = county(checks=checks)
    more = county(checks=[*checks, check(division, item, date(2023, 1, 1))])
    for ladder in (MODEL, STARS):
        before, after = rank_of(dataset, ladder, division, day), rank_of(more, ladder, division, day)
        assert before is None or (after is not None and after >= before)
