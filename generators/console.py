"""Standard output and error that never end a run, whatever encoding the system gives them."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from typing import Any

import click

from generators.diagnostics import RENDERERS
from generators.model.problem import Problem


class ForgivingGroup(click.Group):
    """A command group whose output, help texts too, replaces what its encoding cannot hold."""

    def main(self, *args: Any, **extra: Any) -> Any:  # noqa: ANN401 - click's signature
        """Run the command; a code page such as GBK or CP1252 costs single characters, not the run."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="replace")
        return super().main(*args, **extra)


def print_problems(problems: Sequence[Problem], format_: str, *, to_stderr: bool = False) -> None:
    """Print problems in one of ``RENDERERS``; what programs read is always UTF-8 (RFC 8259 for JSON)."""
    text = RENDERERS[format_](problems)
    click.echo(text if format_ == "text" else text.encode(), nl=False, err=to_stderr)
