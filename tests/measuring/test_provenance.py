"""Every figure names the internal records that it rests on, and no others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Final

import pytest

from generators.measuring.provenance import Provenance, unanimous
from generators.measuring.snapshot import measure
from generators.model.address import Address
from generators.model.dataset import Dataset
from generators.model.indicator import Condition, Indicator, IndicatorKind, RatioParts, Rollup
from generators.model.report import FiledReport, Value
from generators.model.scalars import Disclosure
from generators.results.figures import Measured, ValueState
from tests.build import datasets, figures, programmes, tiers
from tests.build.commitments import filed_commitment, judged, made, published, reviewed
from tests.build.divisions import COUNTY, EAST, A, B, C, D
from tests.build.inspections import inspection, visit
from tests.build.ledgers import filed_problem, found, rectified, verified

DAY: Final = date(2017, 6, 30)
INTERNAL: Final = Disclosure.INTERNAL
MAIN: Final = figures.MAIN


def _internal(filed: FiledReport) -> FiledReport:
    return replace(filed, report=filed.report.detached(disclosure=INTERNAL))


def _reports(
    values: dict[str, Value | int], hidden: Iterable[str], name: str = "main", period: str = "2017-01"
) -> list[FiledReport]:
    made = {
        place: figures.report(period, value, division=place, address=Address(f"example/{name}"))
        for place, value in values.items()
    }
    return [_internal(each) if place in hidden else each for place, each in made.items()]


def _county(indicators: dict[str, Indicator], *reports: FiledReport) -> Dataset:
    return datasets.dataset(programmes.programme(indicators), reports=reports)


def _measured(dataset: Dataset, division: str = COUNTY, address: Address = MAIN) -> Measured:
    return measure(dataset, DAY).values[division, address]


def _rests_on(dataset: Dataset, division: str = COUNTY, address: Address = MAIN) -> set[str]:
    return {each.contributor for each in _measured(dataset, division, address).internal}


def test_a_sum_rests_on_the_internal_reports_below() -> None:
    work = {"main": figures.indicator(rollup=Rollup.SUM)}
    dataset = _county(work, *_reports({A: 1, B: 2, C: 3, D: 4}, {A, C}))
    assert _rests_on(dataset) == {A, C}
    assert _rests_on(dataset, EAST) == {A}
    assert _rests_on(dataset, B) == set()
    (of_a,) = _measured(dataset, A).internal
    assert (of_a.subject, of_a.reading) == (MAIN, "2017-01 ")


def test_of_cumulative_reports_the_last_one_counts_and_of_flows_each() -> None:
    for kind, readings in ((IndicatorKind.CUMULATIVE, 1), (IndicatorKind.FLOW, 2)):
        reports = [*_reports({A: 1}, {A}), *_reports({A: 2}, {A}, period="2017-02")]
        dataset = _county({"main": figures.indicator(kind, rollup=Rollup.SUM)}, *reports)
        assert len(_measured(dataset).internal) == readings


def test_an_internal_correction_counts_from_its_day() -> None:
    work = {"main": figures.indicator(rollup=Rollup.SUM)}
    correction = figures.correction("2017-01", Decimal(1), Decimal(2), date(2017, 5, 1), division=A)
    for disclosure, rests_on in ((INTERNAL, {A}), (Disclosure.PUBLIC, set[str]())):
        dataset = replace(
            _county(work, *_reports({A: 1, B: 2}, set())),
            corrections=(correction.detached(disclosure=disclosure),),
        )
        assert _rests_on(dataset) == rests_on
    later = correction.detached(disclosure=INTERNAL, on=date(2017, 7, 1))
    dataset = replace(_county(work, *_reports({A: 1}, set())), corrections=(later,))
    assert _rests_on(dataset) == set()


def test_a_part_without_a_number_conceals_no_other() -> None:
    work = {"main": figures.indicator(rollup=Rollup.SUM)}
    none = Value(not_applicable="没有")
    assert _rests_on(_county(work, *_reports({A: none, B: none, C: 3}, {A, B, C}))) == {C}
    # Which of them have no number is itself internal.
    assert _rests_on(_county(work, *_reports({A: none, B: none, C: 3}, {A, B}))) == {A, B}
    assert _rests_on(_county(work, *_reports({A: none, B: none}, {A, B}))) == {A, B}


def test_a_sum_of_internal_zeros_tells_each_of_them() -> None:
    work = {"main": figures.indicator(rollup=Rollup.SUM)}
    assert len(_rests_on(_county(work, *_reports({A: 0, B: 0, C: 0, D: 9}, {A, B, C})))) == 1
    assert _rests_on(_county(work, *_reports({A: 0, B: 1, C: 0}, {A, B, C}))) == {A, B, C}
    # Those of a township are alike, but not those of the county: the township's sum is withheld alone.
    split = _county(work, *_reports({A: 0, B: 0, C: 1}, {A, B, C}))
    assert (len(_rests_on(split, EAST)), _rests_on(split)) == (1, {A, B, C})


def test_a_ratio_rests_on_the_reports_with_both_parts() -> None:
    work = {"main": figures.indicator(IndicatorKind.RATIO, rollup=Rollup.RATIO)}
    parts = Value(numerator=Decimal(1), denominator=Decimal(2))
    dataset = _county(work, *_reports({A: parts, B: parts, C: 50}, {A, B, C}))
    assert _rests_on(dataset) == {A, B}


def _share(numerator: int, denominator: int) -> Value:
    return Value(numerator=Decimal(numerator), denominator=Decimal(denominator))


@pytest.mark.parametrize(
    ("parts", "contributors"),
    [
        # Of 0% all numerators are 0, of 100% each part is 100%: the ratio tells what each of them is.
        ([(0, 3), (0, 7), (0, 9)], 1),
        ([(3, 3), (7, 7), (9, 9)], 1),
        ([(0, 3), (7, 7), (0, 9)], 3),
        ([(1, 3), (7, 7), (9, 9)], 3),
    ],
)
@pytest.mark.parametrize("public", [None, (4, 5)])
def test_a_ratio_of_internal_parts_at_either_end_tells_each_of_them(
    parts: list[tuple[int, int]], contributors: int, public: tuple[int, int] | None
) -> None:
    work = {"main": figures.indicator(IndicatorKind.RATIO, rollup=Rollup.RATIO, measure="%")}
    values: dict[str, Value | int] = {
        place: _share(*part) for place, part in zip((A, B, C), parts, strict=True)
    }
    if public is not None:
        values[D] = _share(*public)
    assert len(_rests_on(_county(work, *_reports(values, {A, B, C})))) == contributors


def test_only_of_a_percentage_no_numerator_exceeds_its_denominator() -> None:
    work = {"main": figures.indicator(IndicatorKind.RATIO, rollup=Rollup.RATIO, measure="亩/户")}
    same = {place: _share(each, each) for place, each in ((A, 3), (B, 7), (C, 9))}
    assert _rests_on(_county(work, *_reports({**same}, {A, B, C}))) == {A, B, C}


def test_pairs_of_a_derived_percentage_at_its_end_tell_each_of_them() -> None:
    work = {
        "part": figures.indicator(rollup=Rollup.SUM),
        "whole": figures.indicator(rollup=Rollup.SUM),
        "main": figures.indicator(
            IndicatorKind.RATIO, measure="%", derived=RatioParts(numerator="part", denominator="whole")
        ),
    }
    for last, contributors in ((9, 1), (8, 3)):
        dataset = _county(
            work,
            *_reports({A: 3, B: 7, C: last}, {A, B, C}, "part"),
            *_reports({A: 3, B: 7, C: 9}, {A, B, C}, "whole"),
        )
        assert len(_rests_on(dataset)) == contributors


def test_a_quotient_rests_on_both_parts() -> None:
    work = {
        "part": figures.indicator(rollup=Rollup.SUM),
        "whole": figures.indicator(rollup=Rollup.SUM),
        "main": figures.indicator(
            IndicatorKind.RATIO, derived=RatioParts(numerator="part", denominator="whole")
        ),
    }
    dataset = _county(work, *_reports({A: 1, B: 2}, {A}, "part"), *_reports({A: 3, B: 4}, {B}, "whole"))
    assert {(each.contributor, each.subject) for each in _measured(dataset).internal} == {
        (A, "example/part"),
        (B, "example/whole"),
    }


def _counting() -> dict[str, Indicator]:
    where = Condition.model_validate({"indicator": "counted", "at-least": 5})
    return {
        "counted": figures.indicator(),
        "main": figures.indicator(IndicatorKind.LEVEL, rollup=Rollup.COUNT_WHERE, where=where),
    }


@pytest.mark.parametrize(
    ("values", "rests_on"),
    [
        ({A: 4, B: 5, C: 6, D: 9}, {A, B, C}),
        ({A: 5, B: 6, C: 7, D: 1}, {A}),
        ({A: 1, B: 2, C: 3, D: 9}, {A}),
    ],
)
def test_a_count_tells_what_is_unanimous(values: dict[str, Value | int], rests_on: set[str]) -> None:
    assert _rests_on(_county(_counting(), *_reports(values, {A, B, C}, "counted"))) == rests_on


def test_the_latest_value_is_that_of_one_division() -> None:
    work = {"main": figures.indicator(IndicatorKind.LEVEL, rollup=Rollup.LATEST)}
    newest = _reports({D: 9}, {D}, period="2017-05")
    assert _rests_on(_county(work, *_reports({A: 1, B: 2, C: 3}, {A, B, C}), *newest)) == {D}
    # That the internal ones are older shows in a public one being taken.
    newest = _reports({D: 9}, set(), period="2017-05")
    assert _rests_on(_county(work, *_reports({A: 1, B: 2, C: 3}, {A, B, C}), *newest)) == {C}


def test_a_reported_total_names_what_its_roll_up_would_rest_on() -> None:
    work = {"main": figures.indicator(rollup=Rollup.SUM)}
    dataset = _county(work, *_reports({EAST: 3, A: 1, B: 2}, {A, B}))
    measured = _measured(dataset, EAST)
    assert measured.internal == frozenset()
    assert {each.contributor for each in measured.below} == {A, B}
    assert _measured(_county(work, *_reports({EAST: 3, A: 1}, set())), EAST).below == frozenset()


def _computed(**computed: object) -> Dataset:
    indicator = figures.indicator(IndicatorKind.RATIO, measure="%", computed=computed)
    return datasets.dataset(programmes.programme({"main": indicator}))


def test_a_share_of_problems_rests_on_those_that_it_counts() -> None:
    begun = found(date(2017, 1, 3))
    cleared = (rectified(date(2017, 2, 1)), verified(date(2017, 2, 2)))
    entries = (
        filed_problem(begun, *cleared, name="one"),
        filed_problem(begun, name="two"),
        filed_problem(begun, name="open", disclosure=Disclosure.PUBLIC),
        filed_problem(found(date(2017, 8, 1)), name="later"),
    )
    dataset = replace(_computed(problems="clearance"), ledger=entries)
    assert _rests_on(dataset) == {f"{EAST}/one", f"{EAST}/two"}
    # Both are open: the share tells it of each.
    dataset = replace(_computed(problems="clearance"), ledger=(entries[1], replace(entries[1], id="three")))
    assert len(_rests_on(dataset)) == 1


def test_a_share_of_commitments_rests_on_those_that_it_counts() -> None:
    begun = (made(date(2017, 1, 2)), reviewed(date(2017, 1, 9)), published(date(2017, 1, 10)))
    entries = tuple(
        filed_commitment(*begun, *ended, name=name, due=date(2017, 3, 1))
        for name, ended in (("kept", (judged(date(2017, 3, 2)),)), ("overdue", ()))
    )
    later = filed_commitment(*begun, name="later", due=date(2017, 12, 1))
    dataset = replace(_computed(commitments="kept"), commitments=(*entries, later))
    assert _rests_on(dataset) == {f"{EAST}/kept", f"{EAST}/overdue"}


def test_a_score_rests_on_its_own_round_and_coverage_on_villages_seen_by_no_public_one() -> None:
    spring = inspection(
        "spring",
        date(2017, 3, 1),
        date(2017, 3, 9),
        visit(A, date(2017, 3, 2), 80),
        visit(B, date(2017, 3, 2), 90),
    ).detached(disclosure=INTERNAL)
    may = inspection("may", date(2017, 5, 1), date(2017, 5, 9), visit(C, date(2017, 5, 2), 70))
    rounds = {each.id: each for each in (spring, may.detached(disclosure=INTERNAL))}
    assert _rests_on(replace(_computed(inspections="score"), inspections=rounds)) == {C}
    assert _rests_on(replace(_computed(inspections="coverage"), inspections=rounds)) == {A, B, C}
    again = may.detached(visits=(visit(A, date(2017, 5, 2), 70),), disclosure=Disclosure.PUBLIC)
    rounds = {each.id: each for each in (spring, again)}
    assert _rests_on(replace(_computed(inspections="coverage"), inspections=rounds)) == {B}


def test_a_share_of_a_population_rests_on_assessments_and_checks() -> None:
    programme = tiers.tier_programme(strong=tiers.share("class", "strong"), seen=tiers.share("stars", "two"))
    march = date(2024, 3, 10)
    dataset = tiers.county(
        programme=programme,
        assessments=[
            tiers.assessed(A, "strong", march, INTERNAL),
            tiers.assessed(B, "weak", march, INTERNAL),
        ],
        checks=[tiers.check(C, "model/x", march, disclosure=INTERNAL)],
    )
    values = measure(dataset, tiers.DAY).values
    assert values[COUNTY, Address("example/strong")].state is ValueState.KNOWN
    by_name = {
        name: {each.contributor for each in values[COUNTY, Address(f"example/{name}")].internal}
        for name in ("strong", "seen")
    }
    assert by_name == {"strong": {A, B}, "seen": {C}}


@pytest.mark.parametrize(
    ("address", "is_public"),
    [("example/counted", False), ("example/main", False), ("example/other", True)],
)
def test_what_a_figure_can_rest_on_includes_what_it_counts(address: str, *, is_public: bool) -> None:
    work = _counting() | {"other": figures.indicator()}
    provenance = Provenance(_county(work, *_reports({A: 4, B: 5}, {A}, "counted")))
    assert provenance.is_public(EAST, Address(address)) is is_public
    assert provenance.is_public("county/west", Address(address))


def test_what_a_computed_figure_can_rest_on_includes_the_records_it_is_computed_from() -> None:
    ledger = (filed_problem(found(date(2017, 1, 3))),)
    for computed, records in (
        ({"problems": "clearance"}, {"ledger": ledger}),
        ({"commitments": "kept"}, {"commitments": (filed_commitment(made(date(2017, 1, 2))),)}),
    ):
        dataset = _computed(**computed)
        assert Provenance(dataset).is_public(EAST, MAIN)
        assert not Provenance(replace(dataset, **records)).is_public(EAST, MAIN)


def test_unanimous_parts_do_not_conceal_one_another() -> None:
    dataset = _county({"main": figures.indicator()}, *_reports({A: 1, B: 2}, {A, B}))
    of_a, of_b = (_measured(dataset, each).internal for each in (A, B))
    assert unanimous([(of_a, True), (of_b, False)]) == of_a | of_b
    assert unanimous([(of_a, True), (of_b, True), (frozenset(), False)]) == of_a
    assert unanimous([(frozenset(), True)]) == frozenset()
