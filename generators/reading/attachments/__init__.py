"""Attachments: the texts in them, whatever their format, for the checks."""

from __future__ import annotations

from generators.reading.attachments.attachments import read_attachment

__all__ = ["read_attachment"]
