"""The value of a derived ratio: from complete pairs of one place and one period alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from generators.measuring.figures.declared import within_window
from generators.measuring.figures.figures import Figures
from generators.measuring.figures.pairs import ReportedPart, pair_of
from generators.measuring.figures.quotients import quotient
from generators.measuring.figures.rollups import UNREPORTED, first_until, number_of, ratio_of, resting_on
from generators.measuring.figures.window import Window
from generators.measuring.provenance import united
from generators.model.address import Address
from generators.model.hedges import combined, inverted
from generators.model.indicator import RatioParts, Rollup
from generators.results.figures import Measured, Origin, ValueState


def derived_value(
    figures: Figures, division: str, address: Address, parts: RatioParts, window: Window | None
) -> Measured:
    """Return the quotient of two indicators, from pairs of the same place and the same period alone.

    The division's own pair takes precedence over the sums of the pairs below it. Where one part is reported
    here and the other below, or one is not reported but computed, the two values are divided, on conditions.
    """
    measure = figures.dataset.indicators[address].measure
    above, below = address.sibling(parts.numerator), address.sibling(parts.denominator)
    numerator, denominator = (figures.measured(division, each, window) for each in (above, below))
    states = {numerator.state, denominator.state}
    internal = united((numerator.internal, denominator.internal))
    if states == {ValueState.UNREPORTED}:
        return replace(UNREPORTED, origin=Origin.DERIVED, internal=internal)
    if ValueState.NOT_APPLICABLE in states:
        return Measured(ValueState.NOT_APPLICABLE, Origin.DERIVED, internal=internal)
    if _is_reported(figures, above) and _is_reported(figures, below):
        own = _own_pair(figures, division, (above, below), measure, window)
        if own is not None:
            return own
        pairs = [
            derived_value(figures, child, address, parts, its_window)
            for child, its_window in _expected_below(figures, division, (above, below), window)
        ]
        is_own = any(figures.known(division, each) for each in (above, below))
        if pairs and (not is_own or any(map(_is_pair, pairs))):
            return replace(ratio_of(pairs, measure), origin=Origin.DERIVED)
    days = _days_reported(figures, division, above, window) | _days_reported(figures, division, below, window)
    is_whole = denominator.coverage is None or denominator.coverage.is_complete
    is_sound = len(days - {None}) <= 1 and (is_whole or _count_the_same(figures, above, below))
    return _quotient_of(numerator, denominator, measure, is_sound=is_sound)


def _count_the_same(figures: Figures, above: Address, below: Address) -> bool:
    """Whether both indicators count divisions of one level by the value of one indicator."""
    conditions = [figures.dataset.indicators[each].where for each in (above, below)]
    counted = {(each.indicator, each.level) if each is not None else None for each in conditions}
    return len(counted) == 1 and None not in counted


def _is_reported(figures: Figures, address: Address) -> bool:
    """Whether the value of an indicator is reported, or the sum of what is reported below."""
    indicator = figures.dataset.indicators[address]
    is_other = indicator.derived is not None or indicator.computed is not None
    return not is_other and indicator.rollup in {Rollup.SUM, Rollup.NONE}


def _own_pair(
    figures: Figures, division: str, parts: tuple[Address, Address], measure: str, window: Window | None
) -> Measured | None:
    """Return the quotient of the division's own reports, ``None`` unless it has both on the same period."""
    cutoff = figures.cutoff(parts[0])
    above, below = (_reported_part(figures, division, each, window) for each in parts)
    pair = pair_of(above, below, cutoff.corrected)
    if pair is None:
        return None
    value = quotient(pair.numerator, pair.denominator, measure)
    reports = (*pair.numerator_reports, *pair.denominator_reports)
    hedges_above, hedges_below = (
        [each.value.qualifier for each in side] for side in (pair.numerator_reports, pair.denominator_reports)
    )
    measured = Measured(
        ValueState.INCOMPUTABLE if value is None else ValueState.KNOWN,
        Origin.DERIVED,
        value,
        pair.numerator,
        pair.denominator,
        qualifier=combined((*hedges_above, *map(inverted, hedges_below))),
        observations=pair.numerator_reports,
        corrected=any(each.correction(cutoff.corrected) is not None for each in reports),
        until=figures.covered(pair.numerator_reports[-1], parts[0]),
        is_stale=any(
            figures.is_stale(reports[-1], part)
            for reports, part in zip((pair.numerator_reports, pair.denominator_reports), parts, strict=True)
        ),
    )
    return resting_on(measured, figures.provenance.of_reports(reports, cutoff.corrected))


def _reported_part(figures: Figures, division: str, address: Address, window: Window | None) -> ReportedPart:
    is_summed = figures.dataset.indicators[address].kind.is_summed
    known = figures.known(division, address)
    return ReportedPart(within_window(known, window) if is_summed else known, is_summed)


def _expected_below(
    figures: Figures, division: str, parts: tuple[Address, Address], window: Window | None
) -> list[tuple[str, Window | None]]:
    """Return the divisions directly below that are expected to report either part, with their windows.

    If either part is a flow, they are those that count in a flow.
    """
    expected = frozenset[str]().union(*(figures.filed_under.get(each, ()) for each in parts))
    flows = (each for each in parts if figures.dataset.indicators[each].kind.is_summed)
    below = figures.children(division, next(flows, parts[0]), window)
    return [(child, its_window) for child, its_window in below if child in expected]


def _days_reported(
    figures: Figures, division: str, address: Address, window: Window | None
) -> frozenset[date | None]:
    """Return the last days that the reports cover on which the value of a reported indicator rests."""
    if not _is_reported(figures, address):
        return frozenset()
    own = figures.declared(division, address, window).latest
    if own is not None:
        return frozenset({own.covers_until})
    if figures.dataset.indicators[address].rollup is not Rollup.SUM:
        return frozenset()
    return frozenset[date | None]().union(
        *(
            _days_reported(figures, child, address, its_window)
            for child, its_window in _expected_below(figures, division, (address, address), window)
        )
    )


def _is_pair(measured: Measured) -> bool:
    return measured.numerator is not None and measured.denominator is not None


def _quotient_of(numerator: Measured, denominator: Measured, measure: str, *, is_sound: bool) -> Measured:
    """Return the quotient of two values of one division; incomputable unless ``is_sound``."""
    coverage = numerator.coverage
    above, below = (number_of(each) if is_sound else None for each in (numerator, denominator))
    value = quotient(above, below, measure) if above is not None and below is not None else None
    return Measured(
        ValueState.INCOMPUTABLE if value is None else ValueState.KNOWN,
        Origin.DERIVED,
        value,
        above,
        below,
        qualifier=combined((numerator.qualifier, inverted(denominator.qualifier))),
        observations=numerator.observations,
        coverage=coverage if coverage is not None and not coverage.is_complete else None,
        corrected=numerator.corrected or denominator.corrected,
        until=first_until((numerator, denominator)),
        is_stale=numerator.is_stale or denominator.is_stale,
        internal=united((numerator.internal, denominator.internal)),
    )
