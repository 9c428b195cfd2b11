"""Text files in the encodings that offices use."""

from __future__ import annotations

import re
from typing import Final

LARGEST_TEXT: Final = 10 * 1024 * 1024
"""In bytes; larger files are treated as not text."""

_ENCODINGS: Final = ("utf-8-sig", "gb18030")
_UTF16_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")
_NOT_TEXT: Final = re.compile("[\x00-\x08\x0e-\x1f]")


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
