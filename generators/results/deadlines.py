"""How documents stand with the term for making them public (公开期限)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class DeadlineState(StrEnum):
    """Where a document stands with its term."""

    LATE = "late"
    OVERDUE = "overdue"
    DUE_SOON = "due-soon"
    RUNNING = "running"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class PublicationDeadline:
    """The term of one document: its last day, and the working days left or, once it is over, lost.

    ``document`` is the path of its file. Of years in ``unannounced`` the holidays were not known.
    """

    document: str
    due: date
    state: DeadlineState
    days: int
    unannounced: tuple[int, ...] = ()
