"""The methods page: the formulas and terms, with the numbers of ``site.yml``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final, assert_never

from generators.composing.kit import urls
from generators.composing.kit.numbers import percentage, plain
from generators.composing.kit.page import Page
from generators.composing.kit.section import MenuEntry, Section, SectionType, SiteParts
from generators.composing.kit.small_tables import meanings_table
from generators.composing.kit.statuses import STATUS_VIEWS
from generators.composing.kit.table import TableView
from generators.model.indicator import IndicatorKind
from generators.results.figures import Status


@dataclass(frozen=True, slots=True)
class MethodsView:
    """The methods page; its numbers come from ``site.yml``.

    ``explanations`` are the templates that the sections add.
    """

    tolerance: str
    grace_days: int
    notable_change: str
    large_change: str
    statuses: TableView
    kinds: TableView
    days: TableView
    explanations: tuple[str, ...]


def _kind_texts(kind: IndicatorKind) -> tuple[str, str]:
    """Return the name of a kind of indicator, and the rule for its value."""
    match kind:
        case IndicatorKind.CUMULATIVE:
            return "累计数", "取截至当日最近一次报送"
        case IndicatorKind.FLOW:
            return "当期数", "把目标起止日期内各期相加"
        case IndicatorKind.LEVEL:
            return "时点数", "取截至当日最近一次报送"
        case IndicatorKind.RATIO:
            return "比率", "分子之和除以分母之和，从不平均百分数"
        case IndicatorKind.FLAG:
            return "是否", "只有达到与未达到"
        case never:
            assert_never(never)


def methods_pages(site: SiteParts) -> Iterator[Page]:
    """Yield the methods page."""
    yield SECTION.first_page("site/methods.md.j2", partial(_methods_view, site), shows_contents=True)


def _methods_view(site: SiteParts) -> MethodsView:
    thresholds = site.publication.site.thresholds
    tolerance = plain(thresholds.behind_tolerance)
    meanings = {
        Status.MISSED: "已过截止日期，仍未达到目标",
        Status.FAR_BEHIND: f"落后序时进度超过{tolerance}个百分点",
        Status.BEHIND: f"落后序时进度，但不超过{tolerance}个百分点",
        Status.ON_PACE: "达到或超过序时进度",
        Status.ACHIEVED: "已达到目标",
        Status.NOT_STARTED: "尚未到开始日期",
        Status.UNREPORTED: "没有可用的报送；不等于零",
        Status.INCOMPUTABLE: "缺少分母、基数或部分下级数据，算不出来",
        Status.NOT_APPLICABLE: "该单位不适用此项；不计入",
        Status.NO_TARGET: "只报数，没有设目标",
    }
    return MethodsView(
        tolerance=tolerance,
        grace_days=thresholds.report_grace_days,
        notable_change=percentage(thresholds.notable_change),
        large_change=percentage(thresholds.large_change),
        statuses=meanings_table(
            ("状态", "含义"),
            [(STATUS_VIEWS[status], meanings[status]) for status in STATUS_VIEWS],
            "各种状态的含义",
        ),
        kinds=meanings_table(
            ("类型", "当日数值 v"), list(map(_kind_texts, IndicatorKind)), "各类指标怎样取值"
        ),
        days=meanings_table(
            ("工作", "计算日期"),
            [
                (site.programme_link(programme.id), site.days_text(programme))
                for programme in site.publication.programmes.values()
            ],
            "各项工作的计算日期",
        ),
        explanations=tuple(_explanations(site.sections)),
    )


def _explanations(sections: Iterable[Section]) -> Iterator[str]:
    found = (each.explanation for each in sections if each.explanation is not None)
    for explanation in sorted(found, key=lambda each: each.position):
        yield explanation.template


SECTION: Final = Section(
    address=f"{urls.SCHEME}methods/",
    title="计算方法",
    description="完成率、序时进度、状态、得分与名次、台账的计算方法",
    type=SectionType.ABOUT,
    keywords=("口径",),
    menu=MenuEntry(group="数据"),
    compose=methods_pages,
)
