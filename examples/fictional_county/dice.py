"""The only randomness here: reproducible on every machine and every version of Python."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import TypeVar

Item = TypeVar("Item")


class Dice:
    """One stream of draws for one subject, so that another subject's draws do not shift it.

    Only ``random()`` is used: of Python's generator it alone promises the same numbers for ever.
    """

    def __init__(self, seed: int, subject: str) -> None:
        """Start the stream of ``subject``."""
        self._stream = random.Random(f"{seed} {subject}")

    def below(self, limit: int) -> int:
        """Return a whole number from 0 to less than ``limit``."""
        return int(self._stream.random() * limit)

    def between(self, least: int, most: int) -> int:
        """Return a whole number from ``least`` to ``most``, both included."""
        return least + self.below(most - least + 1)

    def happens(self, percent: int) -> bool:
        """Whether something of ``percent`` likelihood happens."""
        return self.below(100) < percent

    def one_of(self, items: Sequence[Item]) -> Item:
        """Return one of ``items``."""
        return items[self.below(len(items))]
