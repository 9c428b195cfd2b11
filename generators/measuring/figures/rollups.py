"""Roll-ups: the values of divisions directly below made into that of the division above."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from generators.measuring.figures.quotients import PERCENT, quotient
from generators.measuring.provenance import deciding, unanimous, united
from generators.model.changing import changed
from generators.model.hedges import combined
from generators.model.scalars import Amount
from generators.results.contributions import NO_CONTRIBUTIONS, Contributions
from generators.results.figures import Coverage, Measured, Origin, ValueState

UNREPORTED = Measured(ValueState.UNREPORTED)
"""The value where nothing was reported."""

_NONE_EXPECTED = Coverage(0, 0)


def number_of(measured: Measured) -> Decimal | None:
    """Return the value if it is a number, else ``None``."""
    return measured.value if isinstance(measured.value, Decimal) else None


def first_until(parts: Iterable[Measured]) -> date | None:
    """Return the first of the days that the known ``parts`` cover: no later day is covered by all."""
    return min((part.until for part in parts if part.value is not None and part.until), default=None)


def resting_on(measured: Measured, internal: Contributions) -> Measured:
    """Return a reported value with the ``internal`` records that it is taken from, and their numbers."""
    if not internal:
        return measured
    numerator, denominator = measured.numerator, measured.denominator
    if numerator is None or denominator is None:
        amount = number_of(measured) or Decimal(0)
        return changed(measured, internal=internal, internal_amount=abs(amount))
    rest = abs(denominator - numerator)
    return changed(measured, internal=internal, internal_amount=abs(numerator), internal_rest=rest)


def _coverage(part: Measured, *, is_usable: bool) -> Coverage:
    """Return what ``part`` adds to the coverage of a roll-up: its own coverage, or itself as one value."""
    if part.state is ValueState.NOT_APPLICABLE:
        return _NONE_EXPECTED
    return part.coverage or Coverage(int(is_usable), 1)


def reported(parts: list[Measured]) -> Coverage:
    """Return how many of the values that ``parts`` rest on are reported."""
    return sum((_coverage(part, is_usable=part.value is not None) for part in parts), _NONE_EXPECTED)


def rolled(
    value: Amount | None, parts: list[Measured], coverage: Coverage, entering: Contributions
) -> Measured:
    """Return the roll-up of ``parts`` with the state that follows from theirs.

    Without parts no lower division is expected to report, so the division itself is unreported. ``entering``
    are the internal records that the value is computed from. Without any it rests on those of all parts,
    since they decide which of them it leaves out.
    """
    if not parts:
        return UNREPORTED
    states = {part.state for part in parts}
    internal = entering or deciding(part.internal for part in parts)
    if states == {ValueState.NOT_APPLICABLE}:
        return Measured(ValueState.NOT_APPLICABLE, Origin.ROLLED_UP, internal=internal)
    if coverage.reported > 0 and value is not None:
        corrected = any(part.corrected for part in parts)
        return Measured(
            ValueState.KNOWN,
            Origin.ROLLED_UP,
            value,
            coverage=coverage,
            qualifier=combined(part.qualifier for part in parts if part.value is not None),
            corrected=corrected,
            until=first_until(parts),
            is_stale=any(part.is_stale for part in parts),
            internal=internal,
        )
    is_unreported = states <= {ValueState.UNREPORTED, ValueState.NOT_APPLICABLE}
    state = ValueState.UNREPORTED if is_unreported else ValueState.INCOMPUTABLE
    return Measured(state, Origin.ROLLED_UP, coverage=coverage, internal=internal)


def sum_of(parts: list[Measured]) -> Measured:
    """Return the sum of the parts that are numbers."""
    known = [part for part in parts if number_of(part) is not None]
    numbers = [number for part in known if (number := number_of(part)) is not None]
    amount = sum((part.internal_amount for part in known), Decimal(0))
    # That all internal numbers are 0 shows in the sum with the public ones.
    internal, alike = _entering(known, is_alike=not amount)
    found = rolled(sum(numbers, Decimal(0)), parts, reported(parts), internal)
    return changed(found, internal_amount=amount, alike=alike) if internal else found


def _entering(parts: list[Measured], *, is_alike: bool) -> tuple[Contributions, Contributions]:
    """Return the internal records that these parts bring into a sum.

    If all of them are alike the first are those of one part, and the second are all.
    """
    every = united(part.alike or part.internal for part in parts)
    if not is_alike:
        return every, NO_CONTRIBUTIONS
    one = unanimous((part.internal, 0) for part in parts)
    return one, NO_CONTRIBUTIONS if one == every else every


def ratio_of(parts: list[Measured], measure: str) -> Measured:
    """Return the sum of numerators over that of denominators; a percentage without parts cannot be added."""
    numerator = denominator = amount = rest = Decimal(0)
    coverage = _NONE_EXPECTED
    usable: list[Measured] = []
    for part in parts:
        is_usable = part.numerator is not None and part.denominator is not None
        coverage += _coverage(part, is_usable=is_usable)
        if part.numerator is not None and part.denominator is not None:
            numerator += part.numerator
            denominator += part.denominator
            amount += part.internal_amount
            rest += part.internal_rest
            usable.append(part)
    # That all internal parts are 0%, or 100%, shows in the sums less the public parts.
    internal, alike = _entering(usable, is_alike=not amount or (measure == PERCENT and not rest))
    found = rolled(quotient(numerator, denominator, measure), parts, coverage, internal)
    if coverage.reported == 0:
        return found
    return changed(
        found,
        numerator=numerator,
        denominator=denominator,
        internal_amount=amount,
        internal_rest=rest,
        alike=alike,
    )


def latest_of(parts: list[Measured]) -> Measured:
    """Return the value of the part with the latest period."""
    dated = [part for part in parts if part.value is not None and part.latest is not None]
    if not dated:
        return rolled(None, parts, reported(parts), NO_CONTRIBUTIONS)
    newest = max(dated, key=lambda part: part.latest.period.sort_key if part.latest else ())
    return changed(
        # The value is that of one division, so it never rests on several internal records together.
        rolled(newest.value, parts, reported(parts), newest.internal),
        observations=newest.observations,
        qualifier=newest.qualifier,
        corrected=newest.corrected,
        until=newest.until,
        is_stale=newest.is_stale,
    )
