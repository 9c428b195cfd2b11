"""Reads the HTML of a bulletin's body, as its page shows it, into blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from generators.model.html_tree import Element, Node, tree_of
from generators.model.prose_markup.signatures import SIGNATURE_CLASS
from generators.publishing.word.blocks import (
    Block,
    Body,
    Cell,
    Heading,
    Inline,
    Item,
    LineBreak,
    Look,
    NoteMark,
    Paragraph,
    ParagraphKind,
    Picture,
    Position,
    Rule,
    Table,
    Text,
)

_HEADING: Final = re.compile(r"h([1-6])")
_SPACE: Final = re.compile(r"[ \t\r\n]+")
_ALIGN: Final = re.compile(r"text-align: ?(left|center|right)")
_BULLETS: Final = ("•", "◦", "▪")
_BLOCKS: Final = frozenset(
    """
    blockquote caption dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre
    summary table ul
    """.split()  # noqa: SIM905 - names read best as text
)
_LARGEST_SPAN: Final = 100


def body_of(html: str) -> Body:
    """Return the blocks and the notes of ``html``, which the site makes of Markdown."""
    root = tree_of(html)
    notes = {
        item.attributes.get("id", ""): _trimmed(_note(item))
        for part in root.below("div")
        if "footnote" in part.classes
        for item in part.below("li")
    }
    return Body(tuple(_blocks(root.children, ParagraphKind.TEXT, 0)), notes)


def inline_of(html: str) -> tuple[Inline, ...]:
    """Return the content of ``html`` without blocks, such as that of a note of the editor."""
    return _trimmed(_inline(tree_of(html).children, Look()))


def _note(item: Element) -> Iterator[Inline]:
    paragraphs = list(item.below("p")) or [item]
    for at, each in enumerate(paragraphs):
        if at:
            yield LineBreak()
        yield from _inline(each.children, Look())


def _blocks(nodes: Iterable[Node], kind: ParagraphKind, depth: int) -> Iterator[Block]:
    """Yield the blocks of ``nodes``; text that is in no block of its own is a paragraph of ``kind``."""
    loose: list[Node] = []
    for node in nodes:
        if isinstance(node, Element) and (node.tag in _BLOCKS or _holds_blocks(node)):
            yield from _paragraph(loose, kind)
            loose = []
            yield from _block(node, kind, depth)
        else:
            loose.append(node)
    yield from _paragraph(loose, kind)


def _holds_blocks(element: Element) -> bool:
    return any(True for _ in element.below(*_BLOCKS))


def _block(element: Element, kind: ParagraphKind, depth: int) -> Iterator[Block]:
    heading = _HEADING.fullmatch(element.tag)
    if heading:
        yield Heading(int(heading[1]), _trimmed(_inline(element.children, Look())))
        return
    match element.tag:
        case "p" | "dt" | "summary" if not _holds_blocks(element):
            is_signature = SIGNATURE_CLASS in element.classes
            yield from _paragraph(element.children, ParagraphKind.SIGNATURE if is_signature else kind)
        case "ul" | "ol":
            yield from _list(element, depth)
        case "table":
            yield from _table(element)
        case "hr":
            yield Rule()
        case "pre":
            yield from _code(element)
        case "blockquote":
            yield from _blocks(element.children, ParagraphKind.QUOTATION, depth)
        case "caption" | "figcaption":
            yield from _paragraph(element.children, ParagraphKind.CAPTION)
        case _ if "footnote" not in element.classes:
            yield from _blocks(element.children, kind, depth)


def _paragraph(nodes: Iterable[Node], kind: ParagraphKind) -> Iterator[Paragraph]:
    content = _trimmed(_inline(nodes, Look()))
    if content:
        is_picture = all(isinstance(each, Picture | LineBreak) for each in content)
        yield Paragraph(ParagraphKind.PICTURE if is_picture else kind, content)


def _code(element: Element) -> Iterator[Paragraph]:
    lines = element.text.rstrip("\n").split("\n")
    content: list[Inline] = []
    for at, line in enumerate(lines):
        content += [LineBreak()] if at else []
        content.append(Text(line))
    yield Paragraph(ParagraphKind.CODE, tuple(content))


def _list(element: Element, depth: int) -> Iterator[Block]:
    number = _number(element.attributes.get("start", ""), 1)
    for item in (each for each in element.children if isinstance(each, Element)):
        marker = f"{number}." if element.tag == "ol" else _BULLETS[min(depth, len(_BULLETS) - 1)]
        number += 1
        for block in _blocks(item.children, ParagraphKind.TEXT, depth + 1):
            if isinstance(block, Paragraph) and block.kind is ParagraphKind.TEXT:
                yield Item(marker, depth, block.content)
                marker = ""
            else:
                yield block


def _table(element: Element) -> Iterator[Block]:
    for caption in element.below("caption"):
        yield from _paragraph(caption.children, ParagraphKind.CAPTION)
    rows: list[tuple[Cell, ...]] = []
    heads = 0
    for row in element.below("tr"):
        cells = [each for each in row.children if isinstance(each, Element) and each.tag in ("td", "th")]
        if not cells:
            continue
        if heads == len(rows) and all(each.tag == "th" for each in cells):
            heads += 1
        rows.append(tuple(map(_cell, cells)))
    if rows:
        yield Table(tuple(rows), heads if heads < len(rows) else 0)


def _cell(element: Element) -> Cell:
    align = _ALIGN.search(element.attributes.get("style", ""))
    lines: list[tuple[Inline, ...]] = []
    for block in _blocks(element.children, ParagraphKind.TEXT, 0):
        match block:
            case Item(marker, _, content):
                lines.append((Text(marker), *content) if marker else content)
            case Paragraph() | Heading():
                lines.append(block.content)
            case Table():  # within a cell: a line for each row
                lines += [
                    tuple(part for cell in row for line in cell.lines for part in (*line, Text("　")))
                    for row in block.rows
                ]
            case Rule():
                pass
    return Cell(
        tuple(lines),
        _number(element.attributes.get("colspan", ""), 1, _LARGEST_SPAN),
        _number(element.attributes.get("rowspan", ""), 1, _LARGEST_SPAN),
        align[1] if align else "",
        element.tag == "th",
    )


def _number(written: str, default: int, most: int = 10**6) -> int:
    return min(max(int(written), 1), most) if written.isdecimal() else default


def _inline(nodes: Iterable[Node], look: Look) -> Iterator[Inline]:
    for node in nodes:
        if isinstance(node, str):
            text = _SPACE.sub(" ", node)
            if text:
                yield Text(text, look)
        else:
            yield from _inline_element(node, look)


def _inline_element(element: Element, look: Look) -> Iterator[Inline]:
    match element.tag:
        case "br":
            yield LineBreak()
        case "img":
            yield Picture(element.attributes.get("src", ""), element.attributes.get("alt", ""))
        case "sup" if (note := _note_of(element)) is not None:
            yield NoteMark(note)
        case "span" if "tb-figure__mark" in element.classes:
            yield Text(f"（{element.text}）", look)  # 更正, set apart by its look on the page
        case "a" if element.classes & {"footnote-backref", "headerlink"}:
            pass
        case tag:
            yield from _inline(element.children, _look_of(tag, look))


def _look_of(tag: str, look: Look) -> Look:
    """Return the look of a text within the element ``tag``, which is within a text of ``look``."""
    match tag:
        case "strong" | "b" | "em" | "i" | "dfn":
            return replace(look, is_emphasised=True)
        case "del" | "s":
            return replace(look, is_struck=True)
        case "ins" | "u":
            return replace(look, is_underlined=True)
        case "sub":
            return replace(look, position=Position.SUBSCRIPT)
        case "sup":
            return replace(look, position=Position.SUPERSCRIPT)
        case _:
            return look


def _note_of(element: Element) -> str | None:
    """Return the key of the note that an element refers to, ``None`` if it refers to none."""
    mark = next((each for each in element.below("a") if "footnote-ref" in each.classes), None)
    return None if mark is None else mark.attributes.get("href", "").removeprefix("#")


def _trimmed(content: Iterable[Inline]) -> tuple[Inline, ...]:
    """Return the content with equal neighbours joined, and no space at the ends of its lines."""
    joined: list[Inline] = []
    for each in content:
        last = joined[-1] if joined else None
        if isinstance(each, Text) and isinstance(last, Text) and each.look == last.look:
            joined[-1] = Text(last.text + each.text, last.look)
        else:
            joined.append(each)
    trimmed: list[Inline] = []
    for at, each in enumerate(joined):
        part = each
        if isinstance(part, Text):
            text = _SPACE.sub(" ", part.text)
            text = text.lstrip(" ") if at == 0 or isinstance(joined[at - 1], LineBreak) else text
            is_last = at + 1 == len(joined) or isinstance(joined[at + 1], LineBreak)
            part = Text(text.rstrip(" ") if is_last else text, part.look)
            if not part.text:
                continue
        trimmed.append(part)
    while trimmed and isinstance(trimmed[-1], LineBreak):
        trimmed.pop()
    return tuple(trimmed)
