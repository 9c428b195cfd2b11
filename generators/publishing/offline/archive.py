"""The archive of an offline edition: one file to be copied and unpacked anywhere."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from generators.publishing.release import SIGN, file_beside

_OLDEST: Final = (1980, 1, 1, 0, 0, 0)
"""The earliest time that an archive can hold: that of no file, so that the same files make the same bytes."""

_FILE: Final = 0o100644 << 16
"""A file that its owner writes and all read, as archives note it."""


def archive_of(folder: Path) -> Path:
    """Return the path of the archive of the edition in ``folder``, beside it."""
    return folder.with_name(f"{folder.name}.zip")


def is_replaceable(archive: Path) -> bool:
    """Whether nothing is at ``archive``, or an archive of an edition."""
    if not archive.exists():
        return True
    try:
        with ZipFile(archive) as found:
            return any(name.endswith(f"/{SIGN.as_posix()}") for name in found.namelist())
    except (BadZipFile, OSError):
        return False


def write_archive(folder: Path, name: str) -> None:
    """Put all files of ``folder`` into its archive, in a folder called ``name``; the old one is replaced.

    Until the new one is whole the old one stays; what is left of one that was not finished is removed by the
    next build into ``folder``. Raises ``OSError``.
    """
    target = archive_of(folder)
    with file_beside(folder) as written:
        with written.open("wb") as stream:
            with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
                for path in sorted(each for each in folder.rglob("*") if each.is_file()):
                    entry = ZipInfo(f"{name}/{path.relative_to(folder).as_posix()}", _OLDEST)
                    entry.external_attr = _FILE
                    archive.writestr(entry, path.read_bytes(), ZIP_DEFLATED)
            stream.flush()
            os.fsync(stream.fileno())  # or a power failure leaves an empty file under the final name
        written.chmod(0o644)
        written.replace(target)
