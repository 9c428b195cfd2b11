"""Shared by the commands that write a release: how it is made, and what is said when that fails."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from pathlib import Path

import click

from generators.cli.console import EXIT_PROBLEMS, shown_path
from generators.cli.targets import AUDIENCE_NAMES
from generators.clusters.error import ClusterError
from generators.disclosing import Audience
from generators.progress import Announcer
from generators.publishing.build import PublishingError
from generators.publishing.offline.archive import archive_of, write_archive
from generators.publishing.pdf.engine import PdfError, require_engine
from generators.publishing.pdf.pdfs import number_of_pdfs
from generators.publishing.release import Retire, at_once, staged_release
from generators.rendering import RenderedSite
from generators.system_errors import with_file
from generators.workers import WorkerEndedError


def counting_pdfs(
    announcer: Announcer, audience: Audience, site: RenderedSite
) -> AbstractContextManager[Callable[[], None]]:
    """Announce the printing of the PDF files of ``site``; yield a function to call after each of them."""
    return announcer.counting(f"排印{AUDIENCE_NAMES[audience]} PDF", number_of_pdfs(site), "份")


def counting_documents(
    announcer: Announcer, audience: Audience, documents: int
) -> AbstractContextManager[Callable[[], None]]:
    """Announce the writing of ``documents`` Word documents; yield a function to call after each of them."""
    return announcer.counting(f"写出{AUDIENCE_NAMES[audience]}通报的 Word 文件", documents, "份")


def require_engine_or_exit() -> None:
    """Exit with code 1 if PDF files cannot be made, and print what is missing."""
    try:
        require_engine()
    except PdfError as error:
        click.echo(error, err=True)
        sys.exit(EXIT_PROBLEMS)


def archive_or_exit(targets: Sequence[Path], day: date, announcer: Announcer) -> None:
    """Write the archive of the offline edition in each of ``targets``; exit with code 1 on failure."""
    for target in targets:
        announcer.say(f"压缩{shown_path(archive_of(target))}")
        try:
            write_archive(target, f"{target.name}-{day:%Y%m%d}")
        except OSError as error:
            click.echo(f"网站已经生成，压缩文件没有写成。\n{with_file(error)}", err=True)
            sys.exit(EXIT_PROBLEMS)


@contextmanager
def release_or_exit(
    targets: Sequence[Path], what: str, retire: Retire = at_once
) -> Iterator[tuple[Path, ...]]:
    """Yield a new folder for each target, and let it replace the target; exit with code 1 on failure.

    What they replace is removed by ``retire``.
    """
    try:
        with staged_release(*targets, retire=retire) as folders:
            yield folders
    except (PublishingError, PdfError, WorkerEndedError, ClusterError, OSError) as error:
        reason = with_file(error) if isinstance(error, OSError) else error
        click.echo(f"生成失败，原有{what}没有改动。\n{reason}", err=True)
        sys.exit(EXIT_PROBLEMS)
