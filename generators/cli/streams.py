"""The standard streams of the command, made so that writing to them never ends in a traceback."""

from __future__ import annotations

import codecs
import io
import os
import sys
from typing import IO, TYPE_CHECKING, Any, Final, TextIO

import click

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

EXIT_CLOSED_PIPE: Final = 141
"""What shells report when a closed pipe ends a program: 128 and the number of the signal SIGPIPE."""


class OutputError(click.ClickException):
    """A standard stream could not be written; not an ``OSError``, which stands for a file of the project."""

    def __init__(self, error: OSError) -> None:
        """Take the reason from ``error``."""
        super().__init__(f"写不出结果：{error.strerror}")


class ClosedPipeError(OutputError):
    """The reader of a standard stream has closed it, as ``head`` does once it has enough."""

    exit_code = EXIT_CLOSED_PIPE

    def show(self, file: IO[Any] | None = None) -> None:
        """Print nothing: this is no mistake."""


class _StandardFile(io.FileIO):
    """A file that raises :class:`OutputError` once; later output, as while Python exits, is dropped."""

    def __init__(self, descriptor: int) -> None:
        super().__init__(descriptor, "w", closefd=False)
        self._has_failed = False

    def write(self, data: ReadableBuffer, /) -> int:
        """Write ``data`` and return how many bytes were written; raises :class:`OutputError`."""
        if self._has_failed:
            return memoryview(data).nbytes
        try:
            return super().write(data)
        except OSError as error:
            self._has_failed = True
            raise (ClosedPipeError if isinstance(error, BrokenPipeError) else OutputError)(error) from error


def prepare_streams() -> None:
    """Let stdout and stderr replace characters that their encoding lacks, and raise :class:`OutputError`.

    A stdout that was closed before the command began cannot be written; a stderr that was is silent.
    """
    sys.stdout = _prepared(sys.stdout, os.O_RDONLY)
    sys.stderr = _prepared(sys.stderr, os.O_WRONLY)


def _prepared(stream: TextIO | None, if_closed: int) -> TextIO:
    if stream is None:
        # Without a file of its own, the next file to be opened would get the descriptor and the output.
        return _text_stream(os.open(os.devnull, if_closed), "utf-8")
    if not isinstance(stream, io.TextIOWrapper):
        return stream
    # Declared ASCII mostly means that nothing was declared.
    encoding = "utf-8" if codecs.lookup(stream.encoding).name == "ascii" else stream.encoding
    file = getattr(stream.buffer, "raw", stream.buffer)
    if isinstance(file, io.FileIO):
        return _text_stream(
            file.fileno(),
            encoding,
            line_buffering=stream.line_buffering,
            write_through=stream.write_through,
        )
    stream.reconfigure(encoding=encoding, errors="replace")
    return stream


def _text_stream(
    descriptor: int, encoding: str, *, line_buffering: bool = False, write_through: bool = False
) -> io.TextIOWrapper:
    return io.TextIOWrapper(
        io.BufferedWriter(_StandardFile(descriptor)),
        encoding=encoding,
        errors="replace",
        line_buffering=line_buffering,
        write_through=write_through,
    )


def use_utf8(*streams: TextIO) -> None:
    """Write to ``streams`` in UTF-8 with Unix line ends from here on, as into the files of a project."""
    for stream in streams:
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")
