"""Renders problems as text for people, as JSON, and as GitHub annotations; no I/O."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from textwrap import indent
from types import MappingProxyType
from typing import Final

from generators.model.problem import Problem, Severity
from generators.model.problem_codes import CATALOGUE

_INDENT: Final = "    "


def title_of(problem: Problem) -> str:
    """Return the Chinese title of the problem's code."""
    return CATALOGUE[problem.code].title


def summary_of(problems: Sequence[Problem]) -> str:
    """Return the numbers of errors and warnings as text: ``共 2 个错误、1 个警告``."""
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    return f"共 {errors} 个错误、{len(problems) - errors} 个警告"


def render_text(problems: Sequence[Problem]) -> str:
    """Return the problems as text in the order given, with their numbers on the last line.

    Each takes three lines: ``file:line:column  CODE  title``, the detail, the remedy.
    """
    paragraphs = [
        f"{problem.place}  {problem.code}  {title_of(problem)}\n"
        + indent(f"{problem.detail}\n{problem.remedy}\n", _INDENT)
        for problem in problems
    ]
    return "".join([*paragraphs, f"{summary_of(problems)}\n"])


def render_json(problems: Sequence[Problem]) -> str:
    """Return a JSON list of objects with file, line, column, code, severity, title, detail and remedy.

    A place in a workbook has its ``cell`` as well, ``sheet!B7``; line and column are those of the cell.
    """
    listed = [
        {
            "file": problem.place.file,
            "line": problem.place.line,
            "column": problem.place.column,
            "code": problem.code,
            "severity": problem.severity.value,
            "title": title_of(problem),
            "detail": problem.detail,
            "remedy": problem.remedy,
            **({"cell": problem.place.cell} if problem.place.sheet else {}),
        }
        for problem in problems
    ]
    return json.dumps(listed, ensure_ascii=False, indent=2) + "\n"


def render_github(problems: Sequence[Problem]) -> str:
    """Return one GitHub workflow command per line, shown beside the line of the file."""
    return "".join(f"{_annotation(problem)}\n" for problem in problems)


def _annotation(problem: Problem) -> str:
    properties = {
        "file": problem.place.file,
        "line": str(problem.place.line),
        "col": str(problem.place.column),
        "title": f"{problem.code} {title_of(problem)}",
    }
    listed = ",".join(f"{name}={_escaped_property(value)}" for name, value in properties.items())
    cell = f"{problem.place.cell}：" if problem.place.sheet else ""
    message = _escaped(f"{cell}{problem.detail}\n{problem.remedy}")
    return f"::{problem.severity.value} {listed}::{message}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escaped_property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


RENDERERS: Final[Mapping[str, Callable[[Sequence[Problem]], str]]] = MappingProxyType(
    {"text": render_text, "json": render_json, "github": render_github}
)
"""The renderers by the name of their format."""
