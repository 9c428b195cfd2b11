"""Footnotes of a document, which python-docx does not write: a part of their own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml.xmlchemy import BaseOxmlElement

from generators.publishing.word.blocks import Block, Body, Heading, Inline, Item, NoteMark, Paragraph, Table
from generators.publishing.word.runs import Runs, note_number, paragraph_of, run
from generators.publishing.word.styles import NOTE
from generators.publishing.word.xml import w

_SEPARATORS: Final[Mapping[int, str]] = {-1: "separator", 0: "continuationSeparator"}


def numbers_of_notes(body: Body) -> Mapping[str, int]:
    """Return the number of each note that the text of ``body`` refers to, in the order of the text."""
    marked = (each.note for block in body.blocks for each in _content(block) if isinstance(each, NoteMark))
    return {note: at for at, note in enumerate(dict.fromkeys(filter(body.notes.__contains__, marked)), 1)}


def _content(block: Block) -> Iterator[Inline]:
    match block:
        case Paragraph() | Heading() | Item():
            yield from block.content
        case Table():
            for row in block.rows:
                for cell in row:
                    for line in cell.lines:
                        yield from line
        case _:
            pass


def add_notes(document: Document, numbers: Mapping[str, int], body: Body, runs: Runs) -> None:
    """Add the numbered notes of ``body`` to ``document``, and the rule above them."""
    if not numbers:
        return
    element = w("footnotes")
    for number, kind in _SEPARATORS.items():
        element.append(w("footnote", paragraph_of(NOTE, w("r", w(kind))), type=kind, id=number))
    for note, number in numbers.items():
        content = runs.of(body.notes[note])
        element.append(w("footnote", paragraph_of(NOTE, note_number(), run(" "), *content), id=number))
    name = PackURI("/word/footnotes.xml")
    package = document.part.package
    part = XmlPart(name, CONTENT_TYPE.WML_FOOTNOTES, element, package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def note_settings() -> BaseOxmlElement:
    """Return the setting that names the two separators."""
    return w("footnotePr", *(w("footnote", id=number) for number in _SEPARATORS))
