"""What a page says, without its markup: headings, paragraphs, list items, rows of tables, links."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Final

import markdown
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generators.model.anchors import EXTENSIONS
from generators.rendering import RenderedPage

_REPEATED: Final = frozenset({"names", "card"})
"""Metadata for machines, which say over again what the page and its site are called."""

_HEADINGS: Final = frozenset(f"h{level}" for level in range(1, 7))
_TABLES: Final = frozenset({"caption", "table", "tbody", "tfoot", "thead", "tr"})
_LISTS: Final = frozenset({"dd", "dl", "dt", "li", "ol", "ul"})
_SECTIONS: Final = frozenset({"article", "aside", "div", "footer", "header", "main", "nav", "section"})
_OTHER_BLOCKS: Final = frozenset(
    {"details", "fieldset", "figcaption", "figure", "form", "label", "legend", "p"}
)
_BLOCKS: Final = _TABLES | _LISTS | _SECTIONS | _OTHER_BLOCKS | {"pre", "summary", "svg"}
_CELLS: Final = frozenset({"td", "th"})
_SILENT: Final = frozenset({"script", "style", "template"})
_TEXT: Final = "-text"


def page_text(page: RenderedPage) -> list[str]:
    """Return a page line by line: its path, what its metadata say of it, then its blocks.

    A link is written ``[text](address)``, a label for those who do not see ``{label}``; the cells of a
    row stand between bars.
    """
    said = [
        f"{key}: {json.dumps(value, ensure_ascii=False)}"
        for key, value in page.meta.items()
        if key not in _REPEATED
    ]
    html = LexborHTMLParser(markdown.markdown(page.markdown, extensions=EXTENSIONS))
    assert html.body is not None
    return [f"=== {page.path}", *said, *filter(None, _lines(html.body))]


def _lines(block: LexborNode) -> Iterator[str]:
    """Yield the lines of a block: what stands in it directly, and each block within it."""
    waiting: list[str] = [_label(block)]
    for child in block.iter(include_text=True):
        tag = child.tag or ""
        if tag == "tr":
            yield from (_joined(waiting), _row(child))
        elif tag in _HEADINGS:
            yield from (_joined(waiting), f"{'#' * int(tag[1])} {_inline(child)}")
        elif tag in _BLOCKS:
            yield _joined(waiting)
            yield from _lines(child)
        else:
            waiting.append(_inline(child))
            continue
        waiting = []
    yield _joined(waiting)


def _row(row: LexborNode) -> str:
    cells = [_inline(child) for child in row.iter() if child.tag in _CELLS]
    return f"| {' | '.join(cells)} |"


def _inline(node: LexborNode) -> str:
    """Return a node on one line, whatever is in it."""
    if node.tag == _TEXT:
        return " ".join((node.text_content or "").split())
    if node.tag in _SILENT:
        return ""
    inner = _joined([_label(node), *(_inline(child) for child in node.iter(include_text=True))])
    return f"[{inner}]({node.attributes.get('href')})" if node.tag == "a" else inner


def _label(node: LexborNode) -> str:
    label = node.attributes.get("aria-label") or node.attributes.get("alt")
    return f"{{{label}}}" if label else ""


def _joined(pieces: list[str]) -> str:
    return " ".join(filter(None, pieces))
