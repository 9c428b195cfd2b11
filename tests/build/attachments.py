"""Attachments in the formats that offices use, written part by part."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from PIL import ExifTags, Image
from PIL.PngImagePlugin import PngInfo
from pypdf import PdfWriter
from pypdf.annotations import FreeText
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject, RectangleObject

WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
SHEET: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

Parts = Mapping[str, str | bytes]


def archive(files: Parts) -> bytes:
    """A zip with ``files``, the same bytes every time."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def properties(author: str) -> str:
    return (
        '<cp:coreProperties xmlns:cp="c" xmlns:dc="d">'
        f"<dc:creator>{escape(author)}</dc:creator><cp:lastModifiedBy>{escape(author)}</cp:lastModifiedBy>"
        "</cp:coreProperties>"
    )


def _paragraph(text: str) -> str:
    return f'<w:p><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def _table(rows: Sequence[Sequence[str]]) -> str:
    cells = ("".join(f"<w:tc>{_paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def word_part(*blocks: str | Sequence[Sequence[str]], root: str = "document") -> str:
    """An XML part of Word: paragraphs and tables."""
    body = "".join(_paragraph(block) if isinstance(block, str) else _table(block) for block in blocks)
    return f'<w:{root} xmlns:w="{WORD}"><w:body>{body}</w:body></w:{root}>'


def word(*blocks: str | Sequence[Sequence[str]], parts: Parts | None = None) -> bytes:
    """A Word document with paragraphs and tables, and further parts."""
    return archive(
        {"[Content_Types].xml": "<Types/>", "word/document.xml": word_part(*blocks), **(parts or {})}
    )


def slides(*texts: str, parts: Parts | None = None) -> bytes:
    """A presentation with a slide for each text."""
    shown = {
        f"ppt/slides/slide{number}.xml": (
            f'<p:sld xmlns:p="p" xmlns:a="{DRAWING}"><a:p><a:r><a:t>{escape(text)}</a:t></a:r></a:p></p:sld>'
        )
        for number, text in enumerate(texts, start=1)
    }
    return archive({"[Content_Types].xml": "<Types/>", **shown, **(parts or {})})


def workbook(
    sheets: Mapping[str, Mapping[str, str | int | float]],
    *,
    hidden: frozenset[str] = frozenset(),
    dates: frozenset[str] = frozenset(),
    parts: Parts | None = None,
) -> bytes:
    """A workbook: sheets by name, each with its cells by place; the cells in ``dates`` show days."""
    states = dict.fromkeys(hidden, " state='hidden'")
    listed = "".join(
        f"<sheet name={quoteattr(name)} sheetId='{at}' r:id='r{at}'{states.get(name, '')}/>"
        for at, name in enumerate(sheets, start=1)
    )
    relations = "".join(
        f"<Relationship Id='r{at}' Target='worksheets/sheet{at}.xml'/>" for at in range(1, len(sheets) + 1)
    )
    strings = list(
        dict.fromkeys(v for cells in sheets.values() for v in cells.values() if isinstance(v, str))
    )
    written = {
        f"xl/worksheets/sheet{at}.xml": _sheet(cells, strings, dates)
        for at, cells in enumerate(sheets.values(), start=1)
    }
    shared = "".join(f"<si><r><t>{escape(text)}</t></r></si>" for text in strings)
    return archive(
        {
            "[Content_Types].xml": "<Types/>",
            "xl/workbook.xml": (
                f"<workbook xmlns='{SHEET}' xmlns:r='{RELATIONS}'><sheets>{listed}</sheets></workbook>"
            ),
            "xl/_rels/workbook.xml.rels": f"<Relationships>{relations}</Relationships>",
            "xl/sharedStrings.xml": f"<sst xmlns='{SHEET}'>{shared}</sst>",
            "xl/styles.xml": (
                f"<styleSheet xmlns='{SHEET}'><cellXfs><xf/><xf numFmtId='14'/></cellXfs></styleSheet>"
            ),
            **written,
            **(parts or {}),
        }
    )


def _sheet(cells: Mapping[str, str | float], strings: list[str], dates: frozenset[str]) -> str:
    rows: dict[str, list[str]] = {}
    for place, value in cells.items():
        row = place.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        style = " s='1'" if place in dates else ""
        if isinstance(value, str):
            rows.setdefault(row, []).append(f"<c r='{place}' t='s'><v>{strings.index(value)}</v></c>")
        else:
            rows.setdefault(row, []).append(f"<c r='{place}'{style}><v>{value!r}</v></c>")
    listed = "".join(f"<row r='{row}'>{''.join(found)}</row>" for row, found in rows.items())
    return f"<worksheet xmlns='{SHEET}'><sheetData>{listed}</sheetData></worksheet>"


def pdf(
    *texts: str,
    author: str = "",
    note: str = "",
    link: str = "",
    files: Mapping[str, bytes] | None = None,
    image: bool = False,
    password: str = "",
) -> bytes:
    """A PDF with a page for each text, in ASCII, and what else is asked for on its first page."""
    writer = PdfWriter()
    for text in texts:
        page = writer.add_blank_page(200, 200)
        stream = DecodedStreamObject()
        stream.set_data(f"BT /F1 12 Tf 10 100 Td ({text}) Tj ET".encode("ascii") if text else b"q Q")
        page[NameObject("/Contents")] = writer._add_object(stream)  # noqa: SLF001  pypdf has no other way
        font = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
        named = DictionaryObject({NameObject(key): NameObject(value) for key, value in font.items()})
        fonts = DictionaryObject({NameObject("/F1"): named})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    if author:
        writer.add_metadata({"/Author": author})
    if note:
        writer.add_annotation(0, FreeText(text=note, rect=(0, 0, 9, 9)))
    if link:
        writer.add_uri(0, link, RectangleObject((0, 0, 9, 9)))
    if image:
        writer.append(io.BytesIO(_picture_page()))
    for name, content in (files or {}).items():
        writer.add_attachment(name, content)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    stream_of_file = io.BytesIO()
    writer.write(stream_of_file)
    return stream_of_file.getvalue()


def _picture_page() -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (200, 200)).save(stream, "PDF")
    return stream.getvalue()


def png(texts: Mapping[str, str] | None = None, xmp: str = "") -> bytes:
    """A PNG with texts by their keys."""
    info = PngInfo()
    for key, text in (texts or {}).items():
        info.add_itxt(key, text)
    if xmp:
        info.add_itxt("XML:com.adobe.xmp", xmp)
    stream = io.BytesIO()
    Image.new("RGB", (8, 8)).save(stream, "PNG", pnginfo=info)
    return stream.getvalue()


def jpeg(artist: str = "", comment: str = "", *, has_position: bool = False) -> bytes:
    """A JPEG with author, comment and position in its EXIF."""
    exif = Image.Exif()
    if artist:
        exif[ExifTags.Base.XPAuthor] = artist.encode("utf-16-le") + b"\x00\x00"
    if has_position:
        gps = exif.get_ifd(ExifTags.IFD.GPSInfo)
        gps[ExifTags.GPS.GPSLatitudeRef], gps[ExifTags.GPS.GPSLongitudeRef] = "N", "E"
        gps[ExifTags.GPS.GPSLatitude] = (1.0, 2.0, 3.0)
        gps[ExifTags.GPS.GPSLongitude] = (4.0, 5.0, 6.0)
    stream = io.BytesIO()
    Image.new("RGB", (8, 8)).save(stream, "JPEG", exif=exif, comment=comment.encode())
    return stream.getvalue()
