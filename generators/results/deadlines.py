"""Deadlines for publishing documents (公开期限), and whether they are met."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class DeadlineState(StrEnum):
    """The state of a document's publication deadline."""

    LATE = "late"
    OVERDUE = "overdue"
    DUE_SOON = "due-soon"
    RUNNING = "running"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class PublicationDeadline:
    """The publication deadline of one document.

    ``document`` is the path of its file, ``due`` the last day. ``days`` is the number of working days between
    ``due`` and the publication, or the day of measuring if it is not published. ``unannounced`` are the years
    for which holidays were unknown, so that only weekends were excluded.
    """

    document: str
    due: date
    state: DeadlineState
    days: int
    unannounced: tuple[int, ...] = ()
