"""Files that are replaced in one step, so that nobody reads half of one."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Final

PREFIX: Final = ".being-written-"
"""How the names begin of files and folders that are not finished; a killed run leaves some of them."""


def replace_file(path: Path, text: str, *, mode: int = 0o644) -> None:
    """Replace the file at ``path``, or make it, with ``text`` and the permissions ``mode``.

    Raises ``OSError``; the old file then stays.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(prefix=PREFIX, dir=path.parent)
    being_written = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(text.encode())
            stream.flush()
            os.fsync(stream.fileno())
        being_written.chmod(mode)
        being_written.replace(path)
    finally:
        being_written.unlink(missing_ok=True)


def replace_link(path: Path, target: str) -> None:
    """Let the symbolic link at ``path`` lead to ``target``, in one step; raises ``OSError``."""
    beside = path.with_name(f"{PREFIX}{path.name}-{os.getpid()}")
    try:
        beside.symlink_to(target)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    write_through(path.parent)


def write_through(folder: Path) -> None:
    """Wait until the disk holds the names in ``folder``; raises ``OSError``."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
