"""Canonical text: what a reader sees of a text, one way of writing for each character, with a map back.

Whatever hides a value from a pattern and not from a reader is undone here, in passes that are linear in the
length of the text: HTML, Markdown, entities, percent-encoding, variants of characters, numbers as programs
print them. The search then needs to know only one way of writing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from generators.checking.personal_data.characters import DROPPED, folded
from generators.checking.personal_data.edit import Edit
from generators.checking.personal_data.lines import soft_breaks
from generators.checking.personal_data.markup import emphasis, entities, tags
from generators.checking.personal_data.notations import percent_encoding, scientific_notation, unicode_escapes


@dataclass(frozen=True, slots=True)
class Canonical:
    """Character ``i`` of ``text`` stands for ``starts[i]`` to before ``ends[i]`` of the source."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]


def canonical(source: str) -> Canonical:
    """Return ``source`` as canonical text; a text that already is canonical is returned as it is."""
    found = Canonical(source, range(len(source)), range(1, len(source) + 1))
    for find_edits in _BEFORE_FOLDING:
        found = _edited(found, find_edits(found.text))
    found = _folded(found)
    for find_edits in _AFTER_FOLDING:
        found = _edited(found, find_edits(found.text))
    return found


def _edited(before: Canonical, edits: Iterable[Edit]) -> Canonical:
    """Return ``before`` with ``edits`` made, which are in order and do not overlap."""
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    moved: list[tuple[int, int]] = []
    done = 0
    for edit in edits:
        pieces += (before.text[done : edit.start], edit.text)
        starts += before.starts[done : edit.start]
        ends += before.ends[done : edit.start]
        starts += [before.starts[edit.start]] * len(edit.text)
        ends += [before.ends[edit.end - 1]] * len(edit.text)
        if edit.moved is not None:
            moved.append(edit.moved)
        done = edit.end
    if not done:
        return before
    pieces.append(before.text[done:])
    starts += before.starts[done:]
    ends += before.ends[done:]
    for start, end in moved:
        pieces += ("\n", before.text[start:end])
        starts += (before.starts[start], *before.starts[start:end])
        ends += (before.ends[start], *before.ends[start:end])
    return Canonical("".join(pieces), starts, ends)


def _folded(before: Canonical) -> Canonical:
    """Return ``before`` with each character in its canonical form, and without those that are not seen."""
    if before.text.isascii():
        return before
    text = folded(before.text)
    if DROPPED not in text:
        return Canonical(text, before.starts, before.ends)
    unseen = (
        Edit(at, at + 1, "")
        for at, (old, new) in enumerate(zip(before.text, text, strict=True))
        if new == DROPPED != old
    )
    return _edited(Canonical(text, before.starts, before.ends), unseen)


_BEFORE_FOLDING: Final[tuple[Callable[[str], Iterable[Edit]], ...]] = (
    tags,
    entities,
    entities,  # as in &amp;#49;
    percent_encoding,
    percent_encoding,  # as in %2531
    unicode_escapes,
    soft_breaks,
)
_AFTER_FOLDING: Final[tuple[Callable[[str], Iterable[Edit]], ...]] = (emphasis, scientific_notation)
"""In this order: entities may be within tags, strange characters within entities, and so on."""
