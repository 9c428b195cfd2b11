"""The files of a site's search, as its script reads them."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

_SCRIPT: Final = re.compile(
    r'tongbaoSearch\("(?P<kind>\w+)",(?P<number>\d+),"(?P<version>\w+)",(?P<content>.*)\);\n'
)


@dataclass(frozen=True, slots=True)
class SearchFile:
    """One script: what it calls its function with."""

    kind: str
    number: int
    version: str
    content: Any


@dataclass(frozen=True, slots=True)
class SearchedPage:
    """A page that is searched: its kind, its tags, and its sections as anchor, title and text."""

    kind: str
    tags: Sequence[str]
    sections: Sequence[tuple[str, str, str]]

    @property
    def text(self) -> str:
        """Return all that is found of it, a line for each title, text and tag."""
        return "\n".join([*self.tags, *(part for _, *parts in self.sections for part in parts)])


def search_file(path: Path) -> SearchFile:
    """Return what the script at ``path`` hands over."""
    call = _SCRIPT.fullmatch(path.read_text(encoding="utf-8"))
    assert call is not None, path
    return SearchFile(call["kind"], int(call["number"]), call["version"], json.loads(call["content"]))


def searched_pages(site: Path) -> Mapping[str, SearchedPage]:
    """Return the searched pages of a site by their address."""
    found: dict[str, tuple[str, Sequence[str]]] = {}
    sections: defaultdict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for path in sorted((site / "search/texts").iterdir(), key=lambda path: int(path.stem)):
        for location, _, kind, tags, parts in search_file(path).content:
            found[location] = (kind, tags)
            sections[location] += [tuple(part) for part in parts]
    return {address: SearchedPage(*head, sections[address]) for address, head in found.items()}
