"""The page that compares places chosen by the reader, and the files that its script reads.

There is a file for each programme with everything that the boards print of each place, in the words of the
boards: the script chooses and arranges, and computes nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from generators.composing.boards.heat_maps import BoardTargets, board_cell, board_targets
from generators.composing.kit import urls
from generators.composing.kit.kinds import kind_text
from generators.composing.kit.page import Download, Page
from generators.composing.kit.parts import Parts
from generators.composing.kit.section import Section, SectionType, SiteParts
from generators.composing.kit.views import Link
from generators.languages import marked
from generators.model.address import Address
from generators.model.division import Level
from generators.model.programme import Programme

MOST_PLACES: Final = 3000
"""With more places than this villages are left out: the files would be too large to load."""


@dataclass(frozen=True, slots=True)
class CompareView:
    """The page: the file of each programme with its name, and whether villages can be chosen."""

    files: tuple[Link, ...]
    has_villages: bool


def compare_pages(parts: SiteParts) -> Iterator[Page | Download]:
    """Yield the page and the file of each programme that has values, offline as a script too."""
    programmes = [each for each in parts.publication.programmes.values() if _places(parts, each)]
    page = SECTION.first_page(
        "compare/compare.md.j2", partial(_view, parts, tuple(programmes)), is_searchable=False
    )
    yield replace(page, kind="compare")
    for programme in programmes:
        yield Download(_path(programme), partial(_file, parts, programme))
        if parts.offline is not None:
            yield Download(_path(programme, "js"), partial(_script, parts, programme))


def _view(parts: Parts, programmes: tuple[Programme, ...]) -> CompareView:
    files = tuple(Link(each.short_name, f"{urls.SCHEME}{_path(each)}") for each in programmes)
    return CompareView(files, _has_villages(parts))


def _path(programme: Programme, suffix: str = "json") -> str:
    return f"{urls.path_of(urls.COMPARE)}{programme.id}.{suffix}"


def _has_villages(parts: Parts) -> bool:
    return len(parts.publication.divisions) <= MOST_PLACES


def _places(parts: Parts, programme: Programme) -> list[str]:
    """Return the divisions with a value or a target of the programme, in the order of the divisions."""
    publication = parts.publication
    known = {division for division, address in publication.values if address.programme == programme.id}
    known |= {each.division for each in publication.progress_by_programme[programme.id]}
    is_whole = _has_villages(parts)
    return [
        name
        for name, division in publication.divisions.items()
        if name in known and (is_whole or division.level is not Level.VILLAGE)
    ]


def _file(parts: Parts, programme: Programme) -> bytes:
    addresses = [Address.of(programme.id, name) for name in programme.indicators]
    targets = board_targets(parts, parts.publication.progress_by_programme[programme.id])
    content = {
        "programme": programme.name,
        "fictional": parts.publication.is_fictional(programme.id),
        "indicators": [
            {"id": address.name, "name": parts.publication.indicators[address].name} for address in addresses
        ],
        "places": [_place(targets, division, addresses) for division in _places(parts, programme)],
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def _script(parts: Parts, programme: Programme) -> bytes:
    """Return the file as a script: without a server a page cannot read other files."""
    return b"tongbaoCompare(%s,%s);\n" % (json.dumps(programme.id).encode(), _file(parts, programme))


def _place(targets: BoardTargets, division: str, addresses: list[Address]) -> Mapping[str, object]:
    found = targets.parts.publication.divisions[division]
    within = targets.parts.publication.divisions.get(found.within or "")
    cells = {address.name: _cell(targets, division, address) for address in addresses}
    return {
        "id": division,
        "name": found.name,
        "kind": kind_text(found),
        "within": within.name if within is not None else "",
        "cells": {name: each for name, each in cells.items() if each},
    }


def _cell(targets: BoardTargets, division: str, address: Address) -> Mapping[str, str]:
    """Return what a board prints of one value; empty without any."""
    found = board_cell(targets, division, address, is_linked=False)
    status = found.status
    texts = {
        "value": found.figure.text if found.figure is not None else "",
        "target": found.target,
        "share": found.attainment,
        "status": status.label if status is not None else "",
        "shape": status.shape if status is not None else "",
        "tone": status.key if status is not None else "",
    }
    return {name: text for name, text in texts.items() if text}


SECTION: Final = Section(
    address=urls.COMPARE,
    title=marked("地方比较"),
    description=marked("任选两到四个地方，并排看各项指标"),
    type=SectionType.OPEN,
    keywords=(marked("对比"), marked("比较")),
    compose=compare_pages,
    has_content=lambda publication: bool(publication.values) and len(publication.divisions) > 1,
)
