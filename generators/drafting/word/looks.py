"""How the paragraphs of a Word document look: font, size, colour, whether set by a style or by hand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from docx.document import Document
from docx.oxml.ns import qn

_RED: Final = 0x90
_DARK: Final = 0x60
_OFF: Final = frozenset({"0", "false", "none", "off"})
_HEX: Final = re.compile(r"[0-9A-Fa-f]{6}")
_LEVEL: Final = re.compile(r"(?:heading|标题) ?(\d)")
_DEEPEST: Final = 20


@dataclass(frozen=True, slots=True)
class Look:
    """The look of most of a paragraph's characters; ``style`` is the name of its style in lower case.

    ``size`` is in points, 0 if nothing says it. ``level`` is that of its heading style or in the outline,
    counted from 1; 0 if it has none.
    """

    text: str
    style: str
    font: str
    size: float
    is_bold: bool
    is_red: bool
    is_centred: bool
    level: int

    @property
    def is_heiti(self) -> bool:
        """Whether it is in 黑体."""
        return "黑" in self.font or "hei" in self.font.casefold()

    @property
    def is_kaiti(self) -> bool:
        """Whether it is in 楷体."""
        return "楷" in self.font or "kai" in self.font.casefold()

    @property
    def is_xiaobiaosong(self) -> bool:
        """Whether it is in 小标宋, the font of titles."""
        return "小标宋" in self.font or "xiaobiaosong" in self.font.casefold()


class Looks:
    """The looks of the paragraphs of one document."""

    def __init__(self, document: Document) -> None:
        """Index the styles of ``document``."""
        root: Any = document.styles.element
        styles = root.findall(qn("w:style"))
        self._styles = {each.get(qn("w:styleId")): each for each in styles}
        self._default = next(
            (
                each.get(qn("w:styleId"))
                for each in styles
                if each.get(qn("w:type")) == "paragraph" and each.get(qn("w:default")) not in (None, *_OFF)
            ),
            "",
        )
        self._defaults = list(root.iterfind(f"{qn('w:docDefaults')}//{qn('w:rPr')}"))

    def of(self, paragraph: Any) -> Look:  # noqa: ANN401 - lxml has no types
        """Return the look of a ``w:p``."""
        properties = paragraph.find(qn("w:pPr"))
        named = properties.find(qn("w:pStyle")) if properties is not None else None
        chain = list(self._chain(named.get(qn("w:val")) if named is not None else self._default))
        fonts: Counter[str] = Counter()
        sizes: Counter[float] = Counter()
        bold, red, length = 0, 0, 0
        for run in paragraph.iter(qn("w:r")):
            text = "".join(each.text or "" for each in run.iter(qn("w:t"))).strip()
            layers = list(self._layers(run, chain))
            weight = len(text)
            length += weight
            fonts[_font(layers)] += weight
            sizes[_number(_value(layers, "sz")) / 2] += weight
            bold += weight if _is_on(layers, "b") else 0
            red += weight if _is_red(_value(layers, "color")) else 0
        holders = [properties, *(each.find(qn("w:pPr")) for each in chain)]
        paragraphs = [each for each in holders if each is not None]
        style = _style_name(chain)
        return Look(
            text_of(paragraph),
            style,
            fonts.most_common(1)[0][0] if fonts else "",
            sizes.most_common(1)[0][0] if sizes else 0,
            is_bold=2 * bold > length,
            is_red=2 * red > length,
            is_centred=_value(paragraphs, "jc") == "center",
            level=_level(style, _value(paragraphs, "outlineLvl")),
        )

    def _chain(self, style: str | None) -> Iterator[Any]:
        """Yield a style and those that it is based on."""
        for _ in range(_DEEPEST):
            element = self._styles.get(style) if style else None
            if element is None:
                return
            yield element
            based = element.find(qn("w:basedOn"))
            style = based.get(qn("w:val")) if based is not None else None

    def _layers(self, run: Any, chain: list[Any]) -> Iterator[Any]:  # noqa: ANN401 - lxml has no types
        """Yield the properties of a run, the decisive ones first."""
        own = run.find(qn("w:rPr"))
        if own is not None:
            yield own
            named = own.find(qn("w:rStyle"))
            for style in self._chain(named.get(qn("w:val"))) if named is not None else ():
                yield from style.findall(qn("w:rPr"))
        for style in chain:
            yield from style.findall(qn("w:rPr"))
        yield from self._defaults


def text_of(paragraph: Any) -> str:  # noqa: ANN401 - lxml has no types
    """Return the text of a ``w:p`` without what was deleted; tabs and line breaks are kept."""
    parts = []
    for each in paragraph.iter(qn("w:t"), qn("w:tab"), qn("w:br")):
        if each.tag == qn("w:t"):
            parts.append(each.text or "")
        elif each.getparent().tag == qn("w:r"):
            parts.append("\t" if each.tag == qn("w:tab") else "\n")
    return "".join(parts)


def _value(layers: list[Any], name: str) -> str:
    for layer in layers:
        child = layer.find(qn(f"w:{name}"))
        if child is not None:
            return child.get(qn("w:val")) or ""
    return ""


def _font(layers: list[Any]) -> str:
    for layer in layers:
        child = layer.find(qn("w:rFonts"))
        if child is not None:
            font = child.get(qn("w:eastAsia")) or ""
            if font:
                return str(font)
    return ""


def _is_on(layers: list[Any], name: str) -> bool:
    for layer in layers:
        child = layer.find(qn(f"w:{name}"))
        if child is not None:
            return child.get(qn("w:val")) not in _OFF
    return False


def _is_red(colour: str) -> bool:
    if not _HEX.fullmatch(colour):
        return False
    red, green, blue = (int(colour[at : at + 2], 16) for at in (0, 2, 4))
    return red > _RED and max(green, blue) < _DARK


def _number(text: str) -> float:
    return float(text) if text.isdecimal() else 0


def _style_name(chain: list[Any]) -> str:
    name = chain[0].find(qn("w:name")) if chain else None
    return str(name.get(qn("w:val")) or "").casefold() if name is not None else ""


def _level(style: str, outline: str) -> int:
    found = _LEVEL.fullmatch(style)
    if found:
        return int(found[1])
    return int(outline) + 1 if outline.isdecimal() and int(outline) < 9 else 0  # noqa: PLR2004 - 9 is body text
