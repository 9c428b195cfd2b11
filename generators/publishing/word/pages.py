"""The pages of a document: size, margins, grid, page numbers."""

from __future__ import annotations

from typing import Final

from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.shared import Mm, Pt

from generators.publishing.word.measures import (
    BOTTOM,
    INNER,
    OUTER,
    PAGE,
    PITCH,
    POINTS_IN_MM,
    TAIL,
    TOP,
    TRACKING,
)
from generators.publishing.word.runs import paragraph_of, run
from generators.publishing.word.styles import FOLIO_EVEN, FOLIO_ODD, Style
from generators.publishing.word.xml import POINT, w

_BELOW: Final = 7
"""Millimetres from the type area to the page number."""


_GUTTER: Final = 8
"""Millimetres of the inner margin that are for binding.

LibreOffice lets the imprint float only if it is not as wide as the text and this together.
"""


def set_up(document: Document) -> None:
    """Give the first section of ``document`` its upright pages with page numbers."""
    section = document.sections[0]
    _upright(section)
    for footer, style in ((section.footer, FOLIO_ODD), (section.even_page_footer, FOLIO_EVEN)):
        footer.is_linked_to_previous = False
        element = footer._element  # noqa: SLF001 - python-docx has no other way to a paragraph without run
        for each in list(element):
            element.remove(each)
        element.append(_folio(style))


def turn(document: Document) -> None:
    """Begin pages that lie on their side: the margins turn with the sheet."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(PAGE[1]), Mm(PAGE[0])
    section.top_margin, section.right_margin = Mm(INNER), Mm(BOTTOM)
    section.bottom_margin, section.left_margin = Mm(OUTER), Mm(TOP)
    section.footer_distance = _folio_distance(OUTER)
    _set_grid(section)


def turn_back(document: Document) -> None:
    """Begin upright pages again."""
    _upright(document.add_section(WD_SECTION.NEW_PAGE))


def _upright(section: Section) -> None:
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(PAGE[0]), Mm(PAGE[1])
    section.top_margin, section.bottom_margin = Mm(TOP), Mm(BOTTOM)
    section.left_margin, section.right_margin = Mm(INNER - _GUTTER), Mm(OUTER)
    section.gutter = Mm(_GUTTER)
    section.header_distance = Mm(TOP / 2)
    section.footer_distance = _folio_distance(BOTTOM)
    _set_grid(section)


def _folio_distance(margin: float) -> Pt:
    """Return the distance of the page number from the edge of the sheet, where ``margin`` mm are below."""
    return Pt((margin - _BELOW) * POINTS_IN_MM - TAIL)


def _set_grid(section: Section) -> None:
    """Set the grid of 22 lines with 28 characters; its characters are counted in 4096ths of a point."""
    element = section._sectPr  # noqa: SLF001 - python-docx knows no grid
    for each in element.findall(w("docGrid").tag):
        element.remove(each)
    element.append(w("docGrid", type="lines", linePitch=PITCH * POINT, charSpace=TRACKING * 4096))


def _folio(style: Style) -> BaseOxmlElement:
    """Return — 1 —, whose number is that of the page."""
    return paragraph_of(
        style,
        run("— "),
        w("r", w("fldChar", fldCharType="begin")),
        w("r", _instruction(" PAGE ")),
        w("r", w("fldChar", fldCharType="separate")),
        run("1"),
        w("r", w("fldChar", fldCharType="end")),
        run(" —"),
    )


def _instruction(text: str) -> BaseOxmlElement:
    element = w("instrText")
    element.text = text
    return element
