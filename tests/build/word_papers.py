"""Word documents as offices make them: looks set by hand, no styles, with what conversion loses."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor
from docx.text.paragraph import Paragraph
from PIL import Image
from PIL.PngImagePlugin import PngInfo

FANGSONG: Final = "仿宋_GB2312"
HEITI: Final = "黑体"
KAITI: Final = "楷体_GB2312"
TITLE: Final = "方正小标宋简体"

_NUMBERED: Final = """<w:abstractNum {ns} w:abstractNumId="90"><w:lvl w:ilvl="0"><w:start w:val="2"/>
<w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>"""
_LIST: Final = '<w:num {ns} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'
_IN_LIST: Final = '<w:numPr {ns}><w:ilvl w:val="0"/><w:numId w:val="90"/></w:numPr>'
_REVISED: Final = (
    "<w:p {ns}><w:r><w:t>本月</w:t></w:r>"
    '<w:del w:id="1" w:author="a"><w:r><w:delText>删去的话</w:delText></w:r></w:del>'
    '<w:ins w:id="2" w:author="a"><w:r><w:t>新添的话</w:t></w:r></w:ins>'
    "<w:r><w:t>到此为止。</w:t></w:r></w:p>"
)
_BOX: Final = (
    '<w:p {ns} xmlns:v="urn:schemas-microsoft-com:vml"><w:r><w:pict><v:shape><v:textbox>'
    "<w:txbxContent><w:p><w:r><w:t>框里的话</w:t></w:r></w:p></w:txbxContent>"
    "</v:textbox></v:shape></w:pict></w:r></w:p>"
)
_FORMULA: Final = (
    '<w:p {ns} xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">'
    "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></w:p>"
)


def paper(write: Callable[[Document], object]) -> bytes:
    """The file of a document that ``write`` fills."""
    document = docx.Document()
    write(document)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


@dataclass(frozen=True, slots=True)
class Type:
    """The type in which a text is set by hand."""

    font: str = FANGSONG
    size: float = 16
    is_red: bool = False
    is_bold: bool = False


BODY: Final = Type()
FIRST: Final = Type(HEITI)
SECOND: Final = Type(KAITI)
HEADLINE: Final = Type(TITLE, 22)
RED: Final = Type(TITLE, 42, is_red=True)
SMALL: Final = Type(size=14)


def line(
    document: Document, text: str, kind: Type = BODY, align: WD_ALIGN_PARAGRAPH | None = None
) -> Paragraph:
    """Add a paragraph that looks as it does by hand."""
    paragraph = document.add_paragraph()
    if align is not None:
        paragraph.alignment = align
    add_run(paragraph, text, kind)
    return paragraph


def add_run(paragraph: Paragraph, text: str, kind: Type = BODY) -> None:
    """Add a run of a type to a paragraph."""
    run = paragraph.add_run(text)
    run.font.name, run.font.size, run.font.bold = kind.font, Pt(kind.size), kind.is_bold or None
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), kind.font)  # noqa: SLF001 - no interface
    if kind.is_red:
        run.font.color.rgb = RGBColor(0xFF, 0, 0)


CENTRE: Final = WD_ALIGN_PARAGRAPH.CENTER
RIGHT: Final = WD_ALIGN_PARAGRAPH.RIGHT


def picture(form: str = "PNG") -> io.BytesIO:
    """A small picture."""
    stream = io.BytesIO()
    Image.new("RGB", (60, 40), (180, 20, 20)).save(stream, form)
    stream.seek(0)
    return stream


def write_office_paper(document: Document) -> None:
    """An issue of the example county's circular as its office types it in Word."""
    write_head(document)
    line(document, "各乡镇（街道）：")
    line(document, "　　现将十月份工作进展情况通报如下。")
    line(document, "一、双整进展", FIRST)
    line(document, "（一）总体情况", SECOND)
    line(document, "到9月底，全县达标村127个，示范村34个；庚午镇、丙寅镇走在前列。*号和_号照写。")
    line(document, "1.分类推进", Type(is_bold=True))
    run_in = line(document, "（二）主要问题。", SECOND)
    add_run(run_in, "有的村重建轻管，台账与现场对不上。")
    line(document, "2.有的地方进展慢，要抓紧。")
    _table(document)
    document.add_picture(picture())
    numbered = line(document, "下一步要求", FIRST)
    _number(document, numbered)
    line(document, "各地对照目标抓紧推进。")
    write_foot(document)


def write_head(document: Document) -> None:
    """The head of the next issue, 第5期, of the example county's circular."""
    line(document, "内部资料　注意保管", FIRST)
    line(document, "示例县工作通报（虚构）", RED, CENTRE)
    line(document, "第5期（总第6期）", align=CENTRE)
    line(document, "示例县工作办公室　　　　　　　　2026年11月12日")
    line(document, "示例县十月份工作", HEADLINE, CENTRE)
    line(document, "进展情况的通报（虚构）", HEADLINE, CENTRE)
    line(document, "")


def write_foot(document: Document) -> None:
    """The signature and the imprint of the circular."""
    line(document, "示例县工作办公室", align=RIGHT)
    line(document, "2026年11月12日", align=RIGHT)
    line(document, "")
    line(document, "报：示例县委，示例县政府。", SMALL)
    line(document, "送：县直各部门（含垂直管理单位，开发区），各群团组织。", SMALL)
    line(document, "发：各乡镇（街道）。", SMALL)
    line(document, "示例县工作办公室印刷间　　　　　2026年11月13日印发", SMALL)
    line(document, "（共印60份）", SMALL)


def write_what_is_lost(document: Document) -> None:
    """A paper with a revision, a text box, a formula and a page header."""
    write_head(document)
    body = document.element.body
    for xml in (_REVISED, _BOX, _FORMULA):
        body[-1].addprevious(parse_xml(xml.format(ns=nsdecls("w"))))
    document.sections[0].header.paragraphs[0].text = "页眉里的话"
    write_foot(document)


def _table(document: Document) -> None:
    rows = (
        ("乡镇", "双整", ""),
        ("", "达标村", "示范村"),
        ("庚午镇", "12", "3"),
        ("丙寅镇", "11", "4"),
    )
    table = document.add_table(len(rows), 3)
    for at, row in enumerate(rows):
        for beside, text in enumerate(row):
            table.cell(at, beside).text = text
    table.cell(0, 0).merge(table.cell(1, 0))
    table.cell(0, 1).merge(table.cell(0, 2))
    for cell in (table.cell(0, 0), table.cell(0, 1)):
        cell.text = cell.text.strip()


def _number(document: Document, paragraph: Paragraph) -> None:
    """Let Word count ``paragraph``, from 二、 on."""
    numbering: Any = document.part.part_related_by(RELATIONSHIP_TYPE.NUMBERING)
    root = numbering.element
    root.insert(0, parse_xml(_NUMBERED.format(ns=nsdecls("w"))))
    root.append(parse_xml(_LIST.format(ns=nsdecls("w"))))
    paragraph._p.get_or_add_pPr().append(parse_xml(_IN_LIST.format(ns=nsdecls("w"))))  # noqa: SLF001 - no interface


def with_parts(content: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The document ``content`` with ``parts`` added, or put in the place of its own."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(stream, "w") as changed:
        for name in archive.namelist():
            if name not in parts:
                changed.writestr(name, archive.read(name))
        for name, data in parts.items():
            changed.writestr(name, data, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def part_of(content: bytes, name: str) -> bytes:
    """The part ``name`` of a document."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name)


def _issue(
    *more: Callable[[Document], object],
    number: str = "第2期",
    day: str = "2024年8月12日",
    title: str = "八月情况",
) -> bytes:
    """An issue of the minimal project's series; its parts are empty where the argument is."""

    def write(document: Document) -> None:
        for text in (number, f"云溪县示例办公室　　{day}" if day else ""):
            line(document, text)
        line(document, title, HEADLINE, CENTRE)
        line(document, "本期说的是八月的情况。")
        for each in more:
            each(document)

    return paper(write)


def _with_metadata(document: Document) -> None:
    stream = io.BytesIO()
    said = PngInfo()
    said.add_text("Author", "某某")
    Image.new("RGB", (60, 40)).save(stream, "PNG", pnginfo=said)
    stream.seek(0)
    document.add_picture(stream)


def _add_bitmap(document: Document) -> None:
    document.add_picture(picture("BMP"))


def _outside() -> bytes:
    name = "word/_rels/document.xml.rels"
    where = 'Target="https://example.com/x.png" TargetMode="External"'
    relation = f'<Relationship Id="rId99" Type="{RELATIONSHIP_TYPE.IMAGE}" {where}/></Relationships>'
    content = _issue()
    changed = part_of(content, name).replace(b"</Relationships>", relation.encode())
    return with_parts(content, {name: changed})


def _with_entities() -> bytes:
    xml = b'<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;</a>'
    return with_parts(_issue(), {"word/document.xml": xml})


def _too_large() -> bytes:
    content = _issue()
    document = part_of(content, "word/document.xml")
    return with_parts(content, {"word/document.xml": document + b" " * (33 * 1024 * 1024)})


_OLD: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600

PAPERS: Final[Mapping[str, Callable[[], bytes]]] = {
    "E871": "不是 Word 文档".encode,
    "E872": lambda: _OLD + "EncryptedPackage".encode("utf-16-le"),
    "E873": lambda: _OLD,
    "E874": lambda: with_parts(_issue(), {"word/vbaProject.bin": b"macro"}),
    "E875": _too_large,
    "E876": _with_entities,
    "E877": _outside,
    "E878": lambda: _issue(title=""),
    "E879": lambda: _issue(number="第1期"),
    "W891": lambda: _issue(_add_text_box),
    "W892": lambda: _issue(_add_bitmap),
    "W893": lambda: _issue(number="第9期"),
    "W894": lambda: _issue(day="", number="第1期"),
    "W895": lambda: _issue(_with_metadata),
}
"""By code a document that only this code is told of, as an issue of the minimal project's series."""


def _add_text_box(document: Document) -> None:
    document.element.body[-1].addprevious(parse_xml(_BOX.format(ns=nsdecls("w"))))
