"""The Chinese words of a circular for its period, the period before, and its divisions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final, assert_never

from generators.composing.kit.dates import day_text, period_text, span_text
from generators.model.calendar import months_before, quarter_of
from generators.model.division import Division, DivisionKind
from generators.model.period import Period, cadence_of
from generators.model.scalars import Cadence

_QUARTERS: Final = ("一", "二", "三", "四")
_LAST_MONTH: Final = 12

_WHOLE: Final = {
    DivisionKind.PROVINCE: "全省",
    DivisionKind.CITY: "全市",
    DivisionKind.COUNTY: "全县",
    DivisionKind.DISTRICT: "全区",
    DivisionKind.COUNTY_CITY: "全市",
    DivisionKind.TOWN: "全镇",
    DivisionKind.TOWNSHIP: "全乡",
    DivisionKind.SUBDISTRICT: "全街道",
    DivisionKind.OFFICE: "全办事处",
    DivisionKind.OTHER: "全域",
    DivisionKind.VILLAGE: "全村",
    DivisionKind.COMMUNITY: "全社区",
}

_COUNTIES: Final = {DivisionKind.COUNTY: "县", DivisionKind.COUNTY_CITY: "市", DivisionKind.DISTRICT: "区"}
_TOWNSHIPS: Final = {DivisionKind.SUBDISTRICT: "街道", DivisionKind.OFFICE: "办事处"}


def whole(division: Division) -> str:
    """Return the word for the whole of a division: 全县; with its own word for its kind, 全林场."""
    return _WHOLE[division.kind] if division.word is None else f"全{division.word}"


@dataclass(frozen=True, slots=True)
class PeriodWords:
    """The words for one period.

    ``name`` is the full name (2026年三季度), ``this`` the short one (三季度, 本周); ``until`` is its end
    with 到 (到9月底), ``end`` without it; ``previous`` is the period before (二季度, 上周),
    ``previous_end`` its end (6月底); ``last_day`` is the date of its last day.
    """

    name: str
    this: str
    until: str
    end: str
    previous: str
    previous_end: str
    last_day: str


def period_words(period: Period) -> PeriodWords:
    """Return the words for ``period``; raises ``ValueError`` if it is unstated."""
    start, end = period.start, period.end
    if start is None or end is None:
        raise ValueError(f"{period.text} has no days")
    last_day = day_text(end)
    match cadence_of(period):
        case Cadence.WEEK:
            year, week, _ = start.isocalendar()
            closing = f"{end.month}月{end.day}日"
            name = f"{year}年第{week}周（{span_text(start, end).partition('年')[2]}）"
            return PeriodWords(name, "本周", f"到{closing}", closing, "上周", "上周末", last_day)
        case Cadence.MONTH:
            name = f"{start.year}年{start.month}月"
            previous = _end_of_month(months_before(start, 1), end.year)
            return PeriodWords(
                name, "本月", f"到{end.month}月底", f"{end.month}月底", "上月", previous, last_day
            )
        case Cadence.QUARTER:
            index = quarter_of(start) - 1
            this = f"{_QUARTERS[index]}季度"
            before = f"{_QUARTERS[index - 1]}季度" if index else "上年四季度"
            return _ending_a_month(start, end, this, before)
        case Cadence.HALF_YEAR:
            is_first = start.month == 1
            return _ending_a_month(
                start, end, "上半年" if is_first else "下半年", "上年下半年" if is_first else "上半年"
            )
        case Cadence.YEAR:
            return PeriodWords(f"{start.year}年", "全年", "到年底", "年底", "上年", "上年底", last_day)
        case None:
            name = period_text(period)
            closing = f"{end.month}月{end.day}日"
            return PeriodWords(name, "本期", f"到{closing}", closing, "上期", "上期末", last_day)
        case never:
            assert_never(never)


def _end_of_month(month: date, year: int) -> str:
    """Return 6月底, or 上年底 for a month of an earlier year than ``year``."""
    return f"{month.month}月底" if month.year == year else "上年底"


def _ending_a_month(start: date, end: date, this: str, before: str) -> PeriodWords:
    closing = f"{end.month}月底" if end.month != _LAST_MONTH else "年底"
    previous = _end_of_month(months_before(start, 1), start.year)
    return PeriodWords(
        f"{start.year}年{this}", this, f"到{closing}", closing, before, previous, day_text(end)
    )


def collective(divisions: Iterable[Division]) -> str:
    """Return one word for these divisions: 乡镇, 街道, 乡镇（林场）, 县（市、区）, 村（社区）."""
    listed = tuple(divisions)
    found = {each.kind for each in listed}
    if found & set(_COUNTIES):
        first, *others = [word for kind, word in _COUNTIES.items() if kind in found]
    elif found & {DivisionKind.VILLAGE, DivisionKind.COMMUNITY}:
        words = {DivisionKind.VILLAGE: "村", DivisionKind.COMMUNITY: "社区"}
        first, *others = [word for kind, word in words.items() if kind in found]
    elif found & {DivisionKind.CITY}:
        first, others = "市", []
    else:
        rural = "镇" if DivisionKind.TOWNSHIP not in found else "乡镇" if DivisionKind.TOWN in found else "乡"
        first, *others = [
            *([rural] if found & {DivisionKind.TOWN, DivisionKind.TOWNSHIP} else []),
            *(word for kind, word in _TOWNSHIPS.items() if kind in found),
            *dict.fromkeys(each.word for each in listed if each.kind is DivisionKind.OTHER and each.word),
        ] or ["单位"]
    return f"{first}（{'、'.join(others)}）" if others else first
