"""Identities of which the public sees all figures but one: that one follows from the others (E505)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias, assert_never

from generators.checking.kit.context import Context
from generators.checking.kit.wording import shown_period
from generators.disclosing.figures import VisibleFigures
from generators.disclosing.observations import VisibleObservations
from generators.disclosing.publication import Publication
from generators.disclosing.releases import Groups, Releases
from generators.model.address import Address
from generators.model.grouping import grouped
from generators.model.period import parse_period
from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.programme import Identity, Programme
from generators.results.facts import (
    ChangeFact,
    CompareFact,
    CountsFact,
    Fact,
    ProgressFact,
    TargetsFact,
    ValueFact,
    comparison_of,
)
from generators.results.figures import Measured
from generators.results.measurements import Measurements

_Key: TypeAlias = tuple[str, Address]


@dataclass(frozen=True)
class _View:
    """What was measured by one day or for one period, and which of it the public sees.

    ``when`` names the day or period in words, and is empty for the day of the build.
    """

    when: str
    values: Mapping[_Key, Measured]
    public: Collection[_Key]


def revealing_identities(
    context: Context, measurements: Measurements, public: Publication
) -> Iterator[Problem]:
    """Yield E505 where all figures of an identity but one are public, and the last rests on few records.

    Figures are compared with those of the same day or period: the day of the build, the earlier days of the
    changes, and each period that prose calls for. An identity is told once for each division.
    """
    programmes = [each for each in context.dataset.programmes.values() if each.identities]
    names = {name for each in programmes for identity in each.identities for name in _members(each, identity)}
    views = tuple(_views(context, measurements, public, names)) if names else ()
    for programme in programmes:
        for at, identity in enumerate(programme.identities):
            for division in context.dataset.divisions:
                found = _revealed(context, views, division, _members(programme, identity))
                if found is not None:
                    formula = f"{identity.total} = {' + '.join(identity.parts)}"
                    detail = f"由公开的各数按 {formula} 可以算出内部的{found}"
                    yield problem("E505", programme.place("identities", at), detail)


def _members(programme: Programme, identity: Identity) -> list[Address]:
    """Return the addresses of the total and of the parts."""
    return [Address.of(programme.id, name) for name in (identity.total, *identity.parts)]


def _views(
    context: Context, measurements: Measurements, public: Publication, names: Collection[Address]
) -> Iterator[_View]:
    """Yield the views of the day of the build, of periods in prose, and of earlier days."""
    yield _View("", measurements.values, public.values.keys())
    by_period = grouped(
        (request.period, (request, measured))
        for request, fact in measurements.facts.items()
        if (measured := _value_of(fact)) is not None
    )
    for period, facts in by_period.items():
        values = {(request.division, request.subject): measured for request, measured in facts}
        seen = {(request.division, request.subject) for request, _ in facts if request in public.facts}
        yield _View(shown_period(parse_period(period)), values, seen)
    yield from _compared_views(measurements, public)
    days = [
        (past, {key: each for key, each in past.values.items() if key[1] in names})
        for past in measurements.past.values()
    ]
    if any(each.internal for _, values in days for each in values.values()):
        observations = VisibleObservations(context.dataset, context.public)
        releases = Releases.of(context.dataset, context.public, measurements)
        for past, values in days:
            figures = VisibleFigures(observations, past, releases)
            yield _View(f"{past.as_of}", values, {key for key in values if figures.shows_value(key)})


def _compared_views(measurements: Measurements, public: Publication) -> Iterator[_View]:
    """Yield the views of the periods whose values are compared with others."""
    declared = (
        (key, each, each.by in {shown.by for shown in public.comparisons.get(key, ())})
        for key, columns in measurements.comparisons.items()
        for each in columns
    )
    called = (
        ((request.division, request.subject), compared, request in public.facts)
        for request, fact in measurements.facts.items()
        if (compared := comparison_of(fact)) is not None
    )
    terms = grouped(
        (term.period.text, (key, term.measured, is_public))
        for key, compared, is_public in (*declared, *called)
        for term in compared.terms
    )
    for period, found in terms.items():
        values = {key: measured for key, measured, _ in found}
        seen = {key for key, _, is_public in found if is_public}
        yield _View(shown_period(parse_period(period)), values, seen)


def _value_of(fact: Fact) -> Measured | None:
    match fact:
        case ValueFact(measured):
            return measured
        case ChangeFact() | CompareFact() | ProgressFact() | TargetsFact() | CountsFact():
            return None
        case never:
            assert_never(never)


def _revealed(context: Context, views: Sequence[_View], division: str, members: list[Address]) -> str | None:
    """Return in words the first member of an identity that follows from the others, ``None`` if none does."""
    least = context.dataset.site.thresholds.inseparable_contributors
    for view in views:
        hidden = _only_hidden(view, [(division, member) for member in members])
        if hidden is not None and not Groups(least).admit(view.values[hidden].internal):
            return context.figure_name(*hidden) + (f"（{view.when}）" if view.when else "")
    return None


def _only_hidden(view: _View, keys: list[_Key]) -> _Key | None:
    """Return the member of an identity that is not public, if all others are and they add up."""
    hidden = [key for key in keys if key not in view.public]
    if len(hidden) != 1 or not _adds_up([view.values.get(key) for key in keys]):
        return None
    return hidden[0]


def _adds_up(members: list[Measured | None]) -> bool:
    """Whether the first of the values is the sum of the others; else they say nothing for certain."""
    total, *parts = (each.value if each is not None else None for each in members)
    numbers = [each for each in parts if isinstance(each, Decimal)]
    return len(numbers) == len(parts) and total == sum(numbers, Decimal(0))
