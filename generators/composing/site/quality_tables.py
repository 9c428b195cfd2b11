"""The tables of data quality: coverage, missing values, overdue reports, discrepancies, corrections."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final, assert_never

from generators.composing.kit.columns import count_column, head_column, text_column
from generators.composing.kit.dates import day_text, period_text
from generators.composing.kit.numbers import computed, percentage, printed
from generators.composing.kit.parts import Parts
from generators.composing.kit.statuses import STATUS_VIEWS
from generators.composing.kit.table import NOTHING, Column, Table, TableView, Width, cell
from generators.composing.kit.views import Link
from generators.languages import Words, gettext, marked
from generators.model.correction import Correction, RatioPart
from generators.model.programme import Programme
from generators.model.scalars import Amount
from generators.results.figures import Discrepancy, Progress, Status, ValueState

CORRECTIONS: Final = "corrections"
DISCREPANCIES: Final = "discrepancies"
"""The names of tables of the open data."""


@dataclass(frozen=True, slots=True)
class _Coverage:
    """Completeness and punctuality of one programme's data; ``day`` is the last day that they cover."""

    programme: Link
    targets: int
    reported: int
    unreported: int
    incomputable: int
    late: int
    overdue: int
    undated: int
    day: str

    @property
    def share(self) -> str:
        """Return the share of targets with a value in per cent; a dash without targets."""
        return percentage(Decimal(self.reported) / self.targets) if self.targets else NOTHING


_COVERAGE: Final[Table[_Coverage]] = Table(
    (
        head_column(marked("工作"), lambda row: row.programme),
        count_column("targets", marked("目标"), lambda row: row.targets),
        count_column("reported", marked("有数"), lambda row: row.reported),
        Column("share", marked("覆盖"), lambda row: cell(row.share), is_number=True),
        count_column("unreported", marked("未报送"), lambda row: row.unreported),
        count_column("incomputable", marked("无法计算"), lambda row: row.incomputable),
        count_column("late", marked("迟报"), lambda row: row.late),
        count_column("overdue", marked("欠报期数"), lambda row: row.overdue),
        count_column("undated", marked("原件未注明时间"), lambda row: row.undated),
        Column("day", marked("数据截至"), lambda row: cell(row.day), width=Width.UNBROKEN),
    ),
    is_searchable=False,
)


def coverage_table(parts: Parts) -> TableView:
    """Return the table of the completeness and punctuality of each programme's data."""
    rows = (_coverage(parts, programme) for programme in parts.publication.programmes.values())
    return _COVERAGE.view(rows, gettext("各项工作的报送覆盖"))


def _coverage(parts: Parts, programme: Programme) -> _Coverage:
    progress = parts.publication.progress_by_programme[programme.id]
    observations = [
        each for each in parts.publication.all_observations if each.indicator.programme == programme.id
    ]
    return _Coverage(
        programme=parts.programme_link(programme.id),
        targets=len(progress),
        reported=sum(each.measured.state is ValueState.KNOWN for each in progress),
        unreported=sum(each.status is Status.UNREPORTED for each in progress),
        incomputable=sum(each.status is Status.INCOMPUTABLE for each in progress),
        late=sum(each.flags.late_report for each in progress),
        overdue=sum(len(each.flags.overdue_periods) for each in progress),
        undated=sum(not each.period.is_stated and each.report.on is None for each in observations),
        day=parts.data_until(programme),
    )


def missing_table(parts: Parts) -> TableView:
    """Return the table of the targets without a usable value, with the reasons."""
    table: Table[Progress] = Table(
        (
            _progress_name(parts),
            text_column("division", marked("区划"), lambda each: parts.division_link(each.division)),
            text_column(
                "programme",
                marked("工作"),
                lambda each: parts.programme_link(each.indicator.programme),
            ),
            Column("status", marked("状态"), lambda each: cell(STATUS_VIEWS[each.status])),
            Column("reason", marked("原因"), lambda each: cell(_reason(each) or "")),
        ),
        is_tall=True,
        is_searchable=False,
        empty=marked("每个目标都有可用的数值。"),
        open_data="progress",
    )
    rows = (each for each in parts.publication.progress if _reason(each) is not None)
    return table.view(rows, gettext("没有可用数值的目标"))


def _progress_name(parts: Parts) -> Column[Progress]:
    return head_column(marked("指标"), lambda each: parts.publication.indicators[each.indicator].name)


def _reason(progress: Progress) -> str | None:
    """Return the reason for a missing value; ``None`` if there is a value or none is expected yet."""
    match progress.status:
        case Status.UNREPORTED:
            return gettext("没有可用的报送")
        case Status.INCOMPUTABLE if progress.measured.numerator is not None:
            return gettext("分子为%(numerator)s，缺少分母", numerator=printed(progress.measured.numerator))
        case Status.INCOMPUTABLE:
            return gettext("缺少计算所需的数")
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


def overdue_table(parts: Parts) -> TableView:
    """Return the table of the overdue reports."""
    table: Table[Progress] = Table(
        (
            _progress_name(parts),
            text_column("division", marked("区划"), lambda each: parts.division_link(each.division)),
            Column(
                "periods",
                marked("欠报期间"),
                lambda each: cell(gettext("、").join(map(period_text, each.flags.overdue_periods))),
            ),
        ),
        is_tall=True,
        is_searchable=False,
        empty=marked("没有欠报的期间。"),
        open_data="progress",
    )
    return table.view(
        (each for each in parts.publication.progress if each.flags.overdue_periods), gettext("欠报的期间")
    )


def discrepancy_table(parts: Parts) -> TableView:
    """Return the table of the discrepancies between declared values and roll-ups."""

    def amount(each: Discrepancy, text: str) -> str:
        return f"{text}{parts.publication.indicators[each.indicator].measure}"

    table: Table[Discrepancy] = Table(
        (
            head_column(marked("指标"), lambda each: parts.publication.indicators[each.indicator].name),
            text_column("division", marked("区划"), lambda each: parts.division_link(each.division)),
            Column(
                "declared",
                marked("自报"),
                lambda each: cell(amount(each, printed(each.declared))),
                is_number=True,
            ),
            Column(
                "rolled_up",
                marked("下级汇总"),
                lambda each: cell(amount(each, computed(each.rolled_up))),
                is_number=True,
            ),
            Column(
                "coverage",
                marked("已报/应报"),
                lambda each: cell(f"{each.coverage.reported}/{each.coverage.expected}"),
                is_number=True,
            ),
        ),
        is_tall=True,
        is_searchable=False,
        empty=marked("没有发现不一致。"),
        open_data=DISCREPANCIES,
    )
    return table.view(parts.publication.discrepancies, gettext("自报与汇总不一致"))


_PARTS: Final = Words({RatioPart.NUMERATOR: marked("分子"), RatioPart.DENOMINATOR: marked("分母")})


def correction_table(parts: Parts) -> TableView:
    """Return the table of the corrections, latest first."""

    def amount(each: Correction, value: Amount) -> str:
        if isinstance(value, bool):
            return gettext("是") if value else gettext("否")
        if each.part is not None:
            return f"{_PARTS[each.part]}{printed(value)}"
        return f"{printed(value)}{parts.publication.indicators[each.indicator].measure}"

    table: Table[Correction] = Table(
        (
            head_column(marked("指标"), lambda each: parts.publication.indicators[each.indicator].name),
            text_column("division", marked("区划"), lambda each: parts.division_link(each.division)),
            Column("period", marked("期间"), lambda each: cell(period_text(each.period))),
            Column("old", marked("原数"), lambda each: cell(amount(each, each.old)), is_number=True),
            Column("new", marked("更正为"), lambda each: cell(amount(each, each.new)), is_number=True),
            Column("reason", marked("原因"), lambda each: cell(each.reason)),
            Column("office", marked("更正单位"), lambda each: cell(each.office)),
            Column("on", marked("日期"), lambda each: cell(day_text(each.on))),
        ),
        is_tall=True,
        is_searchable=False,
        empty=marked("没有更正记录。"),
        open_data=CORRECTIONS,
    )
    latest_first = sorted(parts.publication.corrections, key=lambda each: each.on, reverse=True)
    return table.view(latest_first, gettext("更正记录"))
