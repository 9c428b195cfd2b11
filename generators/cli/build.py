"""The command ``tongbao build``."""

from __future__ import annotations

import sys
import time
from datetime import date
from pathlib import Path

import click

from generators.cli.console import shown_path
from generators.cli.examining import examined_or_exit
from generators.cli.options import release_options
from generators.cli.releases import (
    AUDIENCE_NAMES,
    JOBS,
    audiences_of,
    counting_pdfs,
    release_or_exit,
    require_engine_or_exit,
    targets_of,
)
from generators.disclosing import Audience
from generators.progress import Announcer
from generators.publishing.build import build_site, write_markdown
from generators.publishing.pdf.pdfs import add_pdfs, number_of_pdfs
from generators.publishing.release import holds_release
from generators.rendering import RenderedSite


@click.command()
@release_options
@click.option(
    "--site-dir",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="生成到哪里；默认项目下的 site，其中分 public 与 internal",
)
@click.option(
    "--markdown",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="不生成网站，只把 Markdown 写到这里，供别的引擎使用",
)
@JOBS
@click.option("--pdf", "has_pdfs", is_flag=True, help="每期通报另附一份 PDF，网页上有链接")
def build(
    *,
    project: Path,
    as_of: date,
    format_: str,
    audience: str | None,
    site_dir: Path | None,
    markdown: Path | None,
    jobs: int,
    has_pdfs: bool,
) -> None:
    """检查后生成网站；有任何错误就不发布，原有的网站保持不动。"""
    started = time.monotonic()
    if markdown is not None and site_dir is not None:
        raise click.UsageError("--markdown 与 --site-dir 只能写一个")
    if markdown is not None and has_pdfs:
        raise click.UsageError("--markdown 与 --pdf 只能写一个")
    audiences = audiences_of(audience)
    targets = targets_of(project, markdown or site_dir, audiences, project / "site", holds_release)
    announcer = Announcer(sys.stderr)
    if has_pdfs:
        require_engine_or_exit()
    announcer.say("读取、检查并计算")
    examined = examined_or_exit(project, as_of, format_)
    made: list[str] = []
    day = ""
    with release_or_exit(targets, "网站") as folders:
        # One site after the other, so that only one takes memory.
        for each, folder, target in zip(audiences, folders, targets, strict=True):
            site = examined.site(each, has_pdfs=has_pdfs)
            if markdown is not None:
                announcer.say(f"写出{AUDIENCE_NAMES[each]}Markdown")
                write_markdown(project, site, folder)
            else:
                with announcer.counting(f"生成{AUDIENCE_NAMES[each]}网站", len(site.pages)) as step:
                    build_site(project, site, folder, step, jobs)
            if has_pdfs:
                with counting_pdfs(announcer, each, site) as step:
                    add_pdfs(site, folder, step, jobs)
            made.append(_told_of(each, site, target, has_pdfs=has_pdfs))
            day = site.facts.as_of
    for line in made:
        click.echo(line)
    click.echo(f"计算日期{day}；{examined.warnings}个警告；用时{time.monotonic() - started:.1f}秒")
    if markdown is None:
        click.echo(
            f"查看：python3 -m http.server 8000 --directory {shown_path(targets[0])}，再打开 http://localhost:8000/"
        )


def _told_of(audience: Audience, site: RenderedSite, target: Path, *, has_pdfs: bool) -> str:
    """Return in a line how much was made for an audience, and where it is."""
    files = len(site.downloads) + len(site.attachments) + (number_of_pdfs(site) if has_pdfs else 0)
    return f"{AUDIENCE_NAMES[audience]}：{len(site.pages)}页，{files}个文件 → {shown_path(target)}"
