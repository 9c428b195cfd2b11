"""Facts of past periods in public: whole or not at all."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import pytest

from generators.disclosing import Audience, Publication, disclose
from generators.measuring.facts import facts_of
from generators.measuring.once import Once
from generators.measuring.snapshot import measure
from generators.model.address import Address
from generators.model.dataset import Dataset
from generators.model.indicator import IndicatorKind, RatioParts
from generators.model.scalars import Disclosure
from generators.results.facts import FactKind, FactRequest
from tests.build import datasets, divisions, figures, programmes
from tests.build.project import SHILI_LATER_DAY

QUARTER: Final = "2026-Q3"
PLACE: Final = "shilixian/jiazi"


def _requests(address: Address) -> dict[FactKind, FactRequest]:
    kinds = (FactKind.VALUE, FactKind.CHANGE, FactKind.PROGRESS)
    found = {kind: FactRequest(kind, PLACE, address, QUARTER) for kind in kinds}
    return {**found, FactKind.TARGETS: FactRequest(FactKind.TARGETS, "shilixian", address, QUARTER)}


def _disclosed(dataset: Dataset, requests: dict[FactKind, FactRequest], audience: Audience) -> Publication:
    measurements = measure(dataset, SHILI_LATER_DAY)
    facts = facts_of(Once(dataset), SHILI_LATER_DAY, requests.values())
    return disclose(dataset, replace(measurements, facts=facts), audience)


def _shown(dataset: Dataset, requests: dict[FactKind, FactRequest]) -> set[FactKind]:
    assert _disclosed(dataset, requests, Audience.INTERNAL).facts.keys() == set(requests.values())
    return {request.kind for request in _disclosed(dataset, requests, Audience.PUBLIC).facts}


def test_public_figures_are_told(shili: Dataset) -> None:
    requests = _requests(Address("shili-double/compliant-villages"))
    assert _shown(shili, requests) == set(requests)


def test_an_internal_indicator_tells_nothing_nor_does_its_programme_count(shili: Dataset) -> None:
    requests = _requests(Address("shili-1357/petitions"))
    whole = FactRequest(FactKind.TARGETS, "shilixian", Address("shili-1357"), QUARTER)
    assert _shown(shili, {**requests, FactKind.TARGETS: whole}) == set()


def test_one_internal_report_withholds_the_figures_of_its_place_and_the_counts_with_it(
    shili: Dataset,
) -> None:
    def hidden(filed: object) -> bool:
        return getattr(filed, "division", "") == PLACE

    reports = tuple(
        replace(each, report=each.report.detached(disclosure=Disclosure.INTERNAL)) if hidden(each) else each
        for each in shili.reports
    )
    requests = _requests(Address("shili-double/compliant-villages"))
    county = FactRequest(FactKind.VALUE, "shilixian", Address("shili-double/sites"), QUARTER)
    assert _shown(replace(shili, reports=reports), requests) == set()
    assert _shown(shili, {FactKind.VALUE: county}) == {FactKind.VALUE}
    assert _shown(replace(shili, reports=reports), {FactKind.VALUE: county}) == set()


@pytest.mark.parametrize(
    ("villages", "is_released", "is_shown"), [("abc", True, True), ("ab", True, False), ("abc", False, False)]
)
def test_a_sum_of_a_past_period_is_told_where_it_is_released(
    villages: str, *, is_released: bool, is_shown: bool
) -> None:
    release = {"reason": "示例"} if is_released else None
    work = programmes.programme({"main": figures.indicator(rollup="sum", release=release)})
    places = {"a": divisions.A, "b": divisions.B, "c": divisions.C}
    reports = [figures.report("2017-01", 7, division=places[each]) for each in villages]
    hidden = [replace(each, report=each.report.detached(disclosure=Disclosure.INTERNAL)) for each in reports]
    dataset = datasets.dataset(work, reports=hidden, targets=[figures.target(division=divisions.COUNTY)])
    kinds = {FactKind.VALUE, FactKind.PROGRESS}
    requests = {kind: FactRequest(kind, divisions.COUNTY, figures.MAIN, "2017-Q1") for kind in kinds}
    assert _shown(dataset, requests) == (kinds if is_shown else set())


def test_an_internal_target_withholds_its_progress_but_not_the_value(shili: Dataset) -> None:
    address = Address("shili-double/compliant-villages")
    targets = tuple(
        replace(each, target=each.target.detached(disclosure=Disclosure.INTERNAL))
        if (each.division, each.target.indicator) == (PLACE, address)
        else each
        for each in shili.targets
    )
    assert _shown(replace(shili, targets=targets), _requests(address)) == {FactKind.VALUE, FactKind.CHANGE}


@pytest.mark.parametrize("kind", [FactKind.PROBLEMS, FactKind.COMMITMENTS])
def test_what_is_counted_is_counted_whole_or_not_at_all(shili: Dataset, kind: FactKind) -> None:
    requests = {kind: FactRequest(kind, PLACE, Address("shili-1357"), QUARTER)}
    assert _shown(shili, requests) == set()
    public = replace(
        shili,
        ledger=tuple(
            replace(each, entry=each.entry.detached(disclosure=Disclosure.PUBLIC)) for each in shili.ledger
        ),
        commitments=tuple(
            replace(each, commitment=each.commitment.detached(disclosure=Disclosure.PUBLIC))
            for each in shili.commitments
        ),
    )
    assert _shown(public, requests) == {kind}


def test_a_visible_value_names_no_report_that_is_not(shili: Dataset) -> None:
    requests = _requests(Address("shili-double/compliant-villages"))
    publication = _disclosed(shili, requests, Audience.PUBLIC)
    visible = set(map(id, publication.all_observations))
    values = [publication.facts[requests[FactKind.VALUE]]]
    observations = [each for fact in values for each in getattr(fact, "measured").observations]  # noqa: B009 - any kind
    assert observations
    assert all(each.report.disclosure is Disclosure.PUBLIC for each in observations)
    assert visible


def test_a_ratio_of_ratios_rests_on_all_that_each_is_made_of() -> None:
    level, ratio = IndicatorKind.LEVEL, IndicatorKind.RATIO
    work = programmes.programme(
        {
            "part": figures.indicator(level),
            "whole": figures.indicator(level),
            "base": figures.indicator(level),
            "share": figures.indicator(ratio, derived=RatioParts(numerator="part", denominator="whole")),
            "main": figures.indicator(ratio, derived=RatioParts(numerator="share", denominator="base")),
        }
    )
    request = FactRequest(FactKind.VALUE, divisions.EAST, figures.MAIN, "2017-Q1")
    for hidden, shown in (("", {FactKind.VALUE}), ("part", set()), ("whole", set()), ("base", set())):
        reports = []
        for name in ("part", "whole", "base"):
            filed = figures.report("2017-01", 7, address=Address(f"example/{name}"))
            disclosure = Disclosure.INTERNAL if name == hidden else Disclosure.PUBLIC
            reports.append(replace(filed, report=filed.report.detached(disclosure=disclosure)))
        assert _shown(datasets.dataset(work, reports=reports), {FactKind.VALUE: request}) == shown
