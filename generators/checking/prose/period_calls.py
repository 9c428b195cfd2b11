"""Calls with a period: their names exist, the period is over, and it has a target or ranking if needed."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from generators.checking.kit.comparability import not_comparable
from generators.checking.kit.context import Context
from generators.checking.kit.wording import near_miss
from generators.model.address import Address
from generators.model.comparison import ComparedBy
from generators.model.period import Period, is_of_cadence, parse_period
from generators.model.prose import ProseCall
from generators.model.prose_functions import BONUS, DEDUCTION
from generators.model.scheme import Scheme
from generators.model.target import passed_targets, target_in_force
from generators.reading.quoting import quoted

_NEEDS_TARGET: Final = frozenset({"progress", "attainment", "gap"})


def missing_of_a_period(context: Context, call: ProseCall) -> str | None:
    """Return a text on what is missing for a call with a period; ``None`` if nothing is."""
    period = parse_period(call.argument("period"))
    return (
        _unknown_division(context, call)
        or _unknown_subject(context, call)
        or _not_over(context, call, period)
        or _without_target(context, call, period)
        or _without_ranking(context, call, period)
        or _not_compared(context, call)
    )


def subject_of(call: ProseCall) -> Address:
    """Return the subject of a call with a period: an address, or the id of a programme."""
    subjects = (call.argument(name) for name in ("indicator", "scheme", "programme", "subject"))
    return Address(next((each for each in subjects if each is not None), ""))


def _unknown_division(context: Context, call: ProseCall) -> str | None:
    division = call.argument("division")
    if division is None or division in context.dataset.divisions:
        return None
    return f"没有区划{quoted(division)}{near_miss(division, context.dataset.divisions)}"


def _unknown_subject(context: Context, call: ProseCall) -> str | None:
    dataset = context.dataset
    known: dict[str, tuple[str, Collection[str]]] = {
        "indicator": ("指标", dataset.indicators),
        "scheme": ("考核办法", dataset.schemes),
        "programme": ("工作", dataset.programmes),
    }
    subject = call.argument("subject")
    if subject is not None:
        name, (noun, records) = subject, known["indicator" if "/" in subject else "programme"]
        return None if name in records else f"没有{noun}{quoted(name)}{near_miss(name, records)}"
    for parameter, (noun, records) in known.items():
        written = call.argument(parameter)
        if written is not None and written not in records:
            return f"没有{noun}{quoted(written)}{near_miss(written, records)}"
    return None


def _not_over(context: Context, call: ProseCall, period: Period) -> str | None:
    day = context.day_of(subject_of(call))
    if period.end is not None and period.end <= day:
        return None
    return f"到 {day}，{quoted(period.text)}还没有结束"


def _without_target(context: Context, call: ProseCall, period: Period) -> str | None:
    """Return that the division has no target that is in force in the period, or may be outstanding."""
    if call.function not in _NEEDS_TARGET:
        return None
    division, address = call.argument("division") or "", Address(call.argument("indicator") or "")
    day = min(period.end or context.as_of, context.day_of(address))
    targets = context.dataset.targets_on(day, division, address)
    if target_in_force(targets, period) is not None or passed_targets(targets, period):
        return None
    return f"{context.figure_name(division, address)}在{quoted(period.text)}没有目标"


def _not_compared(context: Context, call: ProseCall) -> str | None:
    """Return why the indicator has no such comparison."""
    indicator = context.dataset.indicators.get(Address(call.argument("indicator") or ""))
    if call.function != "compare" or indicator is None:
        return None
    return not_comparable(indicator, ComparedBy(call.argument("by") or ""))


def _without_ranking(context: Context, call: ProseCall, period: Period) -> str | None:
    address = Address(call.argument("scheme") or "")
    scheme = context.dataset.schemes.get(address)
    if scheme is None:
        return None
    version = scheme.version_of(period)
    if not is_of_cadence(period, scheme.every) or version is None:
        return f"考核办法{quoted(address)}没有{quoted(period.text)}这一期"
    return _without_component(scheme, period, call.argument("component"))


def _without_component(scheme: Scheme, period: Period, component: str | None) -> str | None:
    version = scheme.version_of(period)
    if component is None or version is None or component in {*version.components, BONUS, DEDUCTION}:
        return None
    return (
        f"{quoted(period.text)}的考核没有{quoted(component)}这一项{near_miss(component, version.components)}"
    )
