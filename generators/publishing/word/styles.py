"""The paragraph styles of a document: all looks are in them, so that an office changes them in one place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import floor
from typing import Final

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from generators.publishing.word.measures import (
    BODY,
    FANGSONG,
    HEITI,
    KAITI,
    PITCH,
    RED,
    SMALL,
    SMALL_PITCH,
    SONGTI,
    TAIL,
    TAIL_PITCH,
    TITLE,
    TITLE_PITCH,
    TRACKING,
    XIAOBIAOSONG,
)
from generators.publishing.word.xml import POINT, w


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style; lengths are points, ``indent`` is that of the first line in characters.

    ``level`` is that of a heading in the outline, counted from 1; 0 for other paragraphs.
    """

    id: str
    name: str
    font: str = FANGSONG
    size: float = BODY
    pitch: float = PITCH
    before: float = 0
    after: float = 0
    align: str = "both"
    indent: int = 0
    left: float = 0
    right: float = 0
    hanging: float = 0
    is_tracked: bool = False
    keeps_next: bool = False
    keeps_lines: bool = False
    level: int = 0
    colour: str = ""


BODY_TEXT: Final = Style("Normal", "Normal", indent=2, is_tracked=True)
PLAIN: Final = Style("TbPlain", "版头")
SERIES: Final = Style(
    "TbSeries", "红头", XIAOBIAOSONG, pitch=0, before=22.7, align="center", keeps_next=True, colour=RED
)
NUMBER: Final = Style("TbNumber", "期号", before=11.3, align="center", keeps_next=True)
ISSUER: Final = Style("TbIssuer", "编发单位和日期", before=8.5, left=BODY, right=BODY, align="left")
MARK: Final = Style("TbMark", "标注", HEITI, SMALL, 16, align="left")
EDITOR_NOTE: Final = Style(
    "TbEditorNote", "编者按", KAITI, before=PITCH, left=2 * BODY, right=2 * BODY, is_tracked=True
)
HEADLINE: Final = Style(
    "Title", "Title", XIAOBIAOSONG, TITLE, TITLE_PITCH, PITCH, PITCH, "center", keeps_next=True
)
HEADINGS: Final = tuple(
    Style(
        f"Heading{level}",
        f"heading {level}",
        font,
        indent=2,
        is_tracked=True,
        keeps_next=True,
        keeps_lines=True,
        level=level,
    )
    for level, font in enumerate((HEITI, KAITI, FANGSONG, FANGSONG, FANGSONG), start=1)
)
QUOTATION: Final = Style("TbQuotation", "引文", KAITI, left=2 * BODY, right=2 * BODY, is_tracked=True)
SIGNATURE: Final = Style(
    "TbSignature", "落款", before=PITCH, right=4 * BODY, align="right", is_tracked=True, keeps_lines=True
)
CODE: Final = Style("TbCode", "照录", left=2 * BODY, align="left")
CAPTION: Final = Style(
    "TbCaption", "表题", HEITI, SMALL, SMALL_PITCH, before=6, align="center", keeps_next=True
)
PICTURE: Final = Style("TbPicture", "图片", pitch=0, before=6, after=6, align="center")
CELL: Final = Style("TbCell", "表格文字", size=SMALL, pitch=SMALL_PITCH, align="left")
CELL_HEAD: Final = Style("TbCellHead", "表头", HEITI, SMALL, SMALL_PITCH, align="center")
NOTE: Final = Style("TbNote", "脚注文字", size=SMALL, pitch=SMALL_PITCH)
IMPRINT: Final = Style(
    "TbImprint", "版记", size=TAIL, pitch=TAIL_PITCH, before=2.83, after=2.83, left=TAIL, right=TAIL
)
FOLIO_ODD: Final = Style("TbFolioOdd", "单页码", SONGTI, TAIL, TAIL, right=TAIL, align="right")
FOLIO_EVEN: Final = Style("TbFolioEven", "双页码", SONGTI, TAIL, TAIL, left=TAIL, align="left")
HIDDEN: Final = Style("TbBreak", "分节", size=1, pitch=1)

STYLES: Final = (
    BODY_TEXT,
    PLAIN,
    SERIES,
    NUMBER,
    ISSUER,
    MARK,
    EDITOR_NOTE,
    HEADLINE,
    *HEADINGS,
    QUOTATION,
    SIGNATURE,
    CODE,
    CAPTION,
    PICTURE,
    CELL,
    CELL_HEAD,
    NOTE,
    IMPRINT,
    FOLIO_ODD,
    FOLIO_EVEN,
    HIDDEN,
)


def styles_element() -> BaseOxmlElement:
    """Return all styles of a document, with what they share as its defaults."""
    defaults = w(
        "docDefaults",
        w(
            "rPrDefault",
            w(
                "rPr",
                fonts_element(FANGSONG),
                w("kern", val=0),
                w("sz", val=2 * BODY),
                w("szCs", val=2 * BODY),
                w("lang", val="en-US", eastAsia="zh-CN", bidi="ar-SA"),
            ),
        ),
        w("pPrDefault", w("pPr")),
    )
    return w("styles", defaults, *map(_element, STYLES), _table_style())


def fonts_element(font: str) -> BaseOxmlElement:
    """Return the fonts of a run: ``font`` for Chinese and for all else."""
    return w("rFonts", ascii=font, hAnsi=font, eastAsia=font, cs=font)


def spacing_element(style: Style, *, pitch: float | None = None) -> BaseOxmlElement:
    """Return the spacing of paragraphs of ``style``; a ``pitch`` of 0 is as high as what stands on it."""
    height = style.pitch if pitch is None else pitch
    line = {"line": str(round(height * POINT)), "lineRule": "exact"}
    if not height:
        line = {"line": "240", "lineRule": "auto"}
    return w("spacing", before=style.before * POINT, after=style.after * POINT, **line)


def _element(style: Style) -> BaseOxmlElement:
    is_default = style is BODY_TEXT
    element = w(
        "style",
        w("name", val=style.name),
        None if is_default else w("basedOn", val=BODY_TEXT.id),
        w("next", val=BODY_TEXT.id) if style.level else None,
        w("uiPriority", val=9),
        w("qFormat"),
        w("pPr", *_paragraph_properties(style)),
        w("rPr", *_run_properties(style)),
        type="paragraph",
        styleId=style.id,
    )
    if is_default:
        element.set(qn("w:default"), "1")
    return element


def _paragraph_properties(style: Style) -> Iterator[BaseOxmlElement]:
    """Yield the properties in the order that the format asks for."""
    yield w("keepNext", val=int(style.keeps_next))
    yield w("keepLines", val=int(style.keeps_lines))
    yield w("widowControl", val=1)
    # Neither marks beyond the edge nor gaps between Chinese and digits: 28 characters are 28 characters.
    yield w("overflowPunct", val=0)
    yield w("autoSpaceDE", val=0)
    yield w("autoSpaceDN", val=0)
    yield w("snapToGrid", val=0)
    yield spacing_element(style)
    yield w(
        "ind",
        left=style.left * POINT,
        right=style.right * POINT,
        firstLineChars=100 * style.indent,
        firstLine=style.indent * (BODY + TRACKING) * POINT,
    )
    yield w("jc", val=style.align)
    if style.level:
        yield w("outlineLvl", val=style.level - 1)


def _run_properties(style: Style) -> Iterator[BaseOxmlElement]:
    yield fonts_element(style.font)
    yield w("b", val=0)
    yield w("i", val=0)
    yield w("color", val=style.colour or "000000")
    yield w("spacing", val=floor(TRACKING * POINT) if style.is_tracked else 0)
    yield w("sz", val=2 * style.size)
    yield w("szCs", val=2 * style.size)


def _table_style() -> BaseOxmlElement:
    edge = {"val": "single", "sz": "6", "space": "0", "color": "000000"}
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    margins = (("top", 2), ("left", 4), ("bottom", 2), ("right", 4))
    return w(
        "style",
        w("name", val="通报表格"),
        w(
            "tblPr",
            w("tblBorders", *(w(side, **edge) for side in sides)),
            w("tblCellMar", *(w(side, w=width * POINT, type="dxa") for side, width in margins)),
        ),
        type="table",
        styleId="TbTable",
    )
