"""The text of XML parts of Office documents: paragraphs as lines, rows of tables as lines with tabs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from generators.reading.attachments.contents import UnreadableError

_PARAGRAPHS: Final = frozenset({"p", "h", "comment", "si"})
_CELLS: Final = frozenset({"tc", "table-cell"})
_ROWS: Final = frozenset({"tr", "table-row"})
_TABLES: Final = frozenset({"tbl", "table"})
_BLANKS: Final = frozenset({"tab", "br", "cr", "s", "line-break", "ptab"})
_HYPHENS: Final = frozenset({"noBreakHyphen"})
_NO_TEXT: Final = frozenset(
    {
        "posOffset",
        "attrName",
        "creationId",
        "pctWidth",
        "pctHeight",
        "sizeRelH",
        "sizeRelV",
        "col",
        "colOff",
        "row",
        "rowOff",
    }
)
_TWICE: Final = "Fallback"
"""What is said again for old programs."""

_DELETED: Final = "delText"
_AUTHORS: Final = frozenset({"author", "creator", "lastModifiedBy", "initial-creator", "lastEditedBy"})


@dataclass(slots=True)
class Flow:
    """The lines of an XML part, with their names, and what stands beside them."""

    lines: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    targets: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Return the lines as one text."""
        return "\n".join(self.lines)


def local(tag: str) -> str:
    """Return the name of an element or attribute without its namespace."""
    return tag.rpartition("}")[2]


def parse(data: bytes, target: object) -> None:
    """Feed ``data`` to ``target``; raises :class:`UnreadableError` if it is no XML, or declares entities."""
    parser = DefusedXMLParser(target=target, forbid_dtd=True)
    try:
        parser.feed(data)
        parser.close()
    except (ParseError, DefusedXmlException, ValueError):
        raise UnreadableError("文件已损坏") from None


def flow_of(data: bytes) -> Flow:
    """Return the text of an XML part; raises :class:`UnreadableError` if it is no XML."""
    target = _Target()
    parse(data, target)
    target.end_line("")
    return target.flow


class _Target:
    """Takes the events of a parser."""

    def __init__(self) -> None:
        self.flow = Flow()
        self._buffer: list[str] = []
        self._outer: list[list[str]] = []
        self._tables: list[list[str]] = []
        self._elements: list[str] = []
        self._skipped = 0
        self._counts = {"paragraph": 0, "table": 0, "row": 0}

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Begin an element."""
        name = local(tag)
        self._elements.append(name)
        if name == _TWICE or self._skipped:
            self._skipped += 1
            return
        for key, value in attributes.items():
            self._attribute(local(key), value)
        if name in _PARAGRAPHS:
            self._outer.append(self._buffer)
            self._buffer = []
        elif name in _TABLES:
            self._begin_table()
        elif name in _CELLS and self._tables:
            self._outer.append(self._buffer)
            self._buffer = []
        elif name in _BLANKS:
            self._buffer.append(" ")
        elif name in _HYPHENS:
            self._buffer.append("-")

    def data(self, text: str) -> None:
        """Take character data; indentation between elements is none."""
        if self._skipped or not self._elements or self._elements[-1] in _NO_TEXT:
            return
        name = self._elements[-1]
        if name == _DELETED:
            self.flow.deleted.append(text)
        elif text.strip() or name == "t" or self._is_in_paragraph():
            self._buffer.append(text)
            if name in _AUTHORS:
                self.flow.authors.append(text)

    def end(self, tag: str) -> None:
        """End an element."""
        name = local(tag)
        self._elements.pop()
        if self._skipped:
            self._skipped -= 1
        elif name in _PARAGRAPHS:
            self._end_paragraph()
        elif name in _CELLS and self._tables:
            self._tables[-1].append(" ".join("".join(self._buffer).split()))
            self._buffer = self._outer.pop()
        elif name in _ROWS and self._tables:
            self._end_row()
        elif name in _TABLES and self._tables:
            self._tables.pop()
            if not self._tables:
                self._line("", "")
        elif not self._is_in_paragraph() and not self._tables:
            self.end_line("")

    def close(self) -> None:
        """End the part."""

    def end_line(self, name: str) -> None:
        """Add what has been gathered as a line."""
        text = " ".join("".join(self._buffer).split())
        self._buffer = []
        if text:
            self._line(text, name)

    def _line(self, text: str, name: str) -> None:
        self.flow.lines.append(text)
        self.flow.names.append(name)

    def _is_in_paragraph(self) -> bool:
        return bool(self._outer)

    def _attribute(self, name: str, value: str) -> None:
        if name in _AUTHORS:
            self.flow.authors.append(value)
        elif name in ("Target", "href", "descr", "title"):
            self.flow.targets.append(value)

    def _begin_table(self) -> None:
        if not self._tables:
            self._counts["table"] += 1
            self._counts["row"] = 0
            self._line("", "")
        self._tables.append([])

    def _end_paragraph(self) -> None:
        if self._tables:  # of a cell, and perhaps of several paragraphs in it
            text, self._buffer = self._buffer, self._outer.pop()
            self._buffer += (*text, " ")
            return
        self._counts["paragraph"] += 1
        self.end_line(f"第{self._counts['paragraph']}段")
        self._buffer = self._outer.pop()

    def _end_row(self) -> None:
        cells, self._tables[-1] = self._tables[-1], []
        if len(self._tables) > 1:  # a table in a cell
            self._buffer += (*cells, " ")
            return
        self._counts["row"] += 1
        self._line("\t".join(cells), f"表{self._counts['table']}第{self._counts['row']}行")
