"""Opens a Word document that anybody may have sent; what cannot be read safely is refused before."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.record import Place
from generators.reading.attachments.contents import LARGEST_FILE, UnreadableError
from generators.reading.attachments.xml_flow import parse
from generators.system_errors import reason_of

_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_LOCKED: Final = "没有密码打不开"
_IS_ENCRYPTED: Final = 0x1
_MOST_PARTS: Final = 2000
_LARGEST_XML: Final = 32 * 1024 * 1024
_DECLARATION: Final = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_MACROS: Final = re.compile(r"vbaProject\.bin$|vbaData\.xml$", re.IGNORECASE)
_MAIN: Final = re.compile(rb"<Relationship\b(?=[^>]*/officeDocument[\"'])[^>]*>")
_OUTSIDE: Final = re.compile(
    rb"<Relationship\b(?=[^>]*TargetMode=[\"']External[\"'])(?=[^>]*/(?:image|oleObject|frame|attachedTemplate"
    rb"|subDocument|video|audio)[\"'])[^>]*>"
)
"""Matches a relation by which a program fetches something from elsewhere; no link that a reader clicks."""


class WordProblemError(Exception):
    """A Word document that cannot be taken over; ``problem`` says why."""

    def __init__(self, found: Problem) -> None:
        """Keep the problem, whose details are the message."""
        super().__init__(found.detail)
        self.problem = found


@dataclass(frozen=True, slots=True)
class Package:
    """A Word document that may be read: the name of its file, its bytes, and its parts by name."""

    name: str
    content: bytes
    parts: Mapping[str, bytes]


def package_of(path: Path) -> Package:
    """Return the Word document at ``path``.

    Raises :class:`WordProblemError` with E871 if it is none or damaged, E872 if it has a password, E873 if it
    is in the old form, E874 if it has macros, E875 if it is too large, E876 if its XML declares entities,
    and E877 if a program would fetch a part of it from elsewhere.
    """
    place = Place(path.name)
    try:
        with path.open("rb") as stream:
            content = stream.read(LARGEST_FILE + 1)
    except OSError as error:
        raise _refused("E871", place, reason_of(error)) from None
    if len(content) > LARGEST_FILE:
        raise _refused("E875", place, "文件超过64 MB")
    if content.startswith(_OLE):
        if _ENCRYPTED in content:
            raise _refused("E872", place, _LOCKED)
        raise _refused("E873", place, "文件的开头是旧版 Office 的开头")
    if not content.startswith(_ZIP):
        raise _refused("E871", place, "文件的开头不是 .docx 的开头")
    try:
        parts = _parts(content, place)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, OSError, EOFError, ValueError, NotImplementedError):
        raise _refused("E871", place, "文件已损坏") from None
    except RuntimeError:  # of a member that is encrypted
        raise _refused("E872", place, _LOCKED) from None
    except zipfile.zlib.error:  # type: ignore[attr-defined] # of a damaged member
        raise _refused("E871", place, "文件已损坏") from None
    _check(parts, place)
    return Package(path.name, content, parts)


def _parts(content: bytes, place: Place) -> dict[str, bytes]:
    parts: dict[str, bytes] = {}
    left = 4 * LARGEST_FILE
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = archive.infolist()
        if any(each.flag_bits & _IS_ENCRYPTED for each in members):
            raise _refused("E872", place, _LOCKED)
        if len(members) > _MOST_PARTS:
            raise _refused("E875", place, f"里面有{len(members)}个文件")
        for member in members:
            with archive.open(member) as stream:
                parts[member.filename] = stream.read(left + 1)
            left -= len(parts[member.filename])
            if left < 0:
                raise _refused("E875", place, "展开后超过256 MB")
    return parts


def _check(parts: Mapping[str, bytes], place: Place) -> None:
    macros = next(filter(_MACROS.search, parts), None)
    if macros is not None:
        raise _refused("E874", place, f"里面有{macros.rpartition('/')[2]}")
    if _main_part(parts) not in parts:
        raise _refused("E871", place, "里面没有正文")
    for name, data in parts.items():
        if not name.endswith((".xml", ".rels", ".vml")):
            continue
        if len(data) > _LARGEST_XML:
            raise _refused("E875", place, f"{name} 超过32 MB")
        if _DECLARATION.search(data) or _DECLARATION.search(data.replace(b"\0", b"")):
            raise _refused("E876", place, name)
        if name.endswith(".rels") and (outside := _OUTSIDE.search(data)):
            raise _refused("E877", place, _target_of(outside[0]))
        try:
            parse(data, _Nothing())
        except (UnreadableError, RecursionError):
            raise _refused("E871", place, f"{name} 已损坏") from None


def _main_part(parts: Mapping[str, bytes]) -> str:
    """Return the name of the part that has the text; some programs call it word/document2.xml."""
    relation = _MAIN.search(parts.get("_rels/.rels", b""))
    return _target_of(relation[0]).lstrip("/") if relation else ""


def _target_of(relation: bytes) -> str:
    found = re.search(rb"Target=[\"']([^\"']{0,200})", relation)
    return found[1].decode("utf-8", "replace") if found else ""


def _refused(code: str, place: Place, detail: str) -> WordProblemError:
    return WordProblemError(problem(code, place, detail))


class _Nothing:
    """Takes the events of a parser and does nothing."""

    def close(self) -> None:
        """End the part."""
