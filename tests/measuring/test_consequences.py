"""To whom consequences apply: each kind by hand, and what holds for any ranking."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generators.measuring.consequences import entries_of_period
from generators.measuring.once import Once
from generators.measuring.rankings.rankings import rank
from generators.model.consequence import RankTrigger, TierTrigger
from generators.model.dataset import Dataset
from generators.model.division import Merger
from generators.pipeline import measured_whole
from generators.results.consequences import (
    ConsequenceResult,
    ProblemsGround,
    RankGround,
    StatusGround,
    TierGround,
)
from generators.results.figures import Status
from tests.build import datasets, divisions, figures, programmes, tiers
from tests.build.consequences import WORD, consequence, with_consequence
from tests.build.divisions import EAST, WEST
from tests.build.ledgers import assigned, filed_problem, found, rectified
from tests.build.rankings import SCHEME, ranked_county, township

JULY: Final = date(2024, 7, 31)
DAY: Final = date(2017, 4, 30)


def _result(
    dataset: Dataset, when: Mapping[str, object], as_of: date, level: str = "township"
) -> ConsequenceResult:
    return measured_whole(
        with_consequence(dataset, consequence(when, level=level)), as_of
    ).consequence_results[WORD]


def _chosen(scores: list[int | None], trigger: Mapping[str, object]) -> dict[int, RankGround]:
    """Return by number who is chosen from one quarter with these scores, and on what ground."""
    result = _result(ranked_county({"2024-Q1": scores}), {"rank": {"scheme": "scheme", **trigger}}, JULY)
    numbers = {township(number): number for number in range(len(scores))}
    grounds: dict[int, RankGround] = {}
    for each in result.entries_of(result.periods[0]):
        assert isinstance(each.ground, RankGround)
        grounds[numbers[each.division]] = each.ground
    return grounds


# By rank


def test_the_first_three_of_six() -> None:
    chosen = _chosen([10, 60, 30, 50, 20, 40], {"first": 3})
    assert {number: ground.rank for number, ground in chosen.items()} == {1: 1, 3: 2, 5: 3}
    assert {(each.ranked, each.sharing, each.is_edge_tie) for each in chosen.values()} == {(6, 1, False)}


def test_the_last_two_of_six() -> None:
    chosen = _chosen([10, 60, 30, 50, 20, 40], {"last": 2})
    assert {number: ground.rank for number, ground in chosen.items()} == {4: 5, 0: 6}
    assert not any(each.is_edge_tie for each in chosen.values())


def test_those_who_tie_with_the_last_place_are_all_counted_and_marked() -> None:
    chosen = _chosen([50, 40, 30, 30, 30, 10], {"first": 3})
    assert {number: (ground.rank, ground.is_edge_tie) for number, ground in chosen.items()} == {
        0: (1, False),
        1: (2, False),
        2: (3, True),
        3: (3, True),
        4: (3, True),
    }
    assert chosen[2].sharing == 3


def test_a_tie_that_ends_with_the_last_place_goes_beyond_nothing() -> None:
    chosen = _chosen([50, 30, 30, 10], {"first": 3})
    assert sorted(chosen) == [0, 1, 2]
    assert not any(each.is_edge_tie for each in chosen.values())


def test_a_tie_at_the_edge_of_the_last() -> None:
    chosen = _chosen([50, 40, 20, 20, 20, 10], {"last": 2})
    assert {number: ground.is_edge_tie for number, ground in chosen.items()} == {
        2: True,
        3: True,
        4: True,
        5: False,
    }


def test_a_tie_beyond_the_edge_is_not_counted() -> None:
    assert sorted(_chosen([50, 20, 20, 20, 10, 5], {"last": 2})) == [4, 5]
    assert sorted(_chosen([50, 40, 20, 20], {"first": 2})) == [0, 1]


def test_who_is_not_ranked_is_neither_first_nor_last() -> None:
    assert sorted(_chosen([50, None, 30, 10], {"last": 1})) == [3]
    assert sorted(_chosen([None, 40, 30, 10], {"first": 1})) == [1]


def test_where_fewer_are_ranked_than_there_are_places_all_are_counted() -> None:
    assert sorted(_chosen([50, 40], {"first": 25})) == [0, 1]
    assert sorted(_chosen([50, 40], {"last": 3})) == [0, 1]


BANDS: Final = [
    {"name": "一等奖", "first": 1, "amount": 3000, "measure": "元/人"},
    {"name": "二等奖", "first": 3, "amount": 2000, "measure": "元/人"},
    {"name": "三等奖", "first": 5, "amount": 1000, "measure": "元/人"},
]


def test_bands_of_an_award() -> None:
    chosen = _chosen([100, 90, 80, 70, 60, 50, 40], {"first": 6, "bands": BANDS})
    names = {number: ground.band.name if ground.band else "" for number, ground in chosen.items()}
    assert names == {0: "一等奖", 1: "二等奖", 2: "二等奖", 3: "三等奖", 4: "三等奖", 5: ""}
    assert chosen[3].band is not None
    assert (chosen[3].band.amount, chosen[3].band.measure) == (Decimal(1000), "元/人")


def test_who_ties_for_a_band_has_it_and_the_next_begins_after_them() -> None:
    chosen = _chosen([100, 100, 80, 80, 60, 50], {"first": 5, "bands": BANDS})
    said = {
        number: (ground.band and ground.band.name, ground.is_edge_tie) for number, ground in chosen.items()
    }
    assert said == {
        0: ("一等奖", True),
        1: ("一等奖", True),
        2: ("二等奖", True),
        3: ("二等奖", True),
        4: ("三等奖", False),
    }


def test_every_closed_period_is_judged_by_itself() -> None:
    dataset = ranked_county({"2024-Q1": (10, 20, 30), "2024-Q2": (30, 20, 10), "2024-Q3": (1, 2, 3)})
    result = _result(dataset, {"rank": {"scheme": "scheme", "first": 1}}, JULY)
    assert [period.text for period in result.periods] == ["2024-Q1", "2024-Q2"]
    assert [[each.division for each in result.entries_of(period)] for period in result.periods] == [
        [township(2)],
        [township(0)],
    ]
    assert [each.division for each in result.latest] == [township(0)]


def test_without_a_closed_period_nothing_applies() -> None:
    dataset = ranked_county({"2024-Q1": (10, 20)})
    result = _result(dataset, {"rank": {"scheme": "scheme", "first": 1}}, date(2024, 3, 31))
    assert (result.periods, result.entries, result.latest) == ((), (), ())


scores: Final = st.lists(st.one_of(st.none(), st.integers(0, 4)), min_size=1, max_size=8)


@settings(max_examples=60, deadline=None)
@given(scores, st.integers(1, 9))
def test_the_first_and_the_last_by_counting(drawn: list[int | None], places: int) -> None:
    """Somebody is among the first n if fewer than n do better, among the last n if fewer do worse."""
    dataset = ranked_county({"2024-Q1": [None if each is None else each * 10 for each in drawn]})
    (period,) = rank(Once(dataset), date(2024, 4, 20), 1).schemes[SCHEME].periods
    ranked = {township(at): each for at, each in enumerate(drawn) if each is not None}
    for field, is_ahead in (("first", int.__gt__), ("last", int.__lt__)):
        trigger = RankTrigger.model_validate({"scheme": "scheme", field: places})
        chosen = {each.division: each.ground for each in entries_of_period(period, trigger)}
        expected = {
            name
            for name, own in ranked.items()
            if sum(is_ahead(other, own) for other in ranked.values()) < places
        }
        assert chosen.keys() == expected
        assert len(chosen) >= min(places, len(ranked))
        marked = {
            name for name, ground in chosen.items() if isinstance(ground, RankGround) and ground.is_edge_tie
        }
        assert bool(marked) is (len(chosen) > places)


# By status


def _targets() -> Dataset:
    work = programmes.programme({"main": figures.indicator(), "other": figures.indicator()})
    return datasets.dataset(
        work,
        targets=(
            figures.target(20, division=EAST),
            figures.target(20, division=WEST),
            figures.target(5, division="county/east/a"),
            figures.target(9, division=EAST, indicator="example/other"),
        ),
        reports=(
            figures.report("2017-03", 17, division=EAST),
            figures.report("2017-03", 20, division=WEST),
        ),
    )


def test_a_target_missed_by_a_township() -> None:
    when = {"status": {"indicator": "main", "is": ["missed", "far-behind"]}}
    (entry,) = _result(_targets(), when, DAY).entries
    assert entry.division == EAST
    assert isinstance(entry.ground, StatusGround)
    progress = entry.ground.progress
    assert (progress.status, progress.value, progress.target.value) == (Status.MISSED, 17, 20)


def test_a_reward_for_who_has_reached_it() -> None:
    entries = _result(_targets(), {"status": {"indicator": "main", "is": ["achieved"]}}, DAY).entries
    assert [each.division for each in entries] == [WEST]


def test_only_divisions_of_the_level() -> None:
    when = {"status": {"indicator": "main", "is": ["unreported"]}}
    assert _result(_targets(), when, DAY).entries == ()
    villages = _result(_targets(), when, DAY, level="village").entries
    assert [each.division for each in villages] == ["county/east/a"]


# By problems


def _ledger() -> Dataset:
    begun = date(2017, 3, 1)
    late = (found(begun), assigned(begun, date(2017, 4, 1)))
    return replace(
        datasets.dataset(programmes.programme({})),
        ledger=(
            filed_problem(*late, name="one"),
            filed_problem(*late, name="two", division="county/east/a"),
            filed_problem(*late, rectified(date(2017, 4, 9)), name="mended"),
            filed_problem(*late, name="three", township=WEST),
            filed_problem(found(begun), name="unassigned", township=WEST),
        ),
    )


@pytest.mark.parametrize(
    ("least", "level", "divisions"),
    [
        (1, "township", [EAST, WEST]),
        (2, "township", [EAST]),
        (3, "township", []),
        (3, "county", ["county"]),
        (1, "village", ["county/east/a"]),
    ],
)
def test_overdue_problems_in_a_division_and_below_it(least: int, level: str, divisions: list[str]) -> None:
    result = _result(_ledger(), {"problems": {"overdue-at-least": least}}, DAY, level)
    assert [each.division for each in result.entries] == divisions
    assert all(isinstance(each.ground, ProblemsGround) for each in result.entries)


def test_the_problems_are_named() -> None:
    (entry,) = _result(_ledger(), {"problems": {"overdue-at-least": 2}}, DAY).entries
    assert entry.ground == ProblemsGround(("county/east/one", "county/east/two"))


def test_on_the_due_day_itself_nothing_is_overdue() -> None:
    when = {"problems": {"overdue-at-least": 1}}
    assert _result(_ledger(), when, date(2017, 4, 1)).entries == ()
    assert _result(_ledger(), when, date(2017, 4, 2)).entries != ()


# By tier


def _classes() -> Dataset:
    day = date(2024, 3, 1)
    return tiers.county(
        assessments=(
            tiers.assessed(divisions.A, "weak", day),
            tiers.assessed(divisions.B, "plain", day),
            tiers.assessed(divisions.C, "strong", day),
        )
    )


@pytest.mark.parametrize(
    ("bound", "villages"),
    [
        ({"at-most": "weak"}, [divisions.A]),
        ({"at-most": "plain"}, [divisions.A, divisions.B]),
        ({"at-least": "plain"}, [divisions.B, divisions.C]),
        ({"at-least": "strong"}, [divisions.C]),
    ],
)
def test_no_higher_or_no_lower_than_a_tier_and_one_not_rated_is_neither(
    bound: dict[str, str], villages: list[str]
) -> None:
    result = _result(_classes(), {"tier": {"ladder": "class", **bound}}, tiers.DAY, "village")
    assert [each.division for each in result.entries] == villages


def test_who_is_below_the_lowest_tier_stands_no_higher_than_it() -> None:
    checks = (tiers.check(divisions.A, "compliant/emblem", date(2024, 1, 1)),)
    when = {"tier": {"ladder": "model", "at-most": "compliant"}}
    (entry,) = _result(tiers.county(checks=checks), when, tiers.DAY, "village").entries
    assert (entry.division, entry.ground) == (
        divisions.A,
        TierGround(TierTrigger(ladder="model", at_most="compliant"), -1),
    )


# Who and when


def test_a_merged_village_has_no_consequences_any_more() -> None:
    dataset = _ledger()
    divisions = dict(dataset.divisions)
    name = "county/east/a"
    divisions[name] = replace(divisions[name], history=(Merger(into="b", on=date(2017, 4, 20)).event(),))
    merged = replace(dataset, divisions=divisions)
    when = {"problems": {"overdue-at-least": 1}}
    assert _result(merged, when, date(2017, 4, 19), "village").entries != ()
    assert _result(merged, when, DAY, "village").entries == ()


def test_a_programme_that_ended_is_judged_on_its_last_day() -> None:
    dataset = _ledger()
    ended = programmes.programme({}, observed_until=date(2017, 3, 31))
    dataset = replace(dataset, programmes={ended.id: ended})
    result = _result(dataset, {"problems": {"overdue-at-least": 1}}, DAY)
    assert (result.day, result.entries) == (date(2017, 3, 31), ())


# For how long


@pytest.mark.parametrize(
    ("start", "end", "periods"),
    [
        (None, None, ["2024-Q1", "2024-Q2"]),
        (date(2024, 4, 1), None, ["2024-Q2"]),
        (date(2024, 3, 31), date(2024, 6, 29), ["2024-Q1"]),
        (None, date(2024, 3, 30), []),
    ],
)
def test_a_rank_counts_where_the_consequence_was_in_force_at_the_end_of_its_period(
    start: date | None, end: date | None, periods: list[str]
) -> None:
    county = ranked_county({"2024-Q1": [90, 80], "2024-Q2": [70, 80]})
    rule = consequence({"rank": {"scheme": "scheme", "first": 1}}).detached(start=start, end=end)
    result = measured_whole(with_consequence(county, rule), JULY).consequence_results[WORD]
    assert [each.text for each in result.periods] == periods
    assert [
        each.ground.period.text for each in result.entries if isinstance(each.ground, RankGround)
    ] == periods


def test_what_is_so_on_the_day_counts_while_the_consequence_is_in_force() -> None:
    rule = consequence({"problems": {"overdue-at-least": 1}})
    for end, count in ((DAY, 2), (date(2017, 4, 29), 0)):
        held = with_consequence(_ledger(), rule.detached(end=end))
        assert len(measured_whole(held, DAY).consequence_results[WORD].entries) == count
