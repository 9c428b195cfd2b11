"""Reads the folders of counties side by side, and keeps in a store what their files say by themselves."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final, TypeAlias

from generators.model.grouping import grouped
from generators.model.packing import packed, unpacked
from generators.reading.county_files import read_alone
from generators.reading.memory import ReadingMemory, digest_of_file, is_remembering
from generators.reading.project_files import ProjectFile
from generators.store.digests import digest_of, program_digest
from generators.store.store import Store
from generators.workers import working_on

_COUNTY: Final = 2
"""The index of the county in the parts of a path."""

Shard: TypeAlias = Mapping[str, tuple[bytes, bytes]]
"""What files say, by their path within the project: the digest of each, and what was read of it, packed."""


@contextmanager
def counties_read(
    files: Iterable[ProjectFile], jobs: int, store: Store | None
) -> Iterator[ReadingMemory | None]:
    """Let the readers of files recall within the body what ``files`` in the folders of counties say.

    Yields the memory that they use, ``None`` if they use none, or that of the process.

    What the ``store`` has of a file with the same bytes is not read again. The other files are read here, or,
    if they are of several counties, by at most ``jobs`` processes. What was read is kept in the store.
    """
    if is_remembering() or (jobs == 1 and store is None):
        yield None
        return
    memory = ReadingMemory()
    with memory.used():
        _recall(memory, (_County.of(*each, store) for each in _by_county(files)), jobs, store)
        yield memory


def _by_county(files: Iterable[ProjectFile]) -> Iterable[tuple[str, tuple[ProjectFile, ...]]]:
    return grouped((file.parts[_COUNTY], file) for file in files).items()


@dataclass(frozen=True, slots=True)
class _County:
    """The folder of a county: what is known of its files, and those that have to be read."""

    entry: str
    known: Shard
    unread: tuple[ProjectFile, ...]

    @classmethod
    def of(cls, county: str, files: Iterable[ProjectFile], store: Store | None) -> _County:
        """Return what the store has of the files of a county, as far as they are unchanged."""
        entry = f"county-{digest_of(county)[:16]}"
        kept = _kept(entry, store)
        known: dict[str, tuple[bytes, bytes]] = {}
        unread: list[ProjectFile] = []
        for file in files:
            found = kept.get(file.file)
            if found is not None and found[0] == digest_of_file(file):
                known[file.file] = found
            else:
                unread.append(file)
        return cls(entry, known, tuple(unread))


def _kept(entry: str, store: Store | None) -> Shard:
    content = None if store is None else store.read(entry, program_digest())
    if content is None:
        return {}
    try:
        shard = unpacked(content)
    except pickle.UnpicklingError:
        return {}
    return shard if isinstance(shard, dict) else {}


def _recall(memory: ReadingMemory, counties: Iterable[_County], jobs: int, store: Store | None) -> None:
    """Fill ``memory``, which is in use, with what the files of ``counties`` say."""
    changed: list[_County] = []
    for county in counties:
        _add(memory, county.known)
        if county.unread:
            changed.append(county)
    if jobs > 1 and len(changed) > 1:
        with working_on(read_apart, [each.unread for each in changed], jobs) as reading:
            for county in changed:
                found = reading.pop(0).result()  # what was unpacked is not kept packed as well
                _add(memory, found)
                _keep(county, found, store)
    else:
        for county in changed:
            read = _read(county.unread)
            for key, outcome in read.outcomes.items():
                memory.keep(key, outcome)
            if store is not None:
                _keep(county, _shard_of(read), store)


def _add(memory: ReadingMemory, shard: Shard) -> None:
    for _, content in shard.values():
        for key, outcome in unpacked(content):
            memory.keep(key, outcome)


def _keep(county: _County, found: Shard, store: Store | None) -> None:
    if store is not None:
        store.write(county.entry, program_digest(), packed({**county.known, **found}))


def read_apart(files: tuple[ProjectFile, ...]) -> Shard:
    """Return what ``files`` of one county say; a task for another process."""
    return _shard_of(_read(files))


def _read(files: Iterable[ProjectFile]) -> ReadingMemory:
    memory = ReadingMemory()
    with memory.used():
        for file in files:
            read_alone(file)
    return memory


def _shard_of(read: ReadingMemory) -> Shard:
    by_file = grouped(((key[1], key[2]), (key, outcome)) for key, outcome in read.outcomes.items())
    return {file: (digest, packed(outcomes)) for (file, digest), outcomes in by_file.items()}
