"""同比、环比、本年累计: how a value is compared with that of an earlier period."""

from __future__ import annotations

from datetime import date
from typing import Annotated, assert_never

from pydantic import Field

from generators.model.period import Period, period_a_year_before, period_before, year_to_date
from generators.model.record import Record
from generators.model.scalars import Cadence, Choice


class ComparedBy(Choice):
    """What is computed of the value of a period: its year to date, or its growth since a base period."""

    YEAR_TO_DATE = "year-to-date"
    YEAR_ON_YEAR = "year-on-year"
    PERIOD_ON_PERIOD = "period-on-period"
    CUMULATIVE_GROWTH = "cumulative-growth"

    @property
    def is_to_date(self) -> bool:
        """Whether it is about the days from the first of January to the end of the period."""
        match self:
            case ComparedBy.YEAR_TO_DATE | ComparedBy.CUMULATIVE_GROWTH:
                return True
            case ComparedBy.YEAR_ON_YEAR | ComparedBy.PERIOD_ON_PERIOD:
                return False
            case never:
                assert_never(never)

    @property
    def is_growth(self) -> bool:
        """Whether the value is compared with that of a base period."""
        return self is not ComparedBy.YEAR_TO_DATE

    def span(self, period: Period) -> Period:
        """Return the days whose value is compared: ``period``, or the year up to its end.

        Raises ``ValueError`` if the period is unstated.
        """
        return year_to_date(period) if self.is_to_date else period

    def base(self, period: Period) -> Period | None:
        """Return the days that ``period`` is compared with; ``None`` if there are none."""
        match self:
            case ComparedBy.YEAR_TO_DATE:
                return None
            case ComparedBy.YEAR_ON_YEAR:
                return period_a_year_before(period)
            case ComparedBy.PERIOD_ON_PERIOD:
                return period_before(period)
            case ComparedBy.CUMULATIVE_GROWTH:
                earlier = period_a_year_before(period)
                return None if earlier is None else year_to_date(earlier)
            case never:
                assert_never(never)


class Comparison(Record):
    """A column beside the values of an indicator: growth rates have ``decimals`` at most.

    ``every`` is the length of the periods that are compared, without it the cadence of the indicator.
    """

    by: ComparedBy
    every: Cadence | None = None
    decimals: Annotated[int, Field(ge=0, le=6)] = 1


class Restart(Choice):
    """When a cumulative value starts again from zero."""

    YEARLY = "yearly"

    def is_in_same_count(self, day: date, other: date) -> bool:
        """Whether no restart lies between the two days."""
        match self:
            case Restart.YEARLY:
                return day.year == other.year
            case never:
                assert_never(never)
