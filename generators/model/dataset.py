"""Everything that was read, assembled: the one argument of checking, measuring and disclosing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from generators.model.correction import Correction
from generators.model.division import Division
from generators.model.document import Bulletin, Case, Document, FreePage, Series
from generators.model.indicator import Indicator
from generators.model.programme import Programme
from generators.model.report import FiledReport
from generators.model.site import Site
from generators.model.source import Source
from generators.model.target import FiledTarget


@dataclass(frozen=True)
class Dataset:
    """The whole project as typed records; mappings and tuples are in file order, sorted by path."""

    site: Site
    series: Mapping[str, Series]
    sources: Mapping[str, Source]
    divisions: Mapping[str, Division]
    programmes: Mapping[str, Programme]
    targets: tuple[FiledTarget, ...]
    reports: tuple[FiledReport, ...]
    corrections: tuple[Correction, ...]
    bulletins: tuple[Document[Bulletin], ...]
    cases: tuple[Document[Case], ...]
    pages: tuple[Document[FreePage], ...]
    attachments: tuple[str, ...]

    @cached_property
    def indicators(self) -> Mapping[str, Indicator]:
        """Return every indicator by its address ``programme/indicator``."""
        return {
            f"{programme.id}/{name}": indicator
            for programme in self.programmes.values()
            for name, indicator in programme.indicators.items()
        }

    @cached_property
    def children(self) -> Mapping[str, tuple[str, ...]]:
        """Return the ids of the divisions directly within each division, in file order."""
        found: dict[str, list[str]] = {}
        for division in self.divisions.values():
            if division.within is not None:
                found.setdefault(division.within, []).append(division.id)
        return {parent: tuple(ids) for parent, ids in found.items()}

    def descendants(self, division: str) -> Iterator[str]:
        """Yield the ids of all divisions below ``division``, parents before their children."""
        for child in self.children.get(division, ()):
            yield child
            yield from self.descendants(child)
