"""Writes the record of a closing and lists it in the chain, so that a kill leaves nothing half-written."""

from __future__ import annotations

import os
from pathlib import Path

from generators.interrupts import interrupts_held_back
from generators.model.canonical import canonical
from generators.model.closing import CHAIN, FOLDER, ClosedRecord


def record_text(record: ClosedRecord) -> str:
    """Return the content of the file of a record."""
    return "".join(f"{line}\n" for line in (record.link.line, *record.lines))


def chain_line(record: ClosedRecord) -> str:
    """Return the line that lists a record, with its line break."""
    file = record.file.removeprefix(f"{FOLDER}/")
    return f"{canonical({'file': file, 'number': str(record.link.number), 'sha256': record.link.digest})}\n"


def listed_in(project: Path) -> str:
    """Return the list of links as it is now, empty if there is none; raises ``OSError``.

    Bytes that are not UTF-8 are kept as they are: the checks tell of them.
    """
    chain = project / CHAIN
    return chain.read_text(encoding="utf-8", errors="surrogateescape") if chain.is_file() else ""


def unlisted_files(project: Path) -> tuple[Path, ...]:
    """Return the records below ``project`` that the chain does not list: a closing was killed before."""
    folder, listed = project / FOLDER, listed_in(project)
    return tuple(
        each
        for each in sorted(folder.glob("*/*.jsonl"))
        if f'"{each.relative_to(folder).as_posix()}"' not in listed
    )


def write_record(project: Path, record: ClosedRecord, listed: str) -> None:
    """Write a record below ``project``, then the chain that lists it after the lines ``listed``.

    Each file appears whole or not at all, and a record that no line lists yet is no part of the chain. Raises
    ``OSError`` if they cannot be written, and ``FileExistsError`` if somebody else has closed a period
    meanwhile.
    """
    path, chain = project / record.file, project / CHAIN
    with interrupts_held_back():
        path.parent.mkdir(parents=True, exist_ok=True)
        _put(path, record_text(record))
        if listed_in(project) != listed:
            path.unlink()
            raise FileExistsError(f"{CHAIN} 刚刚被另一次结账改动，请再运行一次")
        _put(chain, listed + chain_line(record))


def _put(path: Path, text: str) -> None:
    """Let ``path`` have the content ``text``, at once and on disk."""
    being_written = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with being_written.open("wb") as file:
            file.write(text.encode())
            file.flush()
            os.fsync(file.fileno())
        being_written.replace(path)
    except OSError:
        being_written.unlink(missing_ok=True)
        raise
