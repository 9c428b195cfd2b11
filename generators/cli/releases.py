"""Shared by the commands that write a release: its audiences, its target folders, and the report."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Final

import click

from generators.cli.console import EXIT_PROBLEMS, shown_path
from generators.disclosing import Audience
from generators.progress import Announcer
from generators.publishing.build import PublishingError
from generators.publishing.pdf.engine import PdfError, require_engine
from generators.publishing.pdf.pdfs import number_of_pdfs
from generators.publishing.release import obstacle_at, staged_release
from generators.publishing.workers import WorkerEndedError, number_of_processors
from generators.rendering import RenderedSite

JOBS = click.option(
    "--jobs",
    metavar="N",
    type=click.IntRange(min=1),
    default=number_of_processors,
    help="用几个进程，默认与处理器同数；1 为只用一个",
)

AUDIENCE_NAMES: Final = {Audience.PUBLIC: "公开", Audience.INTERNAL: "内部"}


def counting_pdfs(
    announcer: Announcer, audience: Audience, site: RenderedSite
) -> AbstractContextManager[Callable[[], None]]:
    """Announce the printing of the PDF files of ``site``; yield a function to call after each of them."""
    return announcer.counting(f"排印{AUDIENCE_NAMES[audience]}通报", number_of_pdfs(site), "份")


def require_engine_or_exit() -> None:
    """Exit with code 1 if PDF files cannot be made, and print what is missing."""
    try:
        require_engine()
    except PdfError as error:
        click.echo(error, err=True)
        sys.exit(EXIT_PROBLEMS)


@contextmanager
def release_or_exit(targets: Sequence[Path], what: str) -> Iterator[tuple[Path, ...]]:
    """Yield a new folder for each target, and let it replace the target; exit with code 1 on failure."""
    try:
        with staged_release(*targets) as folders:
            yield folders
    except (PublishingError, PdfError, WorkerEndedError, OSError) as error:
        click.echo(f"生成失败，原有{what}没有改动。\n{error}", err=True)
        sys.exit(EXIT_PROBLEMS)


def audiences_of(named: str | None) -> tuple[Audience, ...]:
    """Return the audience named ``named``, or all audiences for ``None``."""
    return tuple(Audience) if named is None else (Audience(named),)


def targets_of(
    project: Path,
    wanted: Path | None,
    audiences: tuple[Audience, ...],
    default: Path,
    is_replaceable: Callable[[Path], bool],
) -> tuple[Path, ...]:
    """Return the target folder of each audience; raises ``UsageError`` if one must not be replaced."""
    root = wanted or default
    is_one = wanted is not None and len(audiences) == 1
    targets = tuple((root if is_one else root / each.value).resolve() for each in audiences)
    for target in targets:
        obstacle = obstacle_at(target, project, is_replaceable)
        if obstacle is not None:
            raise click.UsageError(f"不能生成到 {shown_path(target)}：{obstacle}")
    return targets
