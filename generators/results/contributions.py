"""Internal records that a figure is computed from."""

from __future__ import annotations

from typing import Final, NamedTuple, TypeAlias

from generators.model.record import Place


class Contribution(NamedTuple):
    """One internal record that enters a figure.

    ``contributor`` is the id of the division, or the address of the problem, commitment or visit that the
    record is of. ``subject`` is the address of the indicator, ladder or standard, or the id of the programme;
    ``reading`` tells the records of one contributor on one subject apart. ``place`` is where it was written.
    ``enters`` is false if the record only decides what the figure leaves out: then it conceals no other.
    """

    contributor: str
    subject: str
    reading: str
    place: Place
    enters: bool = True


Contributions: TypeAlias = frozenset[Contribution]

NO_CONTRIBUTIONS: Final[Contributions] = frozenset()
"""The contributions to a figure that rests on public records alone."""
