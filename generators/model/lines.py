"""The numbers at which something is decided about the values of an indicator."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import assert_never

from generators.model.address import Address
from generators.model.programme import Programme
from generators.model.scheme import Attainment, Goalposts, SchemeVersion, ScoredBy, Steps
from generators.model.target import FiledTarget


def decisive_lines(
    targets: Iterable[FiledTarget], programmes: Mapping[str, Programme]
) -> Iterator[tuple[Address, Decimal]]:
    """Yield the numbers by the address of the indicator that they decide about.

    They are the values of targets, and the bounds of counts, of tiers and of the steps of schemes.
    """
    for filed in targets:
        if isinstance(filed.target.value, Decimal):
            yield Address(filed.target.indicator), filed.target.value
    for programme in programmes.values():
        for name, line in _lines_of(programme):
            if line is not None:
                yield Address.of(programme.id, name), line


def _lines_of(programme: Programme) -> Iterator[tuple[str, Decimal | None]]:
    for indicator in programme.indicators.values():
        if indicator.where is not None:
            yield indicator.where.indicator, indicator.where.at_least
            yield indicator.where.indicator, indicator.where.at_most
    for ladder in programme.ladders.values():
        for tier in ladder.tiers:
            if ladder.indicator is not None:
                yield ladder.indicator, tier.at_least
    for scheme in programme.schemes.values():
        for version in scheme.versions:
            yield from _lines_of_version(version)


def _lines_of_version(version: SchemeVersion) -> Iterator[tuple[str, Decimal | None]]:
    for component in version.components.values():
        if component.by is not ScoredBy.VALUE:
            continue  # its bounds are of growth, gaps or differences
        match component.normalise:
            case Steps(steps=steps):
                for step in steps:
                    yield component.indicator, step.at_least
                    yield component.indicator, step.at_most
            case Attainment() | Goalposts():
                pass
            case never:
                assert_never(never)
