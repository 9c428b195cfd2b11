"""What released and added-up figures would give away of internal records."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from generators.checking.kit.context import Context
from generators.checking.kit.wording import named
from generators.disclosing.releases import Releases
from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.results.contributions import Contribution, Contributions

_MAX_NAMED = 3


def refused_releases(context: Context, releases: Releases) -> Iterator[Problem]:
    """Yield W507 for each released indicator of which figures are withheld, with the record at risk."""
    by_indicator = groupby(sorted(releases.refused, key=lambda each: each[0]), key=lambda each: each[0])
    for address, group in by_indicator:
        refused = list(group)
        divisions = list(dict.fromkeys(division for _, division, _ in refused))
        indicator = context.dataset.indicators[address]
        is_stated = indicator.release is not None
        least = context.dataset.site.thresholds.inseparable_contributors
        detail = (
            f"{named(indicator.name)}在{_listed(context, divisions)}的汇总没有公开："
            f"与其他公开的数合起来，分不开的内部记录不足{least}家，会算出{_at_risk(context, refused[0][2])}"
        )
        at = (
            indicator.place("release", of_key=True)
            if is_stated
            else indicator.place("disclosure", of_key=True)
        )
        yield problem("W507", at, detail)


def _listed(context: Context, divisions: list[str]) -> str:
    first = "、".join(map(context.division_name, divisions[:_MAX_NAMED]))
    return first if len(divisions) <= _MAX_NAMED else f"{first}等{len(divisions)}处"


def _at_risk(context: Context, contributions: Contributions) -> str:
    first = min(contributions)
    return f"{_contributor(context, first)}的内部记录（{first.place}）"


def _contributor(context: Context, contribution: Contribution) -> str:
    known = contribution.contributor in context.dataset.divisions
    return context.division_name(contribution.contributor) if known else contribution.contributor
