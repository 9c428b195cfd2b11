"""The facets of pages, by which a reader limits a search: kind, programme, place, year and audience.

They follow from the address of a page and the record that it is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import count
from typing import Final

from generators.composing.kit import urls
from generators.composing.kit.page import Facets, Page
from generators.composing.kit.section import Section
from generators.composing.kit.urls import path_of
from generators.disclosing.publication import Publication
from generators.model.visibility import is_public

_PERIOD: Final = re.compile(r"(?P<year>\d{4})(?:-(?:\d{2}|[qh]\d))?", re.IGNORECASE)
"""Matches the part of an address that is a period: 2026, 2026-09, 2026-q3."""


def with_facets(
    publication: Publication, pages: Iterable[Page], section_of: Mapping[str, Section]
) -> tuple[Page, ...]:
    """Return the pages with their facets; ``section_of`` is by address of a page."""
    known = _Known(publication)
    return tuple(replace(page, facets=_facets(known, page, section_of[page.address])) for page in pages)


def _facets(known: _Known, page: Page, section: Section) -> Facets:
    found = known.of_record.get(page.address)
    return replace(found or known.of_address(page.address, section), kind=section.words)


@dataclass(frozen=True)
class _Known:
    """What is asked of the publication for each page."""

    publication: Publication

    @cached_property
    def of_record(self) -> Mapping[str, Facets]:
        """Return the facets of documents and rounds of inspection by the address of their page."""
        publication = self.publication
        found: dict[str, Facets] = {}
        for bulletin in publication.bulletins:
            front = bulletin.front
            found[urls.bulletin(bulletin.id)] = self._named(
                front.programmes, front.divisions, [front.date], is_internal=not is_public(front)
            )
        for case in publication.cases:
            found[urls.case(case.id)] = self._named(
                [case.front.programme],
                [case.front.division],
                [case.front.date],
                is_internal=not is_public(case.front),
            )
        for name, record in publication.inspection_records.items():
            for each in record.rounds:
                inspection = each.inspection
                found[urls.inspection(inspection.id)] = self._named(
                    [name],
                    (),
                    [inspection.start, inspection.end],
                    is_internal=not is_public(inspection, publication.programmes[name]),
                )
        return found

    def of_address(self, address: str, section: Section) -> Facets:
        """Return the facets of a page that is about no document: what its address names."""
        below = path_of(address).removeprefix(path_of(section.address)).removesuffix("/")
        parts = below.split("/")
        programme = self.publication.programmes.get(parts[0])
        period = _PERIOD.fullmatch(parts[-1])
        return Facets(
            programmes=(programme.short_name,) if programme is not None else (),
            places=self._places([below]),
            years=(period["year"],) if period is not None else (),
            is_internal=not is_public(programme),
        )

    def _named(
        self,
        programmes: Iterable[str | None],
        divisions: Iterable[str],
        days: Iterable[date | None],
        *,
        is_internal: bool,
    ) -> Facets:
        found = (self.publication.programmes.get(name or "") for name in programmes)
        return Facets(
            programmes=tuple(each.short_name for each in found if each is not None),
            places=self._places(divisions),
            years=tuple(dict.fromkeys(str(day.year) for day in days if day is not None)),
            is_internal=is_internal,
        )

    def _places(self, divisions: Iterable[str]) -> tuple[str, ...]:
        """Return the names of the places that a reader can choose, in which ``divisions`` lie."""
        lines = (self._line(each) for each in divisions if each in self.publication.divisions)
        found = (line[self._level] for line in lines if len(line) > self._level)
        return tuple(dict.fromkeys(self.publication.divisions[each].name for each in found))

    def _line(self, division: str) -> Sequence[str]:
        """Return a division and those around it, the largest first."""
        return tuple(self.publication.upwards(division))[::-1]

    @cached_property
    def _level(self) -> int:
        """Return how many levels lie above the first on which there are several places to choose from."""
        lines = [self._line(each) for each in self.publication.divisions]
        return next(level for level in count() if len(set(_on(level, lines))) != 1)


def _on(level: int, lines: Iterable[Sequence[str]]) -> Iterator[str]:
    return (line[level] for line in lines if len(line) > level)
