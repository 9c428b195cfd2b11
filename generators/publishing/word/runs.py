"""Runs and paragraphs of a document: texts, marks of notes, pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final, TypeAlias, assert_never

from docx.oxml.xmlchemy import BaseOxmlElement

from generators.publishing.word.blocks import Inline, LineBreak, Look, NoteMark, Picture, Position, Text
from generators.publishing.word.measures import HEITI
from generators.publishing.word.styles import Style, fonts_element
from generators.publishing.word.xml import text_element, w

DrawPicture: TypeAlias = Callable[[Picture], "BaseOxmlElement | str"]
"""Returns the drawing of a picture, or a text to print in its place."""

NumberOf: TypeAlias = Callable[[str], "int | None"]
"""Returns the number of a note by its key, ``None`` if there is no such note."""

_PLAIN: Final = Look()
_VERTICAL: Final = {Position.SUPERSCRIPT: "superscript", Position.SUBSCRIPT: "subscript"}


class Runs:
    """Makes the runs of one document."""

    def __init__(self, draw: DrawPicture, number_of: NumberOf) -> None:
        """Draw pictures with ``draw``, and number notes by ``number_of``."""
        self._draw = draw
        self._number_of = number_of

    def paragraph(
        self, style: Style, content: Iterable[Inline], *properties: BaseOxmlElement
    ) -> BaseOxmlElement:
        """Return a paragraph of ``style`` with ``content``; ``properties`` go beyond the style, in order."""
        return paragraph_of(style, *self.of(content), properties=properties)

    def of(self, content: Iterable[Inline]) -> Iterator[BaseOxmlElement]:
        """Yield the runs of ``content``."""
        for each in content:
            match each:
                case Text(text, look):
                    yield run(text, look)
                case LineBreak():
                    yield w("r", w("br"))
                case NoteMark(note):
                    number = self._number_of(note)
                    if number is not None:
                        yield w("r", w("rPr", _raised()), w("footnoteReference", id=number))
                case Picture():
                    drawn = self._draw(each)
                    yield run(drawn) if isinstance(drawn, str) else w("r", drawn)
                case never:
                    assert_never(never)


def paragraph_of(
    style: Style, *runs: BaseOxmlElement, properties: Iterable[BaseOxmlElement] = ()
) -> BaseOxmlElement:
    """Return a paragraph of ``style`` with ``runs``; ``properties`` go beyond the style, in order."""
    return w("p", w("pPr", w("pStyle", val=style.id), *properties), *runs)


def run(text: str, look: Look = _PLAIN, *, font: str = "") -> BaseOxmlElement:
    """Return a run; tabs in ``text`` are tabs, and what is emphasised is in 黑体, as nothing is bold."""
    properties = []
    if font or look.is_emphasised:
        properties.append(fonts_element(font or HEITI))
    if look.is_struck:
        properties.append(w("strike"))
    if look.is_underlined:
        properties.append(w("u", val="single"))
    if look.position in _VERTICAL:
        properties.append(w("vertAlign", val=_VERTICAL[look.position]))
    parts: list[BaseOxmlElement] = []
    for at, part in enumerate(text.split("\t")):
        parts += [w("tab")] if at else []
        parts += [text_element(part)] if part else []
    return w("r", w("rPr", *properties) if properties else None, *parts)


def _raised() -> BaseOxmlElement:
    return w("vertAlign", val="superscript")


def note_number() -> BaseOxmlElement:
    """Return the run that shows the number of a note before its text."""
    return w("r", w("rPr", _raised()), w("footnoteRef"))
