"""Works on the parts of a project side by side, and keeps in a store what came of each."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final, TypeVar

from generators.model.county_parts import CountyParts
from generators.model.division import Division
from generators.model.record import Place
from generators.store.digests import digest_of, program_digest
from generators.store.store import Store
from generators.workers import working_on

_FEWEST: Final = 2
"""With fewer parts everything is worked on at once."""

_Result = TypeVar("_Result")


@dataclass(frozen=True)
class CountyWork:
    """How to work on ``parts``: by how many ``jobs``, and with which ``store`` for what comes of it.

    ``digests`` are those of the bytes of all files below ``data/``, by their paths; without them nothing is
    kept.
    """

    parts: CountyParts
    jobs: int = 1
    store: Store | None = None
    digests: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def is_divided(self) -> bool:
        """Whether there are several parts, and working on each of them gains anything."""
        gains = self.jobs > 1 or (self.store is not None and bool(self.digests))
        return gains and len(self.parts.counties) >= _FEWEST

    def results(
        self,
        name: str,
        task: Callable[[int], bytes],
        read: Callable[[bytes], _Result],
        circumstances: Iterable[str],
    ) -> list[_Result]:
        """Return what ``read`` makes of the bytes that ``task`` returns for the number of each part.

        They may depend on the files of the part and of the rest, all divisions, and the ``circumstances``:
        they are taken from the store if these are the same and ``read`` raises no ``UnpicklingError``.
        ``name`` tells them apart from those of other tasks.
        """
        stated = tuple(circumstances)
        entries = [self._entry(name, part, stated) for part in range(len(self.parts.counties))]
        found: dict[int, _Result] = {}
        for part, entry in enumerate(entries):
            content = entry.kept()
            with suppress(pickle.UnpicklingError):
                if content is not None:
                    found[part] = read(content)
        missing = [part for part in range(len(entries)) if part not in found]
        if missing:
            self.parts.prepare()
        with working_on(task, missing, max(1, min(self.jobs, len(missing)))) as working:
            for part in missing:
                content = working.pop(0).result()
                found[part] = read(content)
                entries[part].keep(content)
        return [found[part] for part in range(len(entries))]

    def _entry(self, name: str, part: int, circumstances: Iterable[str]) -> _Entry:
        """Return where the store has what a task returned for a part."""
        counties = digest_of(*sorted(self.parts.counties[part]))[:16]
        key = digest_of(program_digest(), self._rest, self._divisions, self._digest_of(part), *circumstances)
        return _Entry(f"{name}-{counties}", key, self.store if self.digests else None)

    @cached_property
    def _rest(self) -> str:
        return self._digest_of(None)

    def _digest_of(self, part: int | None) -> str:
        files = self.parts.files_of_rest if part is None else self.parts.files_of(part)
        listed = ((name, content) for name, content in sorted(self.digests.items()) if files.holds(name))
        return digest_of(*(text for name, content in listed for text in (name, content.hex())))

    @cached_property
    def _divisions(self) -> str:
        """Return the digest of what all divisions are, wherever it is written."""
        return digest_of(*(_text_of(each) for each in self.parts.dataset.divisions.values()))


def _text_of(division: Division) -> str:
    return repr(replace(division, place=_NOWHERE))


_NOWHERE: Final = Place("")


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry of the store, with the key of what is to be there; without a store nothing is kept."""

    name: str
    key: str
    store: Store | None

    def kept(self) -> bytes | None:
        """Return what was kept, ``None`` if there is nothing."""
        return None if self.store is None else self.store.read(self.name, self.key)

    def keep(self, content: bytes) -> None:
        """Keep what a task returned."""
        if self.store is not None:
            self.store.write(self.name, self.key, content)
