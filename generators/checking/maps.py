"""Borders are valid, fit together and belong to divisions; public ones are approved; tiles have a place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from generators import geometry
from generators.checking.kit.context import Context
from generators.model.area_map import AreaMap, TilePlace, is_approval
from generators.model.division import Level
from generators.model.grouping import grouped
from generators.model.outline import LEVELS, Outline, mapped_in
from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.record import Place
from generators.reading.quoting import quoted

OVERLAP_TOLERANCE: Final = 0.001
"""The share of the smaller outline that two may have in common: borders are never measured alike."""

GAP_TOLERANCE: Final = 0.001
"""The share of a mean outline that a gap between outlines may have."""

_MOST_NAMED: Final = 5

_REASONS: Final = {
    "Self-intersection": "边界自己相交",
    "Ring Self-intersection": "边界自己相交",
    "Hole lies outside shell": "洞在外环以外",
    "Holes are nested": "洞里又有洞",
    "Nested shells": "一块地方在另一块里面",
    "Interior is disconnected": "洞把里面隔断了",
    "Too few points in geometry component": "面积为零",
}


def missing_library(context: Context) -> Iterator[Problem]:
    """Borders need the library that simplifies them; without it they are neither checked nor drawn."""
    if context.dataset.outlines and not geometry.is_available():
        file = Place(context.dataset.outlines[0].place.file)
        yield problem("W184", file, "没有装 shapely，边界没有检查，也没有画")


def invalid_outlines(context: Context) -> Iterator[Problem]:
    """No outline crosses itself."""
    for outline, found in _crossings(context):
        reason = next((text for words, text in _REASONS.items() if found.reason == words), "边界不成立")
        detail = f"{context.division_name(outline.division)}的{reason}，在 [{found.x:g}, {found.y:g}] 附近"
        yield problem("E189", outline.place, detail)


def _crossings(context: Context) -> Iterator[tuple[Outline, geometry.Crossing]]:
    if geometry.is_available():
        for outline in context.dataset.outlines:
            found = geometry.crossing(outline.polygons)
            if found is not None:
                yield outline, found


def _by_level(context: Context) -> Iterator[dict[str, Outline]]:
    """Yield the outlines of each level by division, if all are valid; else they cannot be compared."""
    if not geometry.is_available() or any(_crossings(context)):
        return
    outlines = context.dataset.outlines
    for level in LEVELS:
        found = {each.division: each for each in outlines if _level(context, each.division) is level}
        if found:
            yield found


def _level(context: Context, division: str) -> Level:
    return context.dataset.divisions[division].level


def overlapping_outlines(context: Context) -> Iterator[Problem]:
    """Outlines of one level do not overlap, but for slivers."""
    for outlines in _by_level(context):
        shapes = {name: each.polygons for name, each in outlines.items()}
        for first, second, share in geometry.overlaps(shapes, OVERLAP_TOLERANCE):
            names = f"{context.division_name(second)}与{context.division_name(first)}"
            detail = f"{names}的边界重叠，占较小一个的{share:.1%}"
            yield problem("E186", outlines[second].place, detail)


def gaps_between_outlines(context: Context) -> Iterator[Problem]:
    """Outlines of one level leave no gap between them, but for slivers."""
    for outlines in _by_level(context):
        shapes = [each.polygons for each in outlines.values()]
        file = Place(next(iter(outlines.values())).place.file)
        for x, y in geometry.gaps(shapes, GAP_TOLERANCE):
            yield problem("W182", file, f"[{x:g}, {y:g}] 附近有一块不属于任何区划")


def divisions_without_outline(context: Context) -> Iterator[Problem]:
    """Where one division has an outline, those beside it have one too; else the area is shown as tiles."""
    outlines = {each.division: each.place for each in context.dataset.outlines}
    if context.damaged.intersection(place.file for place in outlines.values()):
        return  # what is lacking may be what could not be read
    for area, first, lacking in _lacking(context, outlines):
        detail = f"{context.division_name(area)}缺少{lacking}的边界，整个改用方格"
        yield problem("W181", outlines[first], detail)


def _lacking(context: Context, given: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """Yield each area in which some divisions are ``given`` and others not: its id, the first, the others."""
    dataset, day = context.dataset, context.as_of
    names = [name for name in given if name in dataset.divisions]
    for area, found in grouped((dataset.upper_on(day, name), name) for name in names).items():
        others = mapped_in(dataset, area, day) if area is not None else ()
        lacking = [context.division_name(name) for name in others if name not in found]
        if area is not None and lacking:
            more = f"等{len(lacking)}个" if len(lacking) > _MOST_NAMED else ""
            yield area, found[0], "、".join(lacking[:_MOST_NAMED]) + more


def invented_outlines(context: Context) -> Iterator[Problem]:
    """A map says that it is invented if, and only if, its divisions are."""
    record = context.dataset.area_map
    for outline in context.dataset.outlines if record is not None else ():
        is_invented = context.dataset.divisions[outline.division].fictional
        if record is not None and is_invented is not record.fictional:
            name = context.division_name(outline.division)
            detail = (
                f"{name}{'是虚构的，地图没有写' if is_invented else '不是虚构的，地图却写了'} fictional: true"
            )
            yield problem("E187", outline.place, detail)


def unapproved_maps(context: Context) -> Iterator[Problem]:
    """The borders of a public map are approved for publication; without that the public sees tiles."""
    record = context.dataset.area_map
    if record is None:
        return
    if record.map_approval is not None and not is_approval(record.map_approval):
        detail = f"{quoted(record.map_approval)}不像审图号，如 浙S(2026)12号"
        yield problem("E188", record.place("map_approval"), detail)
    elif context.dataset.outlines and context.public.shows(record) and not record.is_publishable:
        yield problem("W180", record.place(), "没有写 map_approval，公开版不出地图，改用方格；内部版照出")


def impossible_tiles(context: Context) -> Iterator[Problem]:
    """A tile is of a county or township, and has its place alone in the grid of its area."""
    record = context.dataset.area_map
    taken: dict[tuple[str | None, int, int], str] = {}
    for name, tile in _tiles(record):
        division = context.dataset.divisions.get(name)
        if record is None or division is None:
            continue
        place = record.place("tiles", name, of_key=True)
        if division.level not in LEVELS:
            yield problem("E184", place, f"{division.name}不是乡镇或县，没有方格")
            continue
        spot = (division.within, tile.row, tile.column)
        first = taken.setdefault(spot, division.name)
        if first != division.name:
            detail = f"第{tile.row}行第{tile.column}列已经是{first}的"
            yield problem("E184", place, detail)


def divisions_without_tile(context: Context) -> Iterator[Problem]:
    """Where one division has a tile with a place, those beside it have one too; else they follow below."""
    record = context.dataset.area_map
    for _, first, lacking in _lacking(context, [name for name, _ in _tiles(record)]):
        if record is not None:
            yield problem("W183", record.place("tiles", first, of_key=True), f"{lacking}没有写位置，排在最后")


def _tiles(record: AreaMap | None) -> Iterator[tuple[str, TilePlace]]:
    return iter(record.tiles.items()) if record is not None else iter(())
