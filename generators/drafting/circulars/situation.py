"""Section 总体情况: indicators and targets of the whole area at the end of the period."""

from __future__ import annotations

from typing import Final, assert_never

from generators.composing.kit.dates import day_text
from generators.drafting.circulars.material import Material
from generators.drafting.circulars.views import IndicatorLine, SituationView, TargetCounts
from generators.model.address import Address
from generators.model.computed import (
    CommitmentShare,
    Computed,
    InspectionFigure,
    PopulationShare,
    ProblemShare,
)
from generators.model.indicator import Goal, Indicator, Role
from generators.results.facts import ChangeFact
from generators.results.figures import Measured, Progress, Status

MOST_LINES: Final = 8
"""The maximum number of lines; indicators with a target of the whole area are mentioned in any case."""


def situation(material: Material) -> SituationView | None:
    """Return the section, ``None`` if there is neither a value nor a target."""
    lines = _lines(material)
    flows = tuple(line for address, line in lines.items() if _is_flow(material, address))
    stocks = {address: line for address, line in lines.items() if not _is_flow(material, address)}
    targets = _target_counts(material)
    if not lines and targets is None:
        return None
    leading = tuple(line for address, line in stocks.items() if _leads(material, address))
    further = tuple(line for address, line in stocks.items() if not _leads(material, address))
    return SituationView(leading or further, further if leading else (), flows, targets)


def _lines(material: Material) -> dict[Address, IndicatorLine]:
    """Return the lines of the indicators with a value, by address: at most ``MOST_LINES``.

    Indicators with a target of the whole area, and those of the headline, are always included.
    """
    found: dict[Address, IndicatorLine] = {}
    chosen = [each for each in material.addresses if _is_included(material.dataset.indicators[each])]
    leading = [each for each in chosen if _leads(material, each)]
    for address in dict.fromkeys((*leading, *chosen)):
        is_full = len(found) >= MOST_LINES and address not in leading
        value = material.facts.value(material.owner, address)
        if value.value is not None and not is_full:
            found[address] = _line(material, address, value)
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


def _line(material: Material, address: Address, value: Measured) -> IndicatorLine:
    owner, indicator = material.owner, material.dataset.indicators[address]
    progress = material.facts.progress(owner, address)
    change = material.period_call("change", owner, address)
    has_target = progress is not None and progress.value is not None
    is_rising = indicator.goal is not Goal.AT_MOST
    has_share = has_target and is_rising and progress is not None and progress.attainment is not None
    return IndicatorLine(
        name=material.indicator(address),
        value=material.period_call("value", owner, address),
        target=material.target(progress) if has_target and progress is not None else "",
        attainment=material.period_call("attainment", owner, address) if has_share else "",
        gap=material.period_call("gap", owner, address) if _has_gap(progress) else "",
        change=change if _has_change(material, address, value) else "",
        due=_due_in_words(material, progress) if has_target and progress is not None else "",
        is_share=indicator.kind.is_ratio,
        is_met=progress is not None and progress.status is Status.ACHIEVED,
        is_ceiling=indicator.goal is Goal.AT_MOST and progress is not None and bool(progress.target.value),
    )


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
