"""Console output that never fails because of the system's encoding."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import click

from generators.diagnostics import RENDERERS
from generators.model.problem import Problem

EXIT_PROBLEMS: Final = 1


class ForgivingGroup(click.Group):
    """A command group whose output replaces characters that the console's encoding does not have."""

    def main(self, *args: Any, **extra: Any) -> Any:  # noqa: ANN401 - click's signature
        """Run the command with standard streams that replace unencodable characters instead of raising."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="replace")
        return super().main(*args, **extra)


def print_problems(problems: Sequence[Problem], format_: str, *, to_stderr: bool = False) -> None:
    """Print problems in the format ``format_``, a key of ``RENDERERS``.

    Formats for programs are always UTF-8 (as RFC 8259 requires of JSON). Raises ``KeyError`` for an unknown
    format.
    """
    text = RENDERERS[format_](problems)
    click.echo(text if format_ == "text" else text.encode(), nl=False, err=to_stderr)


def shown_path(path: Path) -> str:
    """Return the path relative to the current folder if it is below it, else as it is."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
