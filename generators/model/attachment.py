"""The content of an attachment as far as a program can read it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AttachmentContent:
    """The text of an attachment and its SHA-256 in hex; ``text`` is ``None`` for a file that is not text."""

    text: str | None
    sha256: str
