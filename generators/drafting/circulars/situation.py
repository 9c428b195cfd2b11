"""Section 总体情况: indicators and targets of the whole area at the end of the period."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final, assert_never

from generators.composing.kit.dates import day_text
from generators.drafting.circulars.material import Material
from generators.drafting.circulars.views import IndicatorLine, SituationView, TargetCounts
from generators.model.address import Address
from generators.model.comparison import ComparedBy
from generators.model.computed import (
    CommitmentShare,
    Computed,
    InspectionFigure,
    PopulationShare,
    ProblemShare,
)
from generators.model.indicator import Goal, Indicator, Role
from generators.results.comparisons import Comparability
from generators.results.facts import ChangeFact
from generators.results.figures import Measured, Progress, Status

MOST_LINES: Final = 8
"""The maximum number of lines; indicators with a target of the whole area are mentioned in any case."""


def situation(material: Material) -> SituationView | None:
    """Return the section, ``None`` if there is neither a value nor a target."""
    values = _values(material)
    flows = [address for address in values if _is_flow(material, address)]
    stocks = [address for address in values if not _is_flow(material, address)]
    covered = material.covered(stocks) or material.period.end
    targets = _target_counts(material)
    if not values and targets is None:
        return None
    lines = {address: _line(material, address, values[address], covered) for address in stocks}
    leading = tuple(line for address, line in lines.items() if _leads(material, address))
    further = tuple(line for address, line in lines.items() if not _leads(material, address))
    return SituationView(
        leading=leading or further,
        further=further if leading else (),
        over_the_period=tuple(
            _line(material, address, values[address], material.period.end) for address in flows
        ),
        targets=targets,
        until=_until(material, covered),
    )


def _until(material: Material, day: date | None) -> str:
    """Return 到9月底, or 到9月20日 for a day that is not the last of the period."""
    if day is None or day == material.period.end:
        return material.words.until
    return f"到{_day_in_words(material, day)}"


def _day_in_words(material: Material, day: date) -> str:
    """Return 9月30日, with the year if that is not the year of the period."""
    end = material.period.end
    return f"{day.month}月{day.day}日" if end is not None and day.year == end.year else day_text(day)


def _values(material: Material) -> dict[Address, Measured]:
    """Return the values of the indicators mentioned, by address: at most ``MOST_LINES``.

    Indicators with a target of the whole area, and those of the headline, are always included.
    """
    found: dict[Address, Measured] = {}
    chosen = [each for each in material.addresses if _is_included(material.dataset.indicators[each])]
    leading = [each for each in chosen if _leads(material, each)]
    for address in dict.fromkeys((*leading, *chosen)):
        is_full = len(found) >= MOST_LINES and address not in leading
        value = material.facts.value(material.owner, address)
        if value.value is not None and not is_full:
            found[address] = value
    return {address: found[address] for address in material.addresses if address in found}


def _leads(material: Material, address: Address) -> bool:
    is_headline = address.name in material.programme.headline
    return is_headline or material.facts.progress(material.owner, address) is not None


def _is_included(indicator: Indicator) -> bool:
    """Return whether an indicator belongs here: a numeric achievement that no other section reports."""
    is_achievement = indicator.role is Role.ACHIEVEMENT and not indicator.kind.is_flag
    return is_achievement and not _is_of_another_section(indicator.computed)


def _is_of_another_section(computed: Computed | None) -> bool:
    match computed:
        case ProblemShare() | CommitmentShare():
            return True
        case PopulationShare() | InspectionFigure() | None:
            return False
        case never:
            assert_never(never)


def _is_flow(material: Material, address: Address) -> bool:
    return material.dataset.indicators[address].kind.is_summed


def _line(material: Material, address: Address, value: Measured, day: date | None) -> IndicatorLine:
    """Return the line of an indicator; ``day`` is the last day that the figures of its paragraph cover."""
    owner, indicator = material.owner, material.dataset.indicators[address]
    progress = material.facts.progress(owner, address)
    change = material.period_call("change", owner, address)
    has_target = progress is not None and progress.value is not None
    is_rising = indicator.goal is not Goal.AT_MOST
    has_share = has_target and is_rising and progress is not None and progress.attainment is not None
    covered = material.covered((address,))
    has_sum = has_target and progress is not None and _is_of_longer_time(material, progress, value)
    return IndicatorLine(
        name=material.indicator(address),
        value=material.period_call("value", owner, address),
        target=material.target(progress) if has_target and progress is not None else "",
        attainment=material.period_call("attainment", owner, address) if has_share else "",
        gap=material.period_call("gap", owner, address) if _has_gap(progress) else "",
        change=change if _has_change(material, address, value) else "",
        compared=tuple(_comparisons(material, address)),
        due=_due_in_words(material, progress) if has_target and progress is not None else "",
        reached=material.period_call("progress", owner, address) if has_sum else "",
        since=_day_in_words(material, progress.target.start) if has_sum and progress is not None else "",
        until=_day_in_words(material, covered) if covered is not None and covered != day else "",
        before=_before(material, address),
        is_share=indicator.kind.is_ratio,
        is_met=progress is not None and progress.status is Status.ACHIEVED,
        is_ceiling=indicator.goal is Goal.AT_MOST and progress is not None and bool(progress.target.value),
    )


def _is_of_longer_time(material: Material, progress: Progress, value: Measured) -> bool:
    """Whether the value that counts towards the target is of a longer time than that of the period."""
    start = material.period.start
    indicator = material.dataset.indicators[progress.indicator]
    begins_earlier = start is not None and progress.target.start < start
    differs = indicator.derived is not None and progress.value != value.value
    return begins_earlier and (indicator.kind.is_summed or differs)


def _before(material: Material, address: Address) -> str:
    """Return the day in words with which a value is compared, if it is not the end of the period before."""
    earlier = material.facts.before
    covered = material.covered_before(address)
    if earlier is None or covered is None or covered == earlier.period.end:
        return ""
    return _day_in_words(material, covered)


def _due_in_words(material: Material, progress: Progress) -> str:
    """Return 2027年底, or an empty string for a target that is due in the year of the period."""
    due, end = progress.target.due, material.period.end
    if end is None or due.year == end.year:
        return ""
    is_end_of_year = (due.month, due.day) == (12, 31)
    return f"{due.year}年底" if is_end_of_year else day_text(due)


def _has_gap(progress: Progress | None) -> bool:
    """Whether the gap is mentioned: it exists, and the target is not achieved."""
    return progress is not None and progress.gap is not None and progress.status is not Status.ACHIEVED


def _has_change(material: Material, address: Address, value: Measured) -> bool:
    """Whether the change since the period before is mentioned.

    It is if the values are comparable, and differ or rest on a new report.
    """
    change: ChangeFact = material.facts.change(material.owner, address)
    is_unmoved = change.before.value == value.value
    return change.is_comparable and not (is_unmoved and change.before.observations == value.observations)


def _comparisons(material: Material, address: Address) -> Iterator[str]:
    """Yield the calls of the declared comparisons that can be computed for the period."""
    for each in material.dataset.indicators[address].comparisons:
        if each.by is ComparedBy.PERIOD_ON_PERIOD:
            continue
        compared = material.facts.compare(material.owner, address, each.by.value).compared
        is_the_value = not each.by.is_growth and compared.period == material.period
        if compared.state is Comparability.COMPARED and not is_the_value:
            yield material.period_call("compare", material.owner, address, each.by.value)


def _target_counts(material: Material) -> TargetCounts | None:
    if not material.targets.chosen("all"):
        return None

    def counted(status: str) -> str:
        if not material.targets.chosen(status):
            return ""
        return material.period_call("targets", material.owner, material.programme.id, status)

    return TargetCounts(
        total=counted("all"),
        achieved=counted("achieved"),
        on_pace=counted("on-pace"),
        behind=counted("behind"),
        far_behind=counted("far-behind"),
        missed=counted("missed"),
        unreported=counted("unreported"),
    )
