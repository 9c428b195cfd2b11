"""The files to proofread: read without any conversion, and replaced atomically."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Final

from generators.interrupts import interrupts_held_back
from generators.reading.project_files import ProjectFile, project_files

_SUFFIXES: Final = (".md", ".yml")


def prose_files(project: Path) -> tuple[ProjectFile, ...]:
    """Return the pages (``.md``) and data files (``.yml``) of the project, pages first, sorted by path."""
    found = [file for folder in ("content", "data") for file in project_files(project, folder)[0]]
    return tuple(file for file in found if file.parts[-1].endswith(_SUFFIXES))


def text_of(file: ProjectFile) -> str | None:
    """Return the text of a file with its own line breaks; ``None`` if it cannot be read as UTF-8."""
    try:
        return file.location.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def replace_text(file: ProjectFile, text: str) -> None:
    """Replace the content of the file by ``text`` atomically: a reader sees the old or the new content.

    Raises ``OSError`` if that fails; the old file is then unchanged.
    """
    target = file.location.resolve()
    mode = target.stat().st_mode
    with interrupts_held_back():
        _write_and_replace(target, text.encode("utf-8"), mode)


def _write_and_replace(target: Path, content: bytes, mode: int) -> None:
    with tempfile.NamedTemporaryFile(dir=target.parent, prefix=".", delete=False) as stream:
        temporary = Path(stream.name)
        try:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        except OSError:
            temporary.unlink()
            raise
    try:
        temporary.chmod(mode)
        temporary.replace(target)
    except OSError:
        temporary.unlink()
        raise
