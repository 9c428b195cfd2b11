"""The settings of ``mkdocs.yml`` with their places, and as the plain values that MkDocs takes."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.record import Place, PlacedMapping, place_within
from generators.reading.configuration.tags import Named, Relative
from generators.reading.yaml_scalars import Unreadable

Path_ = tuple[str | int, ...]
"""The keys and positions that lead to a value within the settings."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What ``file`` of the project says, including what it inherits."""

    project: Path
    file: str
    written: PlacedMapping

    def place(self, *path: str | int, of_key: bool = False) -> Place:
        """Return the place of the value at ``path``, or of the nearest one around it."""
        return place_within(self.written, path, of_key=of_key) or Place(self.file)

    def problem(self, code: str, path: Path_, detail: str, *, of_key: bool = False) -> Problem:
        """Return the problem ``code`` at the value at ``path``, or at its key."""
        return problem(code, self.place(*path, of_key=of_key), detail)

    def value(self, path: Path_) -> object:
        """Return the value at ``path``; ``None`` if there is none."""
        node: Any = self.written
        for step in path:
            is_position = isinstance(node, list) and isinstance(step, int) and step < len(node)
            if not is_position and not (isinstance(node, dict) and step in node):
                return None
            node = node[step]
        found: object = node
        return found

    def folder(self, written: str) -> Path:
        """Return the absolute path that a path in the settings stands for."""
        return Path(self.project / written).resolve()


def is_readable(value: object) -> bool:
    """Whether a value holds nothing that has been reported as unreadable."""
    match value:
        case Unreadable():
            return False
        case dict():
            return all(map(is_readable, value.values()))
        case list():
            return all(map(is_readable, value))
    return True


def plain(value: object, project: Path) -> Any:  # noqa: ANN401 - settings have many shapes
    """Return a new value of plain lists and mappings, with functions in place of their names.

    Raises ``ImportError`` or ``AttributeError`` for a function that is not installed.
    """
    match value:
        case dict():
            return {key: plain(each, project) for key, each in value.items()}
        case list():
            return [plain(each, project) for each in value]
        case Named(module=module, name=name, arguments=arguments):
            function = getattr(importlib.import_module(module), name)
            return function if arguments is None else function(**plain(arguments, project))
        case Relative(text=text):
            return str(project / text.partition("/")[2])
    return value
