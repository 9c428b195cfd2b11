"""Shared by the commands that work on a folder of releases: which one, and its lock."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import click

from generators.cli.console import EXIT_PROBLEMS, print_problems
from generators.locks import can_lock, holding
from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.record import Place
from generators.releasing.layout import ServedFolder
from generators.system_errors import resolved, with_file


def _served(context: click.Context, parameter: click.Parameter, value: Path) -> ServedFolder:  # noqa: ARG001 - click's signature
    return ServedFolder(resolved(value))


TO = click.option(
    "--to",
    "served",
    metavar="DIR",
    type=click.Path(path_type=Path),
    required=True,
    callback=_served,
    help="发布到哪个文件夹；里面有各版（releases）和指向现在一版的 current",
)


def refuse(problems: Sequence[Problem], format_: str = "text") -> NoReturn:
    """Print ``problems`` and exit with code 1."""
    print_problems(problems, format_, to_stderr=True)
    sys.exit(EXIT_PROBLEMS)


@contextmanager
def locked_or_exit(served: ServedFolder, format_: str = "text") -> Iterator[None]:
    """Hold the lock of ``served``, which is made if need be; exit with code 1 if that cannot be."""
    place = Place(str(served.path))
    if not can_lock():
        refuse([problem("E146", place, "Windows 上不能发布：没有可以一步换新的链接")], format_)
    obstacle = served.obstacle()
    if obstacle is not None:
        refuse([problem("E146", place, obstacle)], format_)
    try:
        served.path.mkdir(parents=True, exist_ok=True)
        if not served.lock.exists():  # it may be another user's
            served.lock.touch()
    except OSError as error:
        refuse([problem("E146", place, with_file(error))], format_)
    with holding(served.lock) as is_held:
        if not is_held:
            refuse([problem("E145", place, "那里的锁正被占用")], format_)
        yield


def kept_or_exit(served: ServedFolder) -> None:
    """Exit with code 1 if nothing has ever been published into ``served``, nor tried to be."""
    if not served.releases.is_dir() and not served.status.is_file():
        refuse([problem("E147", Place(str(served.path)), "那里还没有发布过")])
