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
from generators.results.comparisons import Comparability, Compared
from generators.results.figures import Measured, ValueState

FiguresOf: TypeAlias = Callable[[Period], Figures]
"""Takes a period, returns the figures of the programme on its last day."""

_HUNDRED: Final = 100
_PERCENT: Final = "%"
_ZERO: Final = Decimal(0)


@dataclass(frozen=True, slots=True)
class _Amount:
    """The number of a period; ``lack`` says why there is none, ``terms`` are the values that it is made of."""

    number: Decimal | None
    lack: Comparability | None
    terms: tuple[Measured, ...]


def compared(
    figures_of: FiguresOf, division: str, address: Address, by: ComparedBy, period: Period
) -> Compared:
    """Return how the value of an indicator in ``period`` compares ``by`` the given rule.

    The base of a growth rate is the exact value of a whole period above 0. Otherwise the state says what
    stands in the way: the first that applies of the value, then of the base.
    """
    indicator = figures_of(period).dataset.indicators[address]
    is_in_points = by.is_growth and indicator.measure == _PERCENT
    span, base_span = by.span(period), by.base(period)
    of_period = _Amounts(figures_of, division, address, indicator, is_to_date=by.is_to_date)
    value = of_period.amount(span)
    if not by.is_growth:
        result = None if value.lack or value.number is None else Fraction(value.number)
        state = value.lack or Comparability.COMPARED
        return _compared(by, span, None, state, value, None, result, is_in_points=False)
    base = of_period.amount(base_span) if base_span is not None else _Amount(None, Comparability.NO_VALUE, ())
    state = _state(value, base, is_in_points=is_in_points)
    result = None
    if state is Comparability.COMPARED and value.number is not None and base.number is not None:
        difference = Fraction(value.number) - Fraction(base.number)
        result = difference if is_in_points else _HUNDRED * difference / Fraction(base.number)
    return _compared(by, span, base_span, state, value, base, result, is_in_points=is_in_points)


def _compared(
    by: ComparedBy,
    span: Period,
    base_span: Period | None,
    state: Comparability,
    value: _Amount,
    base: _Amount | None,
    result: Fraction | None,
    *,
    is_in_points: bool,
) -> Compared:
    terms = value.terms if base is None else (*value.terms, *base.terms)
    return Compared(
        by=by,
        period=span,
        base_period=base_span,
        state=state,
        value=value.number,
        base=None if base is None else base.number,
        result=result,
        is_in_points=is_in_points,
        terms=terms,
        is_corrected=any(term.corrected for term in terms),
    )


def _state(value: _Amount, base: _Amount, *, is_in_points: bool) -> Comparability:
    if value.lack is not None:
        return value.lack
    if base.lack is Comparability.NO_VALUE or base.number is None:
        return Comparability.NO_BASE
    if base.lack is not None:
        return base.lack
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
        """Return the number of ``span``: a sum or an increase over its days, else the value on its last day."""
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
                return _Amount(None, Comparability.NO_VALUE, ())
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
        terms = (measured,)
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
