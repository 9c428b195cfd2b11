"""What was measured before, for a process that measures a project again and again.

Nothing that is measured depends on documents, but for the deadlines of their publication: after an edit of
prose the rest is as it was. Records are the same ones where their files have not changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Final

from generators.measuring.deadlines import publication_deadlines
from generators.model.closing import ClosedRecord
from generators.model.dataset import Dataset
from generators.model.record import Record
from generators.results.facts import FactRequest
from generators.results.measurements import Measurements

Requests = tuple[FactRequest, ...]

_OF_DOCUMENTS: Final = frozenset({"bulletins", "cases", "pages", "attachments", "attachment_contents"})
_MEASURED: Final = tuple(each.name for each in fields(Dataset) if each.name not in _OF_DOCUMENTS)


class MeasuringMemory:
    """The measurements made last while the memory was used, with what they were made from."""

    def __init__(self) -> None:
        """Remember nothing."""
        self._last: tuple[Dataset, date, Requests, Measurements] | None = None

    @contextmanager
    def used(self) -> Iterator[None]:
        """Let :func:`measured_once` use this memory within the body."""
        token = _MEMORY.set(self)
        try:
            yield
        finally:
            _MEMORY.reset(token)

    def recalled(self, dataset: Dataset, as_of: date, requests: Requests) -> Measurements | None:
        """Return the measurements if those of ``dataset`` are the same; ``None`` if that is not known."""
        if self._last is None:
            return None
        last, day, asked, measurements = self._last
        is_same = (day, asked) == (as_of, requests) and all(
            _is_same(getattr(last, name), getattr(dataset, name)) for name in _MEASURED
        )
        deadlines = publication_deadlines(dataset, as_of)
        return replace(measurements, publication_deadlines=deadlines) if is_same else None

    def keep(self, dataset: Dataset, as_of: date, requests: Requests, measurements: Measurements) -> None:
        """Keep ``measurements`` in the place of those before."""
        self._last = dataset, as_of, requests, measurements


_MEMORY: Final[ContextVar[MeasuringMemory | None]] = ContextVar("_MEMORY", default=None)


def measured_once(
    dataset: Dataset,
    as_of: date,
    requests: Iterable[FactRequest],
    make: Callable[[Dataset, date, Requests], Measurements],
) -> Measurements:
    """Return what ``make`` makes of its arguments; it is not called if the memory has the same already."""
    memory, asked = _MEMORY.get(), tuple(dict.fromkeys(requests))
    if memory is None:
        return make(dataset, as_of, asked)
    found = memory.recalled(dataset, as_of, asked)
    if found is None:
        found = make(dataset, as_of, asked)
        memory.keep(dataset, as_of, asked, found)
    return found


def _is_same(one: object, other: object) -> bool:
    """Whether both are made of the same records; equal ones may stand at other places of their files."""
    if one is other or type(one) is not type(other):
        return one is other
    if isinstance(one, Record) and isinstance(other, Record):
        return one.is_from_the_same(other)
    # The file of a closed period is written in one way, with each record at one place.
    if isinstance(one, ClosedRecord) or not (isinstance(one, (Mapping, tuple)) or is_dataclass(one)):
        return one == other
    parts, others = _parts(one), _parts(other)
    return len(parts) == len(others) and all(map(_is_same, parts, others))


def _parts(whole: object) -> tuple[object, ...]:
    """Return what a tuple, a mapping or an object of a dataclass is made of."""
    if isinstance(whole, Mapping):
        return (*whole, *whole.values())
    if is_dataclass(whole):
        return tuple(getattr(whole, each.name) for each in fields(whole))
    return whole if isinstance(whole, tuple) else ()
