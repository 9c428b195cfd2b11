"""Distributes the divisions of a board over pages: one page, or one per area if there are too many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generators.disclosing.publication import Publication
from generators.model.grouping import grouped


@dataclass(frozen=True, slots=True)
class BoardArea:
    """One page of a board: the area's ``rows``, and the areas below it that have their own pages (``parts``).

    All are ids of divisions. Every row is on exactly one page.
    """

    division: str
    rows: tuple[str, ...]
    parts: tuple[str, ...]


def board_areas(publication: Publication, owner: str, rows: Sequence[str], most: int) -> Iterator[BoardArea]:
    """Yield the pages of a board with these ``rows``: one page if they are at most ``most``.

    Otherwise the first page has the highest levels that fit together, and each area below has its remaining
    rows on pages of its own. An area that has no divisions between it and its rows has all of them on one
    page, however many.
    """
    if len(rows) <= most:
        yield BoardArea(owner, tuple(rows), ())
        return
    shown = _highest_levels(publication, rows, most)
    below: dict[str, list[str]] = {}
    for row in rows:
        if row in shown:
            continue
        part = _part_holding(publication, owner, row)
        if part is None:
            shown.add(row)
        else:
            below.setdefault(part, []).append(row)
    yield BoardArea(owner, tuple(row for row in rows if row in shown), tuple(below))
    for part, rest in below.items():
        yield from board_areas(publication, part, rest, most)


def _highest_levels(publication: Publication, rows: Sequence[str], most: int) -> set[str]:
    """Return the rows of the highest levels that are together at most ``most``; this may be none."""
    by_depth = grouped((publication.divisions[row].level.depth, row) for row in rows)
    shown: set[str] = set()
    for depth in sorted(by_depth):
        if len(shown) + len(by_depth[depth]) > most:
            break
        shown.update(by_depth[depth])
    return shown


def _part_holding(publication: Publication, area: str, division: str) -> str | None:
    """Return the area directly below ``area`` that contains the division; ``None`` if there is none."""
    chain = [each.id for each in publication.ancestors(division)]
    at = chain.index(area) if area in chain else 0
    return chain[at - 1] if at else None
