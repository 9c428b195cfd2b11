"""How sheets are printed: paper, heads on every page, numbers of pages."""

from __future__ import annotations

from typing import Final

from xlsxwriter.worksheet import Worksheet

_A3: Final = 8
_A4: Final = 9
_A4_CHARACTERS: Final = 200
"""How wide a sheet in landscape format may be on A4 before it becomes too small to read."""
_A3_CHARACTERS: Final = 300

FOOTER: Final = "&C第 &P 页，共 &N 页"


def is_of_one_page(width: float) -> bool:
    """Whether a sheet that many characters wide is printed one page wide."""
    return width <= _A3_CHARACTERS


def set_up_printing(sheet: Worksheet, width: float, heads: tuple[int, int], note: str = "") -> None:
    """Let ``sheet`` print across, as many pages wide as its ``width`` in characters needs.

    The rows from the first to the last of ``heads``, counted from 0, are repeated on every page. ``note``
    is printed at the right above each.
    """
    sheet.set_landscape()
    sheet.set_paper(_A4 if width <= _A4_CHARACTERS else _A3)
    sheet.set_margins(left=0.5, right=0.5, top=0.7, bottom=0.7)
    sheet.fit_to_pages(max(1, -(-int(width) // _A3_CHARACTERS)), 0)
    sheet.repeat_rows(*heads)
    sheet.set_footer(FOOTER)
    if note:
        # An ampersand begins a code there.
        sheet.set_header(f"&R&9{note.replace('&', '&&')}")
