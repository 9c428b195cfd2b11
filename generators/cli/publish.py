"""The command ``tongbao publish``."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from importlib.metadata import version
from pathlib import Path

import click

from generators.cli.building import Folders, Order, build_or_exit
from generators.cli.clusters import ClusterOrder, require_cluster
from generators.cli.console import print_problems, shown_path
from generators.cli.options import cluster_options, refuse_shared_alone, release_options
from generators.cli.recorded import RecordedRun, recorded
from generators.cli.served import TO, locked_or_exit, refuse
from generators.cli.targets import AUDIENCE_NAMES, JOBS, audiences_of
from generators.clock import as_of_date
from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.record import Place
from generators.model.visibility import Audience
from generators.pipeline import Examined
from generators.publishing.release import obstacle_at
from generators.publishing.remembered import BuildReport, Request, inputs_now, remember, remembered
from generators.releasing.finishing import content_of, finish_sites
from generators.releasing.internal_texts import Phrases, internal_phrases, internal_texts
from generators.releasing.keys import PrivateKey, private_key
from generators.releasing.layout import Kept, ReleasedSite, ServedFolder, SiteRelease
from generators.releasing.placing import being_made, keep_newest, put_in_place, remove_litter
from generators.releasing.status import State
from generators.releasing.verification import (
    MEGABYTE,
    Size,
    is_as_listed,
    oversized,
    problems_of_site,
    relative_to,
)
from generators.store.store import Store

_LARGEST = 1024


@click.command()
@TO
@release_options
@JOBS
@cluster_options
@click.option("--clean", is_flag=True, help="全部重新生成，不用以前存下的结果")
@click.option("--pdf", "has_pdfs", is_flag=True, help="每期通报另附一份 PDF")
@click.option("--docx", "has_docx", is_flag=True, help="每期通报另附一份 Word 文件")
@click.option(
    "--keep",
    metavar="N",
    type=click.IntRange(min=2),
    default=10,
    show_default=True,
    help="连现在这一版，一共保留几版；更早的删去",
)
@click.option(
    "--sign",
    "key_files",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    multiple=True,
    help="用这把私钥（PEM，Ed25519 或 SM2）签 SHA256SUMS；可写两次",
)
@click.option(
    "--max-size",
    metavar="MB",
    type=click.IntRange(min=1),
    default=_LARGEST,
    show_default=True,
    help="一种读者的网站不得超过多大",
)
def publish(
    *,
    served: ServedFolder,
    project: Path,
    as_of: date,
    format_: str,
    audience: str | None,
    jobs: int,
    cluster: str | None,
    shared: str | None,
    clean: bool,
    has_pdfs: bool,
    has_docx: bool,
    keep: int,
    key_files: tuple[Path, ...],
    max_size: int,
) -> None:
    """生成、核对，再一步换上新的一版；有任何不对就不换，读者看到的总是完整的一版。

    核对的是：站内每个链接、每个文件的散列、公开网站里没有内部文字、大小不超过上限。公开和内部两份一起换。
    """
    refuse_shared_alone(cluster, shared)
    audiences = audiences_of(audience)
    obstacle = obstacle_at(served.path, project, lambda _: True)
    if obstacle is not None:
        refuse([problem("E146", Place(str(served.path)), obstacle)], format_)
    with locked_or_exit(served, format_), recorded(served, "publish", format_) as run:
        remove_litter(served)
        keys = [private_key(file, outside=(project, served.path)) for file in key_files]
        targets = tuple(served.current / each.value for each in audiences)
        fingerprints = tuple(each.fingerprint for each in keys)
        store = Store(project, is_read=not clean)
        order = Order(
            project=project,
            audiences=audiences,
            targets=targets,
            as_of=as_of,
            format=format_,
            jobs=jobs,
            is_markdown=False,
            has_pdfs=has_pdfs,
            has_docx=has_docx,
            store=store,
            cluster=None if cluster is None else ClusterOrder.of(cluster, shared, store),
        )
        # PDF files depend on the fonts of the system, and few ask for Word files.
        request = Request(project, audiences, targets, as_of, as_of_date(None), fingerprints)
        is_remembered = not has_pdfs and not has_docx
        before = served.current_release()
        _require_same_audiences(run, before, audiences)
        report = remembered(store, request) if is_remembered and before is not None else None
        if report is not None and before is not None:
            if report.problems:
                print_problems(report.problems, format_, to_stderr=True)
            kept, problems = before, report.problems
        else:
            inputs = inputs_now(project) if is_remembered else None
            kept, report, problems = _Publication(run, order, keys, max_size).made()
            if inputs is not None:
                remember(store, request, inputs, report)
        removed = keep_newest(served, keep)
        is_new = before is None or kept.id != before.id
        run.done(State.DONE if is_new else State.UNCHANGED, problems)
    _tell(kept, is_new=is_new, removed=len(removed))
    told = f"计算日期{report.day}；{len(problems)}个警告；用时{run.seconds:.1f}秒"
    click.echo(f"{told} → {shown_path(served.current)}")


@dataclass
class _Publication:
    """A release that is made, verified and put in place as ``order`` says, in a recorded run."""

    run: RecordedRun
    order: Order
    keys: Sequence[PrivateKey]
    max_size: int
    _phrases: Phrases = field(default_factory=lambda: Phrases({}))

    def made(self) -> tuple[Kept, BuildReport, tuple[Problem, ...]]:
        """Return the release that is in place now, what was made, and its warnings.

        That is the one which was there before, if the new one would be the same and no file of the old one
        was changed since.
        """
        served, audiences = self.run.served, self.order.audiences
        if self.order.cluster is not None:
            require_cluster(self.order.cluster)
        with being_made(served) as folder:
            report = build_or_exit(self.order, self._sites_in(folder), self.run.errors_found)
            click.echo("核对", err=True)
            finish_sites(folder, audiences, self.keys)
            release = self._release(folder, report)
            before = served.current_release()
            if before is not None and release.is_the_same_as(before.release):
                if is_as_listed(before):
                    return before, report, report.problems
                click.echo("现在这一版的文件被改动过，换上同样内容的一版。", err=True)
            found = self._problems(folder)
            if found:
                self.run.refuse(found)
            late = _problems_of_clock(served, release)
            if late:
                print_problems(late, self.order.format, to_stderr=True)
            return put_in_place(served, folder, release), report, (*report.problems, *late)

    def _sites_in(self, folder: Path) -> Folders:
        def folders(examined: Examined) -> AbstractContextManager[tuple[Path, ...]]:
            if examined.dataset is not None and Audience.PUBLIC in self.order.audiences:
                self._phrases = internal_phrases(examined.dataset)
            sites = tuple(folder / each.value for each in self.order.audiences)
            for site in sites:
                site.mkdir()
            return nullcontext(sites)

        return folders

    def _problems(self, folder: Path) -> tuple[Problem, ...]:
        found: list[Problem] = []
        for audience in self.order.audiences:
            site = folder / audience.value
            found += problems_of_site(site)
            found += oversized(site, self.max_size)
            if audience is Audience.PUBLIC:
                found += internal_texts(site, self._phrases)
        return relative_to(folder, found)

    def _release(self, folder: Path, report: BuildReport) -> SiteRelease:
        sites = []
        for audience, made in zip(self.order.audiences, report.sites, strict=True):
            size = Size.of(folder / audience.value)
            sites.append(ReleasedSite(audience, made.pages, size.files, size.bytes))
        return SiteRelease(
            number=max((each.release.number for each in self.run.served.kept()), default=0) + 1,
            made=datetime.now(UTC).replace(microsecond=0),
            day=self.order.as_of,
            content=content_of(folder, self.order.audiences),
            program=version("tongbao"),
            keys=tuple(each.fingerprint for each in self.keys),
            warnings=len(report.problems),
            sites=tuple(sites),
        )


def _require_same_audiences(run: RecordedRun, before: Kept | None, audiences: tuple[Audience, ...]) -> None:
    if before is not None and before.release.audiences != audiences:
        names = "、".join(AUDIENCE_NAMES[each] for each in before.release.audiences)
        run.refuse([problem("E149", Place(str(run.served.path)), f"现在的一版是{names}")])


def _problems_of_clock(served: ServedFolder, release: SiteRelease) -> tuple[Problem, ...]:
    latest = max((each.release.made for each in served.kept()), default=release.made)
    if release.made >= latest:
        return ()
    detail = f"现在是 {release.made:%Y-%m-%d %H:%M} UTC，上一版是 {latest:%Y-%m-%d %H:%M} UTC 做的"
    return (problem("W140", Place(str(served.path)), detail),)


def _tell(kept: Kept, *, is_new: bool, removed: int) -> None:
    release = kept.release
    if is_new:
        gone = f"，删去更早的{removed}版" if removed else ""
        click.echo(f"已换上第{release.number}版 {kept.id}{gone}")
    else:
        click.echo(f"没有变化：网站仍是第{release.number}版 {kept.id}")
    for site in release.sites:
        name = AUDIENCE_NAMES[site.audience]
        click.echo(f"{name}：{site.pages}页，共{site.files}个文件，{site.size / MEGABYTE:.1f} MB")
