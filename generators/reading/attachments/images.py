"""Images: what is written in their metadata. What is to be seen in them no program reads."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator, Mapping
from typing import Any, Final

from PIL import ExifTags, Image

from generators.model.allowance import PersonalKind
from generators.reading.attachments.contents import Contents

_MOST_PIXELS: Final = 50_000_000
"""Beyond that the end of an image, where texts may stand too, is not looked for."""

_WHERE: Final = "图片属性"
_AUTHORS: Final = frozenset(
    {"Artist", "XPAuthor", "CameraOwnerName", "Author", "author", "Creator", "creator"}
)
_GPS: Final = (int(ExifTags.GPS.GPSLatitude), int(ExifTags.GPS.GPSLongitude))
_XMP: Final = ("xmp", "XML:com.adobe.xmp", "Raw profile type xmp")
_XMP_POSITION: Final = re.compile(r"GPSLatitude[=>\"']")
_XMP_AUTHORS: Final = re.compile(r"<(?:dc:creator|dc:rights|photoshop:Credit)>(.{0,400}?)</", re.DOTALL)
_XMP_AUTHOR: Final = re.compile(
    r"(?:tiff:Artist|photoshop:(?:Credit|AuthorsPosition)|aux:OwnerName)=[\"']([^\"'<>]{1,80})"
)
_MARKUP: Final = re.compile(r"<[^<>]*>")


def read_image(data: bytes, contents: Contents) -> None:
    """Add texts, author and position from EXIF, XMP, comments and PNG's text; what it shows stays unread."""
    contents.miss("图片里的文字")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of large and of damaged images
        with Image.open(io.BytesIO(data)) as image:
            fields = list(_fields(image))
            exif = image.getexif()
            if set(_GPS) <= exif.get_ifd(ExifTags.IFD.GPSInfo).keys():
                contents.add_fact(PersonalKind.POSITION, "GPS", _WHERE)
    for name, text in fields:
        if name in _AUTHORS:
            contents.add_fact(PersonalKind.AUTHOR, text, _WHERE)
        contents.add(text, _WHERE)
        if "GPS" in text or name in _XMP:
            _read_xmp(text, contents)


def _read_xmp(text: str, contents: Contents) -> None:
    if _XMP_POSITION.search(text):
        contents.add_fact(PersonalKind.POSITION, "GPS", _WHERE)
    for match in (*_XMP_AUTHORS.finditer(text), *_XMP_AUTHOR.finditer(text)):
        contents.add_fact(PersonalKind.AUTHOR, _MARKUP.sub(" ", match[1]), _WHERE)


def _fields(image: Image.Image) -> Iterator[tuple[str, str]]:
    """Yield the names and texts of the metadata."""
    info: Mapping[Any, Any] = image.info
    if image.format == "PNG" and image.width * image.height <= _MOST_PIXELS:
        info = {**info, **getattr(image, "text", {})}
    for name, value in info.items():
        if isinstance(value, str | bytes) and name not in ("exif", "icc_profile"):
            yield str(name), _text(value)
    exif = image.getexif()
    for block in (exif, exif.get_ifd(ExifTags.IFD.Exif)):
        for tag, value in block.items():
            if isinstance(value, str | bytes):
                yield ExifTags.TAGS.get(tag, str(tag)), _text(value)


def _text(value: str | bytes) -> str:
    """Return a value of metadata as text; Windows writes UTF-16, cameras a code for the encoding first."""
    if isinstance(value, str):
        return value.strip("\x00 ")
    if value.startswith((b"UNICODE\x00", b"ASCII\x00\x00\x00")):
        value = value[8:]
    encodings = (
        ("utf-16-le", "utf-8", "gb18030")
        if value[1:2] == b"\x00" or value[-2:] == b"\x00\x00"
        else ("utf-8", "gb18030")
    )
    for encoding in encodings:
        try:
            return value.decode(encoding).strip("\x00 ")
        except UnicodeDecodeError:
            continue
    return value.decode("latin-1").strip("\x00 ")
