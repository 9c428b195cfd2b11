"""The styles of cells; a style is made once for each workbook."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

from xlsxwriter import Workbook
from xlsxwriter.format import Format

_BORDER: Final = {"border": 1, "border_color": "#8C8C8C"}
_HEAD: Final = {**_BORDER, "bold": True, "text_wrap": True, "align": "center", "valign": "vcenter"}

DAY_FORMAT: Final = "yyyy-mm-dd"
"""How a day is shown."""


@dataclass(frozen=True)
class Styles:
    """The styles of one workbook."""

    workbook: Workbook
    _made: dict[tuple[tuple[str, Any], ...], Format] = field(default_factory=dict, init=False, repr=False)

    def of(self, **properties: Any) -> Format:  # noqa: ANN401 - texts, numbers and booleans
        """Return the style with ``properties``, as XlsxWriter calls them."""
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            self._made[key] = self.workbook.add_format(properties)
        return self._made[key]

    @property
    def title(self) -> Format:
        """Return the style of a sheet's title."""
        return self.of(bold=True, font_size=16, align="center", valign="vcenter")

    @property
    def left_title(self) -> Format:
        """Return the style of the title of a sheet that is several pages wide."""
        return self.of(bold=True, font_size=16, valign="vcenter")

    @property
    def note(self) -> Format:
        """Return the style of a line below the title, or below the table."""
        return self.of(font_size=10, text_wrap=True, valign="vcenter", font_color="#404040")

    @property
    def head(self) -> Format:
        """Return the style of a head."""
        return self.of(**_HEAD, bg_color="#E7EDF4")

    @property
    def sub_head(self) -> Format:
        """Return the style of a head below one that several columns share."""
        return self.of(**{**_HEAD, "bold": False}, font_size=10, bg_color="#F3F6F9")

    @property
    def small_head(self) -> Format:
        """Return the style of a second head, which repeats a name."""
        return self.of(**_BORDER, font_size=9, font_color="#595959", bg_color="#F3F6F9", text_wrap=True)

    def number(self, decimals: int, **more: Any) -> Format:  # noqa: ANN401 - as in ``of``
        """Return the style of a number with ``decimals`` digits after the point."""
        return self.of(**_BORDER, num_format=f"0.{'0' * decimals}" if decimals else "0", **more)

    def day(self, **more: Any) -> Format:  # noqa: ANN401 - as in ``of``
        """Return the style of a day."""
        return self.of(**_BORDER, num_format=DAY_FORMAT, align="center", **more)

    def text(self, **more: Any) -> Format:  # noqa: ANN401 - as in ``of``
        """Return the style of a text."""
        return self.of(**_BORDER, text_wrap=True, valign="vcenter", **more)
