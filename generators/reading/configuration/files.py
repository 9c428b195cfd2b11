"""Reads ``mkdocs.yml`` and the files that it inherits from."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.record import Place, PlacedMapping
from generators.reading.configuration.composer import ConfigurationComposer
from generators.reading.outcome import Outcome
from generators.reading.project_files import is_file, printable
from generators.reading.quoting import quoted
from generators.reading.source_text import read_text
from generators.reading.yaml_scalars import Unreadable
from generators.reading.yaml_source import parse_yaml

CONFIGURATION: Final = "mkdocs.yml"
_OTHER_NAME: Final = "mkdocs.yaml"
_INHERIT: Final = "INHERIT"


@dataclass(slots=True)
class _Chain:
    """The files read so far, from ``mkdocs.yml`` to what it inherits from, and their problems."""

    project: Path
    visited: list[Path] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def name(self, path: Path) -> str:
        """Return the path of a file as problems name it."""
        below = path.relative_to(self.project) if path.is_relative_to(self.project) else path
        return printable(below.as_posix())

    def read(self, path: Path) -> PlacedMapping | None:
        """Return the settings of the file at ``path`` over those that it inherits; ``None`` if unreadable."""
        self.visited.append(path)
        written = self._written(path)
        if written is None or _INHERIT not in written:
            return written
        place, parent = written.value_place(_INHERIT), written.pop(_INHERIT)
        if isinstance(parent, Unreadable):
            return written
        inherited = self._parent(path, parent, place)
        below = self.read(inherited) if inherited is not None else None
        return written if below is None else _over(below, written)

    def _written(self, path: Path) -> PlacedMapping | None:
        name = self.name(path)
        if path.is_symlink():
            detail = "这是通往别处的链接，不会读取；请放入文件本身"
            self.problems.append(problem("E113", Place(name), detail))
            return None
        text = read_text(path, name)
        self.problems += text.problems
        if text.value is None:
            return None
        read = parse_yaml(text.value, name, kind=ConfigurationComposer)
        self.problems += read.problems
        if read.value is None or isinstance(read.value, (PlacedMapping, Unreadable)):
            return read.value if isinstance(read.value, PlacedMapping) else None
        self.problems.append(problem("E118", Place(name), f"应为一组“键: 值”，现为{quoted(read.value)}"))
        return None

    def _parent(self, path: Path, written: object, place: Place) -> Path | None:
        """Return the file that ``INHERIT`` names; ``None``, with a problem added, if it must not be read."""
        if not isinstance(written, str) or not written:
            self.problems.append(problem("E115", place, f"INHERIT 应为文件的路径，现为{quoted(written)}"))
            return None
        parent = Path(os.path.normpath(path.parent / written))
        if parent in self.visited:
            again = "自己" if parent == path else f"{quoted(self.name(parent))}，又回到了原处"
            reason = f"继承的是{again}"
        elif not parent.resolve().is_relative_to(self.project.resolve()):
            reason = f"{quoted(written)}不在项目的文件夹里"
        elif not is_file(parent):
            reason = f"没有{quoted(written)}这个文件"
        else:
            return parent
        self.problems.append(problem("E115", place, reason))
        return None


class _Inheriting(PlacedMapping):
    """Settings of several files: each key has its own."""

    __slots__ = ("files",)

    def __init__(self, above: PlacedMapping) -> None:
        super().__init__(above.sheet, above.spot)
        self.files: dict[str, str] = {}

    def file_of(self, key: str) -> str:
        """Return the file in which a key is written."""
        return self.files[key]


def _over(below: PlacedMapping, above: PlacedMapping) -> PlacedMapping:
    """Return the settings ``below`` with those ``above``, which go first, as MkDocs merges them."""
    found = _Inheriting(above)
    for source in (below, above):
        for key, value in source.items():
            lower = found.get(key)
            if isinstance(value, PlacedMapping) and isinstance(lower, PlacedMapping):
                found[key] = _over(lower, value)
            else:
                found[key] = value
            found.spots[key] = source.spots[key]
            found.files[key] = source.file_of(key)
    return found


def configuration_exists(project: Path, file: str = CONFIGURATION) -> bool:
    """Whether anything lies where the configuration ``file`` of ``project`` is looked for."""
    return os.path.lexists(project / file)


@dataclass(frozen=True, slots=True)
class Configuration:
    """A configuration as read: its ``settings``, the problems of reading it, and the files that were read.

    ``settings`` are ``None`` without the file, or if nothing can be read from it.
    """

    settings: PlacedMapping | None = None
    problems: tuple[Problem, ...] = ()
    files: tuple[Path, ...] = ()


def configuration_of(project: Path, file: str = CONFIGURATION) -> Configuration:
    """Return the configuration ``file`` of the project, with what it inherits."""
    if not configuration_exists(project, file):
        if file == CONFIGURATION and os.path.lexists(project / _OTHER_NAME):
            detail = f"{_OTHER_NAME} 不会读取；请改名为 {CONFIGURATION}"
            return Configuration(problems=(problem("E310", Place(_OTHER_NAME), detail),))
        return Configuration()
    chain = _Chain(project)
    settings = chain.read(project / file)
    return Configuration(settings, tuple(chain.problems), tuple(chain.visited))


def files_read(project: Path, file: str = CONFIGURATION) -> tuple[Path, ...]:
    """Return the files that :func:`configuration_of` reads: ``file``, and those that it inherits from."""
    return configuration_of(project, file).files


def read_configuration(project: Path, file: str = CONFIGURATION) -> Outcome[PlacedMapping]:
    """Return the settings of ``file`` of the project with their places, and every problem of reading them.

    Problems are those of :func:`generators.reading.source_text.read_text` and
    :func:`generators.reading.yaml_source.parse_yaml`, E115 (INHERIT), E116 (tags), E118 (no mapping). The
    value is ``None`` without the file, or if nothing can be read from it. No tag runs anything; ``!ENV``
    is replaced by what it stands for, a name on the allow-list is a
    :class:`~generators.reading.configuration.tags.Named`.
    """
    read = configuration_of(project, file)
    return Outcome(read.settings, read.problems)
