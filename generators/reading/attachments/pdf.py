"""PDF: text by page, notes, form fields, links, properties and files within; images need a pair of eyes."""

from __future__ import annotations

import io
import logging
from collections.abc import Callable
from typing import Any, Final

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, StreamObject

from generators.model.allowance import PersonalKind
from generators.reading.attachments.contents import Contents, UnreadableError

ReadWithin = Callable[[str, bytes, Contents], None]

_MOST_PAGES: Final = 3000
_LARGEST_ORNAMENT: Final = 64 * 64
"""In pixels; smaller images hold no text that can be read."""

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it reports every oddity of a file


def read_pdf(data: bytes, contents: Contents, read_within: ReadWithin) -> None:
    """Add what is in a PDF; raises :class:`UnreadableError` for one that is locked or has too many pages."""
    reader = PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise UnreadableError("加了密码")
    if len(reader.pages) > _MOST_PAGES:
        raise UnreadableError("页数太多，没有读完")
    _read_properties(reader, contents)
    for number, page in enumerate(reader.pages, start=1):
        where = f"第{number}页"
        text = page.extract_text(visitor_operand_before=lambda *_: contents.limits.work())
        contents.add(text, where)
        _read_notes(page, where, contents)
        if _has_image(page, set()):
            contents.miss(f"{where}的图片")
        elif not text.strip() and page.get_contents() is not None:
            contents.miss(f"{where}没有可以读出的文字")
    for name, files in reader.attachments.items():
        for file in files:
            read_within(name, file, contents)


def _read_properties(reader: PdfReader, contents: Contents) -> None:
    for name, value in (reader.metadata or {}).items():
        if name == "/Author":
            contents.add_fact(PersonalKind.AUTHOR, str(value), "文件属性")
        contents.add(str(value), "文件属性")
    description = reader.root_object.get("/Metadata")
    stream = description.get_object() if description is not None else None
    if isinstance(stream, StreamObject):
        contents.add(stream.get_data().decode("utf-8", "replace"), "文件属性")


def _read_notes(page: DictionaryObject, where: str, contents: Contents) -> None:
    """Add the texts of notes and form fields, and where links lead."""
    notes = _resolved(page.get("/Annots"))
    for each in notes if isinstance(notes, ArrayObject) else ():
        note = _resolved(each)
        if isinstance(note, DictionaryObject):
            action = _resolved(note.get("/A"))
            target = action.get("/URI") if isinstance(action, DictionaryObject) else None
            for value in (note.get("/Contents"), note.get("/V"), target):
                if value is not None:
                    contents.add(str(_resolved(value)), f"{where}的批注、表单或链接")
            if note.get("/T") is not None and note.get("/FT") is None:
                contents.add_fact(PersonalKind.AUTHOR, str(_resolved(note["/T"])), f"{where}的批注")


def _has_image(holder: DictionaryObject, seen: set[int]) -> bool:
    """Whether a page, or a form on it, shows an image that is larger than an ornament."""
    resources = _resolved(holder.get("/Resources"))
    shown = _resolved(resources.get("/XObject")) if isinstance(resources, DictionaryObject) else None
    for each in shown.values() if isinstance(shown, DictionaryObject) else ():
        found = _resolved(each)
        if not isinstance(found, DictionaryObject) or id(found) in seen:
            continue
        seen.add(id(found))
        if found.get("/Subtype") == "/Image":
            if int(found.get("/Width", 0)) * int(found.get("/Height", 0)) > _LARGEST_ORNAMENT:
                return True
        elif _has_image(found, seen):
            return True
    return False


def _resolved(value: Any) -> Any:  # noqa: ANN401  any object of a PDF
    return value.get_object() if value is not None else None
