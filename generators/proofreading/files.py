"""The files of a project: read as they are, to the byte, and replaced whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Final

from generators.reading.project_files import ProjectFile, project_files

_SUFFIXES: Final = (".md", ".yml")


def prose_files(project: Path) -> tuple[ProjectFile, ...]:
    """Return the pages and data files of the project, sorted."""
    found = [file for folder in ("content", "data") for file in project_files(project, folder)[0]]
    return tuple(file for file in found if file.parts[-1].endswith(_SUFFIXES))


def text_of(file: ProjectFile) -> str | None:
    """Return the text of a file with its own line breaks; ``None`` where it cannot be read as UTF-8."""
    try:
        return file.location.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def replace_text(file: ProjectFile, text: str) -> None:
    """Write ``text`` in place of the file, at once: whoever reads it sees the old or the new one.

    Raises ``OSError`` where that is not possible; the old file then stands untouched.
    """
    target = file.location.resolve()
    mode = target.stat().st_mode
    with tempfile.NamedTemporaryFile(dir=target.parent, prefix=".", delete=False) as stream:
        temporary = Path(stream.name)
        try:
            stream.write(text.encode("utf-8"))
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
