"""问题整改 and 承诺兑现: what the ledger and the commitments add up to in the period and at its end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from generators.drafting.circulars.material import FEW, Material
from generators.drafting.circulars.views import CommitmentsView, Noted, ProblemsView
from generators.results.facts import CountsFact

LEAST_CLEARED: Final = 2
"""Who cleared fewer is not named for it."""


def problems(material: Material) -> ProblemsView | None:
    """Return the section, ``None`` if no problem had been found by the end of the period."""
    fact = material.facts.problems(material.owner)
    if not fact.counts["all"]:
        return None
    tell = _counts(material, "problems", fact)
    most_overdue, is_all_overdue = _overdue(material, "problems", material.facts.problems)
    cleared = _by_division(material, material.facts.problems, "cleared", at_least=LEAST_CLEARED)
    return ProblemsView(
        found=tell("found"),
        cleared=tell("cleared"),
        reopened=tell("reopened"),
        total=tell("all"),
        total_cleared=tell("all-cleared"),
        clearance=tell("clearance"),
        remaining=tell("remaining"),
        overdue=tell("overdue"),
        most_overdue=most_overdue,
        is_all_overdue=is_all_overdue,
        most_cleared=_noted(material, "problems", standing_out(cleared), "cleared"),
    )


def commitments(material: Material) -> CommitmentsView | None:
    """Return the section, ``None`` if nothing had been promised in public by the end of the period."""
    fact = material.facts.commitments(material.owner)
    if not fact.counts["all"]:
        return None
    tell = _counts(material, "commitments", fact)
    most_overdue, is_all_overdue = _overdue(material, "commitments", material.facts.commitments)
    return CommitmentsView(
        total=tell("all"),
        judged=tell("judged"),
        kept=tell("kept"),
        partly=tell("partly"),
        not_kept=tell("not-kept"),
        kept_rate=tell("kept-rate"),
        overdue=tell("overdue"),
        most_overdue=most_overdue,
        is_all_overdue=is_all_overdue,
    )


def _counts(material: Material, function: str, fact: CountsFact) -> Callable[[str], str]:
    """Return what gives the call for a count, empty where there is nothing to count."""

    def told(count: str) -> str:
        is_something = fact.counts[count] > 0 if count in fact.counts else fact.shares[count] is not None
        return material.told(function, material.owner, material.programme.id, count) if is_something else ""

    return told


def _overdue(
    material: Material, function: str, counting: Callable[[str], CountsFact]
) -> tuple[tuple[Noted, ...], bool]:
    """Return who has most that is overdue, and whether that is everybody who has any."""
    overdue = _by_division(material, counting, "overdue", at_least=1)
    most = standing_out(overdue)
    return _noted(material, function, most, "overdue"), len(most) == len(overdue)


def _by_division(
    material: Material, counting: Callable[[str], CountsFact], count: str, *, at_least: int
) -> dict[str, int]:
    """Return the divisions directly below that have so many with their counts, the largest first."""
    counts = {each: counting(each).counts[count] for each in material.below}
    found = sorted((each for each in counts if counts[each] >= at_least), key=lambda each: -counts[each])
    return {each: counts[each] for each in found}


def standing_out(counts: Mapping[str, int]) -> tuple[str, ...]:
    """Return whose counts, given the largest first, are worth a name: the first few, but no part of a tie.

    Where those who share a count would make it many, only they are named who have more; maybe nobody.
    """
    listed = list(counts)
    if len(listed) <= FEW + 1:
        return tuple(listed)
    edge = counts[listed[FEW - 1]]
    sharing = [each for each in listed if counts[each] >= edge]
    return tuple(sharing if len(sharing) <= FEW + 1 else (each for each in listed if counts[each] > edge))


def _noted(material: Material, function: str, divisions: Iterable[str], count: str) -> tuple[Noted, ...]:
    measure = "个" if function == "problems" else "项"
    return tuple(
        material.noted(each, material.told(function, each, material.programme.id, count) + measure)
        for each in divisions
    )
