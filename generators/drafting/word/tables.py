"""Tables of a Word document: in Markdown where it can say them, in HTML with spans where cells are merged."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from generators.model.html_tree import Element, Node

Inline = Callable[[Iterable[Node]], str]
"""Returns nodes within a paragraph as Markdown."""

_ESCAPED: Final = re.compile(r"\\(.)")
_SPANS: Final = ("colspan", "rowspan")


def table_lines(table: Element, inline: Inline) -> Iterator[str]:
    """Yield the lines of a table; the text of HTML is written with the entities that Markdown needs not."""
    rows = [_cells(row) for row in _rows(table)]
    rows = [row for row in rows if row]
    if not rows:
        return
    is_plain = all(
        not _is_merged(cell) and not any(cell.below("ul", "ol", "table")) for row in rows for cell in row
    )
    if is_plain and len({len(row) for row in rows}) == 1 and len(rows) > 1:
        yield from _in_markdown(rows, inline)
    else:
        yield from _in_html(rows, _heads(table, rows), inline)


def _rows(table: Element) -> Iterator[Element]:
    """Yield the rows of a table itself, not those of a table within one of its cells."""
    for each in table.children:
        if isinstance(each, Element):
            if each.tag == "tr":
                yield each
            elif each.tag in ("thead", "tbody", "tfoot"):
                yield from _rows(each)


def _cells(row: Element) -> list[Element]:
    return [each for each in row.children if isinstance(each, Element) and each.tag in ("td", "th")]


def _is_merged(cell: Element) -> bool:
    return any(cell.attributes.get(name, "1") != "1" for name in _SPANS)


def _in_markdown(rows: list[list[Element]], inline: Inline) -> Iterator[str]:
    for at, row in enumerate(rows):
        texts = ["<br>".join(_lines(cell, inline)).replace("|", "\\|") for cell in row]
        yield f"| {' | '.join(texts)} |"
        if at == 0:
            yield f"|{'---|' * len(row)}"


def _in_html(rows: list[list[Element]], heads: int, inline: Inline) -> Iterator[str]:
    yield "<table>"
    for at, row in enumerate(rows):
        tag = "th" if at < heads else "td"
        cells = (f"<{tag}{_spans(cell)}>{'<br>'.join(_html_lines(cell, inline))}</{tag}>" for cell in row)
        yield f"<tr>{''.join(cells)}</tr>"
    yield "</table>"


def _heads(table: Element, rows: list[list[Element]]) -> int:
    """Return how many rows are the head: those that Word repeats, else the first and what it spans."""
    parts = (each for each in table.children if isinstance(each, Element) and each.tag == "thead")
    marked = sum(1 for head in parts for _ in _rows(head))
    if marked:
        return marked
    spans = [int(cell.attributes.get("rowspan", "1")) for cell in rows[0]]
    first = max(spans)
    # A title over all columns is followed by the head proper.
    return first if len(rows[0]) > 1 else min(2, len(rows) - 1)


def _spans(cell: Element) -> str:
    written = ((name, cell.attributes.get(name, "1")) for name in _SPANS)
    return "".join(f' {name}="{value}"' for name, value in written if value.isdecimal() and value != "1")


def _lines(cell: Element, inline: Inline) -> list[str]:
    """Return the lines of a cell; nothing in it is emphasised, as heads are set off anyway."""
    paragraphs = list(cell.below("p", "li")) or [cell]
    texts = (inline(_plain(each.children)) for each in paragraphs)
    lines = (" ".join(line.split()) for text in texts for line in text.split("\n"))
    return [line for line in lines if line]


def _html_lines(cell: Element, inline: Inline) -> list[str]:
    """Return the lines of a cell within HTML, where a backslash is no escape."""
    return [_ESCAPED.sub(r"\1", line) for line in _lines(cell, inline)]


def _plain(nodes: Iterable[Node]) -> Iterator[Node]:
    for each in nodes:
        if isinstance(each, Element) and each.tag in ("strong", "em", "b", "i", "a"):
            yield from _plain(each.children)
        else:
            yield each
