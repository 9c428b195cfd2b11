"""Rows of a board with the averages of places of the same kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, TypeAlias

from generators.composing.figures.averages import average_of
from generators.composing.figures.peers import kin_of
from generators.composing.kit.kinds import kind_text
from generators.composing.kit.parts import Parts
from generators.composing.kit.table import NOTHING, Cell, Column, RowView, cell, small, unbroken
from generators.languages import counted
from generators.model.address import Address
from generators.model.grouping import grouped
from generators.results.figures import Progress

CurrentTargets: TypeAlias = Mapping[tuple[str, Address], Sequence[Progress]]
"""The targets of a board by (division, indicator), the current one of each first."""

_NONE: Final = cell(NOTHING)


def average_rows(
    parts: Parts,
    targets: CurrentTargets,
    divisions: Sequence[str],
    columns: Sequence[Column[str]],
    *,
    shows_within: bool,
) -> Iterator[RowView]:
    """Yield a row for each kind of places among ``divisions`` of which there is any average.

    The first of ``columns`` has the names of places, with that of their area if ``shows_within``; the others
    are of an indicator each, by their names.
    """
    programme = next((address.programme for _, address in targets), "")
    for kin, places in grouped((kin_of(parts, programme, each), each) for each in divisions).items():
        kind = kind_text(parts.publication.divisions[places[0]])
        rest = [(each, _cell(parts, targets, places, Address(each.name), kind)) for each in columns[1:]]
        if any(found is not _NONE for _, found in rest):
            area = parts.publication.divisions[kin.within].name if shows_within and kin.within else ""
            name = counted("%(count)s个%(kind)s平均", len(places), kind=kind)
            head = cell(unbroken(name), small(area))
            yield RowView(((columns[0], head), *rest))


def _cell(
    parts: Parts, targets: CurrentTargets, places: Sequence[str], indicator: Address, kind: str
) -> Cell:
    """Return the average of the current target; none where not all places have the same one."""
    current = [found[0] for each in places if (found := targets.get((each, indicator), ()))]
    averages = {average_of(parts, each) for each in current}
    average = averages.pop() if len(averages) == 1 else None
    if average is None:
        return _NONE
    is_of_all = average.places == len(places)
    some = "" if is_of_all else counted("其中%(count)s个%(kind)s", average.places, kind=kind)
    return cell(average.text, small(some, is_unbroken=True))
