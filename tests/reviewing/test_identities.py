"""Identities of which the last figure follows from the others, today, on earlier days and in periods."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Final

import pytest

from generators.checking.kit.context import Context
from generators.disclosing import Audience, disclose
from generators.measuring.snapshot import measure_whole
from generators.model.address import Address
from generators.model.dataset import Dataset
from generators.results.facts import FactKind, FactRequest
from generators.reviewing.identities import revealing_identities
from tests.build import figures
from tests.build.divisions import EAST, A, B, C, D
from tests.reviewing.test_releases import DAY, NAMES, released_county

MAY: Final = date(2017, 6, 3)


def _revealing(dataset: Dataset, requests: Iterable[FactRequest] = ()) -> list[str]:
    measurements = measure_whole(dataset, DAY, requests)
    public = disclose(dataset, measurements, Audience.PUBLIC)
    details = (each.detail for each in revealing_identities(Context(dataset, DAY), measurements, public))
    return [each.partition("内部的")[2] for each in details]


def _with_public_reports_of_may(dataset: Dataset) -> Dataset:
    """Return the county with another report of each village that hides nothing any more."""
    later = tuple(
        figures.report("2017-05", value, division=place, address=Address(f"example/{name}"), on=MAY)
        for place in (A, B, C, D)
        for name, value in zip(NAMES, (9, 4, 5), strict=True)
    )
    return replace(dataset, reports=(*dataset.reports, *later))


@pytest.mark.parametrize(
    ("hidden", "told"),
    [
        ([], []),
        ([(A, "first")], ["county", EAST, A]),
        ([(A, "first"), (A, "second")], []),
        ([(place, "first") for place in (A, B, C)], [EAST, "county/west", A, B, C]),
    ],
)
def test_the_only_hidden_figure_of_an_identity_is_revealed_unless_it_is_of_three(
    hidden: list[tuple[str, str]], told: list[str]
) -> None:
    assert [each.partition("的")[0] for each in _revealing(released_county(hidden))] == told


@pytest.mark.parametrize(
    ("hidden", "told"),
    [([], []), ([(A, "first")], ["county", EAST, A]), ([(A, "first"), (A, "second")], [])],
)
def test_what_was_hidden_on_an_earlier_day_is_revealed_by_the_figures_of_that_day(
    hidden: list[tuple[str, str]], told: list[str]
) -> None:
    found = _revealing(_with_public_reports_of_may(released_county(hidden)))
    assert [each.partition("的")[0] for each in found] == told
    assert all(each.endswith("（2017-05-31）") for each in found)


@pytest.mark.parametrize(("names", "told"), [(NAMES, 1), (NAMES[:2], 0)])
def test_a_period_that_prose_calls_for_is_looked_at(names: tuple[str, ...], told: int) -> None:
    """With the earlier days out of the way: only the period in prose still shows January."""
    dataset = _with_public_reports_of_may(released_county([(A, "first")]))
    requests = [FactRequest(FactKind.VALUE, A, Address(f"example/{name}"), "2017-01") for name in names]
    measurements = replace(measure_whole(dataset, DAY, requests), past={}, changes={})
    public = disclose(dataset, measurements, Audience.PUBLIC)
    found = list(revealing_identities(Context(dataset, DAY), measurements, public))
    assert [each.detail.endswith("（2017-01）") for each in found] == [True] * told
