"""Pairs of reports of which a derived ratio is the quotient: of one place, on the same period."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from generators.model.observation import Observation

_Span: TypeAlias = tuple[date | None, date | None]
"""First and last day of a period; both are ``None`` if it is unstated."""


@dataclass(frozen=True, slots=True)
class ReportedPart:
    """The known reports of one division on one part of a ratio, earliest first.

    ``is_summed`` says that the value is their sum, else it is the last one.
    """

    reports: tuple[Observation, ...]
    is_summed: bool

    def amounts(self, day: date) -> Mapping[_Span, tuple[Observation, Decimal]]:
        """Return the reports with their numbers as corrected by ``day``; the last on a period counts."""
        return {
            (each.period.start if self.is_summed else None, each.period.end): (each, amount)
            for each in self.reports
            if isinstance(amount := each.amount(day), Decimal)
        }


@dataclass(frozen=True, slots=True)
class Pair:
    """Numerator and denominator of one division, and the reports of each."""

    numerator: Decimal
    denominator: Decimal
    numerator_reports: tuple[Observation, ...]
    denominator_reports: tuple[Observation, ...]


def pair_of(numerator: ReportedPart, denominator: ReportedPart, day: date) -> Pair | None:
    """Return the sums over all periods on which both parts were reported, if both are sums over periods.

    Else they are those of the last day on which a period of both ends; a sum is then that of all reports by
    that day. ``None`` if there is no such period. A report on an unstated period goes with the last report of
    the other part: nobody can say that it is of another day. Numbers are those corrected by ``day``.
    """
    above, below = numerator.amounts(day), denominator.amounts(day)
    if numerator.is_summed and denominator.is_summed:
        spans = [span for span in above if span in below]
        return _pair(above, below, spans, spans) if spans else None
    ends_above, ends_below = ({end for _, end in amounts} for amounts in (above, below))
    common = ends_above & ends_below
    if not common and not (ends_above and ends_below and None in ends_above | ends_below):
        return None
    last_above, last_below = (
        max(common or ends, key=lambda end: end or date.min) for ends in (ends_above, ends_below)
    )
    return _pair(
        above, below, _spans_of(above, last_above, numerator), _spans_of(below, last_below, denominator)
    )


def _spans_of(amounts: Mapping[_Span, object], last: date | None, part: ReportedPart) -> list[_Span]:
    """Return the periods that count in the value of ``part`` on the day ``last``."""
    if not part.is_summed:
        return [(None, last)]
    return [(start, end) for start, end in amounts if end == last or (end and last and end < last)]


def _pair(
    above: Mapping[_Span, tuple[Observation, Decimal]],
    below: Mapping[_Span, tuple[Observation, Decimal]],
    spans_above: list[_Span],
    spans_below: list[_Span],
) -> Pair:
    return Pair(
        sum((above[span][1] for span in spans_above), Decimal(0)),
        sum((below[span][1] for span in spans_below), Decimal(0)),
        tuple(above[span][0] for span in spans_above),
        tuple(below[span][0] for span in spans_below),
    )
