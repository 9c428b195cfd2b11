"""Writes out the numbers that Word counts by itself: 一、（一）1.① of automatic lists become text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any, Final

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

_DIGITS: Final = "零一二三四五六七八九"
_CHINESE: Final = frozenset(
    {
        "chineseCounting",
        "chineseCountingThousand",
        "ideographDigital",
        "japaneseCounting",
        "taiwaneseCounting",
        "taiwaneseCountingThousand",
    }
)
_CIRCLED: Final = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_CIRCLES: Final = frozenset({"decimalEnclosedCircle", "decimalEnclosedCircleChinese"})
_PLAIN: Final = frozenset({"decimal", "decimalFullWidth", "decimalHalfWidth"})
_PLACEHOLDER: Final = re.compile(r"%(\d)")
_TEN: Final = 10
_HUNDRED: Final = 100


def chinese_number(number: int) -> str:
    """Return a number below 100 as 十二, a larger one in digits."""
    if not 0 < number < _HUNDRED:
        return str(number)
    tens, ones = divmod(number, _TEN)
    head = "" if not tens else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return head + (_DIGITS[ones] if ones else "")


@dataclass(frozen=True, slots=True)
class _Level:
    form: str
    text: str
    start: int

    @property
    def is_counted(self) -> bool:
        """Whether its numbers are written as official papers write them; bullets and letters are not."""
        return self.form in _CHINESE | _CIRCLES | _PLAIN


@dataclass(slots=True)
class _Counts:
    """How far each level of one list has counted."""

    levels: Mapping[int, _Level]
    reached: dict[int, int] = field(default_factory=dict)

    def next(self, at: int) -> str:
        """Return the next number of the level ``at``; deeper levels begin again."""
        level = self.levels[at]
        self.reached[at] = self.reached.get(at, level.start - 1) + 1
        for deeper in [each for each in self.reached if each > at]:
            del self.reached[deeper]
        return _PLACEHOLDER.sub(lambda match: self._shown(int(match[1]) - 1), level.text)

    def _shown(self, at: int) -> str:
        level = self.levels.get(at)
        number = self.reached.get(at, level.start if level else 1)
        if level is not None and level.form in _CHINESE:
            return chinese_number(number)
        if level is not None and level.form in _CIRCLES and 0 < number <= len(_CIRCLED):
            return _CIRCLED[number - 1]
        return str(number)


def write_out_numbers(document: Document) -> None:
    """Put the number of every counted paragraph of ``document`` before its text, and count it no more."""
    lists = _lists(document)
    if not lists:
        return
    counts: dict[str, _Counts] = {}
    of_styles = dict(_numbers_of_styles(document))
    for paragraph in document.element.body.iter(qn("w:p")):
        found = _number_of(paragraph.pPr) if paragraph.pPr is not None else None
        if found is None and paragraph.style is not None:
            found = of_styles.get(paragraph.style)
        if found is None or found[0] not in lists:
            continue
        name, at = found
        levels = lists[name]
        if at not in levels or not levels[at].is_counted:
            continue
        number = counts.setdefault(name, _Counts(levels)).next(at)
        _write(paragraph, number)


def _write(paragraph: Any, number: str) -> None:  # noqa: ANN401 - lxml has no types
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = number
    run.append(text)
    properties = paragraph.get_or_add_pPr()
    properties.addnext(run)
    first = next((each for each in paragraph.iter(qn("w:rPr")) if each.getparent().tag == qn("w:r")), None)
    if first is not None:  # in the looks of the text
        run.insert(0, deepcopy(first))
    for each in properties.findall(qn("w:numPr")):
        properties.remove(each)
    none = OxmlElement("w:numPr")
    none.append(_valued("w:ilvl", "0"))
    none.append(_valued("w:numId", "0"))
    properties.append(none)


def _valued(name: str, value: str) -> Any:  # noqa: ANN401 - lxml has no types
    element = OxmlElement(name)
    element.set(qn("w:val"), value)
    return element


def _lists(document: Document) -> dict[str, dict[int, _Level]]:
    """Return by the id of each list its levels."""
    try:
        root: Any = document.part.part_related_by(RELATIONSHIP_TYPE.NUMBERING).element  # type: ignore[attr-defined]
    except KeyError:
        return {}
    abstract = {
        each.get(qn("w:abstractNumId")): dict(_levels(each)) for each in root.findall(qn("w:abstractNum"))
    }
    found = {}
    for each in root.findall(qn("w:num")):
        refers = each.find(qn("w:abstractNumId"))
        if refers is not None:
            found[each.get(qn("w:numId"))] = abstract.get(refers.get(qn("w:val")), {})
    return found


def _levels(abstract: Any) -> Iterator[tuple[int, _Level]]:  # noqa: ANN401 - lxml has no types
    for each in abstract.findall(qn("w:lvl")):
        values: dict[str, str] = defaultdict(str)
        for name in ("start", "numFmt", "lvlText"):
            child = each.find(qn(f"w:{name}"))
            values[name] = "" if child is None else child.get(qn("w:val")) or ""
        start = int(values["start"]) if values["start"].isdecimal() else 1
        yield _whole(each.get(qn("w:ilvl"))), _Level(values["numFmt"] or "decimal", values["lvlText"], start)


def _numbers_of_styles(document: Document) -> Iterator[tuple[str, tuple[str, int]]]:
    for style in document.styles.element.findall(qn("w:style")):
        properties = style.find(qn("w:pPr"))
        found = _number_of(properties) if properties is not None else None
        if found is not None:
            yield style.get(qn("w:styleId")), found


def _number_of(properties: Any) -> tuple[str, int] | None:  # noqa: ANN401 - lxml has no types
    """Return the list and level of a paragraph with ``properties``, ``None`` if it is not in a list."""
    numbered = properties.find(qn("w:numPr"))
    name = numbered.find(qn("w:numId")) if numbered is not None else None
    if name is None:
        return None
    level = numbered.find(qn("w:ilvl"))
    return name.get(qn("w:val")) or "", _whole(level.get(qn("w:val")) if level is not None else "0")


def _whole(text: str | None) -> int:
    return int(text) if text and text.isdecimal() else 0
