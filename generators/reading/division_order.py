"""The official order of a county's townships, as its ``county.yml`` lists them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, TypeVar

from generators.model.division import Division, Level
from generators.model.grouping import grouped
from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.record import Place
from generators.model.township import CountyFile
from generators.reading.field_names import probable_name
from generators.reading.quoting import quoted

_PARTS: Final = 2
"""The number of parts in the id of what lies directly in the folder of a county."""

Filed = TypeVar("Filed")


def order_problems(
    orders: Mapping[str, CountyFile], divisions: Mapping[str, Division], mentioned: Iterable[str]
) -> Iterator[Problem]:
    """Yield what is wrong with the lists of townships, by county: E485 unknown or repeated, W486 left out."""
    known = {*mentioned}
    for county, file in orders.items():
        listed = _listed(county, file)
        for at, name in enumerate(listed):
            place = file.place("order", at)
            found = divisions.get(name)
            if found is None and name not in known:
                yield problem("E485", place, f"没有{quoted(name)}{_meant(name, county, divisions)}")
            elif found is not None and (found.level is not Level.TOWNSHIP or found.within != county):
                yield problem(
                    "E485", place, f"“{found.name}”不是{divisions[county].name}的{Level.TOWNSHIP.text}"
                )
            elif name in listed[:at]:
                yield problem("E485", place, f"{quoted(name)}重复列出")
        if listed:
            yield from _left_out(divisions, county, listed, file.place("order"))


def _listed(county: str, file: CountyFile) -> list[str]:
    return [name if "/" in name else f"{county}/{name}" for name in file.order]


def _meant(name: str, county: str, divisions: Mapping[str, Division]) -> str:
    """Return which township of the county ``name`` may stand for, as the list names it; empty if unclear."""
    townships = {
        each.id.removeprefix(f"{county}/"): each.name
        for each in divisions.values()
        if each.within == county and each.level is Level.TOWNSHIP
    }
    near = probable_name(name.removeprefix(f"{county}/"), tuple(townships))
    return f"；是不是想写 {near}（{townships[near]}）？" if near else ""


def _left_out(
    divisions: Mapping[str, Division], county: str, listed: list[str], place: Place
) -> Iterator[Problem]:
    names = [
        each.name
        for each in divisions.values()
        if each.within == county
        and each.level is Level.TOWNSHIP
        and each.end is None
        and each.id not in listed
    ]
    if names:
        yield problem("W486", place, f"没有列出{'、'.join(names)}，排在最后")


def in_official_order(
    divisions: Mapping[str, Division], orders: Mapping[str, CountyFile]
) -> dict[str, Division]:
    """Return the divisions with the townships of each county in the order of its list, then the others.

    A township is followed by its villages. A county without a list keeps the order of its folders.
    """
    places = {name: at for county, file in orders.items() for at, name in enumerate(_listed(county, file))}
    upper = {name: each for name, each in divisions.items() if "/" not in name}
    blocks = grouped((_block(divisions, name), name) for name in divisions if name not in upper)
    lower = (
        name
        for block in blocks.values()
        for name in sorted(block, key=lambda each: places.get(_top(each), len(places)))
    )
    return {**upper, **{name: divisions[name] for name in lower}}


def _top(name: str) -> str:
    """Return the id of the township that a division is or whose folder it stands in."""
    return "/".join(name.split("/")[:_PARTS])


def _block(divisions: Mapping[str, Division], name: str) -> str:
    """Return the county among whose divisions one is listed: where its township lies now."""
    top = divisions.get(_top(name))
    return name.partition("/")[0] if top is None or top.within is None else top.within


def by_division(
    divisions: Iterable[str], filed: Iterable[Filed], division: Callable[[Filed], str]
) -> list[Filed]:
    """Return what was filed in the order of the divisions, that of each in the order of its file."""
    ranks = {name: rank for rank, name in enumerate(divisions)}
    return sorted(filed, key=lambda each: ranks.get(division(each), len(ranks)))
