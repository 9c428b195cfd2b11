"""Converts the Markdown of simple pages: headings, plain paragraphs and the components of our templates.

Nearly all pages consist of nothing else, and Python-Markdown would look at each in thirty ways.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

from markdown.extensions.toc import nest_toc_tokens, slugify_unicode, unique
from mkdocs.structure.toc import TableOfContents, get_toc

from generators.model.prose_markup.line_breaks import CHINESE
from generators.model.prose_markup.long_words import LONG
from generators.model.prose_markup.signatures import DATE
from generators.publishing.html_blocks import NORMALIZED_OR_FENCE, is_component
from generators.publishing.plain_text import MARKS

_PLAIN: Final = rf"[^\s{MARKS}{{}}#](?:[^{MARKS}{{}}#]*[^\s{MARKS}{{}}#])?"
"""Text that no pattern of Markdown changes."""

_HEADING: Final = re.compile(
    rf"(?P<level>#{{1,6}}) (?P<text>{_PLAIN})(?: \{{: #(?P<id>[a-z][a-z0-9-]*) \}})?"
)
_PARAGRAPH: Final = re.compile(rf"(?=[{CHINESE}]){_PLAIN}")
_RAW_PARAGRAPH: Final = re.compile(
    r'<p>(?:[^<>&\n]|&#?\w+;|<(?:a|b|span|strong)(?: [a-z-]+="[^"<>\n]*")*>|</(?:a|b|span|strong)>)*</p>'
)
"""A paragraph that a template writes in HTML. Repeats within repeats would take for ever."""

_SEPARATOR: Final = "-"
"""What the table of contents puts between the words of an id."""


@dataclass(frozen=True, slots=True)
class SimplePage:
    """A page as Python-Markdown and MkDocs would convert it.

    ``html`` is its content. ``title`` is the text of the heading that it begins with, ``None`` if it begins
    with something else.
    """

    html: str
    toc: TableOfContents
    title: str | None


def simple_page(markdown: str) -> SimplePage | None:
    """Return the page that the site's extensions make of ``markdown``; ``None`` if it is not a simple one."""
    if any(each in markdown for each in NORMALIZED_OR_FENCE):
        return None
    blocks = [block for each in markdown.split("\n\n") if (block := each.strip("\n"))]
    headings = [_HEADING.fullmatch(block) if block.startswith("#") else None for block in blocks]
    used = {heading["id"] for heading in headings if heading is not None and heading["id"]}
    tokens: list[Any] = []
    pieces, title = [], None
    for at, (block, heading) in enumerate(zip(blocks, headings, strict=True)):
        if heading is None:
            piece = _block_html(block)
            if piece is None:
                return None
            pieces.append(piece)
            continue
        text = heading["text"]
        if LONG.search(text):
            return None
        name, level = " ".join(text.split()), len(heading["level"])
        anchor = heading["id"] or unique(slugify_unicode(name, _SEPARATOR), used)
        pieces.append(f'<h{level} id="{anchor}">{text}</h{level}>\n')
        tokens.append(
            {"level": level, "id": anchor, "name": name, "html": text, "data-toc-label": "", "children": []}
        )
        if at == 0 and level == 1:
            title = name
    return SimplePage("".join(pieces).strip(), get_toc(nest_toc_tokens(tokens)), title)


def _block_html(block: str) -> str | None:
    """Return the HTML of a block that is no heading; ``None`` if it is not simple."""
    if block.startswith("<"):
        is_raw = is_component(block) or _RAW_PARAGRAPH.fullmatch(block)
        return f"{block}\n\n" if is_raw else None
    is_plain = _PARAGRAPH.fullmatch(block) and not LONG.search(block) and not DATE.fullmatch(block)
    return f"<p>{block}</p>\n" if is_plain else None
