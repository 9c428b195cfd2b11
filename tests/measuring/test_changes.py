"""Changes, each kind by a county made by hand, and what holds between any two days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generators.measuring.changes import changes_between, days_compared, relative_size, size_class
from generators.model.dataset import Dataset
from generators.model.indicator import IndicatorKind
from generators.model.ledger import FiledEntry
from generators.model.report import FiledReport, Value
from generators.model.site import Thresholds
from generators.model.target import FiledTarget
from generators.pipeline import measured_whole
from generators.results.changes import (
    Changes,
    News,
    ProblemChange,
    RankChange,
    RankInPeriod,
    Reading,
    ReportChange,
    SizeClass,
    Span,
    StatusChange,
    Turn,
    ValueChange,
)
from generators.results.figures import Status, ValueState
from generators.results.ledgers import ProblemState
from generators.results.tiers import BELOW, MoveKind
from tests.build import datasets, divisions, figures, leagues, programmes, tiers
from tests.build.divisions import COUNTY, EAST, WEST
from tests.build.figures import MAIN
from tests.build.ledgers import assigned, filed_problem, found, rectified, reopened, verified
from tests.build.rankings import SCHEME, ranked_county, township

MARCH: Final = date(2017, 3, 31)
APRIL: Final = date(2017, 4, 30)
THRESHOLDS: Final = Thresholds()

amounts: Final = st.decimals(-1000, 1000, places=2)


def _changes(dataset: Dataset, before: date, after: date) -> Changes:
    one, other = (replace(measured_whole(dataset, day), past={}) for day in (before, after))
    return changes_between(dataset, one, other)


def _county(
    *reports: FiledReport,
    targets: tuple[FiledTarget, ...] = (),
    kind: IndicatorKind = IndicatorKind.LEVEL,
    **fields: object,
) -> Dataset:
    work = programmes.programme({"main": figures.indicator(kind, **fields)})
    return datasets.dataset(work, reports=reports, targets=targets)


def _with_ledger(*entries: FiledEntry) -> Dataset:
    return replace(datasets.dataset(programmes.programme({})), ledger=entries)


# Sizes


@pytest.mark.parametrize(
    ("before", "after", "size", "called"),
    [
        ("100", "150", "0.2", SizeClass.LARGE),
        ("100", "149", "0.196787148594", SizeClass.NOTABLE),
        ("95", "105", "0.05", SizeClass.NOTABLE),
        ("100", "110", "0.047619047619", SizeClass.SMALL),
        ("0", "3", "1", SizeClass.LARGE),
        ("3", "0", "1", SizeClass.LARGE),
        ("-3", "5", "1", SizeClass.LARGE),
        ("1", "3", "0.5", SizeClass.LARGE),
    ],
)
def test_the_size_of_a_change_by_hand(before: str, after: str, size: str, called: SizeClass) -> None:
    found = relative_size(Decimal(before), Decimal(after))
    assert abs(found - Decimal(size)) < Decimal("1e-12")
    assert size_class(found, THRESHOLDS) is called


def test_nothing_changed_from_zero_to_zero() -> None:
    assert relative_size(Decimal(0), Decimal("0.00")) == 0


@given(amounts, amounts)
def test_a_size_is_the_same_in_both_directions_and_at_most_one(one: Decimal, other: Decimal) -> None:
    size = relative_size(one, other)
    assert size == relative_size(other, one)
    assert 0 <= size <= 1
    assert (size == 0) is (one == other)


# Values


def test_values_reported_changed_and_left_alone() -> None:
    dataset = _county(
        figures.report("2017-03", 100, division=EAST),
        figures.report("2017-04", 150, division=EAST),
        figures.report("2017-04", 7, division=WEST),
        figures.report("2017-03", 5, division="county/east/a"),
    )
    known, unknown = ValueState.KNOWN, ValueState.UNREPORTED
    assert _changes(dataset, MARCH, APRIL).values == (
        ValueChange(
            EAST,
            MAIN,
            Reading(known, Decimal(100)),
            Reading(known, Decimal(150)),
            Decimal("0.2"),
            SizeClass.LARGE,
        ),
        ValueChange(WEST, MAIN, Reading(unknown), Reading(known, Decimal(7)), None, None),
    )


def test_what_is_no_longer_applicable_has_no_size() -> None:
    gone = Value.model_validate({"not_applicable": "已撤销"})
    dataset = _county(figures.report("2017-03", 4), figures.report("2017-04", gone))
    (change,) = _changes(dataset, MARCH, APRIL).values
    assert change.before == Reading(ValueState.KNOWN, Decimal(4))
    assert change.after == Reading(ValueState.NOT_APPLICABLE)
    assert (change.size, change.size_class) == (None, None)


def test_yes_after_no_has_no_size() -> None:
    reports = (figures.report("2017-03", value=False), figures.report("2017-04", value=True))
    (change,) = _changes(_county(*reports, kind=IndicatorKind.FLAG), MARCH, APRIL).values
    assert (change.before.value, change.after.value, change.size) == (False, True, None)


def test_a_late_report_and_a_correction_are_changes_of_the_day_they_came_in() -> None:
    late = _county(figures.report("2017-02", 3, on=date(2017, 4, 9)))
    assert [each.after.value for each in _changes(late, MARCH, APRIL).values] == [3]
    corrected = replace(
        _county(figures.report("2017-02", 3)),
        corrections=(figures.correction("2017-02", Decimal(3), Decimal(2), date(2017, 4, 9)),),
    )
    (change,) = _changes(corrected, MARCH, APRIL).values
    assert (change.before.value, change.after.value) == (3, 2)


def test_large_comes_before_new_before_small_and_a_county_before_its_townships() -> None:
    dataset = _county(
        *(
            figures.report(period, value, division=division)
            for division, values in {
                "county/east/a": (100, 101),
                "county/west/c": (10, 20),
                EAST: (10, 19),
                COUNTY: (1000, 1010),
                WEST: (100, 114),
            }.items()
            for period, value in zip(("2017-03", "2017-04"), values, strict=True)
        ),
        figures.report("2017-04", 1, division="county/east/b"),
    )
    order = [each.division for each in _changes(dataset, MARCH, APRIL).values]
    assert order == [EAST, "county/west/c", "county/east/b", WEST, COUNTY, "county/east/a"]


# Statuses


def test_the_status_of_a_target_that_fell_behind_and_of_one_reached() -> None:
    dataset = _county(
        figures.report("2017-03", 19, division=EAST),
        figures.report("2017-04", 19, division=EAST),
        figures.report("2017-03", 18, division=WEST),
        figures.report("2017-04-05", 20, division=WEST),
        targets=(figures.target(20, division=EAST), figures.target(20, division=WEST)),
        kind=IndicatorKind.CUMULATIVE,
    )
    missed, reached = _changes(dataset, MARCH, APRIL).statuses
    start, due = figures.START, figures.DUE
    before = Status.ON_PACE
    assert missed == StatusChange(
        EAST, MAIN, start, due, Decimal(20), is_each=False, before=before, after=Status.MISSED
    )
    assert (missed.turn, reached.division, reached.turn) == (Turn.WORSE, WEST, Turn.BETTER)


@pytest.mark.parametrize(
    ("before", "after", "turn"),
    [
        (Status.ON_PACE, Status.BEHIND, Turn.WORSE),
        (Status.BEHIND, Status.FAR_BEHIND, Turn.WORSE),
        (Status.FAR_BEHIND, Status.BEHIND, Turn.BETTER),
        (Status.ACHIEVED, Status.ON_PACE, Turn.WORSE),
        (Status.UNREPORTED, Status.MISSED, Turn.WORSE),
        (Status.NOT_STARTED, Status.ACHIEVED, Turn.BETTER),
        (Status.NOT_STARTED, Status.UNREPORTED, Turn.OTHER),
        (Status.BEHIND, Status.NOT_APPLICABLE, Turn.OTHER),
    ],
)
def test_for_better_or_worse(before: Status, after: Status, turn: Turn) -> None:
    change = StatusChange(EAST, MAIN, figures.START, figures.DUE, Decimal(1), False, before, after)  # noqa: FBT003 - a field of a record
    assert change.turn is turn


# Reports


def test_periods_newly_overdue_and_made_up_for() -> None:
    dataset = _county(
        figures.report("2017-01", 1, division=EAST, on=date(2017, 2, 1)),
        figures.report("2017-02", 2, division=EAST, on=date(2017, 3, 1)),
        figures.report("2017-01", 1, division=WEST, on=date(2017, 2, 1)),
        figures.report("2017-02", 1, division=WEST, on=date(2017, 4, 20)),
        figures.report("2017-03", 1, division=WEST, on=date(2017, 4, 20)),
        targets=(figures.target(division=EAST), figures.target(division=WEST)),
        cadence="month",
    )
    newly, made_up = _changes(dataset, MARCH, APRIL).reports
    assert newly == ReportChange(EAST, MAIN, (), ("2017-03",))
    assert made_up == ReportChange(WEST, MAIN, ("2017-02",), ())
    assert (newly.newly_overdue, newly.made_up_for) == (("2017-03",), ())
    assert (made_up.newly_overdue, made_up.made_up_for) == ((), ("2017-02",))


# Ranks


def test_the_rank_in_the_latest_closed_period_by_hand() -> None:
    dataset = ranked_county({"2024-Q1": (10, 20, 30), "2024-Q2": (60, 50, 40)})
    before, after = date(2024, 4, 10), date(2024, 7, 10)
    found = _changes(dataset, before, after).ranks
    assert found == (
        RankChange(SCHEME, township(0), RankInPeriod("2024-Q1", 3), RankInPeriod("2024-Q2", 1)),
        RankChange(SCHEME, township(2), RankInPeriod("2024-Q1", 1), RankInPeriod("2024-Q2", 3)),
    )
    assert [each.rise for each in found] == [2, -2]
    # A day earlier the second quarter was not closed yet; or the first was not, and nothing to compare with.
    assert _changes(dataset, before, after - timedelta(days=1)).ranks == ()
    assert _changes(dataset, before - timedelta(days=1), after).ranks == ()


def test_one_no_longer_ranked_comes_first_and_one_ranked_anew_last() -> None:
    dataset = ranked_county({"2024-Q1": (10, 20, None, 40), "2024-Q2": (10, None, 90, 40)})
    found = _changes(dataset, date(2024, 4, 10), date(2024, 7, 10)).ranks
    assert [(each.division, each.before.rank, each.after.rank) for each in found] == [
        (township(1), 2, None),
        (township(3), 1, 2),
        (township(2), None, 1),
    ]
    assert found[0].rise is None


# Tiers


def test_tiers_up_down_and_new() -> None:
    dataset = tiers.county(
        assessments=(
            tiers.assessed(divisions.A, "plain", date(2024, 3, 1)),
            tiers.assessed(divisions.A, "strong", date(2024, 6, 1)),
            tiers.assessed(divisions.B, "plain", date(2024, 3, 1)),
            tiers.assessed(divisions.B, "weak", date(2024, 6, 1)),
            tiers.assessed(divisions.C, "weak", date(2024, 6, 1)),
            tiers.assessed(divisions.D, "weak", date(2024, 3, 1)),
        )
    )
    found = _changes(dataset, date(2024, 5, 31), date(2024, 6, 30)).tiers
    assert [(each.division, each.kind, each.before, each.after) for each in found] == [
        (divisions.B, MoveKind.DOWN, 1, 0),
        (divisions.A, MoveKind.UP, 1, 2),
        (divisions.C, MoveKind.NEW, None, 0),
    ]
    assert {each.ladder for each in found} == {tiers.CLASS}


def test_a_revoked_check_lets_a_village_fall_below_the_lowest_tier() -> None:
    checks = (
        tiers.check(divisions.A, "compliant/emblem", date(2024, 1, 1), revoked=date(2024, 6, 1)),
        tiers.check(divisions.A, "compliant/flag", date(2024, 1, 1)),
    )
    found = _changes(tiers.county(checks=checks), date(2024, 5, 31), date(2024, 6, 30)).tiers
    assert [(each.ladder, each.before, each.after) for each in found] == [(tiers.MODEL, 0, BELOW)]


def test_a_village_merged_in_between_has_not_changed() -> None:
    dataset = tiers.county(
        assessments=(tiers.assessed(divisions.A, "plain", date(2024, 3, 1)),),
        merged={divisions.A: ("b", date(2024, 6, 1))},
    )
    assert _changes(dataset, date(2024, 5, 31), date(2024, 6, 30)).tiers == ()


# Problems


def test_problems_opened_cleared_reopened_and_overdue() -> None:
    begun = date(2017, 3, 1)
    dataset = _with_ledger(
        filed_problem(found(date(2017, 4, 3)), name="opened"),
        filed_problem(
            found(begun),
            assigned(begun, date(2017, 4, 20)),
            rectified(date(2017, 4, 2)),
            verified(date(2017, 4, 3)),
            name="cleared",
        ),
        filed_problem(found(begun), assigned(begun, date(2017, 4, 20)), name="overdue"),
        filed_problem(
            found(begun),
            assigned(begun, date(2017, 3, 20)),
            rectified(date(2017, 3, 10)),
            verified(date(2017, 3, 11)),
            reopened(date(2017, 4, 6), date(2017, 5, 20)),
            name="reopened",
        ),
        filed_problem(found(date(2017, 4, 3)), assigned(date(2017, 4, 4), date(2017, 4, 9)), name="at-once"),
        filed_problem(found(begun), assigned(begun, date(2017, 5, 5)), name="soon"),
        filed_problem(found(begun), assigned(begun, date(2017, 8, 1)), name="same"),
    )
    changes = _changes(dataset, MARCH, APRIL).problems
    assert [(each.address.rpartition("/")[2], each.news) for each in changes] == [
        ("overdue", (News.OVERDUE,)),
        ("at-once", (News.OVERDUE, News.OPENED)),
        ("reopened", (News.REOPENED,)),
        ("opened", (News.OPENED,)),
        ("cleared", (News.CLEARED,)),
        ("soon", ()),
    ]
    assert changes[0] == ProblemChange(
        "example", "county/east/overdue", EAST, ProblemState.OPEN, ProblemState.OVERDUE, 0, 0
    )


def test_one_reopened_and_cleared_again_is_told_though_its_state_is_the_same() -> None:
    begun = date(2017, 3, 1)
    dataset = _with_ledger(
        filed_problem(
            found(begun),
            assigned(begun, date(2017, 3, 20)),
            rectified(date(2017, 3, 10)),
            verified(date(2017, 3, 11)),
            reopened(date(2017, 4, 6), date(2017, 4, 20)),
            rectified(date(2017, 4, 10)),
            verified(date(2017, 4, 11)),
        )
    )
    (change,) = _changes(dataset, MARCH, APRIL).problems
    assert (change.before, change.after) == (ProblemState.CLEARED, ProblemState.CLEARED)
    assert change.news == (News.REOPENED, News.CLEARED)


# Which days


def test_a_month_a_quarter_and_a_year_before() -> None:
    assert days_compared(_county(), date(2024, 6, 30)) == {
        Span.MONTH: date(2024, 5, 31),
        Span.QUARTER: date(2024, 3, 31),
        Span.YEAR: date(2023, 6, 30),
    }


@pytest.mark.parametrize(
    ("observed_until", "spans"),
    [
        (date(2023, 6, 30), []),
        (date(2023, 7, 1), [Span.YEAR]),
        (date(2024, 3, 31), [Span.YEAR]),
        (date(2024, 4, 1), [Span.QUARTER, Span.YEAR]),
        (date(2024, 6, 1), [Span.MONTH, Span.QUARTER, Span.YEAR]),
        (date(2030, 1, 1), [Span.MONTH, Span.QUARTER, Span.YEAR]),
    ],
)
def test_days_in_which_no_programme_moves_are_not_compared(observed_until: date, spans: list[Span]) -> None:
    dataset = datasets.dataset(programmes.programme({}, observed_until=observed_until))
    assert list(days_compared(dataset, date(2024, 6, 30))) == spans


def test_on_the_first_day_of_the_calendar_nothing_is_compared() -> None:
    assert days_compared(_county(), date.min) == {}


# Whatever the days


def _busy_county() -> Dataset:
    """Return a county in which something happens in most months of 2024."""
    league = leagues.dataset_of(leagues.random_league(5))
    begun = date(2024, 2, 1)
    problems = (
        filed_problem(
            found(begun),
            assigned(begun, date(2024, 4, 1)),
            rectified(date(2024, 5, 1)),
            verified(date(2024, 5, 3)),
            reopened(date(2024, 8, 1), date(2024, 9, 1)),
            name="long",
            township=f"{COUNTY}/t0",
        ),
        filed_problem(found(date(2024, 6, 1)), name="new", township=f"{COUNTY}/t1"),
    )
    return replace(league, ledger=problems)


def _county_of_tiers() -> Dataset:
    return tiers.county(
        checks=(
            tiers.check(divisions.A, "compliant/emblem", date(2024, 2, 1), revoked=date(2024, 9, 1)),
            tiers.check(divisions.A, "compliant/flag", date(2024, 3, 1)),
        ),
        assessments=(
            tiers.assessed(divisions.C, "plain", date(2024, 3, 1)),
            tiers.assessed(divisions.C, "weak", date(2024, 7, 1)),
        ),
        reports=(
            tiers.income(divisions.B, "2024-Q1", 40),
            tiers.income(divisions.B, "2024-Q2", 240),
        ),
        merged={divisions.D: ("c", date(2024, 5, 1))},
    )


WORLDS: Final = {"league": _busy_county(), "tiers": _county_of_tiers()}
days: Final = st.dates(date(2024, 1, 1), date(2025, 2, 1))
PROPERTY: Final = settings(max_examples=25, deadline=None)


_OPPOSITE: Final = {
    MoveKind.UP: MoveKind.DOWN,
    MoveKind.DOWN: MoveKind.UP,
    MoveKind.NEW: MoveKind.LAPSED,
    MoveKind.LAPSED: MoveKind.NEW,
}


def _mirrored(changes: Changes) -> set[object]:
    """Return all changes the other way round."""
    exchanged: set[object] = set()
    exchanged |= {replace(each, before=each.after, after=each.before) for each in changes.values}
    exchanged |= {replace(each, before=each.after, after=each.before) for each in changes.statuses}
    exchanged |= {replace(each, before=each.after, after=each.before) for each in changes.ranks}
    exchanged |= {replace(each, before=each.after, after=each.before) for each in changes.reports}
    exchanged |= {
        replace(each, before=each.after, after=each.before, kind=_OPPOSITE[each.kind])
        for each in changes.tiers
    }
    exchanged |= {
        replace(
            each,
            before=each.after,
            after=each.before,
            reopened_before=each.reopened_after,
            reopened_after=each.reopened_before,
        )
        for each in changes.problems
    }
    return exchanged


def _all(changes: Changes) -> set[object]:
    kinds = (
        changes.values,
        changes.statuses,
        changes.ranks,
        changes.tiers,
        changes.problems,
        changes.reports,
    )
    return {each for kind in kinds for each in kind}


@pytest.mark.parametrize("world", WORLDS)
@PROPERTY
@given(day=days)
def test_between_a_day_and_itself_nothing_changes(world: str, day: date) -> None:
    assert _all(_changes(WORLDS[world], day, day)) == set()


@pytest.mark.parametrize("world", WORLDS)
@PROPERTY
@given(one=days, other=days)
def test_there_and_back_are_mirror_images(world: str, one: date, other: date) -> None:
    dataset = WORLDS[world]
    assert _all(_changes(dataset, one, other)) == _mirrored(_changes(dataset, other, one))


@pytest.mark.parametrize("world", WORLDS)
def test_a_year_of_these_counties_has_changes_to_speak_of(world: str) -> None:
    changes = _changes(WORLDS[world], date(2024, 1, 15), date(2024, 12, 31))
    if world == "tiers":
        assert changes.tiers
        assert changes.values
    else:
        assert changes.values
        assert changes.statuses
        assert changes.problems
        assert _changes(WORLDS[world], date(2024, 4, 20), date(2024, 12, 31)).ranks


def test_what_is_among_others_keeps_its_order() -> None:
    changes = _changes(WORLDS["league"], date(2024, 1, 15), date(2024, 12, 31))
    some = replace(changes, values=tuple(reversed(changes.values[::2])), problems=())
    found = changes.among(some)
    assert found.values == changes.values[::2]
    assert found.problems == ()
    assert found.statuses == changes.statuses
