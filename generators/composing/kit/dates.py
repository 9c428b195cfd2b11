"""Dates and periods: in Chinese as in documents, without padding; in English as ISO 8601 writes them."""

from __future__ import annotations

from datetime import date
from typing import assert_never

from generators.languages import Words, current_language, gettext, marked, translated
from generators.model.language import Language
from generators.model.period import Period
from generators.model.report import Report
from generators.model.scalars import Cadence

UNSTATED_TEXT = marked("原件未注明")

CADENCE_TEXT = Words(
    {
        Cadence.WEEK: marked("每周"),
        Cadence.MONTH: marked("每月"),
        Cadence.QUARTER: marked("每季度"),
        Cadence.HALF_YEAR: marked("每半年"),
        Cadence.YEAR: marked("每年"),
    }
)


def day_text(day: date) -> str:
    """Return a day such as 2018年4月20日, in English 2018-04-20."""
    match current_language():
        case Language.CHINESE:
            return f"{day.year}年{day.month}月{day.day}日"
        case Language.ENGLISH:
            return day.isoformat()
        case never:
            assert_never(never)


def month_text(year: int, month: int) -> str:
    """Return a month such as 2017年6月, in English 2017-06."""
    match current_language():
        case Language.CHINESE:
            return f"{year}年{month}月"
        case Language.ENGLISH:
            return f"{year}-{month:02}"
        case never:
            assert_never(never)


def period_text(period: Period) -> str:
    """Return a period such as 2017年第3季度, 2018年2月28日至3月2日; in English Q3 2017."""
    if period.start is None or period.end is None:
        return translated(UNSTATED_TEXT)
    if "/" in period.text:
        return span_text(period.start, period.end)
    if period.start == period.end:
        return day_text(period.start)
    year, _, part = period.text.partition("-")
    return _part_text(year, part)


def _part_text(year: str, part: str) -> str:
    """Return the words for the part of a year given as H1, Q3, W23, 06 or empty."""
    match part[:1]:
        case "H" if part == "H1":
            return gettext("%(year)s年上半年", year=year)
        case "H":
            return gettext("%(year)s年下半年", year=year)
        case "Q":
            return gettext("%(year)s年第%(quarter)s季度", year=year, quarter=part[1:])
        case "W":
            return gettext("%(year)s年第%(week)s周", year=year, week=int(part[1:]))
        case "":
            return gettext("%(year)s年", year=year)
        case _:
            return month_text(int(year), int(part))


def report_time_text(report: Report) -> str:
    """Return the period of a report as text; if it is unstated, the date of the report, if it has one."""
    if report.period.is_stated or report.on is None:
        return period_text(report.period)
    return gettext("文件日期%(dated)s", dated=day_text(report.on))


def span_text(start: date, end: date) -> str:
    """Return a span such as 2018年2月28日至3月2日, without repeating the same year or month.

    In English both days are whole: 2018-02-28 to 2018-03-02.
    """
    if current_language() is not Language.CHINESE or start.year != end.year:
        return gettext("%(start)s至%(end)s", start=day_text(start), end=day_text(end))
    if start.month != end.month:
        return f"{day_text(start)}至{end.month}月{end.day}日"
    return f"{day_text(start)}至{end.day}日"
