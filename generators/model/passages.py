"""Passages: every text of a project that may contain calls of figures and links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from generators.model.document import Bulletin, Case, Document, FreePage
from generators.model.programme import Programme, framework_nodes
from generators.model.record import Place
from generators.model.scalars import Disclosure

AnyDocument: TypeAlias = Document[Bulletin] | Document[Case] | Document[FreePage]


@dataclass(frozen=True, slots=True)
class Passage:
    """A text, the place at which it begins, the programmes it is about, and its disclosure.

    ``is_body`` marks the Markdown of a page, in which the place of every character is known. Of a YAML
    scalar, which may be quoted or folded, only the beginning is known.
    """

    text: str
    place: Place
    programmes: tuple[str, ...]
    disclosure: Disclosure
    is_body: bool = False

    def place_of(self, offset: int) -> Place:
        """Return the place of the character at ``offset``; in a YAML scalar, where the scalar begins."""
        return place_at(self.text, offset, self.place) if self.is_body else self.place


def place_at(text: str, offset: int, start: Place) -> Place:
    """Return the place of the character at ``offset`` of a text that begins at ``start``."""
    lines = text.count("\n", 0, offset)
    if lines == 0:
        return Place(start.file, start.line, start.column + offset)
    return Place(start.file, start.line + lines, offset - text.rfind("\n", 0, offset))


def passages_of(programmes: Iterable[Programme], documents: Iterable[AnyDocument]) -> Iterator[Passage]:
    """Yield every non-empty text of programmes and documents."""
    for programme in programmes:
        yield from (each for each in _passages_of_a_programme(programme) if each.text)
    for document in documents:
        yield from (each for each in _passages_of_a_document(document) if each.text)


def _passages_of_a_programme(programme: Programme) -> Iterator[Passage]:
    texts = [(programme.summary, programme.place("summary"))]
    texts += [(node.text, node.place("text")) for node in framework_nodes(programme)]
    texts += [(rule.text, rule.place("text")) for rule in programme.rules]
    for text, place in texts:
        yield Passage(text, place, (programme.id,), programme.disclosure)
    for consequence in programme.consequences.values():
        disclosures = (programme.disclosure, consequence.disclosure)
        disclosure = Disclosure.INTERNAL if Disclosure.INTERNAL in disclosures else Disclosure.PUBLIC
        yield Passage(consequence.text, consequence.place("text"), (programme.id,), disclosure)


def _passages_of_a_document(document: AnyDocument) -> Iterator[Passage]:
    front = document.front
    programmes: tuple[str, ...] = ()
    fields: dict[str, str] = {}
    if isinstance(front, Bulletin):
        programmes, fields = front.programmes, {"summary": front.summary, "editor_note": front.editor_note}
    elif isinstance(front, Case):
        programmes, fields = (front.programme,), {"summary": front.summary}
    for name, text in fields.items():
        yield Passage(text, front.place(name), programmes, front.disclosure)
    yield Passage(document.body, document.place, programmes, front.disclosure, is_body=True)
