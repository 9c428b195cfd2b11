"""Pairs of marks: both halves of one kind, “甲” and （乙）."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generators.proofreading.characters import HAN
from generators.proofreading.slip import Slip

_OPENINGS: Final = {"（": "）", "〔": "〕", "【": "】", "《": "》", "〈": "〉", "(": ")", "[": "]", "<": ">"}
_CLOSINGS: Final = {closing: opening for opening, closing in _OPENINGS.items()}
_NARROW: Final = frozenset("()[]<>")
_FAMILIES: Final = ("（）()", "〔〕【】[]", "《》〈〉<>")
_LONGEST: Final = 200
"""The number of characters between two halves that still belong together."""

_QUOTE: Final = re.compile('[“”"]')
_HAN: Final = re.compile(f"[{HAN}]")
_UNIT: Final = re.compile(
    r"[^\n]+(?:\n(?![ \t\u3000]*(?:(?:[-*+]|\d{1,9}[.)]|#+)[ \t]|\||\r?\n|\Z))(?!\u3000)[^\n]+)*"
)
"""A paragraph, an item of a list or a heading: a pair does not reach beyond it."""


@dataclass(frozen=True, slots=True)
class _Mark:
    """One half of a pair, and its offset."""

    text: str
    at: int


def brackets(text: str) -> Iterator[Slip]:
    """Yield W715 for a bracket whose other half is of another width or kind, or is missing.

    The half-width half is replaced. Two different full-width halves, and a missing one, are for a person.
    """
    for unit in _UNIT.finditer(text):
        opened: list[_Mark] = []
        for at in range(unit.start(), unit.end()):
            character = text[at]
            if character in _OPENINGS:
                opened.append(_Mark(character, at))
            elif character in _CLOSINGS:
                yield from _closed(opened, _Mark(character, at), text)
        for mark in opened:
            if mark.text not in _NARROW:
                yield _slip(mark, f"“{mark.text}”没有另一半“{_OPENINGS[mark.text]}”")


def _closed(opened: list[_Mark], closing: _Mark, text: str) -> Iterator[Slip]:
    """Take the half that ``closing`` belongs to from ``opened``; yield a slip if it is of another kind.

    Narrow halves in between may be signs of their own, such as ``<``. A closing half alone is no slip:
    numbers are written 1) and 一）.
    """
    family = next(each for each in _FAMILIES if closing.text in each)
    for index in range(len(opened) - 1, -1, -1):
        opening = opened[index]
        if closing.at - opening.at > _LONGEST:
            return
        if opening.text in family:
            if _is_pair(opening, closing, text):
                del opened[index:]
                yield from _half(opening, closing)
            return
        if opening.text not in _NARROW:
            return


def _is_pair(opening: _Mark, closing: _Mark, text: str) -> bool:
    """Whether two halves of one family belong together; a narrow one of two only around Chinese."""
    if closing.text == ">" and opening.text != "<":
        return _HAN.match(text[closing.at - 1]) is not None
    return True


def _half(opening: _Mark, closing: _Mark) -> Iterator[Slip]:
    expected = _OPENINGS[opening.text]
    if closing.text == expected:
        return
    if closing.text in _NARROW:
        yield _slip(closing, f"“{opening.text}”的另一半应为“{expected}”，不是“{closing.text}”", expected)
    elif opening.text in _NARROW:
        right = _CLOSINGS[closing.text]
        yield _slip(opening, f"“{closing.text}”的另一半应为“{right}”，不是“{opening.text}”", right)
    else:
        yield _slip(closing, f"“{opening.text}”与“{closing.text}”不成对")


def quotes(text: str) -> Iterator[Slip]:
    """Yield W715 for a quotation mark “ ” that is turned the wrong way, straight, or without its other half.

    Replaced only if the marks of the paragraph become pairs in order.
    """
    for unit in _UNIT.finditer(text):
        marks = [_Mark(match[0], match.start()) for match in _QUOTE.finditer(text, unit.start(), unit.end())]
        if not {"“", "”"} & {mark.text for mark in marks} or _is_balanced(marks):
            continue
        if len(marks) % 2:
            begins = text[unit.start() : marks[0].at].strip(" \t\u3000>#-.+*0123456789") == ""
            if begins and marks[0].text == "“" and _is_balanced(marks[1:]):
                continue  # each paragraph of a long quotation begins with “, only the last ends with ”
            yield _slip(marks[-1], "这一段的引号不成对")
            continue
        for number, mark in enumerate(marks):
            right = "”" if number % 2 else "“"
            if mark.text != right:
                yield _slip(mark, f"引号 {mark.text} 应为 {right}", right)


def _is_balanced(marks: list[_Mark]) -> bool:
    """Whether “ and ” are pairs, which may stand within each other."""
    depth = 0
    for mark in marks:
        depth += {"“": 1, "”": -1}.get(mark.text, -len(marks))
        if depth < 0:
            return False
    return depth == 0


def _slip(mark: _Mark, detail: str, right: str | None = None) -> Slip:
    return Slip("W715", mark.at, mark.at + 1, detail, right)
