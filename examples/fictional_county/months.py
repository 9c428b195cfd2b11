"""The months and quarters that are reported on, and the days that follow from them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

_FIRST_YEAR: Final = 2025
_FIRST_MONTH: Final = 7
START: Final = date(_FIRST_YEAR, _FIRST_MONTH, 1)
"""The day all programmes begin."""

MONTHS_A_QUARTER: Final = 3
_MONTHS_A_YEAR: Final = 12
_CLOSING_DAYS: Final = 15
_LAST_EVENT_DAYS: Final = 10


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A calendar month."""

    year: int
    month: int

    @property
    def text(self) -> str:
        """Return the month as a period: ``2025-07``."""
        return f"{self.year}-{self.month:02}"

    @property
    def words(self) -> str:
        """Return the month in Chinese."""
        return f"{self.year}年{self.month}月"

    @property
    def next(self) -> Month:
        """Return the month after this one."""
        return Month(self.year + self.month // _MONTHS_A_YEAR, self.month % _MONTHS_A_YEAR + 1)

    @property
    def first(self) -> date:
        """Return the first day."""
        return date(self.year, self.month, 1)

    @property
    def last(self) -> date:
        """Return the last day."""
        return self.next.first - timedelta(days=1)

    @property
    def quarter(self) -> int:
        """Return which quarter of its year the month lies in."""
        return (self.month - 1) // MONTHS_A_QUARTER + 1


@dataclass(frozen=True, slots=True)
class Quarter:
    """Three months."""

    months: tuple[Month, ...]

    @property
    def text(self) -> str:
        """Return the quarter as a period: ``2025-Q3``."""
        return f"{self.months[0].year}-Q{self.months[0].quarter}"

    @property
    def slug(self) -> str:
        """Return the quarter as part of an identifier: ``2025-q3``."""
        return self.text.lower()

    @property
    def words(self) -> str:
        """Return the quarter in Chinese."""
        return f"{self.months[0].year}年第{'一二三四'[self.months[0].quarter - 1]}季度"

    @property
    def first(self) -> date:
        """Return the first day."""
        return self.months[0].first

    @property
    def last(self) -> date:
        """Return the last day."""
        return self.months[-1].last


@dataclass(frozen=True, slots=True)
class Calendar:
    """Everything that follows from the number of quarters."""

    months: tuple[Month, ...]

    @classmethod
    def of(cls, quarters: int) -> Calendar:
        """Return the calendar of ``quarters`` quarters from ``START`` on."""
        months = [Month(_FIRST_YEAR, _FIRST_MONTH)]
        while len(months) < quarters * MONTHS_A_QUARTER:
            months.append(months[-1].next)
        return cls(tuple(months))

    @property
    def quarters(self) -> tuple[Quarter, ...]:
        """Return the quarters, earliest first."""
        starts = range(0, len(self.months), MONTHS_A_QUARTER)
        return tuple(Quarter(self.months[at : at + MONTHS_A_QUARTER]) for at in starts)

    @property
    def as_of(self) -> date:
        """Return the day the project is looked at: when the last quarter is closed."""
        return self.months[-1].last + timedelta(days=_CLOSING_DAYS)

    @property
    def last_event(self) -> date:
        """Return the last day on which anything is entered apart from reports."""
        return self.months[-1].last + timedelta(days=_LAST_EVENT_DAYS)

    @property
    def due(self) -> date:
        """Return the day the targets are due: the end of the last year."""
        return date(self.months[-1].year, _MONTHS_A_YEAR, 31)
