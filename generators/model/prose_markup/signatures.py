"""Signatures (落款) at the end of an official document: its offices, each on a line, and the date."""

from __future__ import annotations

import re
from typing import Final
from xml.etree.ElementTree import Element, SubElement

from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE, STX

SIGNATURE_CLASS: Final = "tb-signature"

_HAN: Final = "[〇零○一二三四五六七八九十]"
DATE: Final = re.compile(rf"\d{{4}}年\d{{1,2}}月\d{{1,2}}日|{_HAN}{{4}}年{_HAN}{{1,3}}月{_HAN}{{1,3}}日")
"""A day as documents write it."""

_OFFICE: Final = re.compile(r"(?=.*[^\W\d_])[^。；;：:，,！!？?…]+")
"""A name: a letter is in it, and no punctuation."""

_SOME_NAME: Final = "某"
_LONGEST_OFFICE: Final = 40
_MOST_OFFICES: Final = 8


class Signatures(Treeprocessor):
    """Makes one paragraph of a signature that keeps its lines and is marked, so that it is set at the right.

    A paragraph is a signature if its last line is a date and the others are names of offices. At the end of
    what was typed they may be paragraphs of their own.
    """

    def run(self, root: Element) -> None:
        """Change the tree in place."""
        blocks = list(root)
        for at, block in enumerate(blocks):
            *offices, date = _lines(block) or [""]
            if not DATE.fullmatch(date):
                continue
            if _are_offices(offices):
                _set_in_lines(block)
            elif not offices and at and _is_end(blocks[at + 1 :]) and _are_offices(_lines(blocks[at - 1])):
                _append_line(blocks[at - 1], date)
                root.remove(block)
                _set_in_lines(blocks[at - 1])


def _lines(block: Element) -> list[str]:
    """Return the lines of a paragraph as typed, without the space around them; none of another block.

    HTML within a line, such as the link of a call, counts as a name.
    """
    text = "".join(block.itertext()).strip() if block.tag == "p" else ""
    if not text or HTML_PLACEHOLDER_RE.fullmatch(text):
        return []
    return [line.strip() for line in HTML_PLACEHOLDER_RE.sub(_SOME_NAME, text).split("\n")]


def _are_offices(lines: list[str]) -> bool:
    return 1 <= len(lines) <= _MOST_OFFICES and all(map(_is_office, lines))


def _is_office(line: str) -> bool:
    return len(line) <= _LONGEST_OFFICE and not DATE.search(line) and bool(_OFFICE.fullmatch(line))


def _is_end(following: list[Element]) -> bool:
    """Whether nothing typed follows: no block, or HTML that a template has put aside."""
    return not following or (following[0].tag == "p" and (following[0].text or "").startswith(STX))


def _set_in_lines(paragraph: Element) -> None:
    """Mark a paragraph, and put ``<br>`` in the place of its line breaks, except behind one that is there."""
    paragraph.set("class", f"{paragraph.get('class', '')} {SIGNATURE_CLASS}".strip())
    children = list(paragraph)
    for child in children:
        paragraph.remove(child)
    first, *others = (paragraph.text or "").strip().split("\n")
    paragraph.text = first.strip()
    for line in others:
        _append_line(paragraph, line)
    for child in children:
        text, child.tail = child.tail or "", None
        first, *others = (text.lstrip() if child.tag == "br" else text).split("\n")
        paragraph.append(child)
        child.tail = first
        for line in others:
            _append_line(paragraph, line)


def _append_line(paragraph: Element, line: str) -> None:
    SubElement(paragraph, "br").tail = line.strip()
