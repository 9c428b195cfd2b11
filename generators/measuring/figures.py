"""The value of any indicator in any division: declared, derived, computed, or rolled up from below."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from generators.measuring.moment import Moment
from generators.measuring.results import Coverage, Measured, Origin, ValueState
from generators.model.computed import Computed
from generators.model.dataset import Dataset
from generators.model.indicator import Condition, Indicator, IndicatorKind, RatioParts, Rollup
from generators.model.observation import Observation, ObservationIndex
from generators.model.scalars import Amount

_PERCENT = "%"
_UNREPORTED = Measured(ValueState.UNREPORTED)
_NONE_EXPECTED = Coverage(0, 0)


@dataclass(frozen=True, slots=True)
class Window:
    """The days a flow is summed over, both included."""

    start: date
    end: date


def quotient(numerator: Decimal, denominator: Decimal, measure: str) -> Decimal | None:
    """Return numerator over denominator in the indicator's measure; ``None`` over zero."""
    if denominator == 0:
        return None
    scale = Decimal(100) if measure == _PERCENT else Decimal(1)
    return scale * numerator / denominator


@dataclass(frozen=True)
class Figures:
    """The dataset seen as figures at each programme's moment of measuring.

    ``filed_under`` gives for each indicator the divisions that report on it or have a target for
    it, and everything they lie within. ``computers`` compute the indicators that nobody reports,
    by the name of what they are computed from.
    """

    dataset: Dataset
    observations: ObservationIndex
    moments: Mapping[str, Moment]
    filed_under: Mapping[str, frozenset[str]]
    computers: Mapping[str, Computer]

    def moment(self, address: str) -> Moment:
        """Return the moment at which the programme of an indicator or a scheme is measured."""
        return self.moments[address.partition("/")[0]]

    def measured(self, division: str, address: str, window: Window | None = None) -> Measured:
        """Return the value of the indicator at ``address`` in ``division`` at its programme's moment.

        ``window`` bounds a flow; other kinds do not look at it. A division's own report wins over
        the roll-up of what lies below it.
        """
        indicator = self.dataset.indicators[address]
        if indicator.derived is not None:
            return self._derived(division, address, indicator, indicator.derived, window)
        if indicator.computed is not None:
            return self._computed(division, address, indicator.computed, window)
        declared = self.declared(division, address, window)
        if declared.state is not ValueState.UNREPORTED:
            return declared
        return self.rolled_up(division, address, window)

    def declared(self, division: str, address: str, window: Window | None = None) -> Measured:
        """Return the value by the division's own reports alone."""
        moment = self.moment(address)
        known = tuple(
            observation
            for observation in self.observations.get((division, address), ())
            if moment.knows(observation)
        )
        if not known:
            return _UNREPORTED
        indicator = self.dataset.indicators[address]
        if indicator.kind is IndicatorKind.FLOW:
            return _flow_sum(known, window, moment.corrected)
        return _latest_value(known, indicator, moment.corrected)

    def rolled_up(self, division: str, address: str, window: Window | None = None) -> Measured:
        """Return the value by what lies below ``division`` alone, with its coverage."""
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

    def _parts(self, division: str, address: str, window: Window | None) -> list[Measured]:
        expected = self.filed_under.get(address, frozenset())
        return [
            self.measured(child, address, window)
            for child in self.dataset.children.get(division, ())
            if child in expected and self._counts(child, address)
        ]

    def _counts(self, division: str, address: str) -> bool:
        """Whether a division is still there; what a merged one did before, a flow goes on telling."""
        is_flow = self.dataset.indicators[address].kind is IndicatorKind.FLOW
        return is_flow or self.dataset.divisions[division].exists_on(self.moment(address).day)

    def _derived(
        self, division: str, address: str, indicator: Indicator, parts: RatioParts, window: Window | None
    ) -> Measured:
        programme = address.partition("/")[0]
        numerator = self.measured(division, f"{programme}/{parts.numerator}", window)
        denominator = self.measured(division, f"{programme}/{parts.denominator}", window)
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
        )

    def _computed(self, division: str, address: str, computed: Computed, window: Window | None) -> Measured:
        computer = self.computers.get(computed.chosen)
        if computer is None:
            return Measured(ValueState.INCOMPUTABLE, Origin.DERIVED)
        return computer(self, division, address, window)

    def _counted(self, division: str, condition: Condition, programme: str) -> Iterator[str]:
        address = f"{programme}/{condition.indicator}"
        expected = self.filed_under.get(address, frozenset())
        for below in self.dataset.descendants(division):
            found = self.dataset.divisions[below]
            is_counted = found.level is condition.level and found.exists_on(self.moment(address).day)
            if below in expected and is_counted:
                yield below

    def _count_where(
        self, division: str, address: str, condition: Condition | None, window: Window | None
    ) -> Measured:
        if condition is None:
            return _UNREPORTED
        programme = address.partition("/")[0]
        counted, coverage = 0, _NONE_EXPECTED
        for below in self._counted(division, condition, programme):
            part = self.measured(below, f"{programme}/{condition.indicator}", window)
            if part.state is ValueState.NOT_APPLICABLE:
                continue
            coverage += Coverage(int(part.value is not None), 1)
            counted += part.value is not None and _meets(part.value, condition)
        return _rolled(Decimal(counted), coverage)


Computer = Callable[[Figures, str, str, Window | None], Measured]
"""Takes the figures, a division, the address of a computed indicator and a window; gives the value."""


def _number(measured: Measured) -> Decimal | None:
    return measured.value if isinstance(measured.value, Decimal) else None


def _meets(value: Amount, condition: Condition) -> bool:
    if isinstance(value, bool):
        return value
    above = condition.at_least is None or value >= condition.at_least
    below = condition.at_most is None or value <= condition.at_most
    return above and below


def _latest_value(known: tuple[Observation, ...], indicator: Indicator, day: date) -> Measured:
    latest = known[-1]
    if latest.value.not_applicable is not None:
        return Measured(ValueState.NOT_APPLICABLE, observations=known)
    numerator, denominator = latest.value.numerator, latest.value.denominator
    value = latest.amount(day)
    if value is None and numerator is not None and denominator is not None:
        value = quotient(numerator, denominator, indicator.measure)
    return Measured(
        ValueState.INCOMPUTABLE if value is None else ValueState.KNOWN,
        value=value,
        numerator=numerator,
        denominator=denominator,
        qualifier=latest.value.qualifier,
        observations=known,
        corrected=latest.correction(day) is not None,
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


def _coverage_of(parts: list[Measured]) -> Coverage:
    """Count the values a roll-up rests on; a part for which the indicator does not apply is not expected."""
    total = _NONE_EXPECTED
    for part in parts:
        if part.coverage is not None:
            total += part.coverage
        elif part.state is not ValueState.NOT_APPLICABLE:
            total += Coverage(int(part.value is not None), 1)
    return total


def _rolled(value: Amount | None, coverage: Coverage) -> Measured:
    if coverage.reported == 0:
        return replace(_UNREPORTED, origin=Origin.ROLLED_UP, coverage=coverage)
    state = ValueState.INCOMPUTABLE if value is None else ValueState.KNOWN
    return Measured(state, Origin.ROLLED_UP, value, coverage=coverage)


def _sum_of(parts: list[Measured]) -> Measured:
    numbers = [number for part in parts if (number := _number(part)) is not None]
    return _rolled(sum(numbers, Decimal(0)), _coverage_of(parts))


def _ratio_of(parts: list[Measured], measure: str) -> Measured:
    """Divide the sum of numerators by the sum of denominators; a ready-made percentage cannot be summed."""
    numerator = denominator = Decimal(0)
    coverage = _NONE_EXPECTED
    for part in parts:
        if part.state is ValueState.NOT_APPLICABLE:
            continue
        if part.numerator is None or part.denominator is None:
            coverage += part.coverage or Coverage(0, 1)
            continue
        numerator += part.numerator
        denominator += part.denominator
        coverage += part.coverage or Coverage(1, 1)
    return replace(
        _rolled(quotient(numerator, denominator, measure), coverage),
        numerator=numerator,
        denominator=denominator,
    )


def _latest_of(parts: list[Measured]) -> Measured:
    dated = [part for part in parts if part.value is not None and part.latest is not None]
    if not dated:
        return _rolled(None, _coverage_of(parts))
    newest = max(dated, key=lambda part: part.latest.period.sort_key if part.latest else ())
    return replace(
        _rolled(newest.value, _coverage_of(parts)),
        observations=newest.observations,
        qualifier=newest.qualifier,
    )
