"""Pictures of a document: those that Word can show, no larger than the type area."""

from __future__ import annotations

import io
import posixpath
from collections.abc import Callable
from typing import Final
from urllib.parse import unquote

from docx.document import Document
from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
from docx.image.image import Image
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm

from generators.publishing.word.blocks import Picture
from generators.publishing.word.measures import WIDTH
from generators.publishing.word.xml import w

_JPEG: Final = b"\xff\xd8"
_METADATA: Final = b"\xe1"
_SCAN: Final = b"\xda"
_HIGHEST: Final = 200
"""In mm, as in print."""


def draws_into(
    document: Document, page: str, read: Callable[[str], bytes | None]
) -> Callable[[Picture], BaseOxmlElement | str]:
    """Return a function that draws the pictures of the page whose Markdown is ``page`` below the content.

    ``read`` returns the bytes of an attachment that may be seen, by its path. A picture that is not there,
    or in a form that Word does not know such as SVG, becomes a text that says so.
    """

    def draw(picture: Picture) -> BaseOxmlElement | str:
        path = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(picture.address)))
        content = read(path)
        named = f"“{picture.description}”" if picture.description else ""
        try:
            return _drawing(document, picture, content or b"")
        except (UnrecognizedImageError, InvalidImageStreamError, UnexpectedEndOfFileError, ZeroDivisionError):
            return f"（图{named}见网页版）"

    return draw


def _drawing(document: Document, picture: Picture, content: bytes) -> BaseOxmlElement:
    try:
        image = Image.from_blob(content)
    except (InvalidImageStreamError, UnexpectedEndOfFileError):
        content = _without_metadata(content)
        image = Image.from_blob(content)
    share = min(1, Mm(WIDTH) / image.width, Mm(_HIGHEST) / image.height)
    inline = document.part.new_pic_inline(
        io.BytesIO(content), int(image.width * share), int(image.height * share)
    )
    inline.docPr.set("descr", picture.description)
    return w("drawing", inline)


def _without_metadata(content: bytes) -> bytes:
    """Return a JPEG file without its metadata, some forms of which python-docx fails on; others unchanged."""
    if not content.startswith(_JPEG):
        return content
    kept, at = [_JPEG], len(_JPEG)
    while content[at : at + 1] == b"\xff" and content[at + 1 : at + 2] != _SCAN:
        end = at + 2 + int.from_bytes(content[at + 2 : at + 4], "big")
        if content[at + 1 : at + 2] != _METADATA:
            kept.append(content[at:end])
        at = end
    return b"".join([*kept, content[at:]])
