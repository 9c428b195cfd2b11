"""Lists the files of a project in the same order on every system, and never outside the project."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Final

from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.record import Place
from generators.reading.source_text import NOT_TEXT

NO_DRAFTS: Final[Mapping[str, Path]] = MappingProxyType({})
"""The files of a project as they are."""

DEEPEST_FOLDER: Final = 20
"""The maximum depth of nested folders in a project."""

_OF_DATA: Final = (".geojson", ".json", ".jsonl", ".yaml", ".yml")
"""How the names of data files end."""

_UNPRINTABLE: Final = re.compile(f"{NOT_TEXT.pattern}|[\t\n\r]")

_LEFT_BEHIND: Final = re.compile(
    r"""
      \..*                     # hidden, as .DS_Store, ._note.md and .~lock.table.xlsx# are
    | (?:ehthumbs|thumbs)\.db | desktop\.ini                   # Windows
    | \$recycle\.bin | system\ volume\ information
    | icon\r | __macosx                                          # macOS
    | @eadir | @recycle | \#recycle | \#snapshot | lost\+found   # network storage and file systems
    | ~\$.* | .*~ | \#.*\# | .*\.(?:swp|swo|tmp)                # editors and office programs
    """,
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
"""Names of files and folders that operating systems, network storage and editors create."""


def is_left_behind(name: str) -> bool:
    """Whether a file or folder of this name is hidden or created by a system, and is therefore not read."""
    return _LEFT_BEHIND.fullmatch(name) is not None


@dataclass(frozen=True, slots=True)
class ProjectFile:
    """A file of the project: its location, and the parts of its path below the project."""

    location: Path
    parts: tuple[str, ...]

    @property
    def file(self) -> str:
        """Return the path below the project with ``/``, as in messages and places: ``data/site.yml``."""
        return "/".join(self.parts)

    @property
    def stem(self) -> str:
        """Return the file's name without its last suffix."""
        return PurePosixPath(self.parts[-1]).stem


@dataclass(slots=True)
class _Survey:
    """The files and problems found so far by a walk."""

    files: list[ProjectFile] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def refuse(self, parts: tuple[str, ...], code: str, detail: str) -> None:
        """Add a problem for the file or folder at ``parts``."""
        self.problems.append(problem(code, Place(printable("/".join(parts))), detail))


def printable(text: str) -> str:
    """Return ``text`` with bytes that are not UTF-8, line breaks and control characters as escapes."""
    decoded = os.fsencode(text).decode("utf-8", "backslashreplace")
    return _UNPRINTABLE.sub(lambda match: match[0].encode("unicode_escape").decode(), decoded)


def is_file(path: Path) -> bool:
    """Whether there is a file at ``path``; no path is too long or too strange to ask for."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def is_folder(path: Path) -> bool:
    """Whether there is a folder at ``path``; no path is too long or too strange to ask for."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _entries(folder: Path) -> Iterator[os.DirEntry[str]]:
    with os.scandir(folder) as found:
        yield from sorted(found, key=lambda entry: entry.name)


def _visit(folder: Path, parts: tuple[str, ...], survey: _Survey) -> None:
    if len(parts) > DEEPEST_FOLDER:
        survey.refuse(parts, "E310", f"文件夹的层次超过了 {DEEPEST_FOLDER} 层")
        return
    try:
        entries = list(_entries(folder))
    except OSError:
        survey.refuse(parts, "E113", "文件夹无法读取")
        return
    for entry in entries:
        if is_left_behind(entry.name):
            continue
        here = (*parts, entry.name)
        if printable(entry.name) != entry.name:
            survey.refuse(here, "E310", "名称里有换行、控制字符，或不是 UTF-8 文字，请改名")
        elif unreadable := _why_unreadable(entry, parts[0]):
            survey.refuse(here, "E113", unreadable)
        elif entry.is_dir():
            _visit(Path(entry.path), here, survey)
        elif entry.name != "README.md":
            survey.files.append(ProjectFile(Path(entry.path), here))


def _why_unreadable(entry: os.DirEntry[str], top: str) -> str:
    """Return in Chinese why an entry below the folder ``top`` is not read, empty if it is."""
    if entry.is_symlink():
        # Wherever it leads: a link among public files may stand for an internal one.
        return "这是通往别处的链接，不会读取；请放入文件本身"
    if entry.is_dir():
        # An empty folder in the place of a file would be taken for no data at all.
        return "这是文件夹，不是文件" if top == "data" and entry.name.endswith(_OF_DATA) else ""
    return "" if entry.is_file() else "这不是普通文件"


def project_files(root: Path, folder: str) -> tuple[tuple[ProjectFile, ...], tuple[Problem, ...]]:
    """Return the files below ``folder`` of the project at ``root``, sorted by their parts.

    ``README.md`` and everything for which :func:`is_left_behind` holds are left out. Symbolic links and
    devices are E113; names that are not UTF-8 and folders nested too deep are E310. A missing folder has
    no files.
    """
    top = root / folder
    survey = _Survey()
    if top.is_symlink():
        survey.refuse((folder,), "E113", "这是通往别处的链接，不会读取；请放入文件夹本身")
    elif top.is_dir():
        _visit(top, (folder,), survey)
    files = sorted(survey.files, key=lambda file: file.parts)
    return tuple(files), tuple(survey.problems)


def with_drafts(files: Iterable[ProjectFile], drafts: Mapping[str, Path]) -> tuple[ProjectFile, ...]:
    """Return ``files`` with ``drafts``, by their paths, in their place or besides, sorted by their parts."""
    kept = {file.file: file for file in files}
    kept.update({path: ProjectFile(location, tuple(path.split("/"))) for path, location in drafts.items()})
    return tuple(sorted(kept.values(), key=lambda file: file.parts))
