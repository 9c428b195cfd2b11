"""The command ``tongbao build``."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

import click

from generators.cli.console import print_problems, shown_path
from generators.cli.options import cluster_options, refuse_shared_alone, release_options
from generators.cli.targets import AUDIENCE_NAMES, JOBS, audiences_of, targets_of
from generators.clock import as_of_date
from generators.composing.kit.edition import OfflineEdition
from generators.publishing.offline.archive import archive_of, is_replaceable
from generators.publishing.release import holds_release, retiring_beside
from generators.publishing.remembered import Request, inputs_now, remember, remembered
from generators.store.store import Store


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
@cluster_options
@click.option("--clean", is_flag=True, help="全部重新生成，不用以前存下的结果")
@click.option(
    "--offline",
    is_flag=True,
    help="离线版：一个文件夹和它的 zip，不用服务器，直接打开 index.html；默认项目下的 site/offline",
)
@click.option("--pdf", "has_pdfs", is_flag=True, help="每期通报另附一份 PDF，网页上有链接")
@click.option("--docx", "has_docx", is_flag=True, help="每期通报另附一份 Word 文件，网页上有链接")
def build(
    *,
    project: Path,
    as_of: date,
    format_: str,
    audience: str | None,
    site_dir: Path | None,
    markdown: Path | None,
    jobs: int,
    cluster: str | None,
    shared: str | None,
    clean: bool,
    offline: bool,
    has_pdfs: bool,
    has_docx: bool,
) -> None:
    """检查后生成网站；有任何错误就不发布，原有的网站保持不动。"""
    started = time.monotonic()
    _refuse_what_does_not_fit(
        {
            "--markdown": markdown is not None,
            "--site-dir": site_dir is not None,
            "--pdf": has_pdfs,
            "--docx": has_docx,
            "--cluster": cluster is not None,
            "--offline": offline,
        }
    )
    refuse_shared_alone(cluster, shared)
    audiences = audiences_of(audience)
    default = project / "site" / "offline" if offline else project / "site"
    targets = targets_of(project, markdown or site_dir, audiences, default, holds_release)
    if offline:
        _refuse_other_files(map(archive_of, targets))
    # Markdown is for other engines, PDF files depend on the fonts of the system, few ask for Word files, and
    # nobody looks whether an archive is still there.
    is_remembered = markdown is None and not has_pdfs and not has_docx and not offline
    request = Request(project, audiences, targets, as_of, as_of_date(None))
    store = Store(project, is_read=not clean)
    report = remembered(store, request) if is_remembered else None
    if report is not None:
        if report.problems:
            print_problems(report.problems, format_, to_stderr=True)
            click.echo(err=True)
        click.echo("没有变化：网站已是最新，保持不动。", err=True)
    else:
        inputs = inputs_now(project) if is_remembered else None
        # An unchanged site needs none of these. The project is read while the last three are imported.
        from generators.reading.early import reading_begun  # noqa: PLC0415

        with retiring_beside(jobs) as retire, reading_begun(project, jobs, store) as load:
            from generators.cli.building import Order, build_or_exit  # noqa: PLC0415
            from generators.cli.clusters import ClusterOrder, require_cluster_or_exit  # noqa: PLC0415
            from generators.cli.outputs import release_or_exit  # noqa: PLC0415

            order = Order(
                project=project,
                audiences=audiences,
                targets=targets,
                as_of=as_of,
                format=format_,
                jobs=jobs,
                is_markdown=markdown is not None,
                has_pdfs=has_pdfs,
                has_docx=has_docx,
                offline=OfflineEdition(as_of_date(None)) if offline else None,
                store=store,
                cluster=None if cluster is None else ClusterOrder.of(cluster, shared, store),
            )
            if order.cluster is not None:
                require_cluster_or_exit(order.cluster)
            report = build_or_exit(order, lambda _: release_or_exit(targets, "网站", retire), load=load)
            if inputs is not None:
                remember(store, request, inputs, report)
    for name, site, target in zip(audiences, report.sites, targets, strict=True):
        click.echo(f"{AUDIENCE_NAMES[name]}：{site.pages}页，{site.files}个文件 → {shown_path(target)}")
    warnings = len(report.problems)
    click.echo(f"计算日期{report.day}；{warnings}个警告；用时{time.monotonic() - started:.1f}秒")
    if offline:
        click.echo(f"查看：打开 {shown_path(targets[0] / 'index.html')}；整个文件夹或旁边的 zip 都可以拷走")
    elif markdown is None:
        click.echo(
            f"查看：python3 -m http.server 8000 --directory {shown_path(targets[0])}，再打开 http://localhost:8000/"
        )


def _refuse_what_does_not_fit(said: Mapping[str, bool]) -> None:
    """Raise ``UsageError`` if two options are said that exclude each other."""
    pairs = [("--markdown", each) for each in ("--site-dir", "--pdf", "--docx", "--cluster", "--offline")]
    for one, other in (*pairs, ("--offline", "--cluster")):
        if said[one] and said[other]:
            raise click.UsageError(f"{one} 与 {other} 只能写一个")


def _refuse_other_files(archives: Iterable[Path]) -> None:
    """Raise ``UsageError`` if something else is where one of ``archives`` is to be written."""
    for archive in archives:
        if not is_replaceable(archive):
            raise click.UsageError(f"不能写到 {shown_path(archive)}：那里已有别的文件，请改名或移走")
