"""Sections 问题整改 and 承诺兑现: counts of problems and commitments in the period and at its end."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from generators.drafting.circulars.material import Material, standing_out
from generators.drafting.circulars.views import CommitmentsView, Noted, ProblemsView
from generators.results.facts import CountsFact

LEAST_CLEARED: Final = 2
"""The minimum number of cleared problems for a division to be named."""


def problems(material: Material) -> ProblemsView | None:
    """Return the section, ``None`` if no problem had been found by the end of the period."""
    fact = material.facts.problems(material.owner)
    if not fact.counts["all"]:
        return None
    count_call = _count_calls(material, "problems", fact)
    most_overdue, is_all_overdue = _overdue(material, "problems", material.facts.problems)
    cleared = _by_division(material, material.facts.problems, "cleared", at_least=LEAST_CLEARED)
    return ProblemsView(
        found=count_call("found"),
        cleared=count_call("cleared"),
        reopened=count_call("reopened"),
        total=count_call("all"),
        total_cleared=count_call("all-cleared"),
        clearance=count_call("clearance"),
        remaining=count_call("remaining"),
        overdue=count_call("overdue"),
        most_overdue=most_overdue,
        is_all_overdue=is_all_overdue,
        most_cleared=_noted(material, "problems", standing_out(cleared), "cleared"),
    )


def commitments(material: Material) -> CommitmentsView | None:
    """Return the section, ``None`` if no commitment had been published by the end of the period."""
    fact = material.facts.commitments(material.owner)
    if not fact.counts["all"]:
        return None
    count_call = _count_calls(material, "commitments", fact)
    most_overdue, is_all_overdue = _overdue(material, "commitments", material.facts.commitments)
    return CommitmentsView(
        total=count_call("all"),
        judged=count_call("judged"),
        kept=count_call("kept"),
        partly=count_call("partly"),
        not_kept=count_call("not-kept"),
        kept_rate=count_call("kept-rate"),
        overdue=count_call("overdue"),
        most_overdue=most_overdue,
        is_all_overdue=is_all_overdue,
    )


def _count_calls(material: Material, function: str, fact: CountsFact) -> Callable[[str], str]:
    """Return a function that takes the name of a count or share and returns its call.

    The function returns an empty string for a count of 0 and for a share that has no value.
    """

    def count_call(count: str) -> str:
        has_value = fact.counts[count] > 0 if count in fact.counts else fact.shares[count] is not None
        if not has_value:
            return ""
        return material.period_call(function, material.owner, material.programme.id, count)

    return count_call


def _overdue(
    material: Material, function: str, counting: Callable[[str], CountsFact]
) -> tuple[tuple[Noted, ...], bool]:
    """Return the divisions with the most overdue items, and whether these are all that have any."""
    overdue = _by_division(material, counting, "overdue", at_least=1)
    most = standing_out(overdue)
    return _noted(material, function, most, "overdue"), len(most) == len(overdue)


def _by_division(
    material: Material, counting: Callable[[str], CountsFact], count: str, *, at_least: int
) -> dict[str, int]:
    """Return the counts of the divisions directly below that have ``at_least`` so many, largest first."""
    counts = {each: counting(each).counts[count] for each in material.below}
    found = sorted((each for each in counts if counts[each] >= at_least), key=lambda each: -counts[each])
    return {each: counts[each] for each in found}


def _noted(material: Material, function: str, divisions: Iterable[str], count: str) -> tuple[Noted, ...]:
    measure = "个" if function == "problems" else "项"
    return tuple(
        material.noted(each, material.period_call(function, each, material.programme.id, count) + measure)
        for each in divisions
    )
