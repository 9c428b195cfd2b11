"""Writes new files atomically, and never over an existing one."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from generators.drafting.errors import DraftError
from generators.interrupts import interrupts_held_back


@dataclass(frozen=True, slots=True)
class NewFile:
    """The path of a file below the project, with ``/``, and its text."""

    path: str
    text: str


def write_new(project: Path, file: NewFile) -> Path:
    """Write ``file`` below ``project`` and return its path.

    Raises :class:`DraftError` if it exists already, ``OSError`` if it cannot be written.
    """
    path = project / file.path
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        create(path, file.text)
    except FileExistsError:
        raise DraftError(f"{file.path} 已经有了，没有改动它") from None
    return path


def write_with_pictures(
    project: Path, file: NewFile, pictures: Sequence[tuple[str, bytes]]
) -> tuple[Path, ...]:
    """Write ``file`` and the pictures that it shows, by path, below ``project``; return their paths.

    Raises as :func:`write_new`; nothing is left of them then.
    """
    written: list[Path] = []
    try:
        for name, data in pictures:
            path = project / name
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as stream:
                written.append(path)
                stream.write(data)
        return write_new(project, file), *written
    except FileExistsError as error:
        _remove(written)
        raise DraftError(f"{Path(error.filename).name} 已经有了，没有改动它") from None
    except BaseException:
        _remove(written)
        raise


def _remove(paths: Iterable[Path]) -> None:
    with interrupts_held_back():
        for path in paths:
            path.unlink(missing_ok=True)


def create(path: Path, text: str) -> None:
    """Write ``text`` to the new file ``path``.

    Raises ``FileExistsError`` if it exists already, ``OSError`` if it cannot be written; no partial file is
    left then.
    """
    with interrupts_held_back():
        # Creating the name first lets only one of two concurrent writers continue.
        path.open("x").close()
        being_written = path.with_name(f".{path.name}.{os.getpid()}")
        try:
            being_written.write_bytes(text.encode())
            being_written.replace(path)
        except OSError:
            being_written.unlink(missing_ok=True)
            path.unlink(missing_ok=True)
            raise
