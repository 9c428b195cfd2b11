"""The HTML elements that stand apart from the text around them: a word never goes on across their edges."""

from __future__ import annotations

from typing import Final

TABLE_TAGS: Final = frozenset({"table", "thead", "tbody", "tfoot", "tr", "td", "th"})
"""A table and its parts, which lie in rows and columns."""

BLOCK_TAGS: Final = TABLE_TAGS | frozenset(
    {
        "address",
        "article",
        "aside",
        "blockquote",
        "br",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "ul",
    }
)
"""Elements that HTML's standard shows as blocks, items of lists or parts of tables, and ``br``."""
