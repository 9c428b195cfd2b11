"""Data quality: how complete, how punctual and how consistent the data are, without embellishment."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, assert_never

from generators.composing.documents.deadlines import DeadlinesView, deadlines_view
from generators.composing.kit import urls
from generators.composing.kit.dates import day_text, period_text
from generators.composing.kit.numbers import computed, percentage, plain
from generators.composing.kit.page import Page
from generators.composing.kit.parts import Parts
from generators.composing.kit.section import MenuEntry, Section, SectionType
from generators.composing.kit.statuses import STATUS_VIEWS
from generators.composing.kit.views import Link, StatusView
from generators.disclosing.publication import Audience
from generators.model.programme import Programme
from generators.results.figures import Progress, Status, ValueState


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """One programme's completeness; ``share`` is in percent with one decimal, empty without targets."""

    programme: Link
    targets: int
    reported: int
    share: str
    unreported: int
    incomputable: int
    late: int
    overdue: int
    undated: int
    day: str


@dataclass(frozen=True, slots=True)
class MissingRow:
    """A target without a usable value, and why."""

    division: Link
    name: str
    programme: Link
    status: StatusView
    reason: str


@dataclass(frozen=True, slots=True)
class OverdueRow:
    """Reports that are due and did not come."""

    division: Link
    name: str
    periods: str


@dataclass(frozen=True, slots=True)
class DiscrepancyRow:
    """A declared figure against the sum of those below it."""

    division: Link
    name: str
    declared: str
    rolled_up: str
    coverage: str


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """A published value that changed."""

    division: Link
    name: str
    period: str
    old: str
    new: str
    reason: str
    office: str
    on: str


@dataclass(frozen=True, slots=True)
class QualityView:
    """Everything on the data quality page; ``deadlines`` on the internal one only."""

    coverage: tuple[CoverageRow, ...]
    missing: tuple[MissingRow, ...]
    overdue: tuple[OverdueRow, ...]
    discrepancies: tuple[DiscrepancyRow, ...]
    corrections: tuple[CorrectionRow, ...]
    deadlines: DeadlinesView | None


def quality_pages(parts: Parts) -> Iterator[Page]:
    """Yield the data quality page."""
    publication = parts.publication
    view = QualityView(
        coverage=tuple(_coverage(parts, programme) for programme in publication.programmes.values()),
        missing=tuple(_missing(parts)),
        overdue=tuple(_overdue(parts)),
        discrepancies=tuple(_discrepancies(parts)),
        corrections=tuple(_corrections(parts)),
        deadlines=deadlines_view(publication) if publication.audience is Audience.INTERNAL else None,
    )
    yield SECTION.first_page("site/quality.md.j2", view)


def _coverage(parts: Parts, programme: Programme) -> CoverageRow:
    progress = parts.publication.progress_by_programme[programme.id]
    reported = sum(each.measured.state is ValueState.KNOWN for each in progress)
    observations = [
        each for each in parts.publication.observations if each.indicator.partition("/")[0] == programme.id
    ]
    return CoverageRow(
        programme=parts.programme_link(programme.id),
        targets=len(progress),
        reported=reported,
        share=percentage(Decimal(reported) / len(progress)) if progress else "",
        unreported=sum(each.status is Status.UNREPORTED for each in progress),
        incomputable=sum(each.status is Status.INCOMPUTABLE for each in progress),
        late=sum(each.flags.late_report for each in progress),
        overdue=sum(len(each.flags.overdue_periods) for each in progress),
        undated=sum(not each.period.is_stated and each.report.on is None for each in observations),
        day=parts.data_until(programme),
    )


def _reason(progress: Progress) -> str | None:
    """Return why there is no value; ``None`` where there is one, or none is expected yet."""
    match progress.status:
        case Status.UNREPORTED:
            return "没有可用的报送"
        case Status.INCOMPUTABLE if progress.measured.numerator is not None:
            return f"分子为{plain(progress.measured.numerator)}，缺少分母"
        case Status.INCOMPUTABLE:
            return "缺少计算所需的数"
        case Status.NOT_APPLICABLE:
            latest = progress.measured.latest
            return latest.value.not_applicable or "" if latest is not None else ""
        case (
            Status.MISSED
            | Status.FAR_BEHIND
            | Status.BEHIND
            | Status.ON_PACE
            | Status.ACHIEVED
            | Status.NOT_STARTED
            | Status.NO_TARGET
        ):
            return None
        case never:
            assert_never(never)


def _missing(parts: Parts) -> Iterator[MissingRow]:
    for progress in parts.publication.progress:
        reason = _reason(progress)
        if reason is not None:
            yield MissingRow(
                parts.division_link(progress.division),
                parts.publication.indicators[progress.indicator].name,
                parts.programme_link(progress.indicator.partition("/")[0]),
                STATUS_VIEWS[progress.status],
                reason,
            )


def _overdue(parts: Parts) -> Iterator[OverdueRow]:
    for progress in parts.publication.progress:
        if progress.flags.overdue_periods:
            yield OverdueRow(
                parts.division_link(progress.division),
                parts.publication.indicators[progress.indicator].name,
                "、".join(period_text(period) for period in progress.flags.overdue_periods),
            )


def _discrepancies(parts: Parts) -> Iterator[DiscrepancyRow]:
    for each in parts.publication.discrepancies:
        indicator = parts.publication.indicators[each.indicator]
        yield DiscrepancyRow(
            parts.division_link(each.division),
            indicator.name,
            f"{plain(each.declared)}{indicator.measure}",
            f"{computed(each.rolled_up)}{indicator.measure}",
            f"{each.coverage.reported}/{each.coverage.expected}",
        )


def _corrections(parts: Parts) -> Iterator[CorrectionRow]:
    for each in sorted(parts.publication.corrections, key=lambda item: item.on, reverse=True):
        indicator = parts.publication.indicators[each.indicator]
        yield CorrectionRow(
            parts.division_link(each.division),
            indicator.name,
            period_text(each.period),
            f"{plain(each.old)}{indicator.measure}",
            f"{plain(each.new)}{indicator.measure}",
            each.reason,
            each.office,
            day_text(each.on),
        )


SECTION: Final = Section(
    address=f"{urls.SCHEME}quality/",
    title="数据质量",
    description="目标的报送覆盖、迟报欠报、口径差异与更正",
    type=SectionType.OPEN,
    keywords=("更正",),
    menu=MenuEntry(group="数据"),
    compose=quality_pages,
)
