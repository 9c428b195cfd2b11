"""Digests of what a build is made from: folders of files, and the program itself."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final

_PROGRAM: Final = Path(__file__).resolve().parent.parent
_NOT_SOURCE: Final = frozenset({"__pycache__"})


def digest_of(*parts: str) -> str:
    """Return the digest (SHA-256, hexadecimal) of texts in order; no two lists of texts share one."""
    found = sha256()
    for part in parts:
        content = part.encode("utf-8", "surrogateescape")
        found.update(f"{len(content)}:".encode())
        found.update(content)
    return found.hexdigest()


def digest_of_tree(path: Path, is_left_out: Callable[[str], bool] = _NOT_SOURCE.__contains__) -> str:
    """Return the digest of a file, or of all files below a folder with their names.

    A missing one has a digest of its own. Files and folders for whose name ``is_left_out`` holds do not
    count. A symbolic link counts as the path that it leads to and, if that is a file, its content. Raises
    ``OSError`` for what cannot be read.
    """
    if path.is_dir() and not path.is_symlink():
        parts = [digest_of(name, _digest_of(file)) for name, file in _files(str(path), "", is_left_out)]
        return digest_of(*parts)
    return _digest_of_file(path)


def file_digests(folder: Path) -> dict[str, str]:
    """Return the digest of each file below ``folder``, by its path with ``/``; raises ``OSError``."""
    return {name: _digest_of(file) for name, file in _files(str(folder), "", lambda _: False)}


def _digest_of(file: os.DirEntry[str] | str) -> str:
    """Return the digest of what :func:`_files` yields."""
    if isinstance(file, str) or not file.is_file(follow_symlinks=False):
        return _digest_of_file(Path(file))
    try:
        # For a thousand small files a path object, and asking the system what each is, would double the time.
        with open(file.path, "rb", buffering=0) as stream:  # noqa: PTH123
            return sha256(stream.read()).hexdigest()
    except (FileNotFoundError, IsADirectoryError):
        return ""


def _digest_of_file(file: Path) -> str:
    target = str(file.readlink()) if file.is_symlink() else ""
    try:
        if stat.S_ISFIFO(file.stat().st_mode):
            # Who opens a pipe waits for another process.
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(file))
        content = sha256(file.read_bytes()).hexdigest()
    except (FileNotFoundError, IsADirectoryError):
        content = ""
    return digest_of(target, content) if target else content


def files_below(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield each file, symbolic link and empty folder below ``folder``: its name with ``/``, and its path.

    The order is that of the names, folder by folder; the name of an empty folder ends in ``/``. Links are not
    followed. Raises ``OSError``.
    """
    for name, found in _files(str(folder), "", lambda _: False):
        yield name, Path(found)


def _files(
    folder: str, name: str, is_left_out: Callable[[str], bool]
) -> Iterator[tuple[str, os.DirEntry[str] | str]]:
    """Yield each file, link and empty folder below ``folder``: its name with ``/``, and what the system says.

    An empty folder is yielded as its path.
    """
    with os.scandir(folder) as found:
        entries = sorted((entry for entry in found if not is_left_out(entry.name)), key=lambda it: it.name)
    if not entries:
        yield f"{name}/", folder
    for entry in entries:
        inner = f"{name}/{entry.name}" if name else entry.name
        if entry.is_dir(follow_symlinks=False):
            yield from _files(entry.path, inner, is_left_out)
        else:
            yield inner, entry


def source_digest() -> str:
    """Return the digest of this program and its theme."""
    packed = _PROGRAM / "theme"
    theme = packed if packed.is_dir() else _PROGRAM.parent / "theme"
    return digest_of(digest_of_tree(_PROGRAM), digest_of_tree(theme))


@cache
def methods_digest() -> str:
    """Return the digest of the code that computes figures, which does not depend on the machine."""
    return digest_of(*(digest_of_tree(_PROGRAM / folder) for folder in ("measuring", "model")))


@cache
def program_digest() -> str:
    """Return the digest of this program, its theme, the interpreter and the packages installed with it.

    A package counts by its name and version, which the names of the folders of metadata say.
    """
    return digest_of(sys.version, sys.platform, source_digest(), *sorted(_packages(sys.path)))


def _packages(folders: Iterable[str]) -> Iterator[str]:
    for folder in map(Path, folders):
        if folder.is_dir():
            yield from (each.name for each in folder.iterdir() if each.suffix in {".dist-info", ".egg-info"})
