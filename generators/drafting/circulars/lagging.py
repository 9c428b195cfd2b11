"""Section 进展滞后的事项: divisions behind by indicator with their gaps, and missing reports."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from generators.composing.kit.dates import day_text
from generators.drafting.circulars.material import Material, few
from generators.drafting.circulars.views import LaggingItem, LaggingView, Noted
from generators.model.grouping import grouped
from generators.results.facts import is_behind
from generators.results.figures import Progress, Status

MOST_ITEMS: Final = 6
"""The maximum number of indicators mentioned, worst first; the boards list all."""

_SEVERE: Final = frozenset({Status.FAR_BEHIND, Status.MISSED})
_NO_GAP: Final = Decimal(-1000000)
"""Sorts divisions without a numeric gap first: they have not met a condition."""


def lagging(material: Material) -> LaggingView | None:
    """Return the section, ``None`` if no target is behind and no report is missing."""
    by_indicator = grouped((each.indicator, each) for each in material.targets.chosen("behind"))
    worst = sorted(by_indicator.items(), key=lambda item: _severity(item[1]))[:MOST_ITEMS]
    unreported = dict.fromkeys(
        after.division for _, after in material.targets.targets if _owes_report(material, after)
    )
    if not worst and not unreported:
        return None
    items = tuple(_item(material, address, found) for address, found in worst)
    return LaggingView(items, tuple(map(material.division, unreported)))


def _severity(found: Sequence[Progress]) -> tuple[int, int]:
    return (-sum(each.status in _SEVERE for each in found), -len(found))


def _owes_report(material: Material, progress: Progress) -> bool:
    start, end = material.period.start, material.period.end
    return any(
        each.end is not None and start is not None and end is not None and start <= each.end <= end
        for each in progress.flags.overdue_periods
    )


def _item(material: Material, address: str, found: Sequence[Progress]) -> LaggingItem:
    ordered = sorted(found, key=lambda each: each.gap if each.gap is not None else _NO_GAP)
    by_division: dict[str, Progress] = {}
    for each in ordered:
        by_division.setdefault(each.division, each)
    # The call counts targets, so it is the number of divisions only where each has one.
    shown = few(list(by_division)) if len(by_division) == len(ordered) else list(by_division)
    total = material.period_call("targets", material.owner, address, "behind")
    return LaggingItem(
        material.indicator(address),
        tuple(noted_progress(material, by_division[each]) for each in shown),
        total if len(shown) < len(by_division) else "",
    )


def noted_progress(material: Material, progress: Progress) -> Noted:
    """Return the link to a division with notes on its attainment and gap; without notes if not behind."""
    if not is_behind(progress):
        return material.noted(progress.division)
    if isinstance(progress.target.value, bool):
        return material.noted(progress.division)  # a flag has no attainment
    key = (progress.division, progress.indicator)
    cited = material.facts.progress(*key)
    if cited is None or cited.target is not progress.target:
        # The calls are about another target, so they would give its figures.
        due = day_text(progress.target.due)
        return material.noted(progress.division, f"{due}到期的目标{material.target(progress)}逾期未完成")
    if progress.attainment is not None and progress.attainment >= 0:
        reached = f"完成{material.period_call('attainment', *key)}"
    else:
        reached = f"{material.period_call('progress', *key)}，目标{material.target(progress)}"
    gap = material.period_call("gap", *key) if progress.gap is not None else ""
    return material.noted(progress.division, reached, gap)
