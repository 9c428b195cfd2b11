"""Whole datasets in memory: one programme over the small county, and a site to show it."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from generators.model.correction import Correction
from generators.model.dataset import Dataset
from generators.model.programme import Programme
from generators.model.report import FiledReport
from generators.model.site import Audiences, AudienceText, Site, Thresholds
from generators.model.target import FiledTarget
from tests.build.divisions import small_county


def site(*, tolerance: Decimal = Decimal(10)) -> Site:
    """Return a site with the given tolerance and otherwise the default thresholds."""
    return Site(
        name="示例",
        owner="示例",
        description="示例",
        audiences=Audiences(public=AudienceText(title="公开"), internal=AudienceText(title="内部")),
        thresholds=Thresholds(behind_tolerance=tolerance),
    )


def dataset(
    work: Programme,
    *,
    targets: Iterable[FiledTarget] = (),
    reports: Iterable[FiledReport] = (),
    corrections: Iterable[Correction] = (),
    tolerance: Decimal = Decimal(10),
) -> Dataset:
    """Return a dataset of one programme over the small county, without documents."""
    return Dataset(
        site=site(tolerance=tolerance),
        series={},
        sources={},
        divisions=small_county(),
        programmes={work.id: work},
        targets=tuple(targets),
        reports=tuple(reports),
        corrections=tuple(corrections),
        bulletins=(),
        cases=(),
        pages=(),
        attachments=(),
    )
