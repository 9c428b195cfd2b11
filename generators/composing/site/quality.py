"""Data quality: how complete, how punctual and how consistent the data are, without embellishment."""

from __future__ import annotations

from dataclasses import dataclass

from generators.composing.documents.deadlines import DeadlinesView, deadlines_view
from generators.composing.kit import urls
from generators.composing.kit.page import Page
from generators.composing.kit.parts import Parts
from generators.composing.kit.table import TableView
from generators.composing.kit.views import Link
from generators.composing.site.quality_tables import (
    correction_table,
    coverage_table,
    discrepancy_table,
    missing_table,
    overdue_table,
)
from generators.disclosing.publication import Audience


@dataclass(frozen=True, slots=True)
class QualityView:
    """Everything on the data quality page; ``deadlines`` on the internal one only."""

    coverage: TableView
    missing: TableView
    overdue: TableView
    discrepancies: TableView
    corrections: TableView
    deadlines: DeadlinesView | None


def quality_page(parts: Parts) -> Page:
    """Return the data quality page."""
    publication = parts.publication
    view = QualityView(
        coverage=coverage_table(parts),
        missing=missing_table(parts),
        overdue=overdue_table(parts),
        discrepancies=discrepancy_table(parts),
        corrections=correction_table(parts),
        deadlines=deadlines_view(publication) if publication.audience is Audience.INTERNAL else None,
    )
    return Page(
        urls.QUALITY,
        "site/quality.md.j2",
        "数据质量",
        "目标的报送覆盖、迟报欠报、口径差异与更正",
        view,
        (Link("首页", urls.HOME),),
    )
