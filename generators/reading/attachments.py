"""Attachments: their text, where they are text files, for the checks."""

from __future__ import annotations

import hashlib
import re
from typing import Final

from generators.model.attachment import AttachmentContent
from generators.model.problem_codes import problem
from generators.model.record import Place
from generators.reading.outcome import Outcome
from generators.reading.project_files import ProjectFile

LARGEST_TEXT: Final = 10 * 1024 * 1024
"""In bytes; larger files are treated as not text."""

_ENCODINGS: Final = ("utf-8-sig", "gb18030")
_UTF16_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")
_NOT_TEXT: Final = re.compile("[\x00-\x08\x0e-\x1f]")


def read_attachment(file: ProjectFile) -> Outcome[AttachmentContent]:
    """Return the content of an attachment; E113 if the file cannot be read."""
    try:
        with file.location.open("rb") as stream:
            sha256 = hashlib.file_digest(stream, "sha256").hexdigest()
            stream.seek(0)
            data = stream.read(LARGEST_TEXT + 1)
    except OSError:
        return Outcome(None, (problem("E113", Place(file.file), "附件无法读取"),))
    return Outcome(AttachmentContent(text_of(data), sha256))


def text_of(data: bytes) -> str | None:
    """Return ``data`` (UTF-8, UTF-16 or GB18030) as text with line feeds only; ``None`` if it is not text."""
    if len(data) > LARGEST_TEXT:
        return None
    for encoding in ("utf-16",) if data.startswith(_UTF16_MARKS) else _ENCODINGS:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if _NOT_TEXT.search(text) else text.replace("\r\n", "\n").replace("\r", "\n")
    return None
