"""Prepares the standard streams so that a failed write never ends in a traceback."""

from __future__ import annotations

import codecs
import io
import os
import sys
from typing import IO, TYPE_CHECKING, Any, Final, TextIO

from generators.cli.usage import ChineseError
from generators.system_errors import reason_of

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

EXIT_CLOSED_PIPE: Final = 141
"""The exit code that shells report for a program ended by a closed pipe: 128 + SIGPIPE."""


class OutputError(ChineseError):
    """Writing to a standard stream failed; not an ``OSError``, which means that a project file failed."""

    def __init__(self, error: OSError) -> None:
        """Take the reason from ``error``."""
        super().__init__(f"写不出结果：{reason_of(error)}")


class ClosedPipeError(OutputError):
    """The reader of a standard stream closed it, as ``head`` does."""

    exit_code = EXIT_CLOSED_PIPE

    def show(self, file: IO[Any] | None = None) -> None:
        """Print nothing: a closed pipe is not an error."""


class _StandardFile(io.FileIO):
    """A file that raises :class:`OutputError` once; later output, as on interpreter exit, is dropped."""

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
    """Make stdout and stderr replace characters that cannot be encoded, and raise :class:`OutputError`.

    Writing to a stdout that was closed before the command began raises; writing to such a stderr is ignored.
    """
    sys.stdout = _prepared(sys.stdout, os.O_RDONLY)
    sys.stderr = _prepared(sys.stderr, os.O_WRONLY)


def _prepared(stream: TextIO | None, if_closed: int) -> TextIO:
    if stream is None:
        # Otherwise the next file to be opened would get this descriptor, and the output with it.
        return _text_stream(os.open(os.devnull, if_closed), "utf-8")
    if not isinstance(stream, io.TextIOWrapper):
        return stream
    # ASCII is the default of the C locale: usually nobody chose it.
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
    """Switch ``streams`` to UTF-8 and Unix line ends, as in the files of a project."""
    for stream in streams:
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")
