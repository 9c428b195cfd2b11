"""Which files a project has: found in one order everywhere, and never outside the project."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Final

from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.record import Place

DEEPEST_FOLDER: Final = 20
"""Folders within each other below the project."""

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
"""Names that systems, network storage and editors give to what they leave beside a user's files."""


def is_left_behind(name: str) -> bool:
    """Whether a file or folder of this name is hidden, or no work of a user, and therefore not read."""
    return _LEFT_BEHIND.fullmatch(name) is not None


@dataclass(frozen=True, slots=True)
class ProjectFile:
    """A file of the project: where it is, and its parts below the project, e.g. ``data/site.yml``."""

    location: Path
    parts: tuple[str, ...]

    @property
    def file(self) -> str:
        """Return the path that messages and places use: relative, with ``/``."""
        return "/".join(self.parts)

    @property
    def stem(self) -> str:
        """Return the file's name without its last suffix."""
        return PurePosixPath(self.parts[-1]).stem


@dataclass(slots=True)
class _Survey:
    """What a walk has met so far."""

    boundary: Path
    files: list[ProjectFile] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def refuse(self, parts: tuple[str, ...], code: str, detail: str) -> None:
        """Note that the file or folder at ``parts`` cannot be used."""
        self.problems.append(problem(code, Place(_printable("/".join(parts))), detail))


def _printable(text: str) -> str:
    """Return a path that can be written anywhere: bytes that are no text show as escapes."""
    return os.fsencode(text).decode("utf-8", "backslashreplace")


def _entries(folder: Path) -> Iterator[os.DirEntry[str]]:
    with os.scandir(folder) as found:
        yield from sorted(found, key=lambda entry: entry.name)


def _leads_astray(entry: os.DirEntry[str], boundary: Path) -> bool:
    """Whether a link leads to a folder, out of the project or round in circles."""
    if not entry.is_symlink():
        return False
    try:
        target = Path(entry.path).resolve(strict=True)
    except FileNotFoundError:
        return False
    except (OSError, RuntimeError):
        return True
    return target.is_dir() or not target.is_relative_to(boundary)


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
        if _printable(entry.name) != entry.name:
            survey.refuse(here, "E310", "名称不是 UTF-8 文字，请改名")
        elif _leads_astray(entry, survey.boundary):
            survey.refuse(here, "E113", "这是通往别处的链接，不会读取；请放入文件本身")
        elif entry.is_dir():
            _visit(Path(entry.path), here, survey)
        elif not entry.is_file():
            survey.refuse(here, "E113", "这不是普通文件，或是已失效的链接")
        elif entry.name != "README.md":
            survey.files.append(ProjectFile(Path(entry.path), here))


def project_files(root: Path, folder: str) -> tuple[tuple[ProjectFile, ...], tuple[Problem, ...]]:
    """Return the files below ``folder`` of the project at ``root``, sorted by their parts.

    ``README.md`` and what :func:`is_left_behind` names are left out. Links to folders or out of the
    project, devices and the like are E113, names that are no text E310. A missing folder has no files.
    """
    top = root / folder
    survey = _Survey(root.resolve())
    if top.is_symlink():
        survey.refuse((folder,), "E113", "这是通往别处的链接，不会读取；请放入文件夹本身")
    elif top.is_dir():
        _visit(top, (folder,), survey)
    files = sorted(survey.files, key=lambda file: file.parts)
    return tuple(files), tuple(survey.problems)
