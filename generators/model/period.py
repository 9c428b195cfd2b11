"""Periods of time as written in data files: 2017, 2017-H1, 2017-Q3, 2017-06, 2017-W23, a day, a range."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Annotated, Final, assert_never

from pydantic import PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from generators.model.caching import cached_by_text
from generators.model.calendar import (
    FIRST_YEAR,
    LAST_YEAR,
    days_after,
    days_before,
    last_of_month,
    months_before,
    quarter_of,
)
from generators.model.scalars import Cadence

UNSTATED: Final = "unstated"
"""The text of a period that the document does not state."""

_FORMS: Final = re.compile(
    r"(?P<year>\d{4})"
    r"(?:-(?:H(?P<half>[12])|Q(?P<quarter>[1-4])|W(?P<week>\d{2})|(?P<month>\d{2})(?:-(?P<day>\d{2}))?))?"
)


_PERIOD: Final = re.sub(r"\?P<\w+>", "?:", _FORMS.pattern)
"""The forms as an expression without named groups, as a JSON Schema may have it."""


@dataclass(frozen=True, slots=True)
class Period:
    """A span of days, both ends included, with the text it was written as.

    ``start`` and ``end`` are ``None`` only for an unstated period.
    """

    text: str
    start: date | None
    end: date | None

    @property
    def is_stated(self) -> bool:
        """Whether the period has dates."""
        return self.end is not None

    @property
    def sort_key(self) -> tuple[date, date]:
        """Return the sort key: end, then start; an unstated period sorts first."""
        return (self.end or date.min, self.start or date.min)

    def overlaps(self, other: Period) -> bool:
        """Whether both periods are stated and share a day."""
        if self.start is None or self.end is None or other.start is None or other.end is None:
            return False
        return self.start <= other.end and other.start <= self.end

    def lies_within(self, start: date, end: date) -> bool:
        """Whether every day of this period falls between ``start`` and ``end``, both included."""
        return self.start is not None and self.end is not None and start <= self.start and self.end <= end


def _months(text: str, year: int, first: int, count: int) -> Period:
    """Return the period of ``count`` whole months from the month ``first`` on."""
    return Period(text, date(year, first, 1), last_of_month(date(year, first + count - 1, 1)))


@cached_by_text
def _single_period(text: str) -> Period:
    """Return the period that a text without ``/`` names; raises ``ValueError`` or ``OverflowError``."""
    match = _FORMS.fullmatch(text)
    if match is None:
        raise ValueError(text)
    year = int(match["year"])
    if match["half"]:
        return _months(text, year, 1 if match["half"] == "1" else 7, 6)
    if match["quarter"]:
        return _months(text, year, int(match["quarter"]) * 3 - 2, 3)
    if match["week"]:
        monday = date.fromisocalendar(year, int(match["week"]), 1)
        return Period(text, monday, monday + timedelta(days=6))
    if match["day"]:
        day = date(year, int(match["month"]), int(match["day"]))
        return Period(text, day, day)
    if match["month"]:
        return _months(text, year, int(match["month"]), 1)
    return _months(text, year, 1, 12)


def parse_period(value: object) -> Period:
    """Return the period that ``value`` names.

    Accepts a :class:`Period`, a year as a whole number, a date, or text in one of the forms of
    this module; ``A/B`` runs from the first day of A to the last of B; ``unstated`` is allowed.
    Raises ``PydanticCustomError`` with code E207 for anything else.
    """
    if isinstance(value, Period):
        return value
    text = value.isoformat() if isinstance(value, date) else str(value)
    if text == UNSTATED:
        return Period(text, None, None)
    first, slash, last = text.partition("/")
    try:
        opening = _single_period(first)
        closing = _single_period(last) if slash else opening
    except (ValueError, OverflowError):
        raise PydanticCustomError("E207", "“{value}”不是期间", {"value": text}) from None
    if opening.start is None or closing.end is None or closing.end < opening.start:
        raise PydanticCustomError("E207", "期间“{value}”的止早于起", {"value": text})
    if opening.start.year < FIRST_YEAR or closing.end.year > LAST_YEAR:
        reason = "期间“{value}”不在 {first} 至 {last} 年之间"
        raise PydanticCustomError("E207", reason, {"value": text, "first": FIRST_YEAR, "last": LAST_YEAR})
    return Period(text, opening.start, closing.end)


@cached_by_text
def stated_period(text: str) -> Period | None:
    """Return the period that ``text`` names, ``None`` if it names none or says that it is unstated."""
    try:
        period = parse_period(text)
    except PydanticCustomError:
        return None
    return period if period.is_stated else None


PeriodField = Annotated[
    Period,
    PlainValidator(parse_period),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "integer", "minimum": FIRST_YEAR, "maximum": LAST_YEAR},
                {"type": "string", "pattern": f"^(?:{UNSTATED}|{_PERIOD}(?:/{_PERIOD})?)$"},
            ]
        }
    ),
]
"""A period in a record."""

_MONTHS_IN: Final = {Cadence.MONTH: 1, Cadence.QUARTER: 3, Cadence.HALF_YEAR: 6, Cadence.YEAR: 12}


def _cadence_text(cadence: Cadence, start: date) -> str:
    match cadence:
        case Cadence.MONTH:
            return f"{start.year:04}-{start.month:02}"
        case Cadence.QUARTER:
            return f"{start.year:04}-Q{quarter_of(start)}"
        case Cadence.HALF_YEAR:
            return f"{start.year:04}-H{1 if start.month == 1 else 2}"
        case Cadence.YEAR:
            return f"{start.year:04}"
        case Cadence.WEEK:
            year, week, _ = start.isocalendar()
            return f"{year:04}-W{week:02}"
        case never:
            assert_never(never)


def periods_due(cadence: Cadence, start: date, end: date) -> tuple[Period, ...]:
    """Return the calendar periods of ``cadence`` that end between ``start`` and ``end``, both included.

    They are in order; a period that begins before ``start`` is included, because its report falls due.
    """
    due: list[Period] = []
    first = _first_day(cadence, start)
    while True:
        period = _single_period(_cadence_text(cadence, first))
        if period.end is None or period.end > end:
            return tuple(due)
        due.append(period)
        first = period.end + timedelta(days=1)


def _first_day(cadence: Cadence, day: date) -> date:
    """Return the first day of the calendar period of ``cadence`` that ``day`` is in."""
    if cadence is Cadence.WEEK:
        return days_before(day, day.weekday())
    months = _MONTHS_IN[cadence]
    return date(day.year, (day.month - 1) // months * months + 1, 1)


def last_end(cadence: Cadence, day: date) -> date:
    """Return the last day, ``day`` at the latest, on which a calendar period of ``cadence`` ends."""
    following = days_after(day, 1)
    return days_before(_first_day(cadence, following), 1)


def last_period(cadence: Cadence, day: date) -> Period | None:
    """Return the last calendar period of ``cadence`` that is over on ``day``, its last day included.

    ``None`` if none is.
    """
    end = last_end(cadence, day)
    found = periods_due(cadence, end, end)
    return found[-1] if found else None


def is_of_cadence(period: Period, cadence: Cadence) -> bool:
    """Whether ``period`` is exactly one calendar period of ``cadence``."""
    if period.start is None:
        return False
    try:
        whole = _single_period(_cadence_text(cadence, period.start))
    except OverflowError:
        return False  # a week beyond the last year that has a date
    return (whole.start, whole.end) == (period.start, period.end)


@cache
def cadence_of(period: Period) -> Cadence | None:
    """Return the cadence of which ``period`` is exactly one calendar period, ``None`` for any other span."""
    return next((cadence for cadence in Cadence if is_of_cadence(period, cadence)), None)


@cache
def period_before(period: Period) -> Period | None:
    """Return the period of the same cadence that ends the day before ``period`` begins.

    A span that is no calendar period is preceded by one of as many days. ``None`` for an unstated period,
    and for one that begins on the first day of the calendar.
    """
    start, end, cadence = period.start, period.end, cadence_of(period)
    if start is None or end is None or start == date.min:
        return None
    if cadence in _MONTHS_IN:
        return _single_period(_cadence_text(cadence, months_before(start, _MONTHS_IN[cadence])))
    if cadence is Cadence.WEEK:
        return _single_period(_cadence_text(cadence, days_before(start, 7)))
    last = days_before(start, 1)
    first = days_before(last, (end - start).days)
    return parse_period(f"{first}/{last}" if first < last else last)


def year_to_date(period: Period) -> Period:
    """Return the days from the first of January of the year in which ``period`` ends to its end.

    Raises ``ValueError`` if the period is unstated.
    """
    end = period.end
    if end is None:
        raise ValueError(f"{period.text} has no last day")
    first = date(end.year, 1, 1)
    if period.start == first:
        return period
    if end == last_of_month(end):
        return parse_period(f"{end.year:04}-01/{end.year:04}-{end.month:02}")
    return parse_period(f"{first}/{end}")


@cache
def period_a_year_before(period: Period) -> Period | None:
    """Return the period of the same name in the year before; ``None`` for one that has none.

    These are an unstated period, one of the first year of the calendar, the 29th of February, and a 53rd week
    after a year of 52.
    """
    if not period.is_stated:
        return None
    sides = [_year_before(side) for side in period.text.split("/")]
    return stated_period("/".join(sides))


def _year_before(text: str) -> str:
    return f"{int(text[:4]) - 1:04}{text[4:]}"
