"""Turns that the workers of several tasks take, so that no more of them work at once than there are jobs."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_SECONDS_BETWEEN_ASKING: Final = 0.01


class Turns:
    """How many of the workers of several tasks may work at the same time, whoever forked them.

    A turn is a lock that the system frees when the process that holds it ends.
    """

    def __init__(self, number: int) -> None:
        """Let ``number`` workers work at the same time."""
        self.number = number
        self._locks = tempfile.TemporaryFile()  # noqa: SIM115 - closed by close()

    def close(self) -> None:
        """Give up the turns, when all workers have ended."""
        self._locks.close()

    @contextmanager
    def one(self) -> Iterator[None]:
        """Wait for a turn, and keep it during the body; for processes with one thread that works."""
        turn = self._taken()
        while turn is None:
            time.sleep(_SECONDS_BETWEEN_ASKING)
            turn = self._taken()
        try:
            yield
        finally:
            self._free(turn)

    def _taken(self) -> int | None:
        """Return a turn that is now this process's own; ``None`` if all are taken."""
        import fcntl  # noqa: PLC0415 - not there on Windows, where nothing is forked

        for turn in range(self.number):
            try:
                fcntl.lockf(self._locks, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, turn)
            except (BlockingIOError, PermissionError):
                continue
            return turn
        return None

    def _free(self, turn: int) -> None:
        import fcntl  # noqa: PLC0415 - the same

        fcntl.lockf(self._locks, fcntl.LOCK_UN, 1, turn)
