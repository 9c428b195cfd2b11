"""The table of targets with their progress, for pages and the open data."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Final

from generators.composing.figures.averages import average_note
from generators.composing.figures.forecasts import forecast_text
from generators.composing.figures.measured_columns import measured_columns
from generators.composing.kit.columns import (
    data_column,
    fictional_column,
    iso_day,
    source_columns,
    trend_piece,
)
from generators.composing.kit.dates import day_text, report_time_text
from generators.composing.kit.numbers import computed, data_number, plain, points
from generators.composing.kit.parts import Parts
from generators.composing.kit.table import (
    Cell,
    Column,
    DataTable,
    DataType,
    Piece,
    Table,
    TableView,
    Width,
    cell,
    flag,
    small,
)
from generators.languages import gettext, marked
from generators.model.indicator import Indicator
from generators.model.target import is_allowance
from generators.results.figures import Origin, Progress, Status

OF_ONE_DIVISION: Final = ("indicator", "status", "target", "value", "attainment")
OF_SEVERAL_DIVISIONS: Final = ("indicator", "division", "status", "target", "value", "attainment")
"""The columns of targets of several divisions; those that a phone shows come first."""


def progress_list(
    parts: Parts, progress: Sequence[Progress], label: str, *, shows_programme: bool = False, board: str = ""
) -> TableView:
    """Return the table of targets of several divisions, with the programme's name if ``shows_programme``.

    ``board`` is the id of a table that can be sorted and filtered, else empty.
    """
    table = replace(progress_table(parts, progress, shows_programme=shows_programme), is_tall=True)
    return table.view(progress, label, columns=OF_SEVERAL_DIVISIONS, board=board)


def progress_of_division(parts: Parts, progress: Sequence[Progress], label: str) -> TableView:
    """Return the table of targets of one division, grouped by programme if there are several.

    Beside each value stands the average of places of the same kind.
    """
    table = progress_table(parts, progress, shows_average=True)
    by_programme = [(name, list(each)) for name, each in groupby(progress, key=_programme)]
    if len({name for name, _ in by_programme}) > 1:
        heads = [(parts.programme_link(name), each) for name, each in by_programme]
        return table.grouped_view(heads, label, columns=OF_ONE_DIVISION)
    return table.view(progress, label, columns=OF_ONE_DIVISION)


def progress_data(parts: Parts) -> DataTable:
    """Return the table of all targets of the open data: all inputs and results of the formulas."""
    progress = parts.publication.progress
    return progress_table(parts, progress).data(
        "progress",
        gettext("目标进度"),
        gettext("每个目标一行，列出公式的全部输入与结果，可以自行复算"),
        lambda: progress,
    )


def progress_table(
    parts: Parts,
    progress: Collection[Progress],
    *,
    shows_programme: bool = False,
    shows_average: bool = False,
) -> Table[Progress]:
    """Return the definition of the table of targets.

    If ``progress`` has several targets for one figure, only the last shows a trend.
    """
    last = {(each.division, each.indicator): each for each in progress}

    def shows_trend(each: Progress) -> bool:
        return last[each.division, each.indicator] is each

    return Table(
        (
            *_target_columns(parts, shows_programme=shows_programme),
            *_value_columns(parts, shows_average=shows_average),
            *_result_columns(parts, shows_trend),
        ),
        status=lambda each: parts.status(each.status).key,
        classes="tb-progress",
        is_searchable=False,
        open_data="progress",
        key=("programme", "division", "indicator", "from", "by"),
    )


def _target_columns(parts: Parts, *, shows_programme: bool) -> tuple[Column[Progress], ...]:
    """Return the columns of the target: division, indicator, value and due date."""
    publication = parts.publication

    def indicator_cell(each: Progress) -> Cell:
        day = publication.days[_programme(each)]
        flags = (
            *_pairs_text(indicator(each), each),
            *flag_texts(each, publication.site.thresholds.due_soon_days, day),
        )
        programme = small(parts.programme_link(_programme(each))) if shows_programme else None
        return cell(parts.indicator_link(each.indicator), *map(flag, flags), programme)

    def indicator(each: Progress) -> Indicator:
        return publication.indicators[each.indicator]

    return (
        data_column("programme", marked("工作的标识"), _programme),
        Column(
            "division",
            marked("区划"),
            lambda each: cell(parts.division_link(each.division)),
            meaning=marked("区划的标识"),
            value=lambda each: each.division,
        ),
        data_column(
            "division_name", marked("区划名称"), lambda each: publication.divisions[each.division].name
        ),
        Column(
            "indicator",
            marked("指标"),
            indicator_cell,
            is_head=True,
            meaning=marked("指标的标识"),
            value=lambda each: each.indicator.name,
        ),
        data_column("name", marked("指标名称"), lambda each: indicator(each).name),
        data_column(
            "kind",
            marked("cumulative 累计数，flow 当期数，level 时点数，ratio 比率，flag 是否"),
            lambda each: indicator(each).kind.value,
        ),
        data_column(
            "goal",
            marked("at-least 不低于，at-most 不高于，exactly 等于"),
            lambda each: indicator(each).goal.value,
        ),
        data_column("measure", marked("计量单位"), lambda each: indicator(each).measure),
        Column(
            "target",
            marked("目标"),
            lambda each: cell(parts.target_figure(each.division, each.target)),
            is_number=True,
            meaning=marked("目标值 T"),
            value=lambda each: data_number(each.target.value),
            type=DataType.ANY,
            measured_in="measure",
        ),
        data_column("from", marked("开始日期"), lambda each: each.target.start.isoformat(), DataType.DATE),
        data_column("by", marked("截止日期"), lambda each: each.target.due.isoformat(), DataType.DATE),
        data_column(
            "baseline",
            marked("基数 b；为空的不计算完成率；控制数不计算完成率"),
            lambda each: data_number(each.baseline),
            DataType.NUMBER,
            measured_in="measure",
        ),
        data_column("milestones", marked("节点目标，“日期=数值”以分号相连"), _milestones),
        data_column(
            "day",
            marked("判断进度的日期，E 按它计算"),
            lambda each: each.day.isoformat(),
            DataType.DATE,
        ),
    )


def _value_columns(parts: Parts, *, shows_average: bool) -> tuple[Column[Progress], ...]:
    """Return the columns of the value and of its reports."""

    def value_cell(each: Progress) -> Cell:
        latest = each.measured.latest
        return cell(
            parts.measured_figure(each.indicator, each.measured),
            small(report_time_text(latest.report)) if latest is not None else None,
            average_note(parts, each) if shows_average else None,
            sort=_sort_key(each.value),
        )

    return (
        Column(
            "value",
            marked("数值"),
            value_cell,
            is_number=True,
            meaning=marked("当日数值 v"),
            value=lambda each: data_number(each.measured.value),
            type=DataType.ANY,
            measured_in="measure",
        ),
        *measured_columns(lambda each: each.measured),
    )


def _result_columns(parts: Parts, shows_trend: Callable[[Progress], bool]) -> tuple[Column[Progress], ...]:
    """Return the columns of the results: attainment, pace, gap and status."""

    def status_cell(each: Progress) -> Cell:
        deadline = small(day_text(each.target.due), is_unbroken=True)
        original = (
            small(gettext("原文：%(deadline)s", deadline=each.target.deadline))
            if each.target.deadline
            else None
        )
        return cell(parts.status(each.status), deadline, original)

    def attainment_cell(each: Progress) -> Cell:
        bar = parts.bar(each)
        return cell(
            bar if bar is not None else None,
            small(_pace(parts, each)),
            small(forecast_text(each)),
            _trend(parts, each) if shows_trend(each) else None,
            sort=_sort_key(each.attainment),
        )

    return (
        data_column(
            "expected",
            marked("序时应达值 E，最多六位小数"),
            lambda each: data_number(each.expected),
            DataType.NUMBER,
            measured_in="measure",
        ),
        Column(
            "attainment",
            marked("完成率与序时"),
            attainment_cell,
            width=Width.WIDE,
            meaning=marked("完成率 (v−b)/(T−b)，1 为 100%，最多六位小数"),
            value=lambda each: data_number(each.attainment),
            type=DataType.NUMBER,
        ),
        data_column(
            "gap",
            marked("与序时进度之差，百分点，最多六位小数"),
            lambda each: data_number(each.gap),
            DataType.NUMBER,
            measured_in=marked("百分点"),
        ),
        data_column(
            "forecast",
            marked("按目前进度推算的截止日数值，最多六位小数；不推算的为空"),
            lambda each: data_number(each.forecast.value if each.forecast is not None else None),
            DataType.NUMBER,
            measured_in="measure",
        ),
        data_column(
            "forecast_day",
            marked("按目前进度推算的完成日期；完不成的、不推算的为空"),
            lambda each: iso_day(each.forecast.reached if each.forecast is not None else None),
            DataType.DATE,
        ),
        Column(
            "status",
            marked("状态与截止"),
            status_cell,
            meaning=marked("状态"),
            value=lambda each: each.status.value,
        ),
        data_column(
            "late_report",
            marked("最近一次报送是否迟报"),
            lambda each: each.flags.late_report,
            DataType.BOOLEAN,
        ),
        data_column(
            "overdue_periods",
            marked("已到期未报的期间，以分号相连"),
            lambda each: ";".join(period.text for period in each.flags.overdue_periods),
        ),
        data_column(
            "late_achievement",
            marked("是否逾期后完成"),
            lambda each: each.flags.late_achievement,
            DataType.BOOLEAN,
        ),
        data_column(
            "stale",
            marked("数值是否陈旧，或由陈旧的数合成"),
            lambda each: each.flags.stale,
            DataType.BOOLEAN,
        ),
        data_column(
            "corrected", marked("数值是否经过更正"), lambda each: each.flags.corrected, DataType.BOOLEAN
        ),
        *source_columns(lambda each: each.target.source, marked("目标出处的标识")),
        fictional_column(lambda each: parts.publication.divisions[each.division].fictional),
    )


def _programme(progress: Progress) -> str:
    return progress.indicator.programme


def _milestones(progress: Progress) -> str:
    return ";".join(f"{day}={plain(value)}" for day, value in sorted(progress.target.milestones.items()))


def _sort_key(value: object) -> str:
    """Return the sort key of a value: a number in full; empty for a flag or no value."""
    return f"{value:f}" if isinstance(value, Decimal) else ""


def _pace(parts: Parts, progress: Progress) -> str:
    """Return the expected value and the gap in words, with the day where that is not the day of measuring."""
    if progress.gap is None:
        return ""
    measure = parts.publication.indicators[progress.indicator].measure
    expected = f"{computed(progress.expected)}{measure}" if progress.expected is not None else ""
    until_due = min(progress.day, progress.target.due)  # nothing more is expected after it
    is_earlier = until_due != parts.publication.days[_programme(progress)]
    until = gettext("到%(until_due)s", until_due=day_text(until_due)) if is_earlier else ""
    goal = parts.publication.indicators[progress.indicator].goal
    is_limit = is_allowance(progress.target.value, goal, progress.baseline)
    return gettext(
        "%(until)s%(value)s%(expected)s，%(gap)s",
        until=until,
        value=gettext("不超过") if is_limit else gettext("应达"),
        expected=expected,
        gap=points(progress.gap),
    )


def _trend(parts: Parts, progress: Progress) -> Piece | None:
    return trend_piece(
        parts.trend(progress.division, progress.indicator, progress.target),
        parts.publication.indicators[progress.indicator].name,
    )


def _pairs_text(indicator: Indicator, progress: Progress) -> tuple[str, ...]:
    """Return from how many places below a derived ratio is summed, as one text, or nothing."""
    coverage = progress.measured.coverage
    if indicator.derived is None or coverage is None:
        return ()
    return (
        gettext("下级汇总%(reported)s/%(expected)s", reported=coverage.reported, expected=coverage.expected),
    )


_STILL_OPEN: Final = {Status.ON_PACE, Status.BEHIND, Status.FAR_BEHIND, Status.UNREPORTED}


def flag_texts(progress: Progress, due_soon_days: int, day: date | None = None) -> tuple[str, ...]:
    """Return the remarks beside the name of a target, in words.

    Days are counted from ``day``, the day of measuring, or else from the day on which the target is judged.
    """
    flags = progress.flags
    texts = []
    if progress.target.each is not None:
        texts.append(gettext("对每个下级单位的要求"))
    days_left = (progress.target.due - (day or progress.day)).days
    if progress.status in _STILL_OPEN and 0 <= days_left <= due_soon_days:
        texts.append(
            gettext("还有%(days_left)s天到期", days_left=days_left) if days_left else gettext("今天到期")
        )
    coverage = progress.measured.coverage
    if progress.measured.origin is Origin.ROLLED_UP and coverage is not None:
        texts.append(
            gettext(
                "下级汇总%(reported)s/%(expected)s", reported=coverage.reported, expected=coverage.expected
            )
        )
    if flags.beyond:
        texts.append(gettext("应正好等于目标，已越过"))
    if flags.late_achievement:
        texts.append(gettext("逾期后完成"))
    if flags.late_report:
        texts.append(gettext("迟报"))
    if flags.overdue_periods:
        texts.append(gettext("欠报%(number)s期", number=len(flags.overdue_periods)))
    if flags.stale:
        texts.append(gettext("陈旧"))
    if flags.corrected:
        texts.append(gettext("已更正"))
    return tuple(texts)
