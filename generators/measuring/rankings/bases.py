"""What a component's score is computed from: a value, its gap to the pace, its growth or its improvement."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from typing import assert_never

from generators.measuring.comparisons.columns import figures_on
from generators.measuring.comparisons.comparing import compared
from generators.measuring.figures.figures import Figures
from generators.measuring.figures.progress import progress_of
from generators.model.address import Address
from generators.model.comparison import ComparedBy
from generators.model.period import Period
from generators.model.scheme import ScoredBy
from generators.model.target import FiledTarget, Target
from generators.results.comparisons import Comparability, Compared
from generators.results.figures import Measured, ValueState
from generators.results.rankings import Absence

_ABSENCES = {
    ValueState.UNREPORTED: Absence.UNREPORTED,
    ValueState.NOT_APPLICABLE: Absence.NOT_APPLICABLE,
    ValueState.INCOMPUTABLE: Absence.INCOMPUTABLE,
}


@dataclass(frozen=True, slots=True)
class Basis:
    """The number that a component scores instead of the value; ``absence`` says why there is none."""

    measured: Measured
    number: Fraction | None
    absence: Absence | None
    compared: Compared | None = None


def absence_of(measured: Measured) -> Absence:
    """Return why a value has no score; incomputable for one that is known."""
    return _ABSENCES.get(measured.state, Absence.INCOMPUTABLE)


def basis_of(
    figures: Figures, period: Period, division: str, address: Address, by: ScoredBy, target: Target | None
) -> Basis | None:
    """Return what a component scores in ``period``; ``None`` if that is the value itself."""
    match by:
        case ScoredBy.VALUE:
            return None
        case ScoredBy.GAP:
            return _gap(figures, division, address, target)
        case ScoredBy.IMPROVEMENT:
            return _comparison(figures, period, division, address, ComparedBy.PERIOD_ON_PERIOD, is_rate=False)
        case ScoredBy.IMPROVEMENT_ON_YEAR:
            return _comparison(figures, period, division, address, ComparedBy.YEAR_ON_YEAR, is_rate=False)
        case (
            ScoredBy.YEAR_TO_DATE
            | ScoredBy.YEAR_ON_YEAR
            | ScoredBy.PERIOD_ON_PERIOD
            | ScoredBy.CUMULATIVE_GROWTH
        ):
            return _comparison(figures, period, division, address, ComparedBy(by.value), is_rate=True)
        case never:
            assert_never(never)


def _gap(figures: Figures, division: str, address: Address, target: Target | None) -> Basis:
    if target is None:
        measured = figures.measured(division, address)
        is_exempt = measured.state is ValueState.NOT_APPLICABLE
        return Basis(measured, None, Absence.NOT_APPLICABLE if is_exempt else Absence.NO_TARGET)
    progress = progress_of(figures, FiledTarget(division, target))
    if progress.gap is None:
        return Basis(progress.measured, None, absence_of(progress.measured))
    return Basis(progress.measured, Fraction(progress.gap), None)


def _comparison(
    figures: Figures, period: Period, division: str, address: Address, by: ComparedBy, *, is_rate: bool
) -> Basis:
    found = compared(partial(figures_on, figures, address.programme), division, address, by, period)
    measured = found.terms[0].measured if found.terms else Measured(ValueState.UNREPORTED)
    difference = None if found.difference is None else Fraction(found.difference)
    number = found.result if is_rate else difference
    if number is not None:
        return Basis(measured, number, None, found)
    is_missing = found.state is Comparability.NO_VALUE
    absence = absence_of(measured) if is_missing else Absence.INCOMPUTABLE
    if is_missing and measured.state is ValueState.KNOWN:
        # There is a value, but of an earlier period.
        absence = Absence.UNREPORTED
    return Basis(measured, None, absence, found)
