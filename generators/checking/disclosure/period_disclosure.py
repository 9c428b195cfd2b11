"""What a public text may not tell of a past period, because something that it rests on is internal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generators.checking.kit.context import Context
from generators.checking.kit.public_text import is_internal
from generators.model.address import Address
from generators.model.indicator import Rollup
from generators.model.observation import Observation
from generators.model.period import Period, parse_period
from generators.model.scalars import Disclosure
from generators.model.scheme import Scheme
from generators.reading.prose import ProseCall
from generators.reading.quoting import quoted


def internal_of_a_period(context: Context, call: ProseCall) -> str | None:
    """Return what a call of a period would give away, in words, or ``None``.

    It is stricter than the gate: anything internal among what a figure could rest on is enough.
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
        case "change":
            return internal_figure(context, division, Address(call.argument("indicator") or ""), period)
        case _:
            return _internal_ranking(context, Address(call.argument("scheme") or ""), period)


def internal_figure(context: Context, division: str, address: Address, period: Period) -> str | None:
    """Return which indicator or report is internal that a value rests on, in words, or ``None``."""
    for part in sorted(context.rests_on(address)):
        if is_internal(context.dataset, part):
            return f"指标{context.indicator_name(part)}"
        if any(_are_internal(_read(context, division, part), period)):
            return f"报送：{context.figure_name(division, part)}"
    return None


def _internal_target(context: Context, division: str, address: Address) -> str | None:
    above = {*context.dataset.upwards(division)}
    for filed in context.dataset.targets:
        target = filed.target
        is_meant = target.indicator == address and filed.division in above
        if is_meant and target.disclosure is Disclosure.INTERNAL:
            return f"目标：{context.figure_name(division, address)}"
    return None


def _read(context: Context, division: str, address: Address) -> Iterator[Observation]:
    """Yield the reports that a value is read from; a sum rests on no single report."""
    indicator = context.indicator(address)
    yield from context.observations.get((division, address), ())
    if indicator is not None and indicator.rollup is Rollup.LATEST:
        for below in context.dataset.descendants(division):
            yield from context.observations.get((below, address), ())


def _are_internal(observations: Iterable[Observation], period: Period) -> Iterator[bool]:
    for each in observations:
        if each.period.sort_key <= period.sort_key:
            said = (each.report.disclosure, *(correction.disclosure for correction in each.corrections))
            yield Disclosure.INTERNAL in said


def _internal_targets(context: Context, division: str, subject: Address, period: Period) -> str | None:
    for address in context.dataset.indicators_of(subject):
        if is_internal(context.dataset, address):
            return f"指标{context.indicator_name(address)}"
        for below in context.dataset.children.get(division, ()):
            found = internal_figure(context, below, address, period)
            found = found or _internal_target(context, below, address)
            if found is not None:
                return found
    return None


def _internal_entries(context: Context, function: str, division: str, programme: str) -> str | None:
    dataset, key = context.dataset, (programme, division)
    found = dataset.programmes.get(programme)
    if found is not None and found.disclosure is Disclosure.INTERNAL:
        return f"工作{quoted(programme)}"
    if function == "problems":
        problems = dataset.ledger_by_division.get(key, ())
        said = [each.entry.disclosure for each in problems]
    else:
        commitments = dataset.commitments_by_division.get(key, ())
        said = [each.commitment.disclosure for each in commitments]
    noun = "问题台账" if function == "problems" else "承诺"
    return f"{noun}：{context.division_name(division)}" if Disclosure.INTERNAL in said else None


def _internal_ranking(context: Context, address: Address, period: Period) -> str | None:
    scheme = context.dataset.schemes.get(address)
    if scheme is None:
        return None
    programme = address.programme
    said = (scheme.disclosure, context.dataset.programmes[programme].disclosure)
    if Disclosure.INTERNAL in said:
        return f"考核办法{quoted(address)}"
    return _internal_input(context, programme, scheme, period)


def _internal_input(context: Context, programme: str, scheme: Scheme, period: Period) -> str | None:
    """Return a figure of one of the ranked that is internal: the gate then withholds the whole period."""
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
