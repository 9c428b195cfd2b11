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
from generators.languages import gettext, marked
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
            return gettext("累计数"), gettext("取截至当日最近一次报送")
        case IndicatorKind.FLOW:
            return gettext("当期数"), gettext("把目标起止日期内各期相加")
        case IndicatorKind.LEVEL:
            return gettext("时点数"), gettext("取截至当日最近一次报送")
        case IndicatorKind.RATIO:
            return gettext("比率"), gettext("分子之和除以分母之和，从不平均百分数")
        case IndicatorKind.FLAG:
            return gettext("是否"), gettext("只有达到与未达到")
        case never:
            assert_never(never)


def methods_pages(site: SiteParts) -> Iterator[Page]:
    """Yield the methods page."""
    yield SECTION.first_page("site/methods.md.j2", partial(_methods_view, site), shows_contents=True)


def _methods_view(site: SiteParts) -> MethodsView:
    thresholds = site.publication.site.thresholds
    tolerance = plain(thresholds.behind_tolerance)
    meanings = {
        Status.MISSED: gettext("已过截止日期，仍未达到目标"),
        Status.FAR_BEHIND: gettext("落后序时进度超过%(tolerance)s个百分点", tolerance=tolerance),
        Status.BEHIND: gettext("落后序时进度，但不超过%(tolerance)s个百分点", tolerance=tolerance),
        Status.ON_PACE: gettext("达到或超过序时进度"),
        Status.ACHIEVED: gettext("已达到目标"),
        Status.NOT_STARTED: gettext("尚未到开始日期"),
        Status.UNREPORTED: gettext("没有可用的报送；不等于零"),
        Status.INCOMPUTABLE: gettext("缺少分母、基数或部分下级数据，算不出来"),
        Status.NOT_APPLICABLE: gettext("该单位不适用此项；不计入"),
        Status.NO_TARGET: gettext("只报数，没有设目标"),
    }
    return MethodsView(
        tolerance=tolerance,
        grace_days=thresholds.report_grace_days,
        notable_change=percentage(thresholds.notable_change),
        large_change=percentage(thresholds.large_change),
        statuses=meanings_table(
            (gettext("状态"), gettext("含义")),
            [(STATUS_VIEWS[status], meanings[status]) for status in STATUS_VIEWS],
            gettext("各种状态的含义"),
        ),
        kinds=meanings_table(
            (gettext("类型"), gettext("当日数值 v")),
            list(map(_kind_texts, IndicatorKind)),
            gettext("各类指标怎样取值"),
        ),
        days=meanings_table(
            (gettext("工作"), gettext("计算日期")),
            [
                (site.programme_link(programme.id), site.days_text(programme))
                for programme in site.publication.programmes.values()
            ],
            gettext("各项工作的计算日期"),
        ),
        explanations=tuple(_explanations(site.sections)),
    )


def _explanations(sections: Iterable[Section]) -> Iterator[str]:
    found = (each.explanation for each in sections if each.explanation is not None)
    for explanation in sorted(found, key=lambda each: each.position):
        yield explanation.template


SECTION: Final = Section(
    address=f"{urls.SCHEME}methods/",
    title=marked("计算方法"),
    description=marked("完成率、序时进度、状态、得分与名次、台账的计算方法"),
    type=SectionType.ABOUT,
    keywords=(marked("口径"),),
    menu=MenuEntry(group=marked("数据")),
    compose=methods_pages,
)
