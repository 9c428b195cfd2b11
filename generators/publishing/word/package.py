"""The empty document that a bulletin is written into, and the bytes of the finished one."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime, time
from typing import Final

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.opc.rel import Relationships
from docx.oxml.xmlchemy import BaseOxmlElement

from generators.publishing.word.measures import ALTERNATIVES
from generators.publishing.word.notes import note_settings
from generators.publishing.word.styles import styles_element
from generators.publishing.word.xml import legal, w

_KEPT: Final = frozenset(
    {
        RELATIONSHIP_TYPE.CORE_PROPERTIES,
        RELATIONSHIP_TYPE.FONT_TABLE,
        RELATIONSHIP_TYPE.OFFICE_DOCUMENT,
        RELATIONSHIP_TYPE.SETTINGS,
        RELATIONSHIP_TYPE.STYLES,
    }
)
"""The parts of python-docx's template that a document needs; the others describe looks that none has."""

_TIME: Final = (1980, 1, 1, 0, 0, 0)
"""Of every file in the archive: the earliest that the format has."""

_COMPATIBLE: Final = "http://schemas.microsoft.com/office/word"


def empty_document() -> Document:
    """Return a document without content, with our styles and settings."""
    document = docx.Document()
    package = document.part.package
    for relations in (document.part.rels, package.rels):
        _keep_needed(relations)
    _replace(document.styles.element, styles_element())
    _replace(
        document.settings.element,
        w(
            "settings",
            w("zoom", percent=100),
            w("mirrorMargins"),
            w("bordersDoNotSurroundHeader"),
            w("bordersDoNotSurroundFooter"),
            w("defaultTabStop", val=420),
            w("evenAndOddHeaders"),
            w("drawingGridVerticalSpacing", val=579),
            w("characterSpacingControl", val="doNotCompress"),
            note_settings(),
            w("compat", w("compatSetting", name="compatibilityMode", uri=_COMPATIBLE, val=15)),
            w("themeFontLang", val="en-US", eastAsia="zh-CN"),
        ),
    )
    fonts = document.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    fonts._blob = _font_table()  # noqa: SLF001 - the part has no interface of its own
    return document


def _font_table() -> bytes:
    """Return the table that names for each font another one to take in its stead."""
    fonts = (w("font", w("altName", val=other), name=name) for name, other in ALTERNATIVES.items())
    return serialize_part_xml(w("fonts", *fonts))


def _keep_needed(relations: Relationships) -> None:
    for name, relation in list(relations.items()):
        if relation.reltype not in _KEPT:
            del relations[name]


def _replace(old: BaseOxmlElement, new: BaseOxmlElement) -> None:
    """Give the element ``old`` the content of ``new``."""
    for each in list(old):
        old.remove(each)
    for each in list(new):
        old.append(each)


def describe(document: Document, title: str, author: str, day: date) -> None:
    """Set the properties of ``document``, which tell nothing of the machine that made it."""
    properties = document.core_properties
    properties.title, properties.author = legal(title), legal(author)
    properties.last_modified_by = properties.author
    properties.comments, properties.language, properties.revision = "", "zh-CN", 1
    properties.created = properties.modified = datetime.combine(day, time())


def bytes_of(document: Document) -> bytes:
    """Return the file of ``document``: the same bytes for the same content."""
    written = io.BytesIO()
    document.save(written)
    result = io.BytesIO()
    with zipfile.ZipFile(written) as archive, zipfile.ZipFile(result, "w") as target:
        for name in archive.namelist():
            info = zipfile.ZipInfo(name, _TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, archive.read(name))
    return result.getvalue()
