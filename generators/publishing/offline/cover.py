"""The cover of an offline edition: the name of its release, which follows from all its files."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

from generators.composing.kit.edition import RELEASE_MARK
from generators.store.digests import digest_of, file_digests

_COVER: Final = "index.html"
_LENGTH: Final = 12


def write_release(folder: Path, day: date) -> str:
    """Write the name of the release onto the cover of the edition in ``folder``, and return it.

    It is the ``day`` measured and a digest of all files; the same files have the same name. Raises
    ``OSError``.
    """
    digests = file_digests(folder)
    parts = [part for path in sorted(digests) for part in (path, digests[path])]
    name = f"{day:%Y%m%d}-{digest_of(*parts)[:_LENGTH]}"
    cover = folder / _COVER
    cover.write_bytes(cover.read_bytes().replace(RELEASE_MARK.encode(), name.encode()))
    return name
