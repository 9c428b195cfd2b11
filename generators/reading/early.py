"""Reads a project in a second process while this one imports what the later stages need."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias

from generators.model.prose import ParsedProse
from generators.reading.load import Loaded, load_project
from generators.reading.prose import PARSED
from generators.store.store import Store
from generators.workers import beside

Load: TypeAlias = Callable[[], Loaded]
"""Waits for what reading a project returns, or raises."""

_COUNTIES: Final = Path("data", "townships")


@dataclass(frozen=True, slots=True)
class _Read:
    """What was read of a project, and the prose that was parsed on the way, by its text."""

    loaded: Loaded
    prose: Mapping[str, ParsedProse]


@contextmanager
def reading_begun(root: Path, jobs: int, store: Store | None) -> Iterator[Load | None]:
    """Begin to read the project at ``root`` in another process; yield a function that waits for its end.

    That returns or raises what :func:`load_project` does. Yields ``None`` with one job, and if the project is
    not of one county: several are read side by side, and sending what they say would take as long.
    """
    if jobs == 1 or _number_of_counties(root) != 1:
        yield None
        return

    def read() -> _Read:
        return _Read(load_project(root, 1, store), dict(PARSED))

    with beside(read, jobs) as result:

        def load() -> Loaded:
            found = result()
            PARSED.update(found.prose)
            return found.loaded

        yield load


def _number_of_counties(root: Path) -> int:
    try:
        return sum(each.is_dir() for each in (root / _COUNTIES).iterdir())
    except OSError:
        return 0
