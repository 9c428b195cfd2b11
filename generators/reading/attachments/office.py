"""Office documents: Word, PowerPoint, OpenDocument, and the notes, links and properties of all of them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from typing import Final

from generators.model.allowance import PersonalKind
from generators.reading.attachments.contents import Contents
from generators.reading.attachments.sheets import SHEETS, read_sheets
from generators.reading.attachments.xml_flow import Flow, flow_of

_MARKS: Final = frozenset({"[Content_Types].xml", "mimetype"})
_OF_LAYOUT: Final = re.compile(
    r"(?:^|/)(?:\[Content_Types\]|styles|stylesWithEffects|settings|webSettings|fontTable"
    r"|numbering|theme\d*|calcChain|presProps|viewProps|tableStyles"
    r"|manifest|manifest\.rdf|rootfile|slideMaster\d+|slideLayout\d+|vmlDrawing\d+"
    r"|metadata)\.(?:xml|vml|rdf)$"
    r"|/theme/|printerSettings\d*\.bin$|\.odttf$|\.fntdata$|^mimetype$|Configurations2/|activeX\d*\.bin$"
    r"|(?:docProps|Thumbnails)/thumbnail\."
)
"""Parts without any text of an author's, and the small picture of what is read anyway."""

_LINKS: Final = re.compile(r"\.rels$")
_XML: Final = re.compile(r"\.(?:xml|vml)$")
_NUMBER: Final = re.compile(r"(\d+)\.xml$")

_NAMES: Final = (
    (re.compile(r"^word/document\.xml$"), "正文"),
    (re.compile(r"^word/header\d*\.xml$"), "页眉"),
    (re.compile(r"^word/footer\d*\.xml$"), "页脚"),
    (re.compile(r"^word/(?:foot|end)notes\.xml$"), "脚注"),
    (re.compile(r"notesSlides/"), "备注"),
    (re.compile(r"^ppt/slides/slide\d+\.xml$"), "幻灯片"),
    (re.compile(r"omments?"), "批注"),
    (re.compile(r"^docProps/|^meta\.xml$"), "文件属性"),
    (re.compile(r"/charts?/"), "图表"),
    (re.compile(r"/drawings/"), "图形"),
    (re.compile(r"^content\.xml$"), "正文"),
)


def is_office(names: frozenset[str]) -> bool:
    """Whether an archive with files of these names is an Office document."""
    return bool(names & _MARKS) and any(name.endswith(".xml") for name in names)


def office_reader(parts: Mapping[str, bytes], contents: Contents) -> Iterator[tuple[str, bytes]]:
    """Add the texts of an Office document's parts, then yield names and contents of the files within it."""
    read = read_sheets(parts, contents) if SHEETS in parts else frozenset()
    for name in sorted(parts, key=_order):
        contents.limits.work()
        if name in read:
            continue
        if _LINKS.search(name):
            _add_links(flow_of(parts[name]), contents)
        elif _OF_LAYOUT.search(name):
            continue
        elif _XML.search(name):
            _add(flow_of(parts[name]), _name_of(name), contents)
        elif name.endswith("vbaProject.bin"):
            contents.miss("宏")
        elif parts[name]:
            yield posixpath.basename(name), parts[name]


def _add(flow: Flow, where: str, contents: Contents) -> None:
    contents.add(flow.text, where, tuple(flow.names))
    contents.add("\n".join(flow.targets), f"{where}的链接或说明")
    contents.add("".join(flow.deleted), f"{where}的修订痕迹")
    for author in flow.authors:
        contents.add_fact(PersonalKind.AUTHOR, author, where)


def _add_links(flow: Flow, contents: Contents) -> None:
    """Add addresses that links lead to; most relations lead to other parts of the document."""
    outside = [target for target in flow.targets if ":" in target]
    contents.add("\n".join(outside), "链接")


def _order(name: str) -> tuple[str, int, str]:
    number = _NUMBER.search(name)
    return posixpath.dirname(name), int(number[1]) if number else 0, name


def _name_of(part: str) -> str:
    number = _NUMBER.search(part)
    word = next((word for pattern, word in _NAMES if pattern.search(part)), posixpath.basename(part))
    return f"第{number[1]}张{word}" if number and word in ("幻灯片", "备注") else word
