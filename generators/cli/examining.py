"""Examines a project for the commands that need one without errors."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from datetime import date
from pathlib import Path
from typing import Final

import click

from generators.cli.console import EXIT_PROBLEMS, print_problems
from generators.cli.usage import ChineseError
from generators.clock import as_of_date
from generators.model.dataset import Dataset
from generators.model.problem import Problem
from generators.pipeline import Examined, unannounced
from generators.progress import Announcer
from generators.publishing.examining import examine_project
from generators.reading.early import Load
from generators.store.store import Store

NOT_WRITTEN: Final = "没有写出：请先改正上面的错误，什么也没有改动。"


def examined_or_exit(
    project: Path,
    as_of: date,
    format_: str,
    announcer: Announcer | None = None,
    jobs: int = 1,
    *,
    store: Store | None = None,
    load: Load | None = None,
    undone: str = "没有发布：请先改正上面的错误，原有网站没有改动。",
    on_errors: Callable[[Sequence[Problem]], None] = lambda _: None,
) -> Examined:
    """Return the project examined on ``as_of``; print its problems, and exit with code 1 on an error.

    ``undone`` says what the command leaves undone then. The ``announcer``, if there is one, tells of each
    stage. ``jobs`` processes may work on it. What is read of a file is taken from the ``store`` if it is
    unchanged; ``load`` waits for a reading begun already. ``on_errors`` is called with all problems before
    the exit.
    """
    with nullcontext(unannounced) if announcer is None else announcer.stages() as on_stage:
        examined = examine_project(
            project, as_of, as_of_date(None), on_stage=on_stage, jobs=jobs, store=store, load=load
        )
    if examined.problems:
        print_problems(examined.problems, format_, to_stderr=True)
        click.echo(err=True)
    if examined.errors:
        click.echo(undone, err=True)
        on_errors(examined.problems)
        sys.exit(EXIT_PROBLEMS)
    return examined


def dataset_or_exit(project: Path, as_of: date) -> Dataset:
    """Return the data of a project, examined as above; raises ``ChineseError`` if it has none.

    It is for commands that publish nothing.
    """
    dataset = examined_or_exit(project, as_of, "text", undone=NOT_WRITTEN).dataset
    if dataset is None:
        raise ChineseError("项目没有数据")
    return dataset
