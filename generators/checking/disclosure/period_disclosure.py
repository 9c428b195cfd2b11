"""Facts of past periods that public prose must not call for, because they depend on internal records."""

from __future__ import annotations

from collections.abc import Iterator

from generators.checking.kit.context import Context
from generators.model.address import Address
from generators.model.indicator import Rollup
from generators.model.observation import Observation
from generators.model.period import Period, parse_period
from generators.model.prose import ProseCall
from generators.model.scheme import Scheme
from generators.reading.quoting import quoted


def internal_of_a_period(context: Context, call: ProseCall) -> str | None:
    """Return a text on the internal record that a call with a period would reveal; ``None`` if there is none.

    This is stricter than the gate: one internal record that the fact could depend on is enough.
    """
    division, period = call.argument("division") or "", parse_period(call.argument("period"))
    match call.function:
        case "targets":
            return _internal_targets(context, division, Address(call.argument("subject") or ""), period)
        case "problems" | "commitments":
            return _internal_entries(context, call.function, division, call.argument("programme") or "")
        case "progress" | "attainment" | "gap":
            address = Address(call.argument("indicator") or "")
            return internal_figure(context, division, address, period) or _internal_target(
                context, division, address
            )
        case "change" | "compare":
            return internal_figure(context, division, Address(call.argument("indicator") or ""), period)
        case _:
            return _internal_ranking(context, Address(call.argument("scheme") or ""), period)


def internal_figure(context: Context, division: str, address: Address, period: Period) -> str | None:
    """Return a text on an internal indicator or report that a value depends on; ``None`` without any.

    Of a released figure the gate decides, after measuring.
    """
    if context.public.releases(address):
        return None
    for part in sorted(context.dataset.rests_on(address)):
        if not context.public.indicator(part):
            return f"指标{context.indicator_name(part)}"
        read = (each for each in _read(context, division, part) if each.period.sort_key <= period.sort_key)
        if not all(map(context.public.every_reading, read)):
            return f"报送：{context.figure_name(division, part)}"
    return None


def _internal_target(context: Context, division: str, address: Address) -> str | None:
    above = {*context.dataset.upwards_ever(division)}
    for filed in context.dataset.targets:
        target = filed.target
        is_meant = target.indicator == address and filed.division in above
        if is_meant and not context.public.filed(target):
            return f"目标：{context.figure_name(division, address)}"
    return None


def _read(context: Context, division: str, address: Address) -> Iterator[Observation]:
    """Yield the reports that a value may be taken from; a sum is not taken from a single report."""
    indicator = context.indicator(address)
    yield from context.dataset.observations.get((division, address), ())
    if indicator is not None and indicator.rollup is Rollup.LATEST:
        for below in context.dataset.descendants(division):
            yield from context.dataset.observations.get((below, address), ())


def _internal_targets(context: Context, division: str, subject: Address, period: Period) -> str | None:
    for address in context.dataset.indicators_of(subject):
        if not context.public.indicator(address):
            return f"指标{context.indicator_name(address)}"
        for below in context.dataset.children_ever.get(division, ()):
            found = internal_figure(context, below, address, period)
            found = found or _internal_target(context, below, address)
            if found is not None:
                return found
    return None


def _internal_entries(context: Context, function: str, division: str, programme: str) -> str | None:
    dataset, key = context.dataset, (programme, division)
    if not context.public.programme(programme):
        return f"工作{quoted(programme)}"
    if function == "problems":
        noun, is_shown = "问题台账", context.public.problems(dataset.ledger_by_division.get(key, ()))
    else:
        noun, is_shown = "承诺", context.public.commitments(dataset.commitments_by_division.get(key, ()))
    return None if is_shown else f"{noun}：{context.division_name(division)}"


def _internal_ranking(context: Context, address: Address, period: Period) -> str | None:
    scheme = context.dataset.schemes.get(address)
    if scheme is None:
        return None
    if not context.public.scheme(address):
        return f"考核办法{quoted(address)}"
    return _internal_input(context, address.programme, scheme, period)


def _internal_input(context: Context, programme: str, scheme: Scheme, period: Period) -> str | None:
    """Return a text on an internal input of a score, else ``None``; the gate withholds such a period."""
    version = scheme.version_of(period)
    owner = context.dataset.programmes[programme].owner
    for component in version.components.values() if version is not None else ():
        for division in context.dataset.members(owner, scheme.level):
            address = Address.of(programme, component.indicator)
            found = internal_figure(context, division, address, period)
            found = found or _internal_target(context, division, address)
            if found is not None:
                return found
    return None
