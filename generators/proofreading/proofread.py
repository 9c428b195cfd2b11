"""Proofreads the files of a project, and corrects them if asked to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generators.model.glossary import contradictions
from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.record import Place
from generators.proofreading.default_terms import with_default_terms
from generators.proofreading.files import replace_text, text_of
from generators.proofreading.passages import Passage, passages
from generators.proofreading.slip import Slip
from generators.proofreading.slips import Proofreader
from generators.reading.load import read_glossary
from generators.reading.masking import masked
from generators.reading.project_files import ProjectFile


@dataclass(frozen=True, slots=True)
class Proofread:
    """The slips that were corrected (with ``fix`` only) and those that remain, each sorted by place."""

    mended: tuple[Problem, ...]
    left: tuple[Problem, ...]


def proofreader_of(project: Path) -> Proofreader:
    """Return a proofreader with our glossary and that of the project, without the entries that are E701."""
    glossary = read_glossary(project)
    refused = {id(entry) for entry, _ in contradictions(glossary)}
    return Proofreader(with_default_terms(each for each in glossary if id(each) not in refused))


def proofread(files: Iterable[ProjectFile], proofreader: Proofreader, *, fix: bool = False) -> Proofread:
    """Return the slips of ``files``; with ``fix``, correct the safe ones in the files.

    Raises ``OSError`` if a file cannot be written; the files before it have then been corrected. Files
    that are not UTF-8 are skipped.
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
    """Return the corrected text of a file; everything that is not prose is unchanged.

    A passage whose correction would change the structure of the file's YAML stays as it is.
    """
    found = passages(text, file)
    outline = _outline(text, file)
    after = _with_passages_mended(text, found, proofreader)
    if _outline(after, file) == outline:
        return after
    after = text
    for passage in reversed(found):
        mended = _with_passages_mended(after, (passage,), proofreader)
        if _outline(mended, file) == outline:
            after = mended
    return after


def _with_passages_mended(text: str, found: Iterable[Passage], proofreader: Proofreader) -> str:
    """Return ``text`` with the passages ``found``, which are in order, corrected."""
    pieces: list[str] = []
    done = 0
    for passage in found:
        before = text[passage.start : passage.end]
        pieces += (text[done : passage.start], proofreader.mended(before, is_markdown=passage.is_markdown))
        done = passage.end
    return "".join([*pieces, text[done:]])


def _outline(text: str, file: str) -> tuple[object, ...]:
    """Return what a correction must not change: the pieces of text between the passages."""
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
