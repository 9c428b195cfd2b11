"""All sections of the site, in the order of their pages.

Each section is defined at the end of the module that composes its pages.
"""

from __future__ import annotations

from typing import Final

from generators.composing.boards import pages as boards
from generators.composing.cards import pages as cards
from generators.composing.changes import pages as changes
from generators.composing.closings import pages as closings
from generators.composing.commitments import pages as commitments
from generators.composing.compare import pages as compare
from generators.composing.comparisons import pages as growth
from generators.composing.consequences import pages as consequences
from generators.composing.divisions import pages as divisions
from generators.composing.documents import bulletins, cases, free_pages, tags
from generators.composing.figures import sources
from generators.composing.inspections import pages as inspections
from generators.composing.kit.section import Section
from generators.composing.ledgers import pages as ledgers
from generators.composing.programmes import pages as programmes
from generators.composing.rankings import pages as rankings
from generators.composing.remarks import pages as remarks
from generators.composing.site import home, methods, open_data, quality, self_check, sitemap
from generators.composing.tiers import pages as tiers

SECTIONS: Final[tuple[Section, ...]] = (
    home.SECTION,
    programmes.SECTION,
    boards.SECTION,
    rankings.SECTION,
    remarks.SECTION,
    ledgers.SECTION,
    commitments.SECTION,
    inspections.SECTION,
    tiers.SECTION,
    consequences.SECTION,
    growth.SECTION,
    changes.SECTION,
    closings.SECTION,
    divisions.SECTION,
    cards.SECTION,
    compare.SECTION,
    bulletins.SECTION,
    cases.SECTION,
    tags.SECTION,
    sources.SECTION,
    methods.SECTION,
    quality.SECTION,
    open_data.SECTION,
    free_pages.SECTION,
    self_check.SECTION,
    sitemap.SECTION,  # last, since it lists the pages of all others
)
