"""Decides on which page a figure is: that of its document, or a page of the document for one indicator.

One page for a document in which a thousand divisions report a dozen figures would have several megabytes.
The decision depends on the number of figures that an audience sees, never on their order.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from generators.composing.kit import urls
from generators.disclosing.publication import Publication

ON_ONE_PAGE: Final = 500
"""With more figures than this a document has a page for each indicator."""

OF_ONE_INDICATOR: Final = 2000
"""With more figures of one indicator than this, from several counties, it has a page for each county."""


def figure_anchor(address: str, division: str, suffix: str) -> str:
    """Return the anchor of one figure on its source's page, unique within the site.

    Slugs contain neither ``.`` nor ``_``, so different figures never have the same anchor.
    """
    return ".".join(part for part in (address, division, suffix) if part).replace("/", "_").lower()


def area_of(division: str) -> str:
    """Return the county of a township or village; for other divisions the division itself."""
    return division.partition("/")[0]


@dataclass(frozen=True)
class FigurePlaces:
    """The pages of figures of all documents in one Publication."""

    publication: Publication

    def page(self, document: str, address: str, division: str) -> str:
        """Return the address of the page with ``division``'s figures for an indicator.

        ``address`` is ``programme/indicator``.
        """
        if not self.is_divided(document):
            return urls.source(document)
        if not self.is_divided_by_area(document, address):
            return urls.figures_of_source(document, address)
        return urls.figures_of_source(document, address, area_of(division))

    def figure(self, document: str, address: str, division: str, suffix: str) -> str:
        """Return the address of a figure; ``suffix`` distinguishes those of one division and indicator."""
        return f"{self.page(document, address, division)}#{figure_anchor(address, division, suffix)}"

    def is_divided(self, document: str) -> bool:
        """Whether the document has a page for each indicator."""
        return document in self._divided

    def is_divided_by_area(self, document: str, address: str) -> bool:
        """Whether an indicator of the document has a page for each county."""
        return (document, address) in self._divided_by_area

    @cached_property
    def _divided(self) -> frozenset[str]:
        figures = Counter(document for document, _, _ in self._cited())
        return frozenset(document for document, count in figures.items() if count > ON_ONE_PAGE)

    @cached_property
    def _divided_by_area(self) -> frozenset[tuple[str, str]]:
        found: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        for document, address, division in self._cited():
            if document in self._divided:
                found[document, address][area_of(division)] += 1
        return frozenset(
            key for key, areas in found.items() if len(areas) > 1 and sum(areas.values()) > OF_ONE_INDICATOR
        )

    def _cited(self) -> Iterator[tuple[str, str, str]]:
        """Yield (document, indicator, division) of every figure with a source."""
        for filed in self.publication.targets:
            if filed.target.source is not None:
                yield filed.target.source.document, filed.target.indicator, filed.division
        for observation in self.publication.all_observations:
            if observation.report.source is not None:
                yield observation.report.source.document, observation.indicator, observation.division
