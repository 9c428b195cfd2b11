"""Texts by which a secret may leave, and the marks in them that only what is internal bears.

In every text of an internal record of a test project stands a word of its own; reports, targets and
corrections have numbers of their own.
"""

from __future__ import annotations

import dataclasses
import gzip
import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Final

from pydantic import BaseModel

from generators.model.written import Sheet
from generators.rendering import RenderedSite
from tests.reading_sites.packed import text_of

_MARK: Final = re.compile(r"7330\d{4}|zz(?:internal|secret|hidden)\d+", re.IGNORECASE)
_NEVER_PRINTED: Final = "zzhidden"
"""Marks of notes and names that only files carry."""


def marks_in(texts: Iterable[str]) -> frozenset[str]:
    """Return every mark that stands anywhere in ``texts``."""
    return frozenset(mark.lower() for text in texts for mark in _MARK.findall(text))


def printed(marks: frozenset[str]) -> frozenset[str]:
    """Return those of the marks that an internal page would show."""
    return frozenset(mark for mark in marks if not mark.startswith(_NEVER_PRINTED))


def texts_of(site: RenderedSite) -> Iterator[str]:
    """Yield the path and source of every page, and every download."""
    for page in site.pages:
        yield page.path
        yield page.source
    for download in site.downloads:
        yield text_of(download.content)


def texts_below(folder: Path) -> Iterator[str]:
    """Yield the name and the content of every file and folder, packed ones also unpacked."""
    for path in sorted(folder.rglob("*")):
        yield path.relative_to(folder).as_posix()
        if path.is_file():
            content = path.read_bytes()
            yield text_of(content)
            if path.suffix == ".gz":
                yield gzip.decompress(content).decode("utf-8", "replace")


def texts_within(root: object) -> Iterator[str]:
    """Yield every text and number reachable from ``root``, keys, private attributes and slots included."""
    for item in objects_within(root):
        if isinstance(item, str):
            yield item
        elif isinstance(item, Decimal):
            yield f"{item:f}"


def objects_within(root: object) -> Iterator[object]:
    """Yield everything reachable from ``root``, each object once, texts and numbers wherever they stand."""
    seen: set[int] = set()
    kept: list[object] = []  # an object that is gone would lend its id to another
    waiting = [root]
    while waiting:
        item = waiting.pop()
        if isinstance(item, str | Decimal):
            yield item
        elif id(item) not in seen:
            seen.add(id(item))
            kept.append(item)
            yield item
            waiting.extend(_parts(item))


def _parts(item: object) -> Iterable[object]:
    parts: list[object] = []
    if isinstance(item, Mapping):
        parts += [*item.keys(), *item.values()]
    elif isinstance(item, list | tuple | set | frozenset):
        parts += item
    if isinstance(item, BaseModel | Sheet):
        slots = [name for kind in type(item).__mro__ for name in getattr(kind, "__slots__", ())]
        parts += [getattr(item, name, None) for name in slots]
    elif dataclasses.is_dataclass(item) and not isinstance(item, type):
        parts += [getattr(item, field.name) for field in dataclasses.fields(item)]
    return [*parts, getattr(item, "__dict__", None)]
