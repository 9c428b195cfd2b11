"""Locks of files and folders that end with the process that holds them, however it ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform != "win32":
    import fcntl


def can_lock() -> bool:
    """Whether this system has locks of this kind; Windows has not."""
    return sys.platform != "win32"


@contextmanager
def holding(path: Path, *, waits: bool = False) -> Iterator[bool]:
    """Hold the lock of the file or folder at ``path`` for the time of the body; yield whether it is held.

    It is not if another process holds it, unless this one ``waits`` for that, nor where :func:`can_lock` is
    false. The lock belongs to the open file: processes forked meanwhile have a part in it, so that they have
    to end before it is free. Raises ``OSError`` if ``path`` cannot be opened, or is on a disk without locks.
    """
    if sys.platform == "win32":
        yield False
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if waits else fcntl.LOCK_NB))
        except BlockingIOError:
            yield False
            return
        yield True
    finally:
        os.close(descriptor)
