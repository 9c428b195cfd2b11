"""A change is told where both its days are shown, and where it is one in truth."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Final

import pytest

from generators.disclosing import Audience
from generators.model.dataset import Dataset
from generators.model.report import FiledReport
from generators.model.scalars import Disclosure
from generators.results.changes import Changes, Span
from tests.build import datasets, divisions, figures, programmes, tiers
from tests.build.divisions import COUNTY, EAST, WEST
from tests.build.ledgers import filed_problem, found
from tests.build.publications import disclosed_whole
from tests.build.rankings import ranked_county

APRIL: Final = date(2017, 4, 30)
PUBLIC, INTERNAL = Disclosure.PUBLIC, Disclosure.INTERNAL


def _changes(dataset: Dataset, audience: Audience, as_of: date = APRIL, span: Span = Span.MONTH) -> Changes:
    return disclosed_whole(dataset, as_of, audience).changes[span]


def _report(period: str, value: int, division: str, disclosure: Disclosure = PUBLIC) -> FiledReport:
    made = figures.report(period, value, division=division)
    return replace(made, report=made.report.model_copy(update={"disclosure": disclosure}))


def _county(
    *reports: FiledReport, disclosure: Disclosure | None = None, rollup: str = "none", release: object = None
) -> Dataset:
    indicator = figures.indicator(rollup=rollup, release=release)
    if disclosure is not None:
        indicator = indicator.detached(disclosure=disclosure)
    return datasets.dataset(
        programmes.programme({"main": indicator}), reports=reports, targets=(figures.target(20),)
    )


def _told(changes: Changes) -> dict[str, int]:
    kinds = ("values", "statuses", "ranks", "tiers", "problems", "reports")
    return {kind: len(getattr(changes, kind)) for kind in kinds if getattr(changes, kind)}


def test_public_values_and_statuses_are_told_to_both() -> None:
    dataset = _county(_report("2017-03", 19, EAST), _report("2017-04", 19, WEST))
    for audience in Audience:
        assert _told(_changes(dataset, audience)) == {"values": 1, "statuses": 1}


def test_of_an_internal_indicator_the_public_is_told_nothing() -> None:
    dataset = _county(_report("2017-03", 19, EAST), _report("2017-04", 25, EAST), disclosure=INTERNAL)
    assert _told(_changes(dataset, Audience.INTERNAL)) == {"values": 1, "statuses": 1}
    assert _told(_changes(dataset, Audience.PUBLIC)) == {}


@pytest.mark.parametrize("internal", [0, 1])
def test_what_is_withheld_on_one_of_the_days_has_neither_come_nor_gone(internal: int) -> None:
    disclosures = [PUBLIC, PUBLIC]
    disclosures[internal] = INTERNAL
    reports = [
        _report(period, value, EAST, disclosure)
        for period, value, disclosure in zip(("2017-03", "2017-04"), (10, 20), disclosures, strict=True)
    ]
    dataset = _county(*reports)
    assert _told(_changes(dataset, Audience.INTERNAL)) == {"values": 1, "statuses": 1}
    assert _told(_changes(dataset, Audience.PUBLIC)) == {}


def test_an_internal_correction_takes_no_value_back_before_the_public() -> None:
    correction = figures.correction("2017-03", Decimal(10), Decimal(9), date(2017, 4, 9))
    dataset = replace(
        _county(_report("2017-03", 10, EAST)),
        corrections=(correction.model_copy(update={"disclosure": INTERNAL}),),
    )
    (change,) = _changes(dataset, Audience.INTERNAL).values
    assert (change.before.value, change.after.value) == (10, 9)
    assert _changes(dataset, Audience.PUBLIC).values == ()


VILLAGES: Final = (divisions.A, divisions.B, divisions.C)


@pytest.mark.parametrize(
    ("villages", "release", "told"),
    [
        (VILLAGES, None, set[str]()),
        (VILLAGES, {"reason": "示例"}, {COUNTY}),
        (VILLAGES[:2], {"reason": "示例"}, set[str]()),
    ],
)
def test_an_aggregate_of_internal_reports_is_told_where_it_is_released_on_both_days(
    villages: tuple[str, ...], release: object, told: set[str]
) -> None:
    reports = (
        _report(period, value, village, INTERNAL)
        for period, value in (("2017-03", 3), ("2017-04", 4))
        for village in villages
    )
    dataset = _county(*reports, rollup="sum", release=release)
    assert {each.division for each in _changes(dataset, Audience.PUBLIC).values} == told
    assert {each.division for each in _changes(dataset, Audience.INTERNAL).values} > told


def test_problems_are_told_to_who_sees_them() -> None:
    entries = (
        filed_problem(found(date(2017, 4, 3)), name="seen", disclosure=PUBLIC),
        filed_problem(found(date(2017, 4, 3)), name="kept", disclosure=INTERNAL),
    )
    dataset = replace(_county(), ledger=entries)
    assert len(_changes(dataset, Audience.INTERNAL).problems) == 2
    (seen,) = _changes(dataset, Audience.PUBLIC).problems
    assert seen.address == "county/east/seen"


def test_ranks_of_an_internal_scheme_are_not_public() -> None:
    as_of = date(2024, 7, 31)
    scores = {"2024-Q1": (10, 20), "2024-Q2": (20, 10)}
    for disclosure, told in ((PUBLIC, 2), (INTERNAL, 0)):
        dataset = ranked_county(scores, disclosure)
        assert len(_changes(dataset, Audience.INTERNAL, as_of, Span.QUARTER).ranks) == 2
        assert len(_changes(dataset, Audience.PUBLIC, as_of, Span.QUARTER).ranks) == told


def test_a_tier_that_rests_on_an_internal_assessment_is_not_public() -> None:
    dataset = tiers.county(
        assessments=(
            tiers.assessed(divisions.A, "plain", date(2024, 3, 1)),
            tiers.assessed(divisions.A, "weak", date(2024, 6, 9), INTERNAL),
            tiers.assessed(divisions.B, "plain", date(2024, 6, 9)),
        )
    )
    as_of = date(2024, 6, 30)
    assert {each.division for each in _changes(dataset, Audience.INTERNAL, as_of).tiers} == {
        divisions.A,
        divisions.B,
    }
    assert {each.division for each in _changes(dataset, Audience.PUBLIC, as_of).tiers} == {divisions.B}
