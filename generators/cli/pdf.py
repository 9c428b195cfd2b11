"""The command ``tongbao pdf``."""

from __future__ import annotations

import sys
from datetime import date
from functools import partial
from pathlib import Path

import click

from generators.cli.console import shown_path
from generators.cli.examining import NOT_WRITTEN, examined_or_exit
from generators.cli.options import release_options
from generators.cli.outputs import counting_pdfs, release_or_exit, require_engine_or_exit
from generators.cli.targets import AUDIENCE_NAMES, JOBS, audiences_of, targets_of
from generators.progress import Announcer
from generators.publishing.pdf.pdfs import number_of_pdfs, write_pdfs
from generators.publishing.release import holds_only


@click.command()
@release_options
@JOBS
@click.option(
    "--output",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="写到哪里；默认项目下的 site/pdf，其中分 public 与 internal",
)
def pdf(
    *, project: Path, as_of: date, format_: str, audience: str | None, jobs: int, output: Path | None
) -> None:
    """检查后把每期通报和每镇一页的成绩单排成 PDF，版式同打印；有任何错误就不写，原有的文件不动。"""
    audiences = audiences_of(audience)
    is_replaceable = partial(holds_only, suffix=".pdf")
    targets = targets_of(project, output, audiences, project / "site" / "pdf", is_replaceable)
    announcer = Announcer(sys.stderr)
    require_engine_or_exit()
    examined = examined_or_exit(project, as_of, format_, announcer, jobs, undone=NOT_WRITTEN)
    announcer.say("编排")
    sites = [examined.site(each) for each in audiences]
    with release_or_exit(targets, "PDF") as folders:
        for each, site, folder in zip(audiences, sites, folders, strict=True):
            with counting_pdfs(announcer, each, site) as step:
                write_pdfs(project, site, folder, step, jobs)
    for each, site, target in zip(audiences, sites, targets, strict=True):
        click.echo(f"{AUDIENCE_NAMES[each]}：{number_of_pdfs(site)}份 → {shown_path(target)}")
