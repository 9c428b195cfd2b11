"""Quotes values from the project's files in messages: masked, on one line, shortened."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Final

from generators.reading.masking import masked

LONGEST_QUOTE: Final = 40


def shortened(text: str) -> str:
    """Return ``text`` masked, on one line and cut to 40 characters."""
    # Text far beyond the cut cannot appear in the result; dropping it keeps long texts cheap.
    line = masked(" ".join(text[: LONGEST_QUOTE * 10].split()))
    return line if len(line) <= LONGEST_QUOTE else line[: LONGEST_QUOTE - 1] + "…"


def quoted(value: object) -> str:
    """Return the text for a value in a message, e.g. ``“某镇”`` or ``一个列表``."""
    if isinstance(value, Mapping):
        return "一组“键: 值”"
    if isinstance(value, (list, tuple)):
        return "一个列表"
    if value is None:
        return "空"
    if isinstance(value, bool):
        return "“true”" if value else "“false”"
    if isinstance(value, datetime.date):
        return f"“{value.isoformat()}”"
    return f"“{shortened(str(value))}”"
