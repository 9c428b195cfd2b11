"""What released and added-up figures would give away of internal records."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby

from generators.checking.kit.context import Context
from generators.checking.kit.wording import named
from generators.disclosing.publication import Publication
from generators.disclosing.releases import Groups, Releases
from generators.model.address import Address
from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.programme import Identity
from generators.results.contributions import Contribution, Contributions
from generators.results.figures import Measured
from generators.results.measurements import Measurements

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


def revealing_identities(
    context: Context, measurements: Measurements, public: Publication
) -> Iterator[Problem]:
    """Yield E505 where all figures of an identity but one are public, and the last rests on few records."""
    for programme in context.dataset.programmes.values():
        for at, identity in enumerate(programme.identities):
            members = [Address.of(programme.id, name) for name in (identity.total, *identity.parts)]
            for division in context.dataset.divisions:
                hidden = _only_hidden(members, division, measurements, public)
                if hidden is not None and not Groups(
                    context.dataset.site.thresholds.inseparable_contributors
                ).admit(measurements.values[division, hidden].internal):
                    detail = _revealed(context, identity, division, hidden)
                    yield problem("E505", programme.place("identities", at), detail)


def _only_hidden(
    members: list[Address], division: str, measurements: Measurements, public: Publication
) -> Address | None:
    """Return the member of an identity that is not public, if all others are and they add up."""
    keys = [(division, member) for member in members]
    hidden = [key for key in keys if key not in public.values]
    if len(hidden) != 1 or not _adds_up([measurements.values.get(key) for key in keys]):
        return None
    return hidden[0][1]


def _adds_up(members: list[Measured | None]) -> bool:
    """Whether the first of the values is the sum of the others; else they say nothing for certain."""
    total, *parts = (each.value if each is not None else None for each in members)
    numbers = [each for each in parts if isinstance(each, Decimal)]
    return len(numbers) == len(parts) and total == sum(numbers, Decimal(0))


def _revealed(context: Context, identity: Identity, division: str, hidden: Address) -> str:
    formula = f"{identity.total} = {' + '.join(identity.parts)}"
    return f"由公开的各数按 {formula} 可以算出内部的{context.figure_name(division, hidden)}"
