"""Compares the value of a period with that of a base period, and sums values up since January.

Formulas: “Comparisons” in generators/formulas.md.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final, TypeAlias, assert_never

from generators.measuring.comparisons.whole_periods import is_of_whole_period
from generators.measuring.figures.figures import Figures
from generators.measuring.figures.window import Window
from generators.model.address import Address
from generators.model.calendar import days_before
from generators.model.comparison import ComparedBy
from generators.model.indicator import Indicator, IndicatorKind
from generators.model.period import Period, parse_period
from generators.results.comparisons import Comparability, Compared, Term
from generators.results.figures import ValueState

FiguresOf: TypeAlias = Callable[[Period], Figures]
"""Takes a period, returns the figures of the programme on its last day."""

_HUNDRED: Final = 100
_PERCENT: Final = "%"


@dataclass(frozen=True, slots=True)
class _Amount:
    """The number of a period; ``lack`` says why there is none, ``terms`` are what it is computed from."""

    number: Decimal | None
    lack: Comparability | None
    terms: tuple[Term, ...]


_NOTHING: Final = _Amount(None, Comparability.NO_VALUE, ())


def compared(
    figures_of: FiguresOf, division: str, address: Address, by: ComparedBy, period: Period
) -> Compared:
    """Return how the value of an indicator in ``period`` compares ``by`` the given rule.

    The base of a growth rate is the exact value of a whole period above 0. Otherwise the state says what
    stands in the way: the first that applies of the value, then of the base.
    """
    indicator = figures_of(period).dataset.indicators[address]
    is_in_points = by.is_growth and indicator.measure == _PERCENT
    amounts = _Amounts(figures_of, division, address, indicator, is_to_date=by.is_to_date)
    base_span = by.base(period)
    value = amounts.amount(by.span(period))
    base = amounts.amount(base_span) if base_span is not None else _NOTHING
    if by.is_growth:
        state = _state(value, base, is_in_points=is_in_points)
        result = _growth(value, base, is_in_points=is_in_points)
    else:
        state = value.lack or Comparability.COMPARED
        result = None if value.number is None else Fraction(value.number)
    terms = (*value.terms, *base.terms)
    return Compared(
        by=by,
        period=by.span(period),
        base_period=base_span,
        state=state,
        value=value.number,
        base=base.number,
        result=result if state is Comparability.COMPARED else None,
        is_in_points=is_in_points,
        terms=terms,
        is_corrected=any(term.measured.corrected for term in terms),
    )


def _growth(value: _Amount, base: _Amount, *, is_in_points: bool) -> Fraction | None:
    """Return the growth in per cent, or the difference in points; ``None`` without two numbers."""
    if value.number is None or base.number is None:
        return None
    difference = Fraction(value.number) - Fraction(base.number)
    if is_in_points:
        return difference
    return _HUNDRED * difference / Fraction(base.number) if base.number else None


def _state(value: _Amount, base: _Amount, *, is_in_points: bool) -> Comparability:
    if value.lack is not None:
        return value.lack
    if base.lack is not None and base.lack is not Comparability.NO_VALUE:
        return base.lack
    if base.number is None:
        return Comparability.NO_BASE
    if is_in_points or base.number > 0:
        return Comparability.COMPARED
    return Comparability.ZERO_BASE if base.number == 0 else Comparability.NEGATIVE_BASE


@dataclass(frozen=True, slots=True)
class _Amounts:
    """The numbers of one indicator in one division over different periods."""

    figures_of: FiguresOf
    division: str
    address: Address
    indicator: Indicator
    is_to_date: bool

    def amount(self, span: Period) -> _Amount:
        """Return the number of ``span``: a sum or an increase over its days, else that of its end."""
        match self.indicator.kind:
            case IndicatorKind.FLOW:
                return self._at(span, Window(span.start, span.end))
            case IndicatorKind.CUMULATIVE:
                return self._counted(span)
            case IndicatorKind.LEVEL:
                return self._at(span, None)
            case IndicatorKind.RATIO:
                is_derived = self.indicator.derived is not None
                return self._at(span, Window(span.start, span.end) if is_derived else None)
            case IndicatorKind.FLAG:
                return _NOTHING
            case never:
                assert_never(never)

    def _counted(self, span: Period) -> _Amount:
        """Return the number of a cumulative indicator.

        One that restarts, and any over a year to date, is counted from the first day of ``span``; else it is
        what was reached by its last day.
        """
        restarts = self.indicator.restarts
        reached = self._at(span, None)
        if span.start is None or (restarts is None and not self.is_to_date):
            return reached
        eve = days_before(span.start, 1)
        if restarts is not None and not restarts.is_in_same_count(eve, span.start):
            return reached
        if restarts is None and self._begins_by(span.start):
            return reached
        before = self._at(parse_period(eve), None)
        terms = (*reached.terms, *before.terms)
        lack = reached.lack or (Comparability.INCOMPLETE if before.lack else None)
        if lack is not None or reached.number is None or before.number is None:
            return _Amount(None, lack or Comparability.INCOMPLETE, terms)
        return _Amount(reached.number - before.number, None, terms)

    def _begins_by(self, day: date) -> bool:
        """Whether nothing was counted before ``day``: the programme begins then, or later."""
        programme = self.figures_of(parse_period(day)).dataset.programmes[self.address.programme]
        return programme.period is not None and programme.period.start >= day

    def _at(self, period: Period, window: Window | None) -> _Amount:
        figures = self.figures_of(period)
        measured = figures.measured(self.division, self.address, window)
        terms = (Term(period, measured),)
        if measured.state is not ValueState.KNOWN or not isinstance(measured.value, Decimal):
            return _Amount(None, Comparability.NO_VALUE, terms)
        if not is_of_whole_period(figures, self.division, self.address, period, window):
            is_own = measured.coverage is None and not self.indicator.kind.is_summed
            return _Amount(None, Comparability.NO_VALUE if is_own else Comparability.INCOMPLETE, terms)
        if measured.coverage is not None and not measured.coverage.is_complete:
            return _Amount(None, Comparability.INCOMPLETE, terms)
        if measured.qualifier is not None:
            return _Amount(None, Comparability.INEXACT, terms)
        return _Amount(measured.value, None, terms)
