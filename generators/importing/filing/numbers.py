"""Ids of new records: a month, then a number that nobody else has."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Final

_NUMBERED: Final = re.compile(r"[0-9]{6}-([0-9]+)")


@dataclass(slots=True)
class RecordNumbers:
    """The last number in each file of records of one import, those given just now included."""

    last: dict[str, int] = field(default_factory=dict)

    def next_id(self, file: str, ids: Iterable[str], day: date, digits: int) -> str:
        """Return the id of a new record of ``file``: year and month, then the number after ``ids``."""
        if file not in self.last:
            self.last[file] = max(
                (int(match[1]) for each in ids if (match := _NUMBERED.fullmatch(each))), default=0
            )
        self.last[file] += 1
        return f"{day:%Y%m}-{self.last[file]:0{digits}}"


def free_id(ids: Collection[str], day: date) -> str:
    """Return an id that is not among ``ids``: year and month of ``day``, then the first free number."""
    number = 1
    while f"{day:%Y%m}-{number}" in ids:
        number += 1
    return f"{day:%Y%m}-{number}"
