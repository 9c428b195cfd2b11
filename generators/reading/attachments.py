"""The attachments: which can be read as text, so that the checks can look into them."""

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
"""In bytes; what is larger counts as not readable."""

_ENCODINGS: Final = ("utf-8-sig", "gb18030")
_UTF16_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")
_NOT_TEXT: Final = re.compile("[\x00-\x08\x0e-\x1f]")


def read_attachment(file: ProjectFile) -> Outcome[AttachmentContent]:
    """Return what an attachment holds; a file that cannot be opened is E113."""
    try:
        with file.location.open("rb") as stream:
            sha256 = hashlib.file_digest(stream, "sha256").hexdigest()
            stream.seek(0)
            data = stream.read(LARGEST_TEXT + 1)
    except OSError:
        return Outcome(None, (problem("E113", Place(file.file), "附件无法读取"),))
    return Outcome(AttachmentContent(text_of(data), sha256))


def text_of(data: bytes) -> str | None:
    """Return the bytes as text with line feeds only, by UTF-8, UTF-16 or GB18030; ``None`` if it is none."""
    if len(data) > LARGEST_TEXT:
        return None
    for encoding in ("utf-16",) if data.startswith(_UTF16_MARKS) else _ENCODINGS:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if _NOT_TEXT.search(text) else text.replace("\r\n", "\n").replace("\r", "\n")
    return None
