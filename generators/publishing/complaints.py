"""The warnings and errors that the engine and its plugins log."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from generators.publishing.engine import ENGINE, ENGINES


class _Complaints(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Append the message of ``record`` to ``messages``."""
        self.messages.append(record.getMessage())


@contextmanager
def collected_complaints() -> Iterator[list[str]]:
    """Yield a list to which the message of each warning and error is appended."""
    loggers = [logging.getLogger(name) for name in dict.fromkeys((ENGINES[0], ENGINE))]
    complaints = _Complaints()
    for logger in loggers:
        logger.addHandler(complaints)
    try:
        yield complaints.messages
    finally:
        for logger in loggers:
            logger.removeHandler(complaints)
