"""A workbook as a file: the same content gives the same bytes."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import UTC, date, datetime, time

from xlsxwriter import Workbook

_FONT = "宋体"


def workbook_bytes(
    fill: Callable[[Workbook], None], day: date, title: str, author: str = "", *, is_large: bool = False
) -> bytes:
    """Return the bytes of the workbook that ``fill`` writes; ``day`` is stated as that of its creation.

    ``title`` and ``author`` are its properties. A workbook that ``is_large`` passes through temporary files
    instead of memory. Raises what ``fill`` raises, and ``OSError`` if a temporary file cannot be written.
    """
    buffer = io.BytesIO()
    workbook = Workbook(
        buffer,
        {
            "in_memory": not is_large,
            # A text is a text, whatever it looks like: nothing that was typed becomes a formula or a link.
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
            "default_format_properties": {"font_name": _FONT, "font_size": 11},
        },
    )
    created = datetime.combine(day, time(), tzinfo=UTC).replace(tzinfo=None)
    workbook.set_properties({"title": title, "author": author, "created": created})
    fill(workbook)
    workbook.close()
    return buffer.getvalue()


def safe_text(text: str) -> str:
    """Return ``text`` such that XlsxWriter writes it as it is, at most as long as a cell may be.

    It takes a text between ``<r>`` and ``</r>`` for markup of its own; a space after it prevents that.
    """
    kept = text[:_LONGEST]
    return f"{kept} " if kept.startswith("<r>") and kept.endswith("</r>") else kept


_LONGEST = 32_000
"""Characters of a cell; 32,767 are allowed, of which some are counted twice."""
