"""The command group: it loads a command when it is called, and handles broken streams and Ctrl-C."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from keyword import iskeyword
from typing import Any, Final

import click

from generators.cli.streams import prepare_streams

EXIT_INTERRUPTED: Final = 130
"""The exit code that shells report for a program ended by Ctrl-C: 128 + SIGINT."""


class ConsoleGroup(click.Group):
    """A command group that exits without a traceback on a stream error or Ctrl-C.

    Its commands are imported when they are called: most import what others never need. One that is called
    like a keyword of Python is in a module with ``_`` after the name.
    """

    def __init__(self, *args: Any, described: Mapping[str, str], **extra: Any) -> None:  # noqa: ANN401 - click's signature
        """Find each command in the module of its name beside this one.

        ``described`` is by name the first paragraph of a command's help, so that a list imports none.
        """
        super().__init__(*args, **extra)
        self._described = described

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names of the commands."""
        return sorted(self._described)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """Return a command, ``None`` if there is none of that name."""
        if cmd_name not in self._described:
            return None
        name = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        command: click.Command = getattr(import_module(f"{__package__}.{name}"), name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands with the beginnings of their help."""
        names = self.list_commands(ctx)
        limit = formatter.width - 6 - max(map(len, names))
        with formatter.section("Commands"):
            formatter.write_dl(
                [
                    (each, click.Command(each, help=self._described[each]).get_short_help_str(limit))
                    for each in names
                ]
            )

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
