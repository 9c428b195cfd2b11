"""The output of problems and paths."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import click

from generators.diagnostics import RENDERERS
from generators.model.problem import Problem
from generators.reading.project_files import printable

EXIT_PROBLEMS: Final = 1


def print_problems(problems: Sequence[Problem], format_: str, *, to_stderr: bool = False) -> None:
    """Print problems in the format ``format_``, a key of ``RENDERERS``; raises ``KeyError`` for another."""
    click.echo(RENDERERS[format_](problems), nl=False, err=to_stderr)


def shown_path(path: Path) -> str:
    """Return the path relative to the current folder if it is below it, on one line whatever its name."""
    here = Path.cwd()
    return printable(str(path.relative_to(here)) if path.is_relative_to(here) else str(path))
