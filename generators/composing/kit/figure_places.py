"""Where a figure stands: on its document's page, or on a page of that document for one indicator.

A return in which a thousand places report a dozen figures would be a page of several megabytes. What is
decided here depends only on how much an audience sees of the document, never on the order of the figures.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from generators.composing.kit import urls
from generators.disclosing.publication import Publication

ON_ONE_PAGE: Final = 500
"""With more figures than this a document has a page for each indicator."""

OF_ONE_INDICATOR: Final = 2000
"""With more figures of one indicator than this, from several counties, it has a page for each of them."""


def figure_anchor(address: str, division: str, suffix: str) -> str:
    """Return the anchor of one figure on its source's page, unique within the site.

    No slug holds ``.`` or ``_``, so different figures never run together into one anchor.
    """
    return ".".join(part for part in (address, division, suffix) if part).replace("/", "_").lower()


def area_of(division: str) -> str:
    """Return the county that a township or village lies in; any other division is its own."""
    return division.partition("/")[0]


@dataclass(frozen=True)
class FigurePlaces:
    """The pages of every document, as far as one Publication shows them."""

    publication: Publication

    def page(self, document: str, address: str, division: str) -> str:
        """Return the address of the page where ``division``'s figures for an indicator stand.

        ``address`` is ``programme/indicator``.
        """
        if not self.is_divided(document):
            return urls.source(document)
        if not self.is_divided_by_area(document, address):
            return urls.figures_of_source(document, address)
        return urls.figures_of_source(document, address, area_of(division))

    def figure(self, document: str, address: str, division: str, suffix: str) -> str:
        """Return the address of one figure; ``suffix`` tells it from others of its place and indicator."""
        return f"{self.page(document, address, division)}#{figure_anchor(address, division, suffix)}"

    def is_divided(self, document: str) -> bool:
        """Return whether the document has a page for each indicator."""
        return self._in_document[document] > ON_ONE_PAGE

    def is_divided_by_area(self, document: str, address: str) -> bool:
        """Return whether an indicator of the document has a page for each county."""
        areas = self._by_area.get((document, address), Counter())
        return self.is_divided(document) and len(areas) > 1 and sum(areas.values()) > OF_ONE_INDICATOR

    @cached_property
    def _by_area(self) -> Mapping[tuple[str, str], Counter[str]]:
        found: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        for document, address, division in self._cited():
            found[document, address][area_of(division)] += 1
        return found

    @cached_property
    def _in_document(self) -> Counter[str]:
        return Counter(document for document, _, _ in self._cited())

    def _cited(self) -> Iterator[tuple[str, str, str]]:
        """Yield document, indicator and division of every figure."""
        for filed in self.publication.targets:
            if filed.target.source is not None:
                yield filed.target.source.document, filed.target.indicator, filed.division
        for observation in self.publication.observations:
            if observation.report.source is not None:
                yield observation.report.source.document, observation.indicator, observation.division
