"""Writes a bulletin as a Word document."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from itertools import groupby
from typing import Final, assert_never

from docx.document import Document
from docx.oxml.xmlchemy import BaseOxmlElement

from generators.publishing.word.blocks import (
    Block,
    Heading,
    Item,
    Paragraph,
    ParagraphKind,
    Rule,
    Table,
    Text,
)
from generators.publishing.word.body import body_of
from generators.publishing.word.imprint import imprint_of
from generators.publishing.word.masthead import head_of
from generators.publishing.word.measures import BODY
from generators.publishing.word.notes import add_notes, numbers_of_notes
from generators.publishing.word.package import bytes_of, describe, empty_document
from generators.publishing.word.pages import set_up, turn, turn_back
from generators.publishing.word.pictures import draws_into
from generators.publishing.word.runs import Runs, paragraph_of
from generators.publishing.word.styles import (
    BODY_TEXT,
    CAPTION,
    CODE,
    HEADINGS,
    HIDDEN,
    PICTURE,
    PLAIN,
    QUOTATION,
    SIGNATURE,
)
from generators.publishing.word.tables import is_wide, table_element
from generators.publishing.word.xml import POINT, w
from generators.rendering.paper import Paper

_STYLES: Final = {
    ParagraphKind.TEXT: BODY_TEXT,
    ParagraphKind.SIGNATURE: SIGNATURE,
    ParagraphKind.QUOTATION: QUOTATION,
    ParagraphKind.CODE: CODE,
    ParagraphKind.CAPTION: CAPTION,
    ParagraphKind.PICTURE: PICTURE,
}

_NARROWEST_MARKER: Final = 1.25
"""The room for the marker of an item, in characters."""


def word_document(paper: Paper, day: date, read: Callable[[str], bytes | None]) -> bytes:
    """Return ``paper`` as a .docx file dated ``day``; the same bytes for the same paper, day and pictures.

    ``read`` returns the bytes of an attachment that may be seen, by its path below the content.
    """
    document = empty_document()
    set_up(document)
    body = body_of(paper.body)
    numbers = numbers_of_notes(body)
    runs = Runs(draws_into(document, paper.document, read), numbers.get)
    writer = _Writer(document, runs)
    writer.add(head_of(paper, runs))
    for block_is_wide, blocks in groupby(body.blocks, lambda each: isinstance(each, Table) and is_wide(each)):
        writer.add_blocks(list(blocks), on_their_side=block_is_wide)
    writer.add([imprint_of(paper.imprint)])
    writer.add([paragraph_of(HIDDEN)])
    add_notes(document, numbers, body, runs)
    describe(document, paper.title, paper.issuer, day)
    return bytes_of(document)


class _Writer:
    """Adds to the end of a document."""

    def __init__(self, document: Document, runs: Runs) -> None:
        self._document = document
        self._runs = runs

    def add(self, elements: Iterator[BaseOxmlElement] | list[BaseOxmlElement]) -> None:
        """Add ``elements`` before the properties of the last section."""
        last = self._document.element.body[-1]
        for each in elements:
            last.addprevious(each)

    def add_blocks(self, blocks: list[Block], *, on_their_side: bool) -> None:
        """Add ``blocks``, on pages of their own if they lie on their side."""
        if on_their_side:
            turn(self._document)
        for block in blocks:
            self.add(list(_elements(block, self._runs)))
        if on_their_side:
            turn_back(self._document)


def _elements(block: Block, runs: Runs) -> Iterator[BaseOxmlElement]:
    match block:
        case Paragraph(kind, content):
            yield runs.paragraph(_STYLES[kind], content)
        case Heading(level, content):
            yield runs.paragraph(HEADINGS[min(max(level - 2, 0), len(HEADINGS) - 1)], content)
        case Item():
            yield _item(block, runs)
        case Table():
            yield table_element(block, runs)
            yield paragraph_of(HIDDEN, properties=[w("spacing", before=6 * POINT)])
        case Rule():
            edge = w("pBdr", w("bottom", val="single", sz="6", space="1", color="000000"))
            yield paragraph_of(PLAIN, properties=[edge])
        case never:
            assert_never(never)


def _item(item: Item, runs: Runs) -> BaseOxmlElement:
    left = (item.depth + 1) * 2 * BODY * POINT
    hanging = BODY * POINT * max(_NARROWEST_MARKER, (len(item.marker) + 1) / 2)
    tabs = w("tabs", w("tab", val="left", pos=left))
    indent = w(
        "ind",
        left=left,
        firstLineChars=0,
        **({"hanging": hanging} if item.marker else {"firstLine": 0}),
    )
    marker = (Text(f"{item.marker}\t"),) if item.marker else ()
    return runs.paragraph(BODY_TEXT, (*marker, *item.content), tabs, indent)
