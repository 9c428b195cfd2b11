"""The files of the search: scripts, which a page loads from a folder as well as from a server.

Each script calls ``tongbaoSearch`` with its kind, its number, the version of the index, and its content.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from generators.languages import translated
from generators.model.ideographs import EQUIVALENT
from generators.publishing.search.leaves import Leaf, chunk_size, chunks_of, leaves_of
from generators.publishing.search.postings import Postings, gaps

_POSTINGS_PER_SHARD: Final = 4_000
"""About 4 KB, compressed; a query loads a shard for each pair of its characters."""

_VERSION_LENGTH: Final = 12
_FORMAT: Final = 1
"""To be raised if the same pages are written in another way, so that nobody reads kept files as new ones."""


def write_search(folder: Path, entries: Sequence[dict[str, Any]]) -> None:
    """Write the files of the search for the pages with ``entries`` into ``folder``; raises ``OSError``.

    The same entries make the same bytes, in whatever order.
    """
    size = chunk_size(len(entries))
    leaves = tuple(leaves_of(entries, size))
    chunks = tuple(chunks_of(leaves, size))
    content = json.dumps([_FORMAT, [_shown(leaf) for leaf in leaves], [leaf.facets for leaf in leaves]])
    version = sha256(content.encode()).hexdigest()[:_VERSION_LENGTH]

    def write(kind: str, number: int, found: object) -> None:
        text = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
        path = folder / (f"{kind}/{number}.js" if kind != "index" else "index.js")
        path.write_bytes(f'tongbaoSearch("{kind}",{number},"{version}",{text});\n'.encode())

    for kind in ("pairs", "texts"):
        (folder / kind).mkdir(parents=True, exist_ok=True)
    postings = Postings.of(leaves)
    shards = shards_of(postings.number)
    for number, found in enumerate(postings.by_shard(shards)):
        write("pairs", number, found)
    for number, chunk in enumerate(chunks):
        write("texts", number, [_shown(leaf) for leaf in chunk])
    index = {
        "shards": shards,
        "chunks": [len(chunk) for chunk in chunks],
        "further": gaps(number for number, leaf in enumerate(leaves) if not leaf.is_first),
        "facets": _facets(leaves),
        "ideographs": "".join(map("".join, EQUIVALENT.items())),
    }
    write("index", 0, index)


def shards_of(postings: int) -> int:
    """Return among how many files so many postings are divided: a power of two."""
    return 1 << max(0, -(-postings // _POSTINGS_PER_SHARD) - 1).bit_length()


def _shown(leaf: Leaf) -> list[object]:
    """Return what the search shows of a leaf: address, title, kind and tags of its page, and its sections."""
    return [leaf.location, leaf.title, " ".join(leaf.facets.get("类型", ())), leaf.tags, leaf.sections]


def _facets(leaves: Iterable[Leaf]) -> list[tuple[str, list[tuple[str, list[int]]]]]:
    """Return each facet with its values, and of each value the pages as ``gaps`` of their first leaves.

    Facets with a single value, by which nothing can be limited, are left out.
    """
    found: dict[str, dict[str, list[int]]] = {}
    for number, leaf in enumerate(leaves):
        for facet, values in leaf.facets.items() if leaf.is_first else ():
            numbers_of = found.setdefault(facet, {})
            for value in values:
                numbers_of.setdefault(value, []).append(number)
    return [
        (translated(facet), [(value, gaps(numbers)) for value, numbers in _ordered(facet, values)])
        for facet, values in found.items()
        if len(values) > 1
    ]


def _ordered(facet: str, values: Mapping[str, list[int]]) -> list[tuple[str, list[int]]]:
    """Return the values of a facet in the order of their pages; years from the latest."""
    return sorted(values.items(), reverse=True) if facet == "年份" else list(values.items())
