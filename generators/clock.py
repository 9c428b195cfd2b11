"""The day a build speaks of: the flag, else SOURCE_DATE_EPOCH, else today in China."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Final

CHINA: Final = timezone(timedelta(hours=8))


def as_of_date(flag: str | None) -> date:
    """Return the day ``flag`` names (``2026-09-30``), else that of ``SOURCE_DATE_EPOCH``, else today.

    Raises ``ValueError`` when either is not what it should be.
    """
    if flag:
        return _written_day(flag)
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.now(CHINA).date()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).astimezone(CHINA).date()
    except (OverflowError, OSError) as error:  # which of them is up to the platform
        raise ValueError(epoch) from error


def _written_day(text: str) -> date:
    """Return the day written ``2026-09-30``; ISO 8601 has further forms, which nobody here reads."""
    day = date.fromisoformat(text)
    if day.isoformat() != text:
        raise ValueError(text)
    return day
