"""The data files that an import changes: read, changed as text, and put in place all together."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import assert_never

from generators.interrupts import interrupts_held_back
from generators.model.division import Division, Level


def file_of(division: Division) -> tuple[str, tuple[str, ...]]:
    """Return the data file of a division, and the path of its entry there."""
    match division.level:
        case Level.TOWNSHIP:
            return f"data/townships/{division.id}/township.yml", ()
        case Level.VILLAGE:
            upper, _, name = division.id.rpartition("/")
            return f"data/townships/{upper}/villages.yml", ("villages", name)
        case Level.COUNTY | Level.CITY | Level.PROVINCE:
            return f"data/townships/{division.id}/county.yml", ()
        case never:
            assert_never(never)


def text_on_disk(project: Path, file: str) -> str | None:
    """Return the text of a project's file with its own line breaks, ``None`` if there is none.

    Raises ``OSError`` if it cannot be read, ``UnicodeDecodeError`` if it is not UTF-8.
    """
    path = project / file
    return path.read_bytes().decode("utf-8") if path.is_file() else None


@contextmanager
def drafted(texts: Mapping[str, str]) -> Iterator[Mapping[str, Path]]:
    """Yield where the files of ``texts`` are written for the time of the body, by their paths."""
    with tempfile.TemporaryDirectory(prefix="tongbao-import-") as folder:
        written = {file: Path(folder, str(at)) for at, file in enumerate(texts)}
        for file, path in written.items():
            path.write_bytes(texts[file].encode())
        yield written


def put_in_place(project: Path, texts: Mapping[str, str]) -> None:
    """Write every file of ``texts`` below ``project``; after an error all are as they were.

    Raises ``OSError`` if one cannot be written. Nobody reads half a file meanwhile.
    """
    with interrupts_held_back():
        before = {file: _bytes_of(project / file) for file in texts}
        done: list[str] = []
        try:
            for file, text in texts.items():
                _replace(project / file, text.encode())
                done.append(file)
        except OSError:
            for file in done:
                _restore(project / file, before[file])
            raise


def _bytes_of(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _restore(path: Path, content: bytes | None) -> None:
    if content is None:
        path.unlink(missing_ok=True)
    else:
        _replace(path, content)


def _replace(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_bytes(content)
        if path.exists():
            beside.chmod(path.stat().st_mode)
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
