from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.measuring.ledgers import burn_down, counts_of, ledgers, standing_of
from generators.measuring.once import Once
from generators.measuring.snapshot import measure
from generators.model.address import Address
from generators.model.dataset import Dataset
from generators.model.indicator import Indicator, IndicatorKind
from generators.model.ledger import FiledEntry
from generators.results.figures import Origin, ValueState
from generators.results.ledgers import Age, LedgerCounts, OpenCount, ProblemStanding, ProblemState
from tests.build import datasets, figures, programmes
from tests.build.ledgers import assigned, extended, filed_problem, found, rectified, reopened, verified

SOON: Final = timedelta(days=7)
OPENED: Final = date(2024, 3, 1)


def day(number: int) -> date:
    """Return the day with this number, counted from the first of March 2024."""
    return OPENED + timedelta(days=number - 1)


def stands(on: int, *events: dict[str, object]) -> ProblemStanding:
    """Return how a problem with ``events`` stands on a day."""
    standing = standing_of(filed_problem(*events), day(on), SOON)
    assert standing is not None
    return standing


FOUND_ON_1 = found(day(1))
DUE_ON_20 = assigned(day(2), day(20))


@pytest.mark.parametrize(
    ("on", "events", "state"),
    [
        (1, (FOUND_ON_1,), ProblemState.UNASSIGNED),
        (12, (FOUND_ON_1, DUE_ON_20), ProblemState.OPEN),
        (13, (FOUND_ON_1, DUE_ON_20), ProblemState.DUE_SOON),
        (20, (FOUND_ON_1, DUE_ON_20), ProblemState.DUE_SOON),
        (21, (FOUND_ON_1, DUE_ON_20), ProblemState.OVERDUE),
        (21, (FOUND_ON_1, DUE_ON_20, extended(day(19), day(40))), ProblemState.OPEN),
        (40, (FOUND_ON_1, DUE_ON_20, rectified(day(21))), ProblemState.RECTIFIED),
        (40, (FOUND_ON_1, DUE_ON_20, rectified(day(19)), verified(day(25))), ProblemState.CLEARED),
        (12, (FOUND_ON_1, DUE_ON_20, rectified(day(5)), reopened(day(9))), ProblemState.REOPENED),
        (21, (FOUND_ON_1, DUE_ON_20, rectified(day(5)), reopened(day(9))), ProblemState.OVERDUE),
        (
            30,
            (FOUND_ON_1, DUE_ON_20, rectified(day(5)), verified(day(6)), reopened(day(29), day(60))),
            ProblemState.REOPENED,
        ),
        (
            31,
            (
                *(FOUND_ON_1, DUE_ON_20, rectified(day(5)), verified(day(6))),
                *(reopened(day(29), day(60)), assigned(day(30), day(60), to="西乡")),
            ),
            ProblemState.OPEN,
        ),
    ],
)
def test_a_state_is_the_first_that_fits(
    on: int, events: tuple[dict[str, object], ...], state: ProblemState
) -> None:
    assert stands(on, *events).state is state


def test_a_problem_is_not_there_before_it_is_found() -> None:
    assert standing_of(filed_problem(found(day(5))), day(4), SOON) is None


def test_what_happens_later_does_not_count_yet() -> None:
    events = (FOUND_ON_1, DUE_ON_20, rectified(day(25)), verified(day(30)))
    on_24, on_26, on_30 = stands(24, *events), stands(26, *events), stands(30, *events)
    assert (on_24.state, on_24.days_open, on_24.days_late, on_24.is_on_time) == (
        ProblemState.OVERDUE,
        23,
        4,
        False,
    )
    assert (on_26.state, on_26.days_open, on_26.days_late) == (ProblemState.RECTIFIED, 25, 5)
    assert (on_30.state, on_30.days_open, on_30.days_late) == (ProblemState.CLEARED, 29, 5)


def test_a_reopened_problem_was_open_all_the_time() -> None:
    life = (FOUND_ON_1, DUE_ON_20, rectified(day(10)), verified(day(12)), reopened(day(32), day(50)))
    again = stands(41, *life)
    assert (again.days_open, again.times_reopened, again.rectified, again.verified) == (40, 1, None, None)
    assert (again.due, again.days_late, again.is_on_time) == (day(50), 0, None)
    cleared = stands(60, *life, rectified(day(45)), verified(day(47)))
    assert (cleared.days_open, cleared.is_on_time, cleared.due) == (46, True, day(50))
    assert cleared.verified is not None
    assert cleared.verified.on == day(47)


@pytest.mark.parametrize(
    ("events", "is_on_time"),
    [
        ((FOUND_ON_1,), None),
        ((FOUND_ON_1, assigned(day(2), day(60))), None),
        ((FOUND_ON_1, DUE_ON_20), False),
        ((FOUND_ON_1, DUE_ON_20, rectified(day(20))), True),
        ((FOUND_ON_1, DUE_ON_20, rectified(day(21))), False),
        ((FOUND_ON_1, DUE_ON_20, extended(day(20), day(21)), rectified(day(21))), True),
        ((FOUND_ON_1, DUE_ON_20, rectified(day(19)), reopened(day(25)), rectified(day(26))), False),
    ],
)
def test_in_time_is_by_the_deadline_in_force(
    events: tuple[dict[str, object], ...], *, is_on_time: bool | None
) -> None:
    assert stands(50, *events).is_on_time is is_on_time


@pytest.mark.parametrize(
    ("on", "age"),
    [
        (8, Age.WEEK),
        (9, Age.MONTH),
        (31, Age.MONTH),
        (32, Age.QUARTER),
        (91, Age.QUARTER),
        (92, Age.LONGER),
    ],
)
def test_ages_by_days_open(on: int, age: Age) -> None:
    assert stands(on, FOUND_ON_1).age is age


def _five() -> tuple[ProblemStanding, ...]:
    """Return on day 40: lastingly cleared, cleared again, cleared late, overdue, found today."""
    return (
        stands(40, FOUND_ON_1, DUE_ON_20, rectified(day(9)), verified(day(10))),
        stands(
            40,
            *(FOUND_ON_1, DUE_ON_20, rectified(day(9)), verified(day(10))),
            *(reopened(day(20), day(30)), rectified(day(25)), verified(day(28))),
        ),
        stands(40, FOUND_ON_1, DUE_ON_20, rectified(day(22)), verified(day(23))),
        stands(40, found(day(15)), assigned(day(16), day(30))),
        stands(40, found(day(40))),
    )


def test_counts_and_shares_by_hand() -> None:
    counts = counts_of(_five())
    assert (counts.found, counts.cleared, counts.remaining) == (5, 3, 2)
    assert (counts.cleared_lastingly, counts.ever_reopened) == (2, 1)
    assert (counts.judged, counts.on_time) == (4, 2)
    assert counts.clearance == Decimal("0.6")
    assert counts.lasting_clearance == Decimal("0.4")
    assert counts.punctuality == Decimal("0.5")
    assert {state: count for state, count in counts.states.items() if count} == {
        ProblemState.CLEARED: 3,
        ProblemState.OVERDUE: 1,
        ProblemState.UNASSIGNED: 1,
    }
    assert counts.ages == {Age.WEEK: 1, Age.MONTH: 1, Age.QUARTER: 0, Age.LONGER: 0}


def test_of_nothing_there_are_no_shares() -> None:
    counts = counts_of(())
    assert (counts.clearance, counts.lasting_clearance, counts.punctuality) == (None, None, None)
    assert set(counts.states) == set(ProblemState)
    assert burn_down(()) == ()


def test_burn_down_by_hand() -> None:
    assert burn_down(_five()) == (
        OpenCount(day(1), 3, 3),
        OpenCount(day(10), 3, 1),
        OpenCount(day(15), 4, 2),
        OpenCount(day(20), 4, 3),
        OpenCount(day(23), 4, 2),
        OpenCount(day(28), 4, 1),
        OpenCount(day(40), 5, 2),
    )


def test_reopening_what_was_not_struck_off_leaves_it_open_once() -> None:
    standing = stands(40, FOUND_ON_1, DUE_ON_20, rectified(day(9)), reopened(day(10)))
    assert burn_down((standing,)) == (OpenCount(day(1), 1, 1),)


@st.composite
def _entries(draw: st.DrawFn) -> FiledEntry:
    """Return a problem with a lawful history of random length and days."""
    at = draw(st.integers(1, 60))
    events = [found(day(at))]

    def later(most: int = 20) -> int:
        nonlocal at
        at += draw(st.integers(0, most))
        return at

    for _ in range(draw(st.integers(0, 3))):
        on = later()
        events.append(assigned(day(on), day(on + draw(st.integers(0, 30)))))
        if draw(st.booleans()):
            break
        events.append(rectified(day(later(40))))
        if draw(st.booleans()):
            events.append(verified(day(later())))
        if draw(st.booleans()):
            break
        events.append(reopened(day(later(40))))
    return filed_problem(*events)


def _standings(entries: Iterable[FiledEntry], on: date) -> list[ProblemStanding]:
    return [each for entry in entries if (each := standing_of(entry, on, SOON)) is not None]


@given(
    entries=st.lists(_entries(), max_size=12),
    on=st.integers(1, 200),
    chance=st.randoms(use_true_random=False),
)
def test_counts_agree_with_each_other_and_the_order_of_problems_never_matters(
    entries: list[FiledEntry], on: int, chance: Random
) -> None:
    standings = _standings(entries, day(on))
    counts = counts_of(standings)
    assert sum(counts.states.values()) == counts.found == len(standings)
    assert sum(counts.ages.values()) == counts.remaining
    assert counts.cleared_lastingly <= counts.cleared
    assert counts.on_time <= counts.judged <= counts.found
    line = burn_down(standings)
    assert [each.day for each in line] == sorted({each.day for each in line})
    if line:
        assert (line[-1].found, line[-1].remaining) == (counts.found, counts.remaining)
    shuffled = list(standings)
    chance.shuffle(shuffled)
    assert counts_of(shuffled) == counts
    assert burn_down(shuffled) == line


@given(entries=st.lists(_entries(), max_size=8), first=st.integers(1, 150), more=st.integers(0, 80))
def test_the_past_of_a_burn_down_never_changes(entries: list[FiledEntry], first: int, more: int) -> None:
    before = burn_down(_standings(entries, day(first)))
    after = burn_down(_standings(entries, day(first + more)))
    assert after[: len(before)] == before


# Whole datasets


def _share(which: str) -> Indicator:
    fields = {"measure": "%", "computed": {"problems": which}, "disclosure": "internal"}
    return figures.indicator(IndicatorKind.RATIO, **fields)


def _dataset(*entries: FiledEntry) -> Dataset:
    shares = {name: _share(name) for name in ("clearance", "lasting-clearance", "on-time")}
    return replace(datasets.dataset(programmes.programme(shares)), ledger=entries)


CLEARED: Final = (FOUND_ON_1, DUE_ON_20, rectified(day(9)), verified(day(10)))
AGAIN: Final = (*CLEARED, reopened(day(20), day(30)), rectified(day(25)), verified(day(28)))
LATE: Final = (FOUND_ON_1, DUE_ON_20)

COUNTY_LEDGER: Final = (
    filed_problem(*CLEARED, name="a", division="county/east/a"),
    filed_problem(*AGAIN, name="b", division="county/east/b"),
    filed_problem(*LATE, name="c"),
    filed_problem(*CLEARED, name="d", township="county/west"),
)


@pytest.mark.parametrize(
    ("indicator", "division", "part", "whole"),
    [
        ("clearance", "county", 3, 4),
        ("clearance", "county/east", 2, 3),
        ("clearance", "county/east/b", 1, 1),
        ("lasting-clearance", "county", 2, 4),
        ("lasting-clearance", "county/east/b", 0, 1),
        ("on-time", "county/east", 2, 3),
        ("on-time", "county/west", 1, 1),
    ],
)
def test_a_share_is_of_the_problems_in_a_division_and_below(
    indicator: str, division: str, part: int, whole: int
) -> None:
    measured = measure(_dataset(*COUNTY_LEDGER), day(40)).values[division, Address.of("example", indicator)]
    assert (measured.state, measured.origin) == (ValueState.KNOWN, Origin.DERIVED)
    assert (measured.numerator, measured.denominator) == (Decimal(part), Decimal(whole))
    assert measured.value == 100 * Decimal(part) / Decimal(whole)


def test_a_share_of_no_problems_does_not_apply() -> None:
    values = measure(_dataset(*COUNTY_LEDGER), day(40)).values
    assert values["county/west/c", Address("example/clearance")].state is ValueState.NOT_APPLICABLE
    only_open = _dataset(filed_problem(FOUND_ON_1, assigned(day(2), day(60))))
    punctuality = measure(only_open, day(40)).values["county", Address("example/on-time")]
    assert punctuality.state is ValueState.NOT_APPLICABLE


def test_a_ledger_counts_by_township_in_the_order_of_the_divisions() -> None:
    ledger = measure(_dataset(*reversed(COUNTY_LEDGER)), day(40)).ledgers["example"]
    found_by_township = {name: counts.found for name, counts in ledger.townships.items()}
    assert list(found_by_township.items()) == [("county/east", 3), ("county/west", 1)]
    assert isinstance(ledger.counts, LedgerCounts)
    assert ledger.counts.found == sum(found_by_township.values())
    assert (ledger.day, ledger.is_whole) == (day(40), True)


def test_a_programme_without_problems_has_no_ledger() -> None:
    assert ledgers(Once(_dataset()), {"example": day(40)}) == {}
    assert ledgers(Once(_dataset(filed_problem(found(day(41))))), {"example": day(40)}) == {}


def test_a_closed_programme_is_measured_on_its_last_day() -> None:
    work = programmes.programme({}, observed_until=day(15))
    dataset = replace(datasets.dataset(work), ledger=(filed_problem(*LATE),))
    (standing,) = measure(dataset, day(40)).ledgers["example"].standings
    assert (standing.day, standing.state) == (day(15), ProblemState.DUE_SOON)


def test_how_soon_is_soon_is_the_sites_to_say() -> None:
    dataset = _dataset(filed_problem(FOUND_ON_1, assigned(day(2), day(60))))
    thresholds = dataset.site.thresholds.model_copy(update={"problem_due_soon_days": 20})
    patient = replace(dataset, site=dataset.site.model_copy(update={"thresholds": thresholds}))
    states = [measure(each, day(40)).ledgers["example"].standings[0].state for each in (dataset, patient)]
    assert states == [ProblemState.OPEN, ProblemState.DUE_SOON]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [(9, 25, True), (22, 25, False), (9, 32, False), (22, 32, False), (22, None, False), (9, None, None)],
)
def test_a_problem_is_on_time_if_every_round_was(
    first: int, second: int | None, *, expected: bool | None
) -> None:
    again = [] if second is None else [rectified(day(second))]
    events = (FOUND_ON_1, DUE_ON_20, rectified(day(first)), reopened(day(23), day(30)), *again)
    assert stands(28 if second is None else 40, *events).is_on_time is expected
