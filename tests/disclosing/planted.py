"""What county_small hides: in every text of an internal record stands a word of its own, or a number."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

#: Numbers of internal reports, targets and corrections, and texts; of these, notes are printed nowhere.
_PLANTED: Final = re.compile(r"7330\d{4}|zz(?:internal|hidden)\d+", re.IGNORECASE)
_NEVER_PRINTED: Final = "zzhidden"


def planted_in(texts: Iterable[str]) -> frozenset[str]:
    """Return the planted words and numbers that occur in any of ``texts``."""
    return frozenset(found.lower() for text in texts for found in _PLANTED.findall(text))


def printed(words: frozenset[str]) -> frozenset[str]:
    """Return those of the planted words that an internal page would show."""
    return frozenset(word for word in words if not word.startswith(_NEVER_PRINTED))


def texts_below(folder: Path) -> Iterator[str]:
    """Yield the name and the content of every file and folder, packed ones also unpacked."""
    for path in sorted(folder.rglob("*")):
        yield path.relative_to(folder).as_posix()
        if path.is_file():
            content = path.read_bytes()
            yield content.decode("utf-8", "replace")
            if path.suffix == ".gz":
                yield gzip.decompress(content).decode("utf-8", "replace")
