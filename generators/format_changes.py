"""What changed in the form of a project's files since an earlier version, found in the files and mended.

A change of form that makes older projects fail has an entry in :data:`CHANGES`, and a line in UPGRADING.md. A
word that is only added needs none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generators.model.record import Place
from generators.reading.project_files import ProjectFile, project_files


@dataclass(frozen=True, slots=True)
class FormatChange:
    """A word of the files that is written otherwise since ``version``: what ``pattern`` finds is now ``new``.

    ``about`` says in Chinese what the word is.
    """

    version: str
    pattern: re.Pattern[str]
    new: str
    about: str


CHANGES: Final = (
    FormatChange(
        "0.1.0",
        re.compile(r"\byear-to-date-on-year\b"),
        "cumulative-growth",
        "本年累计同比：考核办法的 by，和文章里 compare 的第四项",
    ),
)
"""The changes of form, the oldest first. That of 0.1.0 was made while it was being developed."""


@dataclass(frozen=True, slots=True)
class Needed:
    """A place of a project that a change of form concerns, and what is written there."""

    place: Place
    written: str
    change: FormatChange


@dataclass(frozen=True, slots=True)
class Upgrade:
    """The changes that a project needs, in the order of their places, and the texts of changed files."""

    needed: tuple[Needed, ...]
    texts: Mapping[str, str]


def upgrade_of(project: Path) -> Upgrade:
    """Return the changes that ``project`` needs; files that are no UTF-8 text are left out.

    Raises ``OSError`` for a file that cannot be read.
    """
    needed: list[Needed] = []
    texts: dict[str, str] = {}
    for folder, suffix in (("content", ".md"), ("data", ".yml")):
        for each in project_files(project, folder)[0]:
            text = _text_of(each) if each.location.suffix == suffix else ""
            found = list(_needed_in(each.file, text))
            if found:
                needed += found
                texts[each.file] = _changed(text)
    return Upgrade(tuple(sorted(needed, key=lambda each: each.place)), texts)


def _needed_in(file: str, text: str) -> Iterator[Needed]:
    for change in CHANGES:
        for found in change.pattern.finditer(text):
            line = text.count("\n", 0, found.start()) + 1
            column = found.start() - text.rfind("\n", 0, found.start())
            yield Needed(Place(file, line, column), found[0], change)


def _changed(text: str) -> str:
    for change in CHANGES:
        text = change.pattern.sub(change.new, text)
    return text


def _text_of(file: ProjectFile) -> str:
    try:
        return file.location.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        return ""
