"""Public reports from which an internal report can be computed (E505).

Computed figures are withheld with what they rest on. But an editor may publish a report for a township and
those of all its villages but one; the difference is then the last one's report. So are the parts of a total.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import chain, pairwise

from generators.checking.kit.context import Context
from generators.checking.kit.wording import shown_period
from generators.model.address import Address
from generators.model.grouping import grouped
from generators.model.indicator import Rollup
from generators.model.observation import Observation
from generators.model.period import Period
from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.target import Target


def totals_that_reveal_a_part(context: Context) -> Iterator[Problem]:
    """Yield E505 where a public report less the public reports below it leaves those of too few divisions.

    Only if the reports below make up the whole: else the difference says nothing for certain.
    """
    partly_hidden = {
        address
        for (_, address), observations in context.dataset.observations.items()
        if not all(_is_public(context, each) for each in observations)
    }
    for (division, address), observations in context.dataset.observations.items():
        indicator = context.indicator(address)
        if address not in partly_hidden:
            continue
        if indicator is None or indicator.rollup not in {Rollup.SUM, Rollup.RATIO}:
            continue
        for total in observations:
            if _is_public(context, total):
                yield from _revealed_below(context, division, address, total)


def _revealed_below(
    context: Context, division: str, address: Address, total: Observation
) -> Iterator[Problem]:
    parts = list(_reported_below(context, division, address, total.period))
    hidden = [each for each in parts if not _is_public(context, each)]
    least = context.dataset.site.thresholds.inseparable_contributors
    contributors = {each.division for each in hidden}
    if 0 < len(contributors) < least and _add_up(parts, total, context.as_of):
        for part in hidden:
            detail = (
                f"{context.division_name(division)}公开的数减去其余各处公开的数，就是内部的"
                f"{context.figure_name(part.division, address)}（{shown_period(part.period)}）"
            )
            yield problem("E505", part.report.place("disclosure"), detail)


def _reported_below(
    context: Context, division: str, address: Address, period: Period
) -> Iterator[Observation]:
    """Yield the reports that add up to a division's total of a period: the uppermost ones below it."""
    # A flow also counts what those reported that ended within the period.
    is_summed = context.dataset.indicators[address].kind.is_summed
    days = (period.start, period.end) if is_summed else (period.end,)
    children = [context.dataset.children_on(day or context.as_of, division) for day in days]
    for child in dict.fromkeys(chain.from_iterable(children)):
        filed = context.dataset.observations.get((child, address), ())
        if is_summed:
            own = [each for each in filed if _is_part(each.period, period)]
        else:
            own = [each for each in filed if _ends_with(each.period, period)][-1:]
        if own:
            yield from own
        else:
            yield from _reported_below(context, child, address, period)


def _is_part(period: Period, whole: Period) -> bool:
    """Whether a flow of ``period`` is part of that of ``whole``: months of a quarter, or the same period."""
    if whole.start is None or whole.end is None:
        return period == whole
    return period.lies_within(whole.start, whole.end)


def _ends_with(period: Period, other: Period) -> bool:
    """Whether a number at the end of one period is one at the end of the other: of March and the quarter."""
    return period == other or (period.end is not None and period.end == other.end)


def _add_up(parts: Sequence[Observation], total: Observation, day: date) -> bool:
    """Whether the numbers of ``parts`` make up that of ``total``; of ratios, numerators or denominators."""
    whole, reported = _numbers(total, day), [_numbers(each, day) for each in parts]
    return any(
        number is not None and number == sum((each[at] or Decimal(0) for each in reported), Decimal(0))
        for at, number in enumerate(whole)
    )


def _numbers(observation: Observation, day: date) -> tuple[Decimal | None, ...]:
    """Return amount, numerator and denominator of a report, as far as it has them."""
    amount = observation.amount(day)
    return amount if isinstance(amount, Decimal) else None, *observation.ratio_parts(day)


def identities_that_reveal_a_part(context: Context) -> Iterator[Problem]:
    """Yield E505 where all reports of an identity in one division and period are public but one."""
    for programme in context.dataset.programmes.values():
        for identity in programme.identities:
            members = [Address.of(programme.id, name) for name in (identity.total, *identity.parts)]
            for division in context.dataset.divisions:
                by_member = [_by_period(context, division, member) for member in members]
                for period in by_member[0]:
                    reports = [each[period] for each in by_member if period in each]
                    hidden = [each for each in reports if not _is_public(context, each)]
                    if len(reports) == len(members) and len(hidden) == 1:
                        (part,) = hidden
                        figure = context.figure_name(division, part.indicator)
                        detail = f"由同一期间公开的各数可以算出内部的{figure}（{shown_period(period)}）"
                        yield problem("E505", part.report.place("disclosure"), detail)


def corrections_that_quote_internal_ones(context: Context) -> Iterator[Problem]:
    """Yield E505 for a public correction whose old number is the new one of an internal correction."""
    for observations in context.dataset.observations.values():
        for observation in observations:
            for before, after in pairwise(observation.corrections):
                if context.public.shows(after) and not context.public.shows(before):
                    figure = context.figure_name(after.division, after.indicator)
                    detail = f"{figure}（{shown_period(after.period)}）公开的更正写出了内部的更正改成的数"
                    yield problem("E505", after.place("old"), detail)


def targets_that_reveal_a_part(context: Context) -> Iterator[Problem]:
    """Yield E505 where a public target less the public targets below it leaves those of too few divisions.

    Only if the targets below make up the whole.
    """
    least = context.dataset.site.thresholds.inseparable_contributors
    by_key = grouped((_key(each.division, each.target), each) for each in context.dataset.targets)
    for filed in context.dataset.targets:
        target = filed.target
        if not (context.public.filed(target) and isinstance(target.value, Decimal)):
            continue
        children = context.dataset.children_ever.get(filed.division, ())
        below = [part.target for child in children for part in by_key.get(_key(child, target), ())]
        hidden = [each for each in below if not context.public.filed(each)]
        whole = sum((each.value for each in below if isinstance(each.value, Decimal)), Decimal(0))
        if 0 < len(hidden) < least and whole == target.value:
            for each in hidden:
                name = context.figure_name(filed.division, target.indicator)
                detail = f"{name}公开的目标减去其余各处公开的目标，就是内部的目标"
                yield problem("E505", each.place("disclosure"), detail)


def _key(division: str, target: Target) -> tuple[str, str, date, date]:
    return division, target.indicator, target.start, target.due


def _is_public(context: Context, observation: Observation) -> bool:
    """Whether a report, all its corrections and its indicator are public."""
    return context.public.indicator(observation.indicator) and context.public.every_reading(observation)


def _by_period(context: Context, division: str, address: Address) -> Mapping[Period, Observation]:
    return {each.period: each for each in context.dataset.observations.get((division, address), ())}
