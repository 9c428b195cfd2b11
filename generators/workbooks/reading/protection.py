"""Opens workbooks that are protected by a password, and protects a copy by the same."""

from __future__ import annotations

import io
import struct

import msoffcrypto
from msoffcrypto.exceptions import DecryptionError, FileFormatError, InvalidKeyError, ParseError
from msoffcrypto.format.ooxml import OOXMLFile

from generators.workbooks.reading.errors import WorkbookError

_BROKEN = (
    FileFormatError,
    ParseError,
    struct.error,
    OSError,
    ValueError,
    KeyError,
    IndexError,
    AttributeError,
)
"""What the library raises for a damaged file, besides its own errors."""


def without_password(data: bytes, password: str | None) -> bytes:
    """Return the bytes of an OLE file as they are without a password; the same if it has none.

    Raises :class:`WorkbookError`: E802 without the right password, E801 for a damaged file.
    """
    try:
        file = msoffcrypto.OfficeFile(io.BytesIO(data))
        if not file.is_encrypted():
            return data
    except (*_BROKEN, DecryptionError):
        raise WorkbookError("E801", "文件已损坏，或不是工作簿") from None
    if password is None:
        raise WorkbookError("E802", "这个工作簿加了密码")
    opened = io.BytesIO()
    try:
        file.load_key(password=password)
        file.decrypt(opened)
    except (InvalidKeyError, DecryptionError):
        raise WorkbookError("E802", "密码不对") from None
    except _BROKEN:
        raise WorkbookError("E801", "文件已损坏，没有读完") from None
    return opened.getvalue()


def with_password(data: bytes, password: str) -> bytes:
    """Return the bytes of an xlsx file protected by ``password``."""
    protected = io.BytesIO()
    OOXMLFile(io.BytesIO(data)).encrypt(password, protected)
    return protected.getvalue()
