"""Readers of ``content/``: bulletins, cases and free pages, whose paths must match their front matter."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final, TypeVar

from generators.model.document import Bulletin, Case, Document, FreePage
from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.record import Place
from generators.reading.data_files import read_page
from generators.reading.memory import read_once
from generators.reading.outcome import Outcome
from generators.reading.page_markup import markup_limit_problems, refused_markup
from generators.reading.project_files import ProjectFile
from generators.reading.quoting import quoted
from generators.reading.validation import slug_problem, to_record

FrontMatter = TypeVar("FrontMatter", Bulletin, Case, FreePage)

UNDATED: Final = "undated"
"""The folder of bulletins without a date."""


def _document_id(file: ProjectFile, depth: int) -> str:
    """Return the path of a page without its first ``depth`` parts and its suffix."""
    return "/".join(file.parts[depth:]).removesuffix(".md")


def _name_problems(file: ProjectFile, depth: int) -> Iterator[Problem]:
    """Yield E205 for each part of the path that is not a valid identifier."""
    for part in _document_id(file, depth).split("/"):
        misnamed = slug_problem(part, Place(file.file))
        if misnamed is not None:
            yield misnamed


def _misfiled(file: ProjectFile, bulletin: Bulletin) -> Iterator[Problem]:
    """Yield E206 for each part of the path that contradicts the bulletin's front matter."""
    series, year = file.parts[2:4]
    if bulletin.series != series:
        detail = f"“series”为{quoted(bulletin.series)}，文件却在{quoted(series)}文件夹"
        yield problem("E206", bulletin.place("series"), detail)
    wanted = UNDATED if bulletin.date is None else f"{bulletin.date.year:04}"
    if year != wanted:
        found = "没有“date”" if bulletin.date is None else f"“date”在 {wanted} 年"
        yield problem("E206", bulletin.place("date"), f"{found}，文件应在{quoted(wanted)}文件夹")
    field, prefix = ("number", "") if bulletin.supplement is None else ("supplement", "s")
    number = getattr(bulletin, field)
    if number is not None and file.stem != f"{prefix}{number}":
        wanted = quoted(f"{prefix}{number}.md")
        detail = f"“{field}”为 {number}，文件名应为{wanted}，却是{quoted(file.parts[-1])}"
        yield problem("E206", bulletin.place(field), detail)


@read_once
def _read(
    file: ProjectFile,
    kind: type[FrontMatter],
    depth: int,
    further: Callable[[ProjectFile, FrontMatter], Iterable[Problem]],
) -> Outcome[Document[FrontMatter]]:
    page = read_page(file)
    problems = tuple(_name_problems(file, depth)) + page.problems
    if page.value is None:
        return Outcome(None, problems)
    limits = markup_limit_problems(page.value.body, page.value.place)
    problems += limits or refused_markup(page.value.body, page.value.place)
    front = to_record(page.value.front, kind, Place(file.file))
    problems += front.problems
    if front.value is None or limits:
        return Outcome(None, problems)
    document = Document(_document_id(file, depth), front.value, page.value.body, page.value.place)
    return Outcome(document, problems + tuple(further(file, front.value)))


def _all(
    files: Iterable[ProjectFile],
    kind: type[FrontMatter],
    depth: int,
    further: Callable[[ProjectFile, FrontMatter], Iterable[Problem]],
) -> Outcome[tuple[Document[FrontMatter], ...]]:
    outcomes = [_read(file, kind, depth, further) for file in files]
    documents = tuple(outcome.value for outcome in outcomes if outcome.value is not None)
    return Outcome(documents, tuple(found for outcome in outcomes for found in outcome.problems))


def _nothing_further(_file: ProjectFile, _front: Case | FreePage) -> Iterable[Problem]:
    return ()


def read_bulletins(files: Iterable[ProjectFile]) -> Outcome[tuple[Document[Bulletin], ...]]:
    """Return the bulletins with ids ``series/year/stem``; E206 where path and front matter disagree."""
    return _all(files, Bulletin, 2, _misfiled)


def read_cases(files: Iterable[ProjectFile]) -> Outcome[tuple[Document[Case], ...]]:
    """Return the cases; their ids are their file names."""
    return _all(files, Case, 2, _nothing_further)


def read_free_pages(files: Iterable[ProjectFile]) -> Outcome[tuple[Document[FreePage], ...]]:
    """Return all other pages; their ids are their paths below ``content/``."""
    return _all(files, FreePage, 1, _nothing_further)
