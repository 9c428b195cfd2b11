"""Writes HTML that was made of a Word document as the Markdown of a bulletin."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape
from typing import Final

from generators.drafting.word.tables import table_lines
from generators.model.html_tree import Element, Node

_HEADING: Final = re.compile(r"h([2-6])")
_SPECIAL: Final = re.compile(r"[\\`_\[\]{}]|(?<!\d)\*|\*(?!\d)")
_AT_START: Final = re.compile(r"#|[+\-](?=[ +\-]|$)|=(?==*$)|~(?=~~)")
"""Matches what would make a heading, a list, a rule or code of a line that begins with it."""

_ADDRESS: Final = re.compile(r"(?:https?|mailto|tel):[^\s<>()]+")
_SPACE: Final = re.compile(r"[ \t\r\n\u00a0\u2002\u2003\u3000]+")
_HAN: Final = r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef“”‘’…—]"
_BESIDE_HAN: Final = re.compile(rf"(?<={_HAN}) +| +(?={_HAN})")
_REFERENCE: Final = re.compile(r"#((?:foot|end)note)-(\w+)")
_NOTE: Final = re.compile(r"((?:foot|end)note)-(\w+)")
_BULLET: Final = re.compile(r"[•●◦▪■◆○·]\s*(?=\S)")
_DATE_LINE: Final = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日")


def markdown_of(root: Element) -> str:
    """Return the Markdown of ``root``, a text without title, and of its notes."""
    return "\n\n".join(filter(None, _blocks(root.children))).strip() + "\n"


def plain_text(text: str) -> str:
    """Return text as Markdown that shows it as it is; spaces beside Chinese characters are layout."""
    folded = _BESIDE_HAN.sub("", _SPACE.sub(" ", text))
    return escape(_SPECIAL.sub(lambda match: f"\\{match[0]}", folded), quote=False)


def _blocks(nodes: Iterable[Node]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, str):
            if node.strip():
                yield _paragraph([node])
        else:
            yield from _block(node)


def _block(element: Element) -> Iterator[str]:
    heading = _HEADING.fullmatch(element.tag)
    if heading:
        yield f"{'#' * int(heading[1])} {_one_line(_inline(element.children, is_plain=True))}"
        return
    match element.tag:
        case "p":
            yield _paragraph(element.children)
        case "ul" | "ol" if _is_notes(element):
            yield from _notes(element)
        case "ul" | "ol":
            yield "\n".join(_items(element, 0))
        case "table":
            yield "\n".join(table_lines(element, _inline))
        case _:
            yield from _blocks(element.children)


def _paragraph(nodes: Iterable[Node]) -> str:
    lines = [_one_line(line) for line in _inline(nodes).split("\n")]
    lines = [_AT_START.sub(_entity, line, count=1) if _AT_START.match(line) else line for line in lines]
    lines = [line for line in lines if line]
    if lines and (bullet := _BULLET.match(lines[0])):
        lines[0] = f"- {lines[0][bullet.end() :]}"
    if len(lines) > 1 and _DATE_LINE.fullmatch(lines[-1]):
        return "\n".join(lines)  # a signature keeps its lines
    return "<br>\n".join(lines)


def _entity(match: re.Match[str]) -> str:
    return f"&#{ord(match[0])};"


def _one_line(text: str) -> str:
    return _BESIDE_HAN.sub("", " ".join(text.split()))


def _inline(nodes: Iterable[Node], *, is_plain: bool = False) -> str:
    return "".join(plain_text(each) if isinstance(each, str) else _mark(each, is_plain) for each in nodes)


def _mark(element: Element, is_plain: bool) -> str:  # noqa: FBT001, PLR0911 - as in _inline; one for each tag
    inner = _inline(element.children, is_plain=is_plain)
    match element.tag:
        case "br":
            return "\n"
        case "strong" | "b" if inner.strip() and not is_plain:
            return f"**{inner.strip()}**"
        case "sup" if (reference := _reference(element)) is not None:
            return f"[^{reference}]"
        case "sup" | "sub" | "s" | "u" if inner.strip() and not is_plain:
            return f"<{element.tag}>{inner}</{element.tag}>"
        case "a" if _ADDRESS.fullmatch(element.attributes.get("href", "")) and not is_plain:
            return f"[{inner}]({element.attributes['href']})"
        case "img" if element.attributes.get("src"):
            described = plain_text(element.attributes.get("alt", "")).replace("\n", "")
            return f"![{described}]({element.attributes['src']})"
    return inner


def _reference(element: Element) -> str | None:
    for link in element.below("a"):
        found = _REFERENCE.fullmatch(link.attributes.get("href", ""))
        if found:
            return _name(found)
    return None


def _name(found: re.Match[str]) -> str:
    return found[2] if found[1] == "footnote" else f"e{found[2]}"


def _is_notes(element: Element) -> bool:
    items = [each for each in element.children if isinstance(each, Element)]
    return bool(items) and all(_NOTE.fullmatch(each.attributes.get("id", "")) for each in items)


def _notes(element: Element) -> Iterator[str]:
    for item in element.below("li"):
        found = _NOTE.fullmatch(item.attributes.get("id", ""))
        if found:
            texts = [
                _inline([each for each in part.children if not _leads_back(each)]) for part in item.below("p")
            ]
            yield f"[^{_name(found)}]: {_one_line(' '.join(texts))}"


def _leads_back(node: Node) -> bool:
    return isinstance(node, Element) and "note-ref-" in node.attributes.get("href", "")


def _items(element: Element, depth: int) -> Iterator[str]:
    number = 0
    for item in element.children:
        if not isinstance(item, Element):
            continue
        number += 1
        marker = "-" if element.tag == "ul" else f"{number}."
        inner = [each for each in item.children if isinstance(each, str) or each.tag not in ("ul", "ol")]
        text = _one_line(_inline(inner).replace("\n", " "))
        if text:
            yield f"{'  ' * depth}{marker} {text}"
        for part in item.children:
            if isinstance(part, Element) and part.tag in ("ul", "ol"):
                yield from _items(part, depth + 1)
