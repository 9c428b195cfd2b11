"""Which of several targets for one figure is the current one."""

from __future__ import annotations

from collections.abc import Iterable

from generators.model.address import Address
from generators.results.figures import Progress


def order_of_target(progress: Progress) -> tuple[object, ...]:
    """Return the sort key of a target: in force, by due date; then past, latest first; then future."""
    target, day = progress.target, progress.day
    days_left = (target.due - day).days
    if target.is_in_force(day, day):
        return 0, days_left, target.precedence
    return (1, -days_left, target.precedence) if days_left < 0 else (2, days_left, target.precedence)


def current_targets(progress: Iterable[Progress]) -> tuple[Progress, ...]:
    """Return the current target of each division and indicator, in the order of the first of each."""
    found: dict[tuple[str, Address], Progress] = {}
    for each in progress:
        key = each.division, each.indicator
        found[key] = min(found.get(key, each), each, key=order_of_target)
    return tuple(found.values())
