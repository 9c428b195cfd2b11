"""The command ``tongbao docx``."""

from __future__ import annotations

import difflib
import shutil
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from functools import partial
from pathlib import Path

import click

from generators.cli.console import shown_path
from generators.cli.examining import NOT_WRITTEN, examined_or_exit
from generators.cli.options import release_options
from generators.cli.outputs import counting_documents, release_or_exit
from generators.cli.targets import AUDIENCE_NAMES, JOBS, audiences_of, targets_of
from generators.progress import Announcer
from generators.publishing.release import holds_only
from generators.publishing.word.documents import pages_with_documents, write_documents
from generators.rendering import RenderedSite

_SUFFIX = ".docx"


@click.command()
@release_options
@JOBS
@click.argument("bulletins", nargs=-1, metavar="[通报]...")
@click.option(
    "--output",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="写到哪里；默认项目下的 site/docx，其中分 public 与 internal",
)
def docx(
    *,
    project: Path,
    as_of: date,
    format_: str,
    audience: str | None,
    jobs: int,
    bulletins: tuple[str, ...],
    output: Path | None,
) -> None:
    """检查后把通报写成 Word 文件，版式照 GB/T 9704；有任何错误就不写，原有的文件保持不动。

    通报写“刊物/年/期号”，如 tidy-notes/2025/1；不写就是每一期。
    """
    audiences = audiences_of(audience)
    is_replaceable = partial(holds_only, suffix=_SUFFIX)
    targets = targets_of(project, output, audiences, project / "site" / "docx", is_replaceable)
    announcer = Announcer(sys.stderr)
    examined = examined_or_exit(project, as_of, format_, announcer, jobs, undone=NOT_WRITTEN)
    announcer.say("编排")
    sites = [examined.site(each) for each in audiences]
    wanted = _wanted(bulletins, sites)
    with release_or_exit(targets, "Word 文件") as folders:
        for each, site, folder, target in zip(audiences, sites, folders, targets, strict=True):
            if bulletins and target.is_dir():  # the others stay
                shutil.copytree(target, folder, dirs_exist_ok=True)
            with counting_documents(announcer, each, len(_written(site, wanted))) as step:
                write_documents(project, site, folder, step, wanted)
    for each, site, target in zip(audiences, sites, targets, strict=True):
        click.echo(f"{AUDIENCE_NAMES[each]}：{len(_written(site, wanted))}份通报 → {shown_path(target)}")


def _written(site: RenderedSite, wanted: frozenset[str] | None) -> list[str]:
    return [page.docx for page in pages_with_documents(site) if wanted is None or page.docx in wanted]


def _wanted(bulletins: Iterable[str], sites: Sequence[RenderedSite]) -> frozenset[str] | None:
    """Return the paths of the documents of ``bulletins``, ``None`` if all are wanted.

    Raises ``UsageError`` if none of ``sites`` has one of them.
    """
    known = {page.docx for site in sites for page in pages_with_documents(site)}
    wanted = frozenset(f"bulletins/{each}{_SUFFIX}" for each in bulletins)
    for missing in sorted(wanted - known):
        near = difflib.get_close_matches(missing, known, n=1)
        question = f"，是否应为“{_name_of(near[0])}”" if near else ""
        raise click.UsageError(f"没有这期通报“{_name_of(missing)}”{question}；请写“刊物/年/期号”")
    return wanted or None


def _name_of(path: str) -> str:
    return path.removeprefix("bulletins/").removesuffix(_SUFFIX)
