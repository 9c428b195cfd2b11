"""Dates and periods as in Chinese documents: Arabic numerals without padding."""

from __future__ import annotations

from datetime import date

from generators.model.period import Period
from generators.model.report import Report
from generators.model.scalars import Cadence

UNSTATED_TEXT = "原件未注明"

CADENCE_TEXT = {
    Cadence.WEEK: "每周",
    Cadence.MONTH: "每月",
    Cadence.QUARTER: "每季度",
    Cadence.HALF_YEAR: "每半年",
    Cadence.YEAR: "每年",
}


def day_text(day: date) -> str:
    """Return a day such as 2018年4月20日."""
    return f"{day.year}年{day.month}月{day.day}日"


def period_text(period: Period) -> str:
    """Return a period such as 2017年第3季度, 2017年6月, 2018年2月28日至3月2日."""
    if period.start is None or period.end is None:
        return UNSTATED_TEXT
    if "/" in period.text:
        return span_text(period.start, period.end)
    if period.start == period.end:
        return day_text(period.start)
    year, _, part = period.text.partition("-")
    return f"{year}年{_part_text(part)}"


def _part_text(part: str) -> str:
    """Return the words for the part of a year given as H1, Q3, W23, 06 or empty."""
    match part[:1]:
        case "H":
            return "上半年" if part == "H1" else "下半年"
        case "Q":
            return f"第{part[1:]}季度"
        case "W":
            return f"第{int(part[1:])}周"
        case "":
            return ""
        case _:
            return f"{int(part)}月"


def report_time_text(report: Report) -> str:
    """Return the period of a report as text; if it is unstated, the date of the report, if it has one."""
    if report.period.is_stated or report.on is None:
        return period_text(report.period)
    return f"文件日期{day_text(report.on)}"


def span_text(start: date, end: date) -> str:
    """Return a span such as 2018年2月28日至3月2日, without repeating the same year or month."""
    if start.year != end.year:
        return f"{day_text(start)}至{day_text(end)}"
    if start.month != end.month:
        return f"{day_text(start)}至{end.month}月{end.day}日"
    return f"{day_text(start)}至{end.day}日"
