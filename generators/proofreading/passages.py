"""The ranges of a file that contain prose: the Markdown of a page, and text values of YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generators.reading.yaml_prose import prose_scalars

_FRONT_MATTER: Final = re.compile(
    r"\ufeff?---[ \t]*\r?\n(?P<yaml>.*?)^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE
)

_AS_IN_THE_ORIGINAL: Final = frozenset({"at", "file", "masked", "period"})
"""Keys whose values are verbatim, such as a heading of a document."""

_GLOSSARY: Final = "data/terms.yml"
"""Not proofread: it lists the wrong forms of words."""

_TITLES_OF_DOCUMENTS: Final = "data/sources.yml"


@dataclass(frozen=True, slots=True)
class Passage:
    """A range of a file that contains prose, from ``start`` to before ``end``."""

    start: int
    end: int
    is_markdown: bool


def passages(text: str, file: str) -> tuple[Passage, ...]:
    """Return the passages of ``text``, the content of ``file`` (its path below the project), in order.

    Empty for a page without front matter, an invalid data file, and the glossary.
    """
    if file == _GLOSSARY:
        return ()
    if file.endswith(".yml"):
        return tuple(_of_data(text, file, 0))
    front = _FRONT_MATTER.match(text)
    if front is None:
        return ()
    values = _of_data(front["yaml"], file, front.start("yaml"))
    return (*values, Passage(front.end(), len(text), is_markdown=True))


def _of_data(text: str, file: str, offset: int) -> Iterator[Passage]:
    for scalar in prose_scalars(text):
        is_title = file == _TITLES_OF_DOCUMENTS and scalar.keys[-1:] == ("title",)
        if not is_title and not _AS_IN_THE_ORIGINAL & set(scalar.keys):
            yield Passage(offset + scalar.start, offset + scalar.end, is_markdown=False)
