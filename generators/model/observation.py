"""Observations: reported values by division and indicator, with their corrections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from generators.model.address import Address
from generators.model.changing import changed
from generators.model.correction import Correction, RatioPart
from generators.model.grouping import grouped
from generators.model.period import Period
from generators.model.report import FiledReport, Report, Value


@dataclass(frozen=True, slots=True)
class Observation:
    """One reported value; ``corrections`` are in the order of their dates.

    ``at`` is its index among the observations of its division and indicator, by which it is known.
    """

    division: str
    indicator: Address
    report: Report
    value: Value
    corrections: tuple[Correction, ...]
    at: int = field(default=0, repr=False, compare=False)

    @property
    def period(self) -> Period:
        """Return the period reported on."""
        return self.report.period

    @property
    def covers_until(self) -> date | None:
        """Return the last day that the value covers: the end of its period, or an earlier day of report.

        ``None`` if the period is unstated.
        """
        end, on = self.period.end, self.report.on
        return min(end, on) if end is not None and on is not None else end

    def is_known(self, day: date) -> bool:
        """Whether the value had been reported by ``day``.

        With a report date that date decides, provided the period has begun; without one the
        period must have ended. A value whose document states no date is known from the start.
        """
        start, end, on = self.period.start, self.period.end, self.report.on
        if on is not None:
            return on <= day and (start is None or start <= day)
        return end is None or end <= day

    def correction(self, day: date) -> Correction | None:
        """Return the last correction made by ``day``, ``None`` if there is none."""
        if not self.corrections:  # most values have none, and this is asked of every value measured
            return None
        return next((each for each in reversed(self.corrections) if each.on <= day), None)

    def amount(self, day: date) -> Decimal | bool | None:
        """Return the number or flag as corrected by ``day``; ``None`` for ratio parts or not applicable."""
        whole = self._last_correction(day, None)
        return whole.new if whole is not None else self.value.value

    def ratio_parts(self, day: date) -> tuple[Decimal | None, Decimal | None]:
        """Return numerator and denominator as corrected by ``day``.

        Both are ``None`` where none were reported, or a correction has replaced the quotient.
        """
        if self._last_correction(day, None) is not None:
            return None, None
        return (
            self._part(day, RatioPart.NUMERATOR, self.value.numerator),
            self._part(day, RatioPart.DENOMINATOR, self.value.denominator),
        )

    def _part(self, day: date, part: RatioPart, reported: Decimal | None) -> Decimal | None:
        correction = self._last_correction(day, part)
        return correction.new if correction is not None and isinstance(correction.new, Decimal) else reported

    def _last_correction(self, day: date, part: RatioPart | None) -> Correction | None:
        if not self.corrections:
            return None
        known = (each for each in reversed(self.corrections) if each.on <= day and each.part is part)
        return next(known, None)


ObservationIndex = Mapping[tuple[str, Address], tuple[Observation, ...]]
"""The observations of each (division, indicator address), in the order of the last days that they cover."""


def _sort_key(observation: Observation) -> tuple[date, date, date]:
    """Order by the last day covered: a report on a running year is older than one on a later month."""
    return (
        observation.covers_until or date.min,
        observation.period.start or date.min,
        observation.report.on or date.min,
    )


def observations_of(reports: Iterable[FiledReport], corrections: Iterable[Correction]) -> ObservationIndex:
    """Return every observation of the reports, indexed and in order of period, then report date."""
    correcting = grouped(
        ((each.division, each.indicator, each.period.text), each)
        for each in sorted(corrections, key=lambda each: each.on)
    )
    observations = (
        Observation(
            filed.division,
            indicator,
            filed.report,
            value,
            correcting.get((filed.division, indicator, filed.report.period.text), ()),
        )
        for filed in reports
        for indicator, value in filed.report.values.items()
    )
    found = grouped(((each.division, each.indicator), each) for each in observations)
    return {key: tuple(_numbered(sorted(items, key=_sort_key))) for key, items in found.items()}


def _numbered(observations: Iterable[Observation]) -> Iterator[Observation]:
    for at, each in enumerate(observations):
        yield changed(each, at=at) if at else each
