"""What was read of files before, for a process that reads a project again and again.

Reading a file is a pure function of its path within the project and its bytes. What it gives is never
changed, so that the next reading may take the very same.
"""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import update_wrapper
from hashlib import sha256
from typing import Any, Concatenate, Final, ParamSpec, TypeAlias, TypeVar

from generators.reading.outcome import Outcome
from generators.reading.project_files import ProjectFile
from generators.reading.source_text import LARGEST_FILE

_Value = TypeVar("_Value")
_Arguments = ParamSpec("_Arguments")
ReadingKey: TypeAlias = tuple[str, str, bytes, tuple[Any, ...], tuple[tuple[str, Any], ...]]
"""The name of a reader, the path of a file within the project, the digest of its bytes, and the arguments."""

_Read = Callable[Concatenate[ProjectFile, _Arguments], Outcome[_Value]]


class ReadingMemory:
    """The outcomes of the last reading in which the memory was used; those of earlier ones are forgotten."""

    def __init__(self) -> None:
        """Remember nothing."""
        self._last: dict[ReadingKey, Outcome[Any]] = {}
        self._now: dict[ReadingKey, Outcome[Any]] = {}

    @contextmanager
    def used(self) -> Iterator[None]:
        """Let the readers of files use this memory within the body, which reads a project once."""
        self._last, self._now = self._now, {}
        token = _MEMORY.set(self)
        try:
            yield
        finally:
            _MEMORY.reset(token)
            self._last = {}

    def recalled(self, key: ReadingKey) -> Outcome[Any] | None:
        """Return the outcome kept for ``key``, and keep it for the next reading; ``None`` without one."""
        found = self._now.get(key) or self._last.get(key)
        if found is not None:
            self._now[key] = found
        return found

    def keep(self, key: ReadingKey, outcome: Outcome[Any]) -> None:
        """Keep ``outcome`` for the rest of this reading, and for the next."""
        self._now[key] = outcome

    @property
    def outcomes(self) -> Mapping[ReadingKey, Outcome[Any]]:
        """Return what this reading has read or recalled so far."""
        return self._now

    @property
    def digests(self) -> Mapping[str, bytes]:
        """Return the digests of the files that this reading has read or recalled so far, by their paths."""
        return {file: content for _, file, content, _, _ in self._now}


_MEMORY: Final[ContextVar[ReadingMemory | None]] = ContextVar("_MEMORY", default=None)


def is_remembering() -> bool:
    """Whether readers of files use a memory."""
    return _MEMORY.get() is not None


def read_once(read: _Read[_Arguments, _Value]) -> _Read[_Arguments, _Value]:
    """Return ``read``, a function of a file and hashable arguments, made to use the memory if there is one.

    Its result has to depend on nothing but the file's path, its bytes, and the arguments.
    """
    name = f"{read.__module__}.{read.__qualname__}"

    def reading(
        file: ProjectFile, /, *arguments: _Arguments.args, **named: _Arguments.kwargs
    ) -> Outcome[_Value]:
        memory = _MEMORY.get()
        content = None if memory is None else digest_of_file(file)
        if memory is None or content is None:
            return read(file, *arguments, **named)
        key = (name, file.file, content, arguments, tuple(sorted(named.items())))
        found = memory.recalled(key)
        if found is None:
            found = read(file, *arguments, **named)
            # A file that was saved meanwhile may have been read in another state.
            if digest_of_file(file) == content:
                memory.keep(key, found)
        return found

    update_wrapper(reading, read)
    return reading


def digest_of_file(file: ProjectFile) -> bytes | None:
    """Return the digest of the bytes of a file, ``None`` if it is none, too large, or cannot be read."""
    try:
        status = file.location.stat()
        is_read = stat.S_ISREG(status.st_mode) and status.st_size <= LARGEST_FILE
        return sha256(file.location.read_bytes()).digest() if is_read else None
    except OSError:
        return None
