"""Attachments that a browser would run: pages, scripts, drawings and XML with more than a picture in them."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Any, Final
from xml.parsers import expat

_RUN_BY_BROWSERS: Final = frozenset(
    """
    .asp .aspx .cgi .css .hta .htc .htm .html .jar .js .jsp .mht .mhtml .mjs .php .phtml .pht .sh .shtm
    .shtml .svgz .swf .wasm .webmanifest .xht .xhtm .xhtml .xsl .xslt
    """.split()  # noqa: SIM905 - names read best as text
)
_DRAWING: Final = ".svg"
_XML: Final = frozenset({".atom", ".gml", ".gpx", ".kml", ".rdf", ".rss", ".xml", ".xsd"})

_PAGE_AT_BEGINNING: Final = re.compile(
    r"\s*<(?:!doctype|\?xml|html|head|body|script|iframe|style|svg|meta|link|table|div|h1|p|a|b|br|!--)\b",
    re.IGNORECASE,
)
"""What browsers take for a page in a file of unknown kind, whatever its name."""

_SVG: Final = "http://www.w3.org/2000/svg"
_XHTML: Final = "http://www.w3.org/1999/xhtml"
_DRAWN: Final = frozenset(
    """
    circle clipPath defs desc ellipse feBlend feColorMatrix feComponentTransfer feComposite feDropShadow
    feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset
    filter g image line linearGradient marker mask metadata path pattern polygon polyline radialGradient
    rect stop style svg switch symbol text textPath title tspan use view
    """.split()  # noqa: SIM905 - names read best as text
)
_EMBEDDED_PICTURE: Final = re.compile(r"data:image/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]*")
_REQUEST_IN_STYLE: Final = re.compile(r"@import|\\|url\s*\((?!\s*[\"']?\s*#)", re.IGNORECASE)
"""Also a backslash: in a style it may stand for any character."""
_SEPARATOR: Final = "\n"
"""Between namespace and name, as expat is told to write them; no name contains it."""


class _RunsError(Exception):
    """The file contains something that runs, or asks for another; the message says what."""


def active_content(file: str, data: bytes, text: str | None) -> str | None:
    """Return in Chinese what a browser would run, or ask others for, in an attachment; ``None`` if nothing.

    ``file`` is its path, ``data`` its beginning of at least 512 bytes, for drawings and XML the whole;
    ``text`` is the same as text, ``None`` if it is not text.
    """
    suffix = PurePosixPath(file.lower().rstrip(". ")).suffix
    if suffix in _RUN_BY_BROWSERS:
        return f"{suffix} 文件会被浏览器当作网页或程序"
    if suffix == _DRAWING:
        return _active_in_xml(data, _Drawing())
    if suffix in _XML:
        return _active_in_xml(data, _Reader())
    if text is not None and _PAGE_AT_BEGINNING.match(text[:512].removeprefix("\ufeff")):
        return "内容是网页代码，浏览器可能当作网页打开"
    return None


class _Reader:
    """Raises ``_RunsError`` for instructions, document types and elements that make XML a page."""

    def instruction(self, target: str, _data: str) -> None:
        """Take a processing instruction."""
        if target.lower() == "xml-stylesheet":
            raise _RunsError("引用了样式表（xml-stylesheet）")

    def document_type(self, *_declared: object) -> None:
        """Take a declaration of the document's type."""
        raise _RunsError("有文档类型声明（<!DOCTYPE>），其中可以引用别的文件")

    def element(self, name: str, _attributes: dict[str, str]) -> None:
        """Take the beginning of an element, of which the attributes do not matter here."""
        namespace, _, local = name.rpartition(_SEPARATOR)
        if namespace in {_XHTML, _SVG}:
            raise _RunsError(f"里面有网页元素 <{local}>")

    def characters(self, text: str) -> None:
        """Take the text of an element; only that of styles matters."""

    def end(self, name: str) -> None:
        """Take the end of an element."""


class _Drawing(_Reader):
    """Admits the elements of SVG that only draw, and of other programs' namespaces what browsers ignore."""

    def __init__(self) -> None:
        self._style: list[str] | None = None

    def element(self, name: str, attributes: dict[str, str]) -> None:
        """Take the beginning of an element."""
        namespace, _, local = name.rpartition(_SEPARATOR)
        if namespace == _XHTML or (namespace in {_SVG, ""} and local not in _DRAWN):
            raise _RunsError(f"里面有 <{local}>")
        if local == "style":
            self._style = []
        for written, value in attributes.items():
            _refuse_attribute(written.rpartition(_SEPARATOR)[2].lower(), value)

    def characters(self, text: str) -> None:
        """Keep the text of a style, which may come in pieces."""
        if self._style is not None:
            self._style.append(text)

    def end(self, name: str) -> None:
        """Judge a style when it is complete."""
        if name.rpartition(_SEPARATOR)[2] == "style" and self._style is not None:
            _refuse_style("".join(self._style))
            self._style = None


def _refuse_attribute(name: str, value: str) -> None:
    if name.startswith("on"):
        raise _RunsError(f"里面有 {name}")
    if name in {"href", "src"}:
        if not value.strip().startswith("#") and not _EMBEDDED_PICTURE.fullmatch(value.strip()):
            raise _RunsError("引用了这个文件以外的内容")
        return
    _refuse_style(value)


def _refuse_style(text: str) -> None:
    if _REQUEST_IN_STYLE.search(text):
        raise _RunsError("样式里引用了这个文件以外的内容")


def _active_in_xml(data: bytes, reader: _Reader) -> str | None:
    parser: Any = expat.ParserCreate(namespace_separator=_SEPARATOR)
    parser.ProcessingInstructionHandler = reader.instruction
    parser.StartDoctypeDeclHandler = reader.document_type
    parser.StartElementHandler = reader.element
    parser.CharacterDataHandler = reader.characters
    parser.EndElementHandler = reader.end
    try:
        parser.Parse(data, True)  # noqa: FBT003 - the C function takes no keywords
    except _RunsError as runs:
        return str(runs)
    except (expat.ExpatError, ValueError, LookupError):
        return "不是完好的 XML，浏览器可能另有读法"
    return None
