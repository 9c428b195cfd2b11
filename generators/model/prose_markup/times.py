"""The asterisk between measures (3*4*5米): a sign of multiplication, never the beginning of emphasis."""

from __future__ import annotations

from typing import Final

from markdown.inlinepatterns import SimpleTextInlineProcessor

TIMES: Final = (
    r"(?:(?<=[0-9])|(?<=[0-9](?:米|m|M))|(?<=[0-9](?:分米|厘米|毫米|公里|dm|cm|mm|km|CM|MM)))"
    r"(\*)(?=[约长宽高厚深]?[0-9])"
)
"""An asterisk behind a number or a length, and before another one."""

BEFORE_EMPHASIS: Final = 65
"""The priority: after code, escapes and links, before emphasis (60)."""


class Times(SimpleTextInlineProcessor):
    """Keeps the asterisk as text."""

    def __init__(self) -> None:
        """Look for :data:`TIMES`."""
        super().__init__(TIMES)
