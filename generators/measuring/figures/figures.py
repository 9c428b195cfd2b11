"""The value of any indicator in any division: declared, derived, computed, or rolled up from below."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TypeAlias, assert_never

from generators.measuring.figures.cutoff import Cutoff
from generators.measuring.figures.lateness import covered_until
from generators.model.address import Address
from generators.model.computed import Computed
from generators.model.dataset import Dataset
from generators.model.indicator import Condition, Indicator, RatioParts, Rollup
from generators.model.observation import Observation, ObservationIndex
from generators.model.scalars import Amount
from generators.results.figures import Coverage, Measured, Origin, ValueState

_PERCENT = "%"
_UNREPORTED = Measured(ValueState.UNREPORTED)
_NONE_EXPECTED = Coverage(0, 0)


@dataclass(frozen=True, slots=True)
class Window:
    """The days over which a flow is summed, ``start`` and ``end`` included."""

    start: date
    end: date


def quotient(numerator: Decimal, denominator: Decimal, measure: str) -> Decimal | None:
    """Return the quotient, in per cent if ``measure`` is %; ``None`` if the denominator is 0."""
    if denominator == 0:
        return None
    scale = Decimal(100) if measure == _PERCENT else Decimal(1)
    return scale * numerator / denominator


@dataclass(frozen=True)
class Figures:
    """Measures the indicators of a dataset at each programme's cutoff.

    ``filed_under`` maps each indicator to the divisions that report it or have a target for it, with all
    divisions above them. ``compute`` returns the value of a computed indicator.
    """

    dataset: Dataset
    observations: ObservationIndex
    cutoffs: Mapping[str, Cutoff]
    filed_under: Mapping[str, frozenset[str]]
    compute: Computer

    def cutoff(self, address: Address) -> Cutoff:
        """Return the cutoff of the programme in ``address``."""
        return self.cutoffs[address.programme]

    def measured(self, division: str, address: Address, window: Window | None = None) -> Measured:
        """Return the value of the indicator at ``address`` in ``division`` at its programme's cutoff.

        ``window`` limits the days of a flow; other kinds ignore it. A division's own report takes precedence
        over the roll-up of the divisions below it.
        """
        indicator = self.dataset.indicators[address]
        if indicator.derived is not None:
            return self._derived(division, address, indicator, indicator.derived, window)
        if indicator.computed is not None:
            return self.compute(self, division, address, indicator.computed, window)
        declared = self.declared(division, address, window)
        if declared.state is not ValueState.UNREPORTED:
            return declared
        return self.rolled_up(division, address, window)

    def declared(self, division: str, address: Address, window: Window | None = None) -> Measured:
        """Return the value from the division's own reports alone."""
        cutoff = self.cutoff(address)
        known = tuple(
            observation
            for observation in self.observations.get((division, address), ())
            if cutoff.knows(observation)
        )
        if not known:
            return _UNREPORTED
        indicator = self.dataset.indicators[address]
        if indicator.kind.is_summed:
            measured = _flow_sum(known, window, cutoff.corrected)
        else:
            measured = _latest_value(known, indicator, cutoff.corrected)
        grace = self.dataset.site.thresholds.report_grace_days
        latest = measured.latest
        until = covered_until(latest, indicator.cadence, cutoff, grace) if latest is not None else None
        return replace(measured, until=until)

    def rolled_up(self, division: str, address: Address, window: Window | None = None) -> Measured:
        """Return the roll-up of the divisions below ``division``, with its coverage."""
        indicator = self.dataset.indicators[address]
        match indicator.rollup:
            case Rollup.NONE:
                return _UNREPORTED
            case Rollup.COUNT_WHERE:
                return self._count_where(division, address, indicator.where, window)
            case Rollup.SUM:
                return _sum_of(self._parts(division, address, window))
            case Rollup.RATIO:
                return _ratio_of(self._parts(division, address, window), indicator.measure)
            case Rollup.LATEST:
                return _latest_of(self._parts(division, address, window))
            case never:
                assert_never(never)

    def _parts(self, division: str, address: Address, window: Window | None) -> list[Measured]:
        expected = self.filed_under.get(address, frozenset())
        return [
            self.measured(child, address, window)
            for child in self.dataset.children.get(division, ())
            if child in expected and self._counts(child, address)
        ]

    def _counts(self, division: str, address: Address) -> bool:
        """Whether a division counts in a roll-up: it exists, or a flow includes its values until a merger."""
        is_summed = self.dataset.indicators[address].kind.is_summed
        return is_summed or self.dataset.divisions[division].exists_on(self.cutoff(address).day)

    def _derived(
        self, division: str, address: Address, indicator: Indicator, parts: RatioParts, window: Window | None
    ) -> Measured:
        numerator = self.measured(division, address.sibling(parts.numerator), window)
        denominator = self.measured(division, address.sibling(parts.denominator), window)
        states = {numerator.state, denominator.state}
        if states == {ValueState.UNREPORTED}:
            return replace(_UNREPORTED, origin=Origin.DERIVED)
        if ValueState.NOT_APPLICABLE in states:
            return Measured(ValueState.NOT_APPLICABLE, Origin.DERIVED)
        above, below = _number(numerator), _number(denominator)
        value = None if above is None or below is None else quotient(above, below, indicator.measure)
        return Measured(
            ValueState.INCOMPUTABLE if value is None else ValueState.KNOWN,
            Origin.DERIVED,
            value,
            above,
            below,
            observations=numerator.observations,
            corrected=numerator.corrected or denominator.corrected,
            until=_first_until((numerator, denominator)),
        )

    def _counted(self, division: str, address: Address, condition: Condition) -> Iterator[str]:
        expected = self.filed_under.get(address, frozenset())
        for member in self.dataset.members_on(self.cutoff(address).day, division, condition.level):
            # Only divisions below are counted, never the division itself.
            if member in expected and member != division:
                yield member

    def _count_where(
        self, division: str, address: Address, condition: Condition | None, window: Window | None
    ) -> Measured:
        if condition is None:
            return _UNREPORTED
        counted = address.sibling(condition.indicator)
        parts = [
            self.measured(below, counted, window) for below in self._counted(division, counted, condition)
        ]
        met = sum(1 for part in parts if part.value is not None and _meets(part.value, condition))
        # Coverage is in divisions of the condition's level, since these are what is counted.
        expected = [part for part in parts if part.state is not ValueState.NOT_APPLICABLE]
        known = sum(1 for part in expected if part.value is not None)
        return _rolled(Decimal(met), parts, Coverage(known, len(expected)))


Computer: TypeAlias = Callable[[Figures, str, Address, Computed, Window | None], Measured]
"""Takes the figures, a division, an indicator's address, what it is computed from, and a window."""


def _number(measured: Measured) -> Decimal | None:
    return measured.value if isinstance(measured.value, Decimal) else None


def _meets(value: Amount, condition: Condition) -> bool:
    if isinstance(value, bool):
        return value
    above = condition.at_least is None or value >= condition.at_least
    below = condition.at_most is None or value <= condition.at_most
    return above and below


def amount_of(observation: Observation, indicator: Indicator, day: date) -> Amount | None:
    """Return the value of ``observation`` in the indicator's measure, as corrected by ``day``.

    ``None`` if it is not applicable, or the denominator of its parts is 0.
    """
    amount = observation.amount(day)
    parts = observation.value
    if amount is None and parts.numerator is not None and parts.denominator is not None:
        return quotient(parts.numerator, parts.denominator, indicator.measure)
    return amount


def _latest_value(known: tuple[Observation, ...], indicator: Indicator, day: date) -> Measured:
    latest = known[-1]
    if latest.value.not_applicable is not None:
        return Measured(ValueState.NOT_APPLICABLE, observations=known)
    value = amount_of(latest, indicator, day)
    corrected = latest.correction(day) is not None
    return Measured(
        ValueState.INCOMPUTABLE if value is None else ValueState.KNOWN,
        value=value,
        # A correction gives the quotient alone, so the reported parts no longer belong to it.
        numerator=None if corrected else latest.value.numerator,
        denominator=None if corrected else latest.value.denominator,
        qualifier=latest.value.qualifier,
        observations=known,
        corrected=corrected,
    )


def _flow_sum(known: tuple[Observation, ...], window: Window | None, day: date) -> Measured:
    within = tuple(
        observation
        for observation in known
        if window is None or observation.period.lies_within(window.start, window.end)
    )
    if not within:
        return _UNREPORTED
    amounts = [amount for each in within if (amount := each.amount(day)) is not None]
    if not amounts:
        return Measured(ValueState.NOT_APPLICABLE, observations=within)
    return Measured(
        ValueState.KNOWN,
        value=sum(map(Decimal, amounts), Decimal(0)),
        qualifier=within[0].value.qualifier if len(within) == 1 else None,
        observations=within,
        corrected=any(each.correction(day) is not None for each in within),
    )


def _first_until(parts: Iterable[Measured]) -> date | None:
    """Return the first of the days that the known ``parts`` cover: no later day is covered by all."""
    return min((part.until for part in parts if part.value is not None and part.until), default=None)


def _coverage(part: Measured, *, is_usable: bool) -> Coverage:
    """Return what ``part`` adds to the coverage of a roll-up: its own coverage, or itself as one value."""
    if part.state is ValueState.NOT_APPLICABLE:
        return _NONE_EXPECTED
    return part.coverage or Coverage(int(is_usable), 1)


def _reported(parts: list[Measured]) -> Coverage:
    return sum((_coverage(part, is_usable=part.value is not None) for part in parts), _NONE_EXPECTED)


def _rolled(value: Amount | None, parts: list[Measured], coverage: Coverage) -> Measured:
    """Return the roll-up of ``parts`` with the state that follows from theirs.

    Without parts no lower division is expected to report, so the division itself is unreported.
    """
    if not parts:
        return _UNREPORTED
    states = {part.state for part in parts}
    if states == {ValueState.NOT_APPLICABLE}:
        return Measured(ValueState.NOT_APPLICABLE, Origin.ROLLED_UP)
    if coverage.reported > 0 and value is not None:
        corrected = any(part.corrected for part in parts)
        return Measured(
            ValueState.KNOWN,
            Origin.ROLLED_UP,
            value,
            coverage=coverage,
            corrected=corrected,
            until=_first_until(parts),
        )
    is_unreported = states <= {ValueState.UNREPORTED, ValueState.NOT_APPLICABLE}
    state = ValueState.UNREPORTED if is_unreported else ValueState.INCOMPUTABLE
    return Measured(state, Origin.ROLLED_UP, coverage=coverage)


def _sum_of(parts: list[Measured]) -> Measured:
    numbers = [number for part in parts if (number := _number(part)) is not None]
    return _rolled(sum(numbers, Decimal(0)), parts, _reported(parts))


def _ratio_of(parts: list[Measured], measure: str) -> Measured:
    """Return the sum of numerators over that of denominators; a percentage without parts cannot be added."""
    numerator = denominator = Decimal(0)
    coverage = _NONE_EXPECTED
    for part in parts:
        is_usable = part.numerator is not None and part.denominator is not None
        coverage += _coverage(part, is_usable=is_usable)
        if part.numerator is not None and part.denominator is not None:
            numerator += part.numerator
            denominator += part.denominator
    rolled = _rolled(quotient(numerator, denominator, measure), parts, coverage)
    if coverage.reported == 0:
        return rolled
    return replace(rolled, numerator=numerator, denominator=denominator)


def _latest_of(parts: list[Measured]) -> Measured:
    dated = [part for part in parts if part.value is not None and part.latest is not None]
    if not dated:
        return _rolled(None, parts, _reported(parts))
    newest = max(dated, key=lambda part: part.latest.period.sort_key if part.latest else ())
    return replace(
        _rolled(newest.value, parts, _reported(parts)),
        observations=newest.observations,
        qualifier=newest.qualifier,
        corrected=newest.corrected,
        until=newest.until,
    )
