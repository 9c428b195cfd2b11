"""What stays withheld of a release."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Final

from generators.checking.kit.context import Context
from generators.disclosing.releases import Releases
from generators.model.address import Address
from generators.model.dataset import Dataset
from generators.model.indicator import Rollup
from generators.model.problem import Problem
from generators.model.programme import Identity
from generators.model.scalars import Disclosure
from generators.pipeline import measured_whole
from generators.reviewing.releases import refused_releases
from tests.build import datasets, figures, programmes
from tests.build.divisions import A, B, C, D

DAY: Final = date(2017, 6, 30)
NAMES: Final = ("total", "first", "second")


def released_county(hidden: Iterable[tuple[str, str]], *, released: str = "") -> Dataset:
    """Return a county whose villages report a total and its parts, the ``hidden`` ones internally."""
    work = programmes.programme(
        {
            name: figures.indicator(
                rollup=Rollup.SUM, release={"reason": "示例"} if name == released else None
            )
            for name in NAMES
        }
    ).detached(identities=(Identity(total="total", parts=("first", "second")),))
    kept = set(hidden)
    reports = []
    for place in (A, B, C, D):
        for name, value in zip(NAMES, (5, 2, 3), strict=True):
            filed = figures.report("2017-01", value, division=place, address=Address(f"example/{name}"))
            disclosure = Disclosure.INTERNAL if (place, name) in kept else Disclosure.PUBLIC
            reports.append(replace(filed, report=filed.report.detached(disclosure=disclosure)))
    return datasets.dataset(work, reports=reports)


def _refused(dataset: Dataset) -> list[Problem]:
    context = Context(dataset, DAY)
    releases = Releases.of(dataset, context.public, measured_whole(dataset, DAY))
    return list(refused_releases(context, releases))


def test_a_refused_release_names_its_figures_and_the_record_at_risk() -> None:
    (problem,) = _refused(released_county([(A, "total"), (B, "total")], released="total"))
    assert problem.code == "W507"
    assert "在county、county/east的汇总没有公开" in problem.detail
    assert "不足3家" in problem.detail
    assert "county/east/a的内部记录（-:1:1）" in problem.detail


def test_the_reports_of_which_a_total_is_released_are_no_refused_release() -> None:
    (problem,) = _refused(released_county([(A, "total"), (B, "total"), (C, "total")], released="total"))
    assert "在county/east、county/west的汇总没有公开" in problem.detail


def test_without_a_release_nothing_is_refused() -> None:
    assert _refused(released_county([(A, "total"), (B, "total")])) == []
