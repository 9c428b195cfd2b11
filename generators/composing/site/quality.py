"""The data quality page: completeness, punctuality and consistency of the data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final

from generators.composing.documents.deadlines import DeadlinesView, deadlines_view
from generators.composing.kit import urls
from generators.composing.kit.page import Page
from generators.composing.kit.parts import Parts
from generators.composing.kit.section import MenuEntry, Section, SectionData, SectionType
from generators.composing.kit.table import TableView
from generators.composing.site.quality_data import quality_data
from generators.composing.site.quality_tables import (
    correction_table,
    coverage_table,
    discrepancy_table,
    missing_table,
    overdue_table,
)
from generators.languages import marked


@dataclass(frozen=True, slots=True)
class QualityView:
    """The data quality page; ``deadlines`` is ``None`` on the public site."""

    coverage: TableView
    missing: TableView
    overdue: TableView
    discrepancies: TableView
    corrections: TableView
    deadlines: DeadlinesView | None


def quality_pages(parts: Parts) -> Iterator[Page]:
    """Yield the data quality page."""
    yield SECTION.first_page("site/quality.md.j2", partial(_quality_view, parts))


def _quality_view(parts: Parts) -> QualityView:
    publication = parts.publication
    return QualityView(
        coverage=coverage_table(parts),
        missing=missing_table(parts),
        overdue=overdue_table(parts),
        discrepancies=discrepancy_table(parts),
        corrections=correction_table(parts),
        deadlines=deadlines_view(publication) if publication.audience.sees_everything else None,
    )


SECTION: Final = Section(
    address=f"{urls.SCHEME}quality/",
    title=marked("数据质量"),
    description=marked("目标的报送覆盖、迟报欠报、口径差异与更正"),
    type=SectionType.OPEN,
    keywords=(marked("更正"),),
    menu=MenuEntry(group=marked("数据")),
    data=SectionData(tables=quality_data, position=3),
    compose=quality_pages,
)
