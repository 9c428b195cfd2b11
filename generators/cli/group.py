"""The command group: it loads a command when it is called, and handles broken streams and Ctrl-C."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from keyword import iskeyword
from typing import Any, Final

import click

from generators.cli.streams import prepare_streams
from generators.cli.usage import ChineseContext, ChineseError, in_chinese, usage_error
from generators.system_errors import with_file

EXIT_INTERRUPTED: Final = 130
"""The exit code that shells report for a program ended by Ctrl-C: 128 + SIGINT."""


class ConsoleGroup(click.Group):
    """A command group that exits without a traceback on a stream error or Ctrl-C.

    Its commands are imported when they are called: most import what others never need. One that is called
    like a keyword of Python is in a module with ``_`` after the name.
    """

    context_class = ChineseContext

    def __init__(self, *args: Any, described: Mapping[str, str], **extra: Any) -> None:  # noqa: ANN401 - click's signature
        """Find each command in the module of its name beside this one.

        ``described`` is by name the first paragraph of a command's help, so that a list imports none.
        """
        super().__init__(*args, **extra)
        self._described = described
        in_chinese(self)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names of the commands."""
        return sorted(self._described)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """Return a command, ``None`` if there is none of that name."""
        if cmd_name not in self._described:
            return None
        module = cmd_name.replace("-", "_")
        name = f"{module}_" if iskeyword(module) else module
        command: click.Command = getattr(import_module(f"{__package__}.{name}"), name)
        return in_chinese(command)

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

    def make_context(self, *args: Any, **extra: Any) -> click.Context:  # noqa: ANN401 - click's signature
        """Return the context of the group; a usage error is told in Chinese."""
        try:
            return super().make_context(*args, **extra)
        except click.UsageError as error:
            raise usage_error(error) from error

    def main(self, *args: Any, **extra: Any) -> Any:  # noqa: ANN401 - click's signature
        """Run the command with prepared standard streams."""
        prepare_streams()
        return super().main(*args, **extra)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's signature
        """Run the subcommand; a usage error is told in Chinese, Ctrl-C exits with the code shells expect.

        What the system refuses before a command has begun its work, as a path that is too long or a link that
        leads to itself, is told as an error.
        """
        try:
            return super().invoke(ctx)
        except click.UsageError as error:
            raise usage_error(error) from error
        except OSError as error:
            raise ChineseError(with_file(error)) from error
        except KeyboardInterrupt:
            click.echo("已中断。", err=True)
            ctx.exit(EXIT_INTERRUPTED)
