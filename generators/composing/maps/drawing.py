"""Makes the maps of marked divisions: one for each area that lies directly above enough of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from generators.composing.kit.columns import head_column
from generators.composing.kit.parts import Parts
from generators.composing.kit.table import NO_TABLE, Column, Table, TableView, cell
from generators.composing.kit.views import StatusView
from generators.composing.maps.borders import with_borders
from generators.composing.maps.tiles import with_tiles
from generators.composing.maps.views import MapView, Mark
from generators.languages import gettext, marked
from generators.model.area_map import AreaMap
from generators.model.grouping import grouped
from generators.model.outline import LEVELS, mapped_in

LEAST_MARKED: Final = 4
"""With fewer marked divisions than this an area has no map: its table says as much."""

MOST_DIVISIONS: Final = 400
"""A page has maps of the highest levels, as long as they show no more divisions than this."""


@dataclass(frozen=True, slots=True)
class Theme:
    """What the maps of a page show: its ``title``, and the state of divisions without a mark.

    ``column`` heads the states in the table beside; without it there is none, since the page has one.
    """

    title: str
    unmarked: StatusView
    column: str = ""


def map_views(parts: Parts, theme: Theme, marks: Mapping[str, Mark]) -> tuple[MapView, ...]:
    """Return the maps of the areas in which at least ``LEAST_MARKED`` divisions have a mark.

    An area has its borders if they are on file and the audience sees them, else tiles.
    """
    return tuple(_view(parts, theme, marks, area, members) for area, members in _areas(parts, marks))


def _areas(parts: Parts, marks: Mapping[str, Mark]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each area to be shown with its divisions, higher levels first."""
    publication = parts.publication
    known = publication.divisions
    marked = [name for name in marks if known[name].level in LEVELS]
    found = grouped((known[name].within, name) for name in marked)
    count = 0
    for area, names in sorted(found.items(), key=lambda item: known[item[1][0]].level.depth):
        members = mapped_in(publication, area, publication.as_of) if area is not None else ()
        if area is None or len(names) < LEAST_MARKED:
            continue
        count += len(members)
        if count > MOST_DIVISIONS:
            return
        yield area, members


def _view(
    parts: Parts, theme: Theme, marks: Mapping[str, Mark], area: str, members: Sequence[str]
) -> MapView:
    publication = parts.publication
    name = publication.divisions[area].name
    unmarked = Mark(theme.unmarked, theme.unmarked.label, theme.unmarked.shape)
    shown = {member: marks.get(member, unmarked) for member in members}
    counts = grouped((mark.state, member) for member, mark in shown.items())
    # Classes are numbered, and statuses have an order of their own: both are in the order of the marks.
    order = list(dict.fromkeys((*(mark.state for mark in marks.values()), theme.unmarked)))
    legend = tuple((state, len(counts[state])) for state in order if state in counts)
    drawn = publication.drawn_maps.get(area)
    record = publication.area_map or AreaMap()
    title = gettext("%(name)s：%(title)s", name=name, title=theme.title)
    view = MapView(name, title, _description(legend), legend, table=_table(parts, theme, shown, title))
    if drawn is not None:
        # Where values stand in the areas, no shape of their classes does: the key has none either.
        signs = {mark.sign for mark in shown.values()}
        keys = tuple(
            (state if state.shape in signs else replace(state, shape=""), count) for state, count in legend
        )
        return with_borders(parts, replace(view, legend=keys), record, drawn, shown)
    return with_tiles(parts, view, record, shown)


def _description(legend: Sequence[tuple[StatusView, int]]) -> str:
    return gettext("，").join(
        gettext("%(label)s%(count)s个", label=state.label, count=count) for state, count in legend
    )


def _table(parts: Parts, theme: Theme, shown: Mapping[str, Mark], title: str) -> TableView:
    if not theme.column:
        return NO_TABLE
    table: Table[tuple[str, Mark]] = Table(
        (
            head_column(marked("区划"), lambda row: parts.division_link(row[0])),
            Column("state", theme.column, lambda row: cell(row[1].state), is_number=True),
        ),
        is_searchable=False,
    )
    return table.view(shown.items(), title)
