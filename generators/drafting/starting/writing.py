"""Writes a new project as a whole: beside the folder first, and into it once it is known to be right."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from generators.drafting.errors import DraftError
from generators.drafting.new.file import NewFile
from generators.interrupts import interrupts_held_back
from generators.reading.project_files import printable
from generators.system_errors import reason_of

_ALLOWED: Final = frozenset({".git"})
"""What a folder may have in it before a project is written there."""


def folder_complaint(folder: Path) -> str | None:
    """Return why no project can be written to ``folder``, ``None`` if one can."""
    shown = printable(str(folder))
    try:
        if not folder.exists() and not folder.is_symlink():
            return None if folder.parent.is_dir() else f"{shown} 的上级文件夹不存在：请先建立，或换一个位置"
        if not folder.is_dir():
            return f"{shown} 是一个文件：请换一个名字"
        found = sorted(each.name for each in folder.iterdir() if each.name not in _ALLOWED)
    except OSError as error:
        return f"{shown} 打不开：{reason_of(error)}；请换一个位置"
    if found:
        return f"{shown} 里已经有东西了（如 {printable(found[0])}）：请换一个空的文件夹"
    return None


@contextmanager
def staged(folder: Path, files: Iterable[NewFile]) -> Iterator[Path]:
    """Yield a temporary folder beside ``folder`` that holds ``files``; it is removed afterwards.

    Raises ``OSError`` if it cannot be written.
    """
    with tempfile.TemporaryDirectory(prefix=".tongbao-init-", dir=folder.absolute().parent) as name:
        for file in files:
            path = Path(name, "project", file.path)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.text.encode())
        yield Path(name, "project")


def settle(project: Path, folder: Path) -> None:
    """Move the staged ``project`` to ``folder``, all of it or, after an error, nothing.

    Raises ``DraftError`` if ``folder`` is no longer empty, ``OSError`` if it cannot be written.
    """
    with interrupts_held_back():
        hindrance = folder_complaint(folder)
        if hindrance is not None:
            raise DraftError(hindrance)
        if not folder.exists():
            project.rename(folder)
            return
        # The folder itself stays: somebody may be working in it.
        moved: list[Path] = []  # grows with each that is moved
        try:
            moved.extend(each.rename(folder / each.name) for each in sorted(project.iterdir()))
        except OSError:
            for each in moved:
                shutil.rmtree(each) if each.is_dir() else each.unlink()
            raise
