"""A project, read for slips of writing, and mended where that is safe."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generators.model.glossary import contradictions
from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.record import Place
from generators.proofreading.files import replace_text, text_of
from generators.proofreading.passages import Passage, passages
from generators.proofreading.slip import Slip
from generators.proofreading.slips import Proofreader
from generators.reading.load import read_glossary
from generators.reading.masking import masked
from generators.reading.project_files import ProjectFile


@dataclass(frozen=True, slots=True)
class Proofread:
    """What was mended (only asked to), and what is left, each sorted by place."""

    mended: tuple[Problem, ...]
    left: tuple[Problem, ...]


def proofreader_of(project: Path) -> Proofreader:
    """Return the rules of the project at ``project``; entries of its glossary that E701 refuses are out."""
    glossary = read_glossary(project)
    refused = {id(entry) for entry, _ in contradictions(glossary)}
    return Proofreader(entry for entry in glossary if id(entry) not in refused)


def proofread(files: Iterable[ProjectFile], proofreader: Proofreader, *, fix: bool = False) -> Proofread:
    """Return the slips of ``files``; with ``fix`` those that are safe to mend are mended in the files.

    Raises ``OSError`` where a file cannot be written; those before it are mended by then.
    """
    mended: list[Problem] = []
    left: list[Problem] = []
    for file in files:
        text = text_of(file)
        if text is None:
            continue
        if fix:
            after = mended_text(text, file.file, proofreader)
            if after != text:
                found = _problems(text, file.file, proofreader)
                mended += (each for each, slip in found if slip.right is not None)
                replace_text(file, after)
                text = after
        left += (each for each, _ in _problems(text, file.file, proofreader))
    return Proofread(tuple(sorted(mended)), tuple(sorted(left)))


def mended_text(text: str, file: str, proofreader: Proofreader) -> str:
    """Return the text of a file mended; keys, structure, figures and everything that is no prose stay.

    Where mending would change what the file's YAML is made of, the text is returned as it is.
    """
    after = text
    for passage in reversed(passages(text, file)):
        before = text[passage.start : passage.end]
        right = proofreader.mended(before, is_markdown=passage.is_markdown)
        after = after[: passage.start] + right + after[passage.end :]
    return after if _outline(after, file) == _outline(text, file) else text


def _outline(text: str, file: str) -> tuple[object, ...]:
    """Return what must not change: the text between the passages of prose, and which those are."""
    found = passages(text, file)
    edges = [0, *(edge for passage in found for edge in (passage.start, passage.end)), len(text)]
    return tuple(text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))


def _problems(text: str, file: str, proofreader: Proofreader) -> Iterator[tuple[Problem, Slip]]:
    for passage in passages(text, file):
        for slip in _slips(text, passage, proofreader):
            place = _place(text, passage.start + slip.start, file)
            yield problem(slip.code, place, masked(slip.detail)), slip


def _slips(text: str, passage: Passage, proofreader: Proofreader) -> tuple[Slip, ...]:
    return proofreader.slips(text[passage.start : passage.end], is_markdown=passage.is_markdown)


def _place(text: str, offset: int, file: str) -> Place:
    line_start = text.rfind("\n", 0, offset) + 1
    return Place(file, text.count("\n", 0, offset) + 1, offset - line_start + 1)
