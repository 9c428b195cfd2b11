"""The store of a project: named entries, each with the key of what it was made from."""

from __future__ import annotations

import os
import re
import stat
import tempfile
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Final

FOLDER: Final = Path(".cache", "tongbao")
"""Where a project's store is, below the project."""

_MARK: Final = b"tongbao store 1"
_NAME: Final = re.compile(r"[a-z0-9][a-z0-9.-]*")
_CACHE_TAG: Final = b"Signature: 8a477f597d28d172789f06886806bc55\n# https://bford.info/cachedir/\n"
"""The text by which programs for backups know a folder that they may leave out."""

_READING: Final = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
"""How an entry is opened: never through a symbolic link. Not every system has both flags."""


class Store:
    """Entries on disk, the latest for each name; an entry is read only with the key it was written with.

    A folder that cannot be written, that another user owns or that is a symbolic link holds nothing and
    takes nothing: a build then works as if every entry were missing. Entries may hold internal data, so
    only the user who builds can read them.
    """

    def __init__(self, project: Path, *, is_read: bool = True) -> None:
        """Use the store of ``project``; nothing is created before the first entry is written.

        What it holds already is not used unless ``is_read``.
        """
        self._folder = project / FOLDER
        self._is_read = is_read

    def read(self, name: str, key: str) -> bytes | None:
        """Return the entry ``name`` if it was written with ``key``, ``None`` if not, or if it is damaged."""
        path = self._path(name)
        if not self._is_read or not self._is_own():
            return None
        try:
            descriptor = os.open(
                path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
            )
            with os.fdopen(descriptor, "rb") as stream:
                head, _, rest = stream.read().partition(b"\n")
        except OSError:
            return None
        written_key, _, value = rest.partition(b"\n")
        is_whole = head == _head_of(rest) and written_key == key.encode()
        return value if is_whole else None

    def write(self, name: str, key: str, value: bytes) -> None:
        """Replace the entry ``name`` by ``value``; what cannot be written is not kept.

        The entry is replaced in one step, so that another build never reads half of it.
        """
        path = self._path(name)
        content = key.encode() + b"\n" + value
        with suppress(OSError):
            self._prepare()
            if not self._is_own():
                return
            descriptor, temporary = tempfile.mkstemp(prefix=f".{name}-", dir=self._folder)
            try:
                with os.fdopen(descriptor, "wb") as stream:
                    stream.write(_head_of(content) + b"\n" + content)
                Path(temporary).replace(path)
            finally:
                Path(temporary).unlink(missing_ok=True)

    def prepared(self) -> Path:
        """Return the folder of the store, created if that is possible, for what is not to outlast a run."""
        with suppress(OSError):
            self._prepare()
        return self._folder

    def _path(self, name: str) -> Path:
        if not _NAME.fullmatch(name):
            raise ValueError(name)
        return self._folder / name

    def _prepare(self) -> None:
        if self._folder.exists():
            return
        self._folder.parent.mkdir(exist_ok=True)
        self._folder.mkdir(mode=0o700, exist_ok=True)
        (self._folder / ".gitignore").write_bytes(b"*\n")
        (self._folder / "CACHEDIR.TAG").write_bytes(_CACHE_TAG)

    def _is_own(self) -> bool:
        """Whether the folder and the one above it are no links, and nobody else's to write."""
        return all(_is_own_folder(folder) for folder in (self._folder.parent, self._folder))


def _is_own_folder(folder: Path) -> bool:
    try:
        status = folder.lstat()
    except OSError:
        return False
    if not stat.S_ISDIR(status.st_mode):
        return False
    # Windows has neither user ids nor these bits; there the folder's own permissions decide.
    return not hasattr(os, "getuid") or (status.st_uid == os.getuid() and not status.st_mode & stat.S_IWOTH)


def _head_of(content: bytes) -> bytes:
    return _MARK + b" " + sha256(content).hexdigest().encode()
