"""Checked identities (口径核对) with their numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generators.composing.kit.numbers import printed
from generators.composing.kit.parts import Parts
from generators.composing.kit.views import Link
from generators.model.address import Address
from generators.model.programme import Programme


@dataclass(frozen=True, slots=True)
class IdentityView:
    """A checked identity: numbers, such as 54 + 112 + 100 = 266, and ``words``, the same with names."""

    equation: str
    words: str
    division: Link


def identities(parts: Parts, programme: Programme) -> Iterator[IdentityView]:
    """Yield each identity of a programme in each division that has a number for all of its terms."""
    values = parts.publication.values
    for identity in programme.identities:
        for division in parts.publication.divisions:
            names = (identity.total, *identity.parts)
            numbers = [
                measured.value
                for name in names
                if (measured := values.get((division, Address.of(programme.id, name)))) is not None
                and isinstance(measured.value, Decimal)
            ]
            if len(numbers) == len(names):
                total, *terms = numbers
                words = [programme.indicators[name].name for name in names]
                yield IdentityView(
                    f"{' + '.join(map(printed, terms))} = {printed(total)}",
                    f"{' + '.join(words[1:])} = {words[0]}",
                    parts.division_link(division),
                )
