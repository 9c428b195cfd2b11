"""口径核对: the declared identities of a programme hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from generators.checking.kit.context import Context, value_place
from generators.checking.kit.wording import named, shown, shown_period
from generators.model.address import Address
from generators.model.observation import Observation
from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.programme import Identity, Programme
from generators.reading.quoting import quoted

PeriodDays = tuple[date | None, date | None]
"""The first and last day of a period; both ``None`` if it is unstated."""


def unbalanced_identities(context: Context) -> Iterator[Problem]:
    """The sum of the parts is the total, in every division and period in which all are reported."""
    for programme, identity, _ in _identities(context):
        for total, parts in _instances(context, programme, identity):
            amounts = [_number(context, part) for part in parts]
            added, declared = sum(amounts, Decimal(0)), _number(context, total)
            if added == declared:
                continue
            name = context.indicator_name(total.indicator)
            detail = (
                f"{' + '.join(map(shown, amounts))} = {shown(added)}，"
                f"{context.division_name(total.division)}的{name}却是 {shown(declared)}"
                f"（{shown_period(total.period)}）"
            )
            yield problem("E406", value_place(total, "value"), detail)


def unused_identities(context: Context) -> Iterator[Problem]:
    """All figures of an identity are reported in at least one division and period."""
    for programme, identity, at in _identities(context):
        if next(_instances(context, programme, identity), None) is None:
            parts = " + ".join(identity.parts)
            detail = f"没有一处在同一期间报齐了 {parts} = {identity.total}"
            yield problem("W417", programme.place("identities", at), detail)


def mixed_identities(context: Context) -> Iterator[Problem]:
    """The parts of an identity have the measure of its total."""
    for programme, identity, at in _identities(context):
        total = programme.indicators[identity.total]
        for part_at, name in enumerate(identity.parts):
            part = programme.indicators[name]
            if part.measure != total.measure:
                detail = (
                    f"分项{named(part.name)}用{quoted(part.measure)}，"
                    f"合计{named(total.name)}用{quoted(total.measure)}"
                )
                yield problem("E403", programme.place("identities", at, "parts", part_at), detail)


def _identities(context: Context) -> Iterator[tuple[Programme, Identity, int]]:
    """Yield the identities all of whose indicators exist, with their positions."""
    for programme in context.dataset.programmes.values():
        for at, identity in enumerate(programme.identities):
            if programme.indicators.keys() >= {identity.total, *identity.parts}:
                yield programme, identity, at


def _instances(
    context: Context, programme: Programme, identity: Identity
) -> Iterator[tuple[Observation, list[Observation]]]:
    """Yield total and parts for each division and period in which all are reported as numbers."""
    for division in context.dataset.divisions:
        totals = _numbers(context, division, Address.of(programme.id, identity.total))
        if not totals:
            continue
        parts = [_numbers(context, division, Address.of(programme.id, part)) for part in identity.parts]
        for days, total in totals.items():
            found = [part[days] for part in parts if days in part]
            if len(found) == len(parts):
                yield total, found


def _numbers(context: Context, division: str, address: Address) -> Mapping[PeriodDays, Observation]:
    """Return the observations with a single number, by the days of their periods."""
    return {
        (each.period.start, each.period.end): each
        for each in context.dataset.observations.get((division, address), ())
        if isinstance(each.amount(context.as_of), Decimal)
    }


def _number(context: Context, observation: Observation) -> Decimal:
    return Decimal(observation.amount(context.as_of) or 0)
