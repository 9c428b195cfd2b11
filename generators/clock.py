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
        return date.fromisoformat(flag)
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return moment.astimezone(CHINA).date()
