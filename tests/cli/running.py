"""The commands that there are, how tests run them, and the project that they break."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import click
from click.testing import Result

from generators.cli import main
from tests.build.project import FIXTURES_DAY, replace_in

AS_OF: Final = ("--as-of", str(FIXTURES_DAY))

Run = Callable[..., Result]


def _below(command: click.Command, words: tuple[str, ...] = ()) -> Iterator[tuple[str, click.Command]]:
    yield " ".join(words), command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            each = command.get_command(context, name)
            assert each is not None
            yield from _below(each, (*words, name))


ALL_COMMANDS: Final = dict(_below(main))
"""The command itself under ``""``, and every command below it under its words, groups included."""

COMMANDS: Final = {
    words: command for words, command in ALL_COMMANDS.items() if not isinstance(command, click.Group)
}
"""The commands that do something."""


def break_project(project: Path, name: str = "no-window") -> None:
    """Give the fictional county one error, E306 at ``content/about.md:6:13``, whose text holds ``name``."""
    replace_in(project / "content/about.md", "one-window", name)


@contextmanager
def taken_address() -> Iterator[str]:
    """Yield an address at which another program listens."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield f"127.0.0.1:{listener.getsockname()[1]}"
