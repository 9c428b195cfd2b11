"""The XML parts of an xlsx workbook, unpacked within limits and parsed without entities."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Callable, Mapping
from typing import Any, Final
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from generators.workbooks.reading.errors import WorkbookError

LARGEST_FILE: Final = 64 * 1024 * 1024
"""In bytes, of a workbook as it is saved."""

LARGEST_PART: Final = 192 * 1024 * 1024
"""In bytes, of one part as unpacked: 20,000 rows of 20 columns have 20 MB."""

LARGEST_CONTENT: Final = 256 * 1024 * 1024
"""In bytes, of all parts as unpacked."""

_MOST_PARTS: Final = 5000
_WORKBOOK: Final = "xl/workbook.xml"
_DAMAGED: Final = "文件已损坏，没有读完"


class Package:
    """An xlsx file; raises :class:`WorkbookError` for one that is damaged or too large when unpacked."""

    def __init__(self, data: bytes) -> None:
        """Open the archive and look at the sizes of its parts."""
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
            raise WorkbookError("E801", _DAMAGED) from None
        members = self._archive.infolist()
        if len(members) > _MOST_PARTS:
            raise WorkbookError("E803", f"文件里有 {len(members)} 个部分，超过了 {_MOST_PARTS} 个")
        sizes = [each.file_size for each in members]
        if max(sizes, default=0) > LARGEST_PART or sum(sizes) > LARGEST_CONTENT:
            raise WorkbookError("E803", f"展开后有 {sum(sizes) // 1024 // 1024} MB，太大了")
        self._names = {each.filename for each in members}
        if _WORKBOOK not in self._names:
            raise WorkbookError("E801", "这是一个压缩文件，里面没有工作簿")

    def parse(self, part: str, start: Callable[[str, Mapping[str, str]], None], **other: Any) -> None:  # noqa: ANN401 - handlers of several signatures
        """Call ``start`` for each element of ``part``, and the handlers ``end`` and ``data`` if given.

        A missing part has no elements.
        """
        if part not in self._names:
            return
        parser = DefusedXMLParser(target=_Target(start, **other), forbid_dtd=True)
        try:
            with self._archive.open(part) as stream:
                left = LARGEST_PART
                while chunk := stream.read(1 << 20):
                    left -= len(chunk)
                    if left < 0:
                        raise WorkbookError("E803", f"{part} 展开后太大")
                    parser.feed(chunk)
            parser.close()
        except (ParseError, DefusedXmlException, ValueError):
            raise WorkbookError("E801", f"{_DAMAGED}（{part}）") from None
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError, NotImplementedError):
            raise WorkbookError("E801", f"{_DAMAGED}（{part}）") from None

    def targets(self) -> dict[str, str]:
        """Return the parts that the workbook's relations lead to, by the id of the relation."""
        found: dict[str, str] = {}

        def start(tag: str, attributes: Mapping[str, str]) -> None:
            if local(tag) == "Relationship":
                target = attributes.get("Target", "")
                path = target[1:] if target.startswith("/") else posixpath.join("xl", target)
                found[attributes.get("Id", "")] = posixpath.normpath(path)

        self.parse("xl/_rels/workbook.xml.rels", start)
        return found


class _Target:
    """Hands the events of a parser on."""

    def __init__(
        self,
        start: Callable[[str, Mapping[str, str]], None],
        end: Callable[[str], None] | None = None,
        data: Callable[[str], None] | None = None,
    ) -> None:
        self.start = start
        if end is not None:
            self.end = end
        if data is not None:
            self.data = data

    def close(self) -> None:
        """End the part."""


def local(tag: str) -> str:
    """Return the name of an element or attribute without its namespace."""
    return tag.rpartition("}")[2]
