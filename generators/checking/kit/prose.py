"""The parsed prose of a dataset: every passage with its calls."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generators.model.dataset import Dataset
from generators.model.document import AnyDocument
from generators.model.passages import Passage, passages_of
from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.prose import ParsedProse, ProseCall
from generators.model.record import Place
from generators.model.walk import records_of
from generators.reading.prose import parsed_prose


@dataclass(frozen=True, slots=True)
class ParsedPassage:
    """A passage with its parsed prose."""

    passage: Passage
    prose: ParsedProse

    def place_of(self, call: ProseCall) -> Place:
        """Return the place of a call in the passage."""
        return self.passage.place_of(call.start)

    def mistakes(self) -> Iterator[Problem]:
        """Yield E502 for every tag that is no call."""
        places = self.passage.places_of(tag.start for tag in self.prose.invalid)
        for tag, place in zip(self.prose.invalid, places, strict=True):
            yield problem("E502", place, tag.reason)


def documents_of(dataset: Dataset) -> Iterator[AnyDocument]:
    """Yield every document: bulletins, cases, then free pages."""
    yield from dataset.bulletins
    yield from dataset.cases
    yield from dataset.pages


def prose_of(dataset: Dataset) -> Iterator[ParsedPassage]:
    """Yield every non-empty passage of the dataset, parsed."""
    for passage in passages_of(records_of(dataset), documents_of(dataset)):
        yield ParsedPassage(passage, parsed_prose(passage.text))
