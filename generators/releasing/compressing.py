"""Compressed copies of text files, which servers send as they are (``gzip_static`` of nginx)."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

SUFFIX: Final = ".gz"
"""What a compressed copy adds to the name of its file."""

_TEXT: Final = frozenset({".css", ".csv", ".html", ".js", ".json", ".map", ".md", ".svg", ".txt", ".xml"})
_SMALLEST: Final = 1024
"""Bytes; a smaller file takes one packet of the network anyway."""

_LEVEL: Final = 6
"""The level of gzip: 9 takes four times as long for one part in a hundred."""


def compress_texts(folder: Path) -> int:
    """Write a compressed copy beside each text file below ``folder`` that is not small; return how many.

    The same text gives the same bytes at any time: the copy names neither a file nor a moment. A file that is
    compressed already, or that compressing makes no smaller, gets none. A copy that is there, as that of the
    site map, is written anew. Raises ``OSError``.
    """
    done = 0
    for path in sorted(folder.rglob("*")):
        if path.suffix not in _TEXT or not path.is_file():
            continue
        copy = path.with_name(path.name + SUFFIX)
        text = path.read_bytes()
        packed = gzip.compress(text, _LEVEL, mtime=0)
        if copy.exists() or (len(text) >= _SMALLEST and len(packed) < len(text)):
            copy.write_bytes(packed)
            done += 1
    return done


def wrong_copies(folder: Path) -> Iterator[Path]:
    """Yield each compressed copy of a text file that holds anything but that text; raises ``OSError``."""
    for path in sorted(folder.rglob(f"*{SUFFIX}")):
        original = path.with_suffix("")
        if original.suffix not in _TEXT:
            continue
        try:
            is_right = original.is_file() and _holds(path, original)
        except (gzip.BadGzipFile, zlib.error, EOFError):
            is_right = False
        if not is_right:
            yield path


def _holds(copy: Path, original: Path) -> bool:
    """Whether ``copy`` holds what ``original`` does; no more of it is unpacked, whatever it holds."""
    with gzip.open(copy) as packed:
        return packed.read(original.stat().st_size + 1) == original.read_bytes()
