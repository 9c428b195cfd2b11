"""Shared by the commands that close periods and open them again."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import click

from generators.cli.console import EXIT_PROBLEMS, print_problems
from generators.drafting.closing.writing import write_record
from generators.drafting.errors import DraftError
from generators.model.closing import FOLDER, ClosedRecord, Link
from generators.model.dataset import Dataset
from generators.model.problem import Problem
from generators.reading.load import load_project
from generators.reading.project_files import ProjectFile, project_files


def closed_files(project: Path) -> tuple[tuple[ProjectFile, ...], tuple[Problem, ...]]:
    """Return the files below ``data/closed``, and the problems in finding them."""
    files, problems = project_files(project, "data")
    folder = f"{FOLDER}/"
    return (
        tuple(each for each in files if each.file.startswith(folder)),
        tuple(each for each in problems if each.place.file.startswith(folder)),
    )


def dataset_or_exit(project: Path) -> Dataset:
    """Return the dataset of a project that may have errors, but none in its chain; else exit with code 1."""
    loaded = load_project(project)
    broken = [each for each in loaded.problems if each.place.file.startswith(FOLDER)]
    if loaded.dataset is None or broken:
        print_problems(broken or loaded.problems, "text", to_stderr=True)
        sys.exit(EXIT_PROBLEMS)
    return loaded.dataset


def closing_or_exit(make: Callable[[], ClosedRecord]) -> ClosedRecord:
    """Return the record that ``make`` makes; exit with code 1 if it cannot."""
    try:
        return make()
    except DraftError as error:
        click.echo(f"没有写出。{error}", err=True)
        sys.exit(EXIT_PROBLEMS)


def write_or_exit(project: Path, record: ClosedRecord, listed: str) -> None:
    """Write a record; exit with code 1 if it cannot be written."""
    try:
        write_record(project, record, listed)
    except OSError as error:
        click.echo(f"没有写出。{error}", err=True)
        sys.exit(EXIT_PROBLEMS)


def tell_head(link: Link) -> None:
    """Print the head of the chain."""
    click.echo(f"链头：第{link.number}环 {link.digest}")
