"""Texts that stall readers whose time grows faster than the text, and long ones that do not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_MANY: Final = 20_000

HOSTILE_MARKUP: Final[Mapping[str, str]] = {
    "brackets": "[" * _MANY,
    "links": "[a](" * 1_000,
    "pictures": "![" * 1_000,
    "references": "[a][" * 1_000,
    "addresses in brackets": "[a](<" * 1_000,
    "links over lines": "[a\n" * 1_000,
    "links closed once": "[x](y " * 1_000 + ")",
    "brackets in rows": "|" + "[" * 1_000,
    "tags": "<a " * 1_000,
    "tags in paragraphs": "<a\n\n" * 1_000,
    "quotations in tags": '<a b="' * 1_000,
    "comments": "<!-- " * 1_000,
    "addresses": "<http://a" * 1_000,
    "elements": "<b>" * _MANY,
    "entities": "&amp;\n\n" * _MANY,
    "attribute lists": "# a {: \n\n" * _MANY,
    "emphasis": "*a_ " * _MANY,
    "code": "`a``b" * _MANY,
    "line breaks": "a  \n" * _MANY,
    "quotations": "> " * 500 + "a",
    "bullets": "- " * 500 + "a",
    "numbers": "1. " * 500 + "a",
    "mixed containers": "> 1. - " * 200 + "a",
    "lists by indentation": "".join("    " * depth + "- a\n" for depth in range(500)),
    "lists by tabs": "".join("\t" * depth + "- a\n" for depth in range(500)),
    "one paragraph": "甲" * 300_000,
}
"""Each exceeds a limit on the markup of a page."""

LONG_TEXTS: Final[Mapping[str, str]] = {
    "paragraphs": "甲乙（丙）[丁](e.md)，`code`，*强调*。\n\n" * 2_000,
    "one long paragraph": "甲乙丙丁，" * 10_000,
    "rows": "|甲|乙|\n|-|-|\n" + "|[丙](e.md)|**1**|\n" * 2_000,
    "rows of HTML": "<table>" + "<tr><td>甲</td></tr>\n" * 1_000 + "</table>",
    "list": "- 甲（乙）\n" * 2_000,
    "nested lists": "".join("    " * (depth % 8) + "- 甲\n" for depth in range(400)),
}
"""Each is within the limits."""
