"""``SHA256SUMS``: the digest of every file of a folder, as ``sha256sum`` writes and checks them.

A line is the digest, two spaces and the path from the folder, with ``/``. A path with a backslash or a line
break is escaped, and its line begins with a backslash, as in the manual of GNU coreutils. The file does not
list itself, nor its signatures: these have one name for each algorithm, and any other file is no signature.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.record import Place
from generators.releasing.error import ReleaseError
from generators.releasing.keys import Algorithm
from generators.store.digests import files_below
from generators.system_errors import reason_of

SUMS: Final = "SHA256SUMS"
"""The name of the file, in the folder whose files it lists."""

_OF_THE_LIST: Final = frozenset({SUMS, *(f"{SUMS}.{each}.sig" for each in Algorithm)})
_LINE: Final = re.compile(rb"(?P<escaped>\\?)(?P<digest>[0-9a-f]{64}) [ *](?P<name>[^\n]+)")
_ESCAPES: Final = {b"\\": b"\\\\", b"\n": b"\\n", b"\r": b"\\r"}
_UNESCAPES: Final = {escape: plain for plain, escape in _ESCAPES.items()}
_WORDS: Final = {
    "missing": "清单里有，文件没有了",
    "changed": "内容与清单的散列不同",
    "unlisted": "清单里没有这个文件",
}


@dataclass(frozen=True, slots=True)
class Differences:
    """How the files of a folder differ from what its ``SHA256SUMS`` lists: paths with ``/``, in order.

    A symbolic link is no file of a release: it counts as unlisted, what is listed in its place as missing.
    """

    missing: tuple[str, ...]
    changed: tuple[str, ...]
    unlisted: tuple[str, ...]

    @property
    def are_none(self) -> bool:
        """Whether the folder holds what is listed, and nothing else."""
        return not (self.missing or self.changed or self.unlisted)

    def problems(self, folder: Path) -> tuple[Problem, ...]:
        """Return an E167 at each of the files, which are in ``folder``."""
        return tuple(
            problem("E167", Place(str(folder / name)), words)
            for kind, words in _WORDS.items()
            for name in getattr(self, kind)
        )


def write_digests(folder: Path) -> int:
    """Write the digests of all files below ``folder`` into its ``SHA256SUMS``; return the number of files.

    The order is that of the names, folder by folder, and so the same on every machine. A file is read in
    pieces. Raises ``OSError`` for what cannot be read or written, and for a symbolic link.
    """
    count = 0
    with (folder / SUMS).open("wb") as sums:
        for name, path in _files_of(folder):
            if path.is_symlink():
                raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(path))
            sums.write(_line(_digest_of(path), name))
            count += 1
    return count


def verify_digests(folder: Path) -> Differences:
    """Return how the files below ``folder`` differ from its ``SHA256SUMS``.

    Raises :class:`~generators.releasing.error.ReleaseError` if that file is missing or malformed, and
    ``OSError`` for a file that cannot be read.
    """
    listed = dict(_entries(folder / SUMS))
    changed, unlisted = [], []
    for name, path in _files_of(folder):
        if path.is_symlink() or name not in listed:
            unlisted.append(name)
        elif listed.pop(name) != _digest_of(path):
            changed.append(name)
    return Differences(tuple(listed), tuple(changed), tuple(unlisted))


def _files_of(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield the name and path of each file below ``folder`` but ``SHA256SUMS`` and its signatures."""
    for name, path in files_below(folder):
        if not name.endswith("/") and name not in _OF_THE_LIST:
            yield name, path


def _digest_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _line(digest: str, name: str) -> bytes:
    raw = os.fsencode(name)
    escaped = re.sub(rb"[\\\n\r]", lambda found: _ESCAPES[found[0]], raw)
    mark = b"\\" if escaped != raw else b""
    return b"%s%s  %s\n" % (mark, digest.encode(), escaped)


def _entries(sums: Path) -> Iterator[tuple[str, str]]:
    """Yield the path and the digest of each line of ``sums``; raises ``ReleaseError``."""
    try:
        with sums.open("rb") as file:
            for number, line in enumerate(file, start=1):
                found = _LINE.fullmatch(line.rstrip(b"\n"))
                if found is None:
                    raise ReleaseError(problem("E168", Place(str(sums), number), "这一行不是“散列  文件名”"))
                yield _name(found), found["digest"].decode()
    except OSError as error:
        raise ReleaseError(problem("E168", Place(str(sums)), reason_of(error))) from error


def _name(line: re.Match[bytes]) -> str:
    name = line["name"]
    if line["escaped"]:
        name = re.sub(rb"\\[\\nr]", lambda found: _UNESCAPES[found[0]], name)
    return os.fsdecode(name)
