"""What an attachment holds, as far as a program can read it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AttachmentContent:
    """The text of an attachment, ``None`` for pictures, office files and the like, and its SHA-256 in hex."""

    text: str | None
    sha256: str
