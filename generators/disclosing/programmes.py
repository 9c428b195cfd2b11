"""Visible programmes, without their withheld parts."""

from __future__ import annotations

from collections.abc import Container, Mapping

from generators.disclosing.rankings import visible_scheme
from generators.model.address import Address
from generators.model.indicator import Indicator
from generators.model.programme import FrameworkNode, Programme
from generators.model.visibility import Visibility


def visible_programmes(visibility: Visibility) -> dict[str, Programme]:
    """Return the visible programmes by id, without their withheld parts."""
    programmes = visibility.register.programmes
    return {
        name: _visible(visibility, programme)
        for name, programme in programmes.items()
        if visibility.programme(name)
    }


def _visible(visibility: Visibility, programme: Programme) -> Programme:
    def address(name: str) -> Address:
        return Address.of(programme.id, name)

    ladders = {name: each for name, each in programme.ladders.items() if visibility.ladder(address(name))}
    admitted = [name for name in programme.indicators if visibility.indicator(address(name))]
    kept = {name: _indicator_among(admitted, ladders, programme.indicators[name]) for name in admitted}
    return programme.detached(
        indicators=kept,
        framework=tuple(_node_without(node, kept) for node in programme.framework),
        identities=tuple(
            identity for identity in programme.identities if {identity.total, *identity.parts} <= kept.keys()
        ),
        headline=tuple(name for name in programme.headline if name in kept),
        standards={
            name: each for name, each in programme.standards.items() if visibility.standard(address(name))
        },
        ladders=ladders,
        schemes={
            name: visible_scheme(visibility, each)
            for name, each in programme.schemes.items()
            if visibility.scheme(address(name))
        },
        consequences={
            name: each
            for name, each in programme.consequences.items()
            if visibility.consequence(address(name))
        },
    )


def _indicator_among(names: Container[str], ladders: Container[str], indicator: Indicator) -> Indicator:
    """Return the indicator without references to indicators or ladders that are not given."""
    population = indicator.population
    if population is not None and population.ladder not in ladders:
        indicator = indicator.detached(computed=None)
    derived, where = indicator.derived, indicator.where
    hides_parts = derived is not None and not (derived.numerator in names and derived.denominator in names)
    hides_condition = where is not None and where.indicator not in names
    if not (hides_parts or hides_condition):
        return indicator
    return indicator.detached(
        derived=None if hides_parts else derived, where=None if hides_condition else where
    )


def _node_without(node: FrameworkNode, kept: Mapping[str, object]) -> FrameworkNode:
    return node.detached(
        indicators=tuple(name for name in node.indicators if name in kept),
        children=tuple(_node_without(child, kept) for child in node.children),
    )
