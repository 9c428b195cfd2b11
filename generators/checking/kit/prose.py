"""The parsed prose of a dataset: every passage with its calls."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generators.model.dataset import Dataset
from generators.model.document import AnyDocument
from generators.model.passages import Passage, passages_of
from generators.model.problem import Problem
from generators.model.walk import records_of
from generators.reading.prose import ProseCall, prose_calls


@dataclass(frozen=True, slots=True)
class ParsedPassage:
    """A passage with its calls; ``stripped`` is its text with blanks for calls, ``mistakes`` are E502."""

    passage: Passage
    stripped: str
    calls: tuple[ProseCall, ...]
    mistakes: tuple[Problem, ...]


def documents_of(dataset: Dataset) -> Iterator[AnyDocument]:
    """Yield every document: bulletins, cases, then free pages."""
    yield from dataset.bulletins
    yield from dataset.cases
    yield from dataset.pages


def prose_of(dataset: Dataset) -> Iterator[ParsedPassage]:
    """Yield every non-empty passage of the dataset, parsed."""
    for passage in passages_of(records_of(dataset), documents_of(dataset)):
        read = prose_calls(passage.text, passage.place)
        calls = tuple(replace(call, place=passage.place_of(call.start)) for call in read.calls)
        mistakes = read.problems
        if not passage.is_body:
            mistakes = tuple(replace(mistake, place=passage.place) for mistake in mistakes)
        yield ParsedPassage(passage, read.stripped, calls, mistakes)
