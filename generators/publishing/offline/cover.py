"""The cover of an offline edition: the name of its release, which follows from all its files."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Final

from generators.composing.kit.edition import RELEASE_MARK
from generators.store.digests import digest_of, file_digests

_COVER: Final = "index.html"
_LENGTH: Final = 12


def write_release(folder: Path, day: date, editions: Iterable[str] = ("",)) -> str:
    """Write the name of the release onto the covers of the edition in ``folder``, and return it.

    ``editions`` are the folders below it that hold one for each language.

    It is the ``day`` measured and a digest of all files; the same files have the same name. Raises
    ``OSError``.
    """
    digests = file_digests(folder)
    parts = [part for path in sorted(digests) for part in (path, digests[path])]
    name = f"{day:%Y%m%d}-{digest_of(*parts)[:_LENGTH]}"
    for edition in editions:
        cover = folder / edition / _COVER
        cover.write_bytes(cover.read_bytes().replace(RELEASE_MARK.encode(), name.encode()))
    return name
