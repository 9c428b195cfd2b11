"""Calls in prose: their form, and that the figure or page they refer to exists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from generators.checking.kit.context import Context
from generators.checking.kit.wording import near_miss
from generators.checking.prose.period_calls import missing_of_a_period, subject_of
from generators.model.address import Address
from generators.model.indicator import Rollup
from generators.model.period import Period, stated_period
from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.prose import ProseCall
from generators.model.prose_functions import SIGNATURES
from generators.reading.quoting import quoted

_LINK: Final = re.compile(r"\[[^\[\]\n]*\]\([^()\n]+\)|<a\s[^<>\n]*>?", re.IGNORECASE)
"""A Markdown or HTML link."""


def misformed_calls(context: Context) -> Iterator[Problem]:
    """``{{ }}`` contains one call of a known function with constant arguments."""
    for parsed in context.prose:
        yield from parsed.mistakes()


def links_in_plain_text(context: Context) -> Iterator[Problem]:
    """Markdown links are only in bodies of pages: elsewhere they would be printed as text."""
    for parsed in context.prose:
        link = None if parsed.passage.is_body else _LINK.search(parsed.prose.stripped)
        if link is not None:
            yield problem("E313", parsed.passage.place, f"{quoted(link[0])}不会成为链接")


def dangling_calls(context: Context) -> Iterator[Problem]:
    """A call refers to a reported figure, or to a division, programme, case, bulletin or source on record."""
    for parsed in context.prose:
        for call in parsed.prose.calls:
            detail = _missing(context, call)
            if detail is not None:
                yield problem("E306", parsed.place_of(call), detail)


def _missing(context: Context, call: ProseCall) -> str | None:
    """Return a text on the missing record that a call refers to; ``None`` if nothing is missing."""
    division, address = call.argument("division") or "", Address(call.argument("indicator") or "")
    if context.is_damaged(address or subject_of(call), division):
        return None
    match call.function:
        case "value":
            return _missing_place_or_indicator(context, call) or _missing_value(context, call)
        case "target":
            return _missing_place_or_indicator(context, call) or _missing_target(context, call)
        case function if SIGNATURES[function].is_of_a_period:
            return missing_of_a_period(context, call)
        case _:
            return _missing_page(context, call)


def _missing_page(context: Context, call: ProseCall) -> str | None:
    linkable = context.linkable[call.function]
    name = call.argument("id") or ""
    if name in linkable.records:
        return None
    return f"没有{linkable.noun}{quoted(name)}{near_miss(name, linkable.records)}"


def _missing_place_or_indicator(context: Context, call: ProseCall) -> str | None:
    division, address = call.argument("division") or "", Address(call.argument("indicator") or "")
    if division not in context.dataset.divisions:
        return f"没有区划{quoted(division)}{near_miss(division, context.dataset.divisions)}"
    if address not in context.dataset.indicators:
        return f"没有指标{quoted(address)}{near_miss(address, context.dataset.indicators)}"
    return None


def _missing_value(context: Context, call: ProseCall) -> str | None:
    division, address = call.argument("division") or "", Address(call.argument("indicator") or "")
    period = call.argument("period")
    if period is None:
        day = context.day_of(address)
        if has_value(context, division, address, day):
            return None
        return f"到 {day}，{context.figure_name(division, address)}没有报送"
    periods = [each.period.text for each in context.dataset.observations.get((division, address), ())]
    if period in periods or _has_value_at_the_end(context, division, address, period):
        return None
    reported = f"，只有 {'、'.join(dict.fromkeys(periods))}" if periods else ""
    return f"{context.figure_name(division, address)}没有{quoted(period)}的报送{reported}"


def _has_value_at_the_end(context: Context, division: str, address: Address, text: str) -> bool:
    """Whether a period is over and an indicator had a value at its end, without a report for the period."""
    period = stated_period(text)
    if period is None or period.end is None or period.end > context.day_of(address):
        return False
    parts = [
        part for part in context.dataset.rests_on(address) if context.dataset.indicators[part].derived is None
    ]
    return all(any(_reported_by(context, division, part, period)) for part in parts)


def _reported_by(context: Context, division: str, address: Address, period: Period) -> Iterator[bool]:
    """Yield for every report that a value may depend on whether it counts for the period."""
    indicator = context.dataset.indicators[address]
    yield indicator.computed is not None
    counted, places = address, [division]
    if indicator.where is not None:
        counted = address.sibling(indicator.where.indicator)
    if indicator.rollup is not Rollup.NONE:
        places += context.dataset.descendants(division)
    for place in places:
        for each in context.dataset.observations.get((place, counted), ()):
            if indicator.kind.is_summed and period.start is not None and period.end is not None:
                yield each.period.lies_within(period.start, period.end)
            else:
                yield each.period.sort_key <= period.sort_key


def _missing_target(context: Context, call: ProseCall) -> str | None:
    division, address = call.argument("division") or "", Address(call.argument("indicator") or "")
    by = call.argument("by")
    due = [target.due.isoformat() for target in context.dataset.targets_filed.get((division, address), ())]
    if (due and by is None) or by in due:
        return None
    subject = context.figure_name(division, address)
    filed_for = f"，只有 {'、'.join(due)} 的" if due else ""
    return f"{subject}没有{'到 ' + by + ' 的' if by else ''}目标{filed_for}"


def has_value(context: Context, division: str, address: Address, day: date) -> bool:
    """Whether an indicator has a value in a division by ``day``: reported, derived, or rolled up.

    A division above the programme's owner has none of its own if only one place below it has.
    """
    if context.dataset.is_above_owner(division, address) and not _is_reported(
        context, division, address, day
    ):
        below = context.dataset.children_on(day, division)
        return sum(has_value(context, each, address, day) for each in below) > 1
    return any(_has_own_value(context, division, part, day) for part in context.dataset.rests_on(address))


def _has_own_value(context: Context, division: str, address: Address, day: date) -> bool:
    indicator = context.dataset.indicators[address]
    if indicator.derived is not None:
        return False
    if _is_reported(context, division, address, day):
        return True
    if indicator.rollup is Rollup.NONE:
        return False
    counted = address
    if indicator.where is not None:
        counted = address.sibling(indicator.where.indicator)
    return any(_is_reported(context, below, counted, day) for below in context.dataset.descendants(division))


def _is_reported(context: Context, division: str, address: Address, day: date) -> bool:
    return any(each.is_known(day) for each in context.dataset.observations.get((division, address), ()))
