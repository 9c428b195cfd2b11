"""Divides the pages of a site into units of work: those of one county, or of the area as a whole.

This is the one way of dividing, for processes on this machine and for the workers of a cluster alike.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from generators.composing.kit import urls
from generators.composing.kit.urls import path_of

_DIVISIONS: Final = path_of(urls.DIVISIONS)
_SOURCES: Final = path_of(urls.SOURCES)
_DOCUMENTS: Final = tuple(map(path_of, (urls.BULLETINS, urls.CASES, urls.CARDS)))

_UNITS_PER_WORKER: Final = 16
"""So many at least that no worker is idle for long at the end."""

_LARGEST: Final = 250
"""The largest work of a unit, so that what a worker caches meanwhile stays small."""

_OF_ONE_PLACE: Final = 1
_OF_A_DOCUMENT: Final = 2
_OF_MANY_PLACES: Final = 5
_OF_THE_AREA: Final = 20
_LEVELS_OF_A_VILLAGE: Final = 3


@dataclass(frozen=True, slots=True)
class Unit:
    """Pages that one worker makes at a time: the paths of their Markdown, and the ``county`` they are of.

    ``county`` is the id of the division, empty for pages of the area as a whole. ``number`` tells apart the
    units of a site; the lower, the earlier it should be made.
    """

    number: int
    county: str
    paths: tuple[str, ...]


def divided(paths: Sequence[str], workers: int) -> tuple[Unit, ...]:
    """Return the pages with ``paths`` in units for so many ``workers``, those of the largest pages first.

    A unit holds pages of one county; counties that are large are several. Counties of one page, and cities
    and provinces, which have no more, are with the area as a whole.
    """
    sizes = Counter(_division_of(path) for path in paths)
    counties = {path: county if sizes[county := _division_of(path)] > 1 else "" for path in paths}
    total = sum(map(_work_of, paths))
    most = min(_LARGEST, max(_OF_THE_AREA, total // (workers * _UNITS_PER_WORKER)))
    ordered = sorted(paths, key=counties.__getitem__)  # the area first; sorting keeps the order within
    parts = [
        (county, part)
        for county, pages in groupby(ordered, counties.__getitem__)
        for part in _cut(pages, most)
    ]
    parts.sort(key=lambda part: (part[0] != "", -max(map(_work_of, part[1]))))
    return tuple(Unit(number, county, part) for number, (county, part) in enumerate(parts))


def easiest(paths: Sequence[str]) -> int:
    """Return the index of the page that takes the least time to make, the first of several; they are some."""
    return min(range(len(paths)), key=lambda at: _work_of(paths[at]))


def _division_of(path: str) -> str:
    """Return the id of the county, city or province whose page, or one below it, has ``path``; else empty."""
    below = path.removeprefix(_DIVISIONS)
    return below.partition("/")[0].removesuffix(".md") if below != path else ""


def _work_of(path: str) -> int:
    """Return about how long a page takes to make: 1 for that of a village."""
    if path.startswith(_DOCUMENTS):
        return _OF_A_DOCUMENT
    if path.startswith(_SOURCES):
        return _OF_MANY_PLACES
    if path.startswith(_DIVISIONS):
        levels = path.removeprefix(_DIVISIONS).count("/") + 1
        return _OF_ONE_PLACE if levels >= _LEVELS_OF_A_VILLAGE else _OF_MANY_PLACES
    return _OF_THE_AREA


def _cut(paths: Iterable[str], most: int) -> list[tuple[str, ...]]:
    """Return ``paths`` cut into parts whose work is at most ``most``, unless one page alone is more."""
    parts: list[tuple[str, ...]] = []
    part: list[str] = []
    work = 0
    for path in sorted(paths, key=_work_of, reverse=True):
        if part and work + _work_of(path) > most:
            parts.append(tuple(part))
            part, work = [], 0
        part.append(path)
        work += _work_of(path)
    return [*parts, tuple(part)]
