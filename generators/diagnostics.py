"""Problems as text for a clerk, as JSON for a program, and as annotations for a forge. Pure."""

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
    """Return what the problem's code means, in Chinese."""
    return CATALOGUE[problem.code].title


def summary_of(problems: Sequence[Problem]) -> str:
    """Return how many errors and warnings there are: ``共 2 个错误、1 个警告``."""
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    return f"共 {errors} 个错误、{len(problems) - errors} 个警告"


def render_text(problems: Sequence[Problem]) -> str:
    """Return the problems in the order given, and their number on the last line.

    Each is three lines: ``file:line:column  CODE  title``, the detail, the remedy.
    """
    paragraphs = [
        f"{problem.place}  {problem.code}  {title_of(problem)}\n"
        + indent(f"{problem.detail}\n{problem.remedy}\n", _INDENT)
        for problem in problems
    ]
    return "".join([*paragraphs, f"{summary_of(problems)}\n"])


def render_json(problems: Sequence[Problem]) -> str:
    """Return a JSON list of objects: file, line, column, code, severity, title, detail, remedy."""
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
        }
        for problem in problems
    ]
    return json.dumps(listed, ensure_ascii=False, indent=2) + "\n"


def render_github(problems: Sequence[Problem]) -> str:
    """Return one workflow command a line, which GitHub shows beside the line of the file."""
    return "".join(f"{_annotation(problem)}\n" for problem in problems)


def _annotation(problem: Problem) -> str:
    properties = {
        "file": problem.place.file,
        "line": str(problem.place.line),
        "col": str(problem.place.column),
        "title": f"{problem.code} {title_of(problem)}",
    }
    listed = ",".join(f"{name}={_escaped_property(value)}" for name, value in properties.items())
    message = _escaped(f"{problem.detail}\n{problem.remedy}")
    return f"::{problem.severity.value} {listed}::{message}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escaped_property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


RENDERERS: Final[Mapping[str, Callable[[Sequence[Problem]], str]]] = MappingProxyType(
    {"text": render_text, "json": render_json, "github": render_github}
)
"""By the name of the format."""
