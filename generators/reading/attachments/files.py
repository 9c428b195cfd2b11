"""The reader for each format, found by the first bytes of a file."""

from __future__ import annotations

import io
import zipfile
from typing import Final

from generators.reading.attachments.contents import Contents, UnreadableError
from generators.reading.attachments.office import is_office, office_reader
from generators.reading.attachments.plain import text_of

_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
_PDF: Final = b"%PDF-"
_PDF_BEGINS_WITHIN: Final = 1024
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RTF: Final = b"{\\rtf"
_IMAGES: Final = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*")
_WEBP: Final = (b"RIFF", b"WEBP")
_IS_ENCRYPTED: Final = 0x1
_IS_UTF8: Final = 0x800


def read_file(data: bytes, contents: Contents) -> bool:
    """Add what is in ``data`` to ``contents``; return whether the format is known. A text file's is not."""
    try:
        if data.startswith(_ZIP):
            _read_archive(data, contents)
        elif _PDF in data[:_PDF_BEGINS_WITHIN]:
            from generators.reading.attachments.pdf import read_pdf  # noqa: PLC0415 - pypdf imports slowly

            read_pdf(data, contents, read_within)
        elif _is_image(data):
            from generators.reading.attachments.images import read_image  # noqa: PLC0415 - so does Pillow

            read_image(data, contents)
        elif data.startswith(_OLE):
            contents.miss("旧版 Office 文件，或加了密码")
        elif data.startswith(_RTF):
            contents.miss("RTF 文件")
        else:
            return False
    except UnreadableError as error:
        contents.miss(str(error))
    except (MemoryError, RecursionError):
        contents.miss("过于复杂，没有读完")
    except Exception:  # noqa: BLE001  a broken file raises anything in its reader, and is unread, no more
        contents.miss("文件已损坏")
    return True


def _is_image(data: bytes) -> bool:
    return data.startswith(_IMAGES) or (data.startswith(_WEBP[0]) and data[8:12] == _WEBP[1])


def read_within(name: str, data: bytes, contents: Contents) -> None:
    """Add what is in a file within another, and its name."""
    contents.limits.unpack(len(data))
    inner = contents.within(name)
    inner.add(name, "文件名")
    if not read_file(data, inner):
        text = text_of(data)
        if text is None:
            inner.miss("不认识的格式")
        else:
            inner.add(text)


def _read_archive(data: bytes, contents: Contents) -> None:
    """Add the files in an archive; an Office document is one, of which some files are its parts."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = [each for each in archive.infolist() if not each.is_dir()]
        if any(each.flag_bits & _IS_ENCRYPTED for each in members):
            raise UnreadableError("加了密码")
        names = frozenset(each.filename for each in members)
        parts = {}
        for member in members:
            contents.limits.work()
            with archive.open(member) as stream:
                found = stream.read(max(0, contents.limits.content) + 1)
            if is_office(names):
                contents.limits.unpack(len(found))
                parts[member.filename] = found
            else:
                read_within(_name_of(member), found, contents)
    if parts:
        for name, rest in office_reader(parts, contents):
            read_within(name, rest, contents)


def _name_of(member: zipfile.ZipInfo) -> str:
    """Return a member's name; archives made on Chinese Windows have it in GB18030, without saying so."""
    if member.flag_bits & _IS_UTF8:
        return member.filename
    try:
        return member.filename.encode("cp437").decode("gb18030")
    except UnicodeError:
        return member.filename
