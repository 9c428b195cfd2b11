"""Why a draft cannot be written."""

from __future__ import annotations


class DraftError(Exception):
    """What was asked for cannot be drafted; the message says why, in Chinese."""
