"""Puts the data files that a command has changed in place, and says which."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NoReturn

import click

from generators.cli.console import shown_path
from generators.importing.filing.files import put_in_place
from generators.system_errors import reason_of


def put_in_place_or_exit(
    project: Path, texts: Mapping[str, str], give_up: Callable[[str], NoReturn], *, dry_run: bool
) -> None:
    """Write ``texts``, by their paths in the project, and name each; write nothing with ``dry_run``.

    ``give_up`` is called with the reason if the system refuses.
    """
    if dry_run:
        click.echo("这是试运行，什么也没有写。", err=True)
        return
    try:
        put_in_place(project, texts)
    except OSError as error:
        give_up(f"写不进去：{reason_of(error)}")
    for file in texts:
        click.echo(f"写好了：{shown_path(project / file)}", err=True)
