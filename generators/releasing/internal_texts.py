"""Whether the bytes of a public site hold a text that only internal records have.

The gate decides what the public sees. This looks at the finished files instead, so that a fault anywhere
behind the gate (a template, a hook, a file copied by hand) does not publish what it withheld.
"""

from __future__ import annotations

import html
import re
import zipfile
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

from generators.checking.kit.public_text import site_texts
from generators.model.dataset import Dataset
from generators.model.ideographs import with_canonical_ideographs
from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.record import Place
from generators.reading.attachments.attachments import content_of
from generators.reading.quoting import shortened
from generators.releasing.digests import SUMS
from generators.workbooks.reading.package import LARGEST_CONTENT

_SHORTEST: Final = 12
"""Characters: shorter phrases stand in internal and public texts alike without being copied."""

_MARKUP: Final = re.compile(r"[\s<>&\"'`*_|\[\](){}#~\\]+")
"""What Markdown or HTML may turn into something else."""

_TEXT: Final = frozenset({".html", ".csv", ".json", ".js", ".md", ".svg", ".txt", ".xml"})
_PACKED: Final = frozenset({".xlsx", ".docx"})
_LAID_OUT: Final = frozenset({".docx", ".pdf"})
"""Files whose phrases may be cut into pieces, by lines of a page or by fonts."""

_ESCAPED: Final = re.compile(r"\\u([0-9a-fA-F]{4})")
"""A character as JSON may write it, such as the JSON-LD of a page."""

_DAMAGED: Final = (
    *(zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError),
)
"""What unpacking a damaged or encrypted file raises."""

_PIECES: Final = re.compile(r"[<>\n]+")


class Phrases:
    """Phrases to look for, each with the place where an editor wrote it."""

    def __init__(self, places: Mapping[str, Place]) -> None:
        """Take phrases of at least twelve characters; others are left out."""
        self._places = places
        self._by_start: dict[str, list[str]] = defaultdict(list)
        for phrase in places:
            if len(phrase) >= _SHORTEST:
                self._by_start[phrase[:_SHORTEST]].append(phrase)

    def in_text(self, text: str) -> Iterator[tuple[str, Place]]:
        """Yield the phrases that ``text`` holds, in their order there."""
        starts = self._by_start
        for at in range(len(text) - _SHORTEST + 1):
            for phrase in starts.get(text[at : at + _SHORTEST], ()):
                if text.startswith(phrase, at):
                    yield phrase, self._places[phrase]

    def without(self, texts: Iterable[str]) -> Phrases:
        """Return the phrases that none of ``texts`` holds."""
        found = {phrase for text in texts for phrase, _ in self.in_text(text)}
        return Phrases({phrase: place for phrase, place in self._places.items() if phrase not in found})


def internal_phrases(dataset: Dataset) -> Phrases:
    """Return the phrases of the internal records and documents of ``dataset`` that no public text holds."""
    internal: dict[str, Place] = {}
    public: list[str] = []
    for text in site_texts(dataset):
        if text.is_public:
            public += _MARKUP.split(text.text)
        else:
            internal.update((phrase, text.place) for phrase in _MARKUP.split(text.text))
    return Phrases(internal).without(public)


def internal_texts(site: Path, phrases: Phrases) -> Iterator[Problem]:
    """Yield an E142 for each of ``phrases`` that a file of the public ``site`` holds, where it is first.

    Web pages, data, the names of files (in ``SHA256SUMS``), workbooks, Word documents and PDF files are
    searched; of pictures only their sources are. A phrase across two pages of a PDF file is not found, nor is
    one in a file that cannot be read. Raises ``OSError``.
    """
    seen: set[str] = set()
    told: set[str] = set()
    for path in sorted(site.rglob("*")):
        for where, text in _texts(path):
            for piece in _PIECES.split(text):
                if len(piece) < _SHORTEST or piece in seen:
                    continue
                seen.add(piece)
                plain = html.unescape(piece) if "&" in piece else piece
                if "\\u" in plain:
                    plain = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), plain)
                for phrase, place in phrases.in_text(plain):
                    if phrase not in told:
                        told.add(phrase)
                        line = text[: text.find(piece)].count("\n") + 1
                        detail = f"{where}有{place}的内部文字“{shortened(phrase)}”"
                        yield problem("E142", Place(str(path), line), detail)


def _texts(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the texts of a file, each after where in the file it is, in Chinese; empty for a whole file."""
    if (path.suffix in _TEXT or path.name == SUMS) and path.is_file():
        yield "", path.read_bytes().decode("utf-8", "replace")
    if path.suffix in _LAID_OUT and path.is_file():
        for found in content_of(path.read_bytes(), "").texts:
            yield found.where, with_canonical_ideographs("".join(found.text.split()))
    if path.suffix in _PACKED and path.is_file():
        for part in _parts(path):
            yield "", part.decode("utf-8", "replace")


def _parts(path: Path) -> Iterator[bytes]:
    """Yield the parts in XML of a workbook or Word document, without those that cannot be unpacked.

    One that unpacks to more than ``LARGEST_CONTENT`` is not read: the values of such a table are in its CSV.
    """
    with suppress(*_DAMAGED), zipfile.ZipFile(path) as package:
        parts = [each for each in package.infolist() if each.filename.endswith(".xml")]
        if sum(each.file_size for each in parts) > LARGEST_CONTENT:
            return
        for part in parts:
            with suppress(*_DAMAGED):
                yield package.read(part)
