"""Reads the files that a user names, and plans what is imported of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from generators.importing.batches import Content
from generators.importing.own.workbook import is_own, read_own
from generators.importing.sheets import read_sheets
from generators.importing.wanted import Asking, ImportWanted
from generators.model.dataset import Dataset
from generators.model.problem_codes import problem
from generators.model.record import Place
from generators.reading.project_files import printable
from generators.workbooks.reading.errors import WorkbookError
from generators.workbooks.reading.opening import opened, read_bytes, workbook_of
from generators.workbooks.reading.sheet import Workbook

AskPassword = Callable[[str], str | None]
"""Asks for the password of a file; ``None`` if nobody is there to say it."""


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """A workbook: as bytes without a password, and as read; the password it had, and how messages name it."""

    path: Path
    shown: str
    data: bytes
    password: str | None
    workbook: Workbook


def content_of(
    files: Sequence[Path],
    dataset: Dataset,
    wanted: ImportWanted,
    ask: Asking,
    ask_password: AskPassword,
    password: str | None = None,
) -> tuple[Content, list[OpenedFile]]:
    """Return what all files say, with all that is wrong, and the files that could be opened."""
    content, found = Content(), list[OpenedFile]()
    for path in files:
        shown = printable(str(path))
        try:
            file = _opened(path, shown, password, ask_password)
        except WorkbookError as error:
            content.problems.append(problem(error.code, Place(shown), error.detail))
            continue
        found.append(file)
        if is_own(file.workbook):
            read_own(file.workbook, shown, dataset, wanted, content)
        else:
            read_sheets(file.workbook, shown, dataset, wanted, ask, content)
    return content, found


def _opened(path: Path, shown: str, password: str | None, ask_password: AskPassword) -> OpenedFile:
    data = read_bytes(path)
    try:
        plain = opened(data, password)
    except WorkbookError as error:
        if error.code != "E802" or password is not None:
            raise
        password = ask_password(shown)
        plain = opened(data, password)
    workbook = workbook_of(plain, path.name)
    return OpenedFile(path, shown, plain, password if plain is not data else None, workbook)
