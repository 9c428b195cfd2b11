"""Facts of a past period: what they are, and that nothing that comes later changes them but a correction."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

import pytest

from generators.measuring.facts import PeriodFacts, closing_of, facts_of
from generators.measuring.once import Once
from generators.measuring.snapshot import measure
from generators.model.address import Address
from generators.model.dataset import Dataset
from generators.model.period import parse_period
from generators.results.facts import (
    ChangeFact,
    CountsFact,
    FactKind,
    FactRequest,
    ProgressFact,
    TargetsFact,
    ValueFact,
)
from generators.results.figures import Measured, Status, ValueState
from tests.build.project import SHILI_LATER_DAY

COUNTY: Final = "shilixian"


def _facts(dataset: Dataset, programme: str, period: str, as_of: date = SHILI_LATER_DAY) -> PeriodFacts:
    return PeriodFacts(Once(dataset), programme, parse_period(period), as_of)


def _without_corrections(dataset: Dataset) -> Dataset:
    return replace(dataset, corrections=())


@pytest.mark.parametrize("period", ["2025-12", "2026-Q1", "2026-W20", "2026-H1", "2025"])
@pytest.mark.parametrize("programme", ["shili-double", "shili-1357", "shili-five-star"])
def test_nothing_that_comes_after_the_closing_day_changes_a_period(
    shili: Dataset, programme: str, period: str
) -> None:
    dataset = _without_corrections(shili)
    then = _facts(dataset, programme, period, closing_of(dataset, programme, parse_period(period)))
    now = _facts(dataset, programme, period)
    for division in (COUNTY, f"{COUNTY}/jiaxu"):
        for name in dataset.programmes[programme].indicators:
            address = Address.of(programme, name)
            assert now.value(division, address) == then.value(division, address)
            assert now.change(division, address) == then.change(division, address)
            assert now.progress(division, address) == then.progress(division, address)
        assert now.problems(division) == then.problems(division)
        assert now.commitments(division) == then.commitments(division)
    assert now.targets(COUNTY, Address(programme)) == then.targets(COUNTY, Address(programme))


def test_a_correction_does_change_one(shili: Dataset) -> None:
    corrected = {(each.division, each.indicator, each.period.text) for each in shili.corrections}
    assert corrected
    for division, address, period in corrected:
        programme = address.partition("/")[0]
        found = _facts(shili, programme, period).value(division, address)
        plain = _facts(_without_corrections(shili), programme, period).value(division, address)
        assert found.corrected
        assert found.value != plain.value


def test_a_closing_day_is_that_of_the_last_scheme_or_of_the_grace(shili: Dataset) -> None:
    quarter = parse_period("2026-Q3")
    assert closing_of(shili, "shili-1357", quarter) == date(2026, 10, 15)
    without = {"shili-1357": shili.programmes["shili-1357"].detached(schemes={})}
    assert closing_of(replace(shili, programmes=without), "shili-1357", quarter) == date(2026, 10, 5)
    with pytest.raises(ValueError, match="no last day"):
        closing_of(shili, "shili-1357", parse_period("unstated"))


def test_on_the_last_day_a_stock_is_what_measuring_says(shili: Dataset) -> None:
    dataset = _without_corrections(shili)
    closing = closing_of(dataset, "shili-double", parse_period("2026-Q2"))
    facts, measured = _facts(dataset, "shili-double", "2026-Q2"), measure(dataset, closing)
    # All reports on June came in by the closing day, and none on a later period.
    found = facts.value(COUNTY, Address("shili-double/compliant-villages"))
    assert found == measured.values[COUNTY, Address("shili-double/compliant-villages")]


def test_a_flow_is_summed_over_the_period_alone_and_for_a_target_since_that_began(shili: Dataset) -> None:
    address, division = Address("shili-1357/solved-problems"), f"{COUNTY}/jiazi"
    months = [_facts(shili, "shili-1357", f"2026-{month:02}").value(division, address) for month in (7, 8, 9)]
    quarter = _facts(shili, "shili-1357", "2026-Q3")
    amounts = [each.value for each in months if isinstance(each.value, Decimal)]
    assert len(amounts) == 3
    assert quarter.value(division, address).value == sum(amounts)
    progress = quarter.progress(division, address)
    assert progress is not None
    assert isinstance(progress.value, Decimal)
    assert progress.value > sum(amounts)
    assert progress.target.start <= date(2026, 1, 1)


def test_the_target_in_force_is_the_one_first_due(shili: Dataset) -> None:
    facts = _facts(shili, "shili-double", "2025-Q4")
    later = _facts(shili, "shili-double", "2026-Q3")
    division, address = f"{COUNTY}/jiazi", Address("shili-double/compliant-villages")
    dues = [
        progress.target.due if (progress := each.progress(division, address)) is not None else None
        for each in (facts, later)
    ]
    filed = sorted(
        each.target.due
        for each in shili.targets
        if each.division == division and each.target.indicator == address
    )
    assert dues == [
        next(due for due in filed if due >= date(2025, 10, 1)),
        next(due for due in filed if due >= date(2026, 7, 1)),
    ]


def test_targets_are_counted_by_how_they_stand_and_have_turned(shili: Dataset) -> None:
    fact = _facts(shili, "shili-double", "2026-Q3").targets(COUNTY, Address("shili-double"))
    assert all(after.division.count("/") == 1 for _, after in fact.targets)
    behind = {Status.BEHIND, Status.FAR_BEHIND, Status.MISSED}
    assert {each.status for each in fact.chosen("behind")} <= behind
    assert len(fact.chosen("behind")) == sum(
        len(fact.chosen(status)) for status in ("far-behind", "missed")
    ) + sum(after.status is Status.BEHIND for _, after in fact.targets)
    assert set(map(id, fact.chosen("newly-achieved"))) <= set(map(id, fact.chosen("achieved")))
    for before, after in fact.targets:
        assert before is None or before.target is after.target
        if after in fact.chosen("recovered"):
            assert before is not None
            assert before.status in behind
    narrower = _facts(shili, "shili-double", "2026-Q3").targets(COUNTY, Address("shili-double/sites"))
    assert narrower.chosen("all") == tuple(
        each for each in fact.chosen("all") if each.indicator == "shili-double/sites"
    )


def test_problems_and_commitments_are_those_of_the_period(shili: Dataset) -> None:
    quarter = _facts(shili, "shili-1357", "2026-Q3").problems(COUNTY).counts
    months = [_facts(shili, "shili-1357", f"2026-{month:02}").problems(COUNTY).counts for month in (7, 8, 9)]
    for happened in ("found", "cleared", "reopened"):
        assert quarter[happened] == sum(each[happened] for each in months)
    assert quarter["all"] == quarter["all-cleared"] + quarter["remaining"]
    assert months[-1]["overdue"] == quarter["overdue"]
    townships = [
        _facts(shili, "shili-1357", "2026-Q3").problems(each).counts["overdue"]
        for each in shili.children[COUNTY]
    ]
    assert sum(townships) == quarter["overdue"]
    promised = _facts(shili, "shili-1357", "2026-H1").commitments(COUNTY)
    counts = promised.counts
    assert counts["judged"] == counts["kept"] + counts["partly"] + counts["not-kept"]
    assert promised.shares["kept-rate"] is not None


def test_facts_answer_requests_by_their_kind(shili: Dataset) -> None:
    expected = {
        FactKind.VALUE: ValueFact,
        FactKind.PROGRESS: ProgressFact,
        FactKind.CHANGE: ChangeFact,
        FactKind.TARGETS: TargetsFact,
        FactKind.PROBLEMS: CountsFact,
        FactKind.COMMITMENTS: CountsFact,
    }
    subjects = {
        kind: "shili-1357/petitions" if index < 3 else "shili-1357" for index, kind in enumerate(expected)
    }
    requests = [FactRequest(kind, COUNTY, Address(subjects[kind]), "2026-Q3") for kind in expected]
    found = facts_of(Once(shili), SHILI_LATER_DAY, requests)
    assert {request.kind: type(fact) for request, fact in found.items()} == expected


def test_an_unknown_or_hedged_value_is_not_compared() -> None:
    known = Measured(ValueState.KNOWN, value=Decimal(3))
    assert ChangeFact(known, known).is_comparable
    assert not ChangeFact(Measured(ValueState.UNREPORTED), known).is_comparable
    assert not ChangeFact(known, Measured(ValueState.KNOWN, value=True)).is_comparable


def test_a_period_still_running_is_measured_on_the_day(shili: Dataset) -> None:
    facts = _facts(shili, "shili-1357", "2026-Q3", date(2026, 8, 15))
    assert facts.day == date(2026, 8, 15)
    assert facts.day + timedelta(days=46) == date(2026, 9, 30)
