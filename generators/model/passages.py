"""Every text in which figures and links may be called, wherever an editor writes one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generators.model.document import AnyDocument
from generators.model.names import Meaning
from generators.model.programme import Programme
from generators.model.record import Place, Record
from generators.model.visibility import is_public
from generators.model.walk import walk


@dataclass(frozen=True, slots=True)
class Passage:
    """A text, the place at which it begins, the programmes it is about, and whether the public may read it.

    ``is_body`` marks the Markdown of a page, in which the place of every character is known. Of a YAML
    scalar, which may be quoted or folded, only the beginning is known.
    """

    text: str
    place: Place
    programmes: tuple[str, ...]
    is_public: bool
    is_body: bool = False

    def place_of(self, offset: int) -> Place:
        """Return the place of the character at ``offset``; in a YAML scalar, where the scalar begins."""
        return next(self.places_of((offset,)))

    def places_of(self, offsets: Iterable[int]) -> Iterator[Place]:
        """Yield the place of each of ``offsets``, which must not decrease, in linear time."""
        return places_at(self.text, offsets, self.place) if self.is_body else (self.place for _ in offsets)


def place_at(text: str, offset: int, start: Place) -> Place:
    """Return the place of the character at ``offset`` of a text that begins at ``start``."""
    return next(places_at(text, (offset,), start))


def places_at(text: str, offsets: Iterable[int], start: Place) -> Iterator[Place]:
    """Yield the place of each of ``offsets``, which must not decrease, in time proportional to the text."""
    line, line_start, counted = start.line, 1 - start.column, 0
    for offset in offsets:
        breaks = text.count("\n", counted, offset)
        if breaks:
            line += breaks
            line_start = text.rfind("\n", counted, offset) + 1
        counted = offset
        yield Place(start.file, line, offset - line_start + 1)


def passages_of(records: Iterable[Record], documents: Iterable[AnyDocument]) -> Iterator[Passage]:
    """Yield all non-empty prose in records, then the non-empty bodies of documents."""
    for record in records:
        for text in walk(record, Meaning.PROSE):
            yield Passage(text.text, text.place, _programmes_of(record), is_public(*text.records))
    for document in documents:
        if document.body:
            programmes = _programmes_of(document.front)
            yield Passage(document.body, document.place, programmes, is_public(document.front), is_body=True)


def _programmes_of(record: Record) -> tuple[str, ...]:
    """Return the ids of the programmes that the prose of a record is about."""
    if isinstance(record, Programme):
        return (record.id,)
    return tuple(name.text for name in walk(record, Meaning.PROGRAMME))
