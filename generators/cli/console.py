"""The command group, which handles broken streams and Ctrl-C, and the output of problems and paths."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import click

from generators.cli.streams import prepare_streams
from generators.diagnostics import RENDERERS
from generators.model.problem import Problem
from generators.reading.project_files import printable

EXIT_PROBLEMS: Final = 1

EXIT_INTERRUPTED: Final = 130
"""The exit code that shells report for a program ended by Ctrl-C: 128 + SIGINT."""


class ConsoleGroup(click.Group):
    """A command group that exits without a traceback on a stream error or Ctrl-C."""

    def main(self, *args: Any, **extra: Any) -> Any:  # noqa: ANN401 - click's signature
        """Run the command with prepared standard streams."""
        prepare_streams()
        return super().main(*args, **extra)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's signature
        """Run the subcommand; Ctrl-C exits with the code that shells expect."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            click.echo("已中断。", err=True)
            ctx.exit(EXIT_INTERRUPTED)


def print_problems(problems: Sequence[Problem], format_: str, *, to_stderr: bool = False) -> None:
    """Print problems in the format ``format_``, a key of ``RENDERERS``; raises ``KeyError`` for another."""
    click.echo(RENDERERS[format_](problems), nl=False, err=to_stderr)


def shown_path(path: Path) -> str:
    """Return the path relative to the current folder if it is below it, on one line whatever its name."""
    here = Path.cwd()
    return printable(str(path.relative_to(here)) if path.is_relative_to(here) else str(path))
