"""The day of measurement: the flag ``--as-of``, else SOURCE_DATE_EPOCH, else today in China."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Final

from generators.model.calendar import FIRST_YEAR, LAST_YEAR

CHINA: Final = timezone(timedelta(hours=8))


def as_of_date(flag: str | None) -> date:
    """Return the date in ``flag`` (``2026-09-30``), else that of ``SOURCE_DATE_EPOCH``, else today.

    Days are those of China (UTC+8). Raises ``ValueError`` if the flag is not a date in this form, or the
    environment variable not a number of seconds.
    """
    if flag:
        return _written_day(flag)
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.now(CHINA).date()
    try:
        day = datetime.fromtimestamp(int(epoch), UTC).astimezone(CHINA).date()
    except (OverflowError, OSError) as error:  # depending on the platform
        raise ValueError(epoch) from error
    return _written_day(day.isoformat())


def _written_day(text: str) -> date:
    """Return the date written ``2026-09-30``; raises ``ValueError`` for any other form of ISO 8601."""
    day = date.fromisoformat(text)
    if day.isoformat() != text or not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError(text)
    return day
