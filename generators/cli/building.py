"""Builds the sites of a project for ``build`` and ``publish``: what an unchanged site needs none of."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager, nullcontext
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from io import StringIO
from pathlib import Path
from typing import TypeAlias

from generators.cli.clusters import ClusterOrder
from generators.cli.examining import examined_or_exit
from generators.cli.outputs import archive_or_exit, counting_documents, counting_pdfs, require_engine_or_exit
from generators.cli.targets import AUDIENCE_NAMES
from generators.composing.kit.edition import OfflineEdition
from generators.languages import in_language
from generators.model.language import Language
from generators.model.problem import Problem
from generators.model.visibility import Audience
from generators.pipeline import Examined
from generators.progress import Announcer
from generators.publishing.build import build_site, write_markdown
from generators.publishing.compiling import compiling_templates
from generators.publishing.finished_pages import Earlier
from generators.publishing.offline.cover import write_release
from generators.publishing.on_cluster.package import package_of
from generators.publishing.on_cluster.workers import cluster_workers
from generators.publishing.pdf.pdfs import add_pdfs, number_of_pdfs
from generators.publishing.remembered import BuildReport, SiteReport
from generators.publishing.side_by_side import PageWorkers, Processes
from generators.publishing.word.documents import pages_with_documents, write_documents
from generators.reading.early import Load
from generators.rendering import RenderedSite
from generators.store.store import Store
from generators.turns import Turns
from generators.workers import beside


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be built: for whom, of which day, and in which form.

    The ``targets`` are where the sites will be found. Pages that the ``store`` knows from an earlier build,
    and that are still there, are not made again.
    """

    project: Path
    audiences: tuple[Audience, ...]
    targets: tuple[Path, ...]
    as_of: date
    format: str
    jobs: int
    is_markdown: bool
    has_pdfs: bool
    has_docx: bool
    store: Store | None
    offline: OfflineEdition | None = None
    cluster: ClusterOrder | None = None


Folders: TypeAlias = Callable[[Examined], AbstractContextManager[Sequence[Path]]]
"""Gives for a project without errors the folders for its sites, and does what is due once they are made."""


def build_or_exit(
    order: Order,
    folders_for: Folders,
    on_errors: Callable[[Sequence[Problem]], None] = lambda _: None,
    load: Load | None = None,
) -> BuildReport:
    """Build all that is ordered into the folders of ``folders_for``; return what was made.

    If the project has errors they are printed, ``on_errors`` is called with all problems, and the exit code
    is 1. ``load`` waits for the end of a reading of the project that has begun already. Raises what the
    making of a site raises.
    """
    announcer = Announcer(sys.stderr)
    if order.has_pdfs:
        require_engine_or_exit()
    with compiling_templates(order.project, order.jobs):
        examined = examined_or_exit(
            order.project,
            order.as_of,
            order.format,
            announcer,
            order.jobs,
            store=order.store,
            load=load,
            on_errors=on_errors,
        ).only_for(order.audiences)
    with (
        folders_for(examined) as folders,
        _collected_apart(),
        _workers(order, examined, announcer) as workers,
    ):
        if order.jobs > 1 and len(order.audiences) > 1:
            made = _made_side_by_side(order, examined, folders, announcer, workers)
        else:
            made = []
            for at, (audience, folder, target) in enumerate(
                zip(order.audiences, folders, order.targets, strict=True)
            ):
                examined = examined.only_for(order.audiences[at:])  # the rest takes memory
                site = _Site(order, examined, audience, target)
                made.append(site.make(folder, announcer, workers[audience]))
                gc.collect()  # pages and templates refer to one another
    if order.offline is not None:
        archive_or_exit(order.targets, order.as_of, announcer)
    return BuildReport(made[-1].day, tuple(each.report for each in made), examined.problems)


@contextmanager
def _workers(
    order: Order, examined: Examined, announcer: Announcer
) -> Iterator[Mapping[Audience, PageWorkers]]:
    """Yield who makes the pages for each audience: a cluster, or processes here that take turns."""
    if order.cluster is not None:
        package = package_of(
            order.project, examined, order.audiences, has_pdfs=order.has_pdfs, has_docx=order.has_docx
        )
        if package is not None:
            announcer.say("交给集群")
            with cluster_workers(order.cluster.address, order.cluster.folder, package) as workers:
                yield workers
            return
        announcer.say("网页取决于项目以外的东西（hooks、别的插件、环境变量等），改在本机生成")
    turns = Turns(order.jobs) if order.jobs > 1 else None
    with nullcontext() if turns is None else closing(turns):
        yield dict.fromkeys(order.audiences, Processes(order.jobs, turns))


@contextmanager
def _collected_apart() -> Iterator[None]:
    """Leave what is there before, which stays to the end, out of the search for garbage."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


@dataclass(frozen=True, slots=True)
class _Made:
    """What was made of a site, the day measured in words, and what was said meanwhile."""

    report: SiteReport
    day: str
    said: str = ""


@dataclass(frozen=True, slots=True)
class _Site:
    """The site of one audience that is to be made, and to replace the one at ``target``."""

    order: Order
    examined: Examined
    audience: Audience
    target: Path

    def make(self, folder: Path, announcer: Announcer, workers: PageWorkers) -> _Made:
        """Make all files of the site in ``folder``, an edition for each language of its frame."""
        made = [self._edition(language, folder, announcer, workers) for language in self.examined.languages]
        if self.order.offline is not None:
            folders = [self.examined.edition_folder(language) for language in self.examined.languages]
            release = write_release(folder, self.order.as_of, folders)
            announcer.say(f"{AUDIENCE_NAMES[self.audience]}离线版：版本{release}")
        reports = [each.report for each in made]
        total = SiteReport(sum(each.pages for each in reports), sum(each.files for each in reports))
        return replace(made[0], report=total)

    def _edition(self, language: Language, folder: Path, announcer: Announcer, workers: PageWorkers) -> _Made:
        """Make the edition in ``language`` in its folder below ``folder``, its pages by ``workers``.

        Papers are Chinese, whatever the frame: they belong to the Chinese edition.
        """
        with in_language(language):
            order, project = self.order, self.examined
            inner = project.edition_folder(language)
            folder, target = folder / inner, self.target / inner
            name = AUDIENCE_NAMES[self.audience] + (f"（{inner.rstrip('/')}）" if inner else "")
            has_pdfs, has_docx = (
                each and language is Language.CHINESE for each in (order.has_pdfs, order.has_docx)
            )
            announcer.say(f"编排{name}网站")
            site = project.site(self.audience, has_pdfs=has_pdfs, has_docx=has_docx, offline=order.offline)
            if order.is_markdown:
                announcer.say(f"写出{name}Markdown")
                write_markdown(order.project, site, folder)
            else:
                earlier = None if order.store is None else Earlier(order.store, target)
                with announcer.counting(f"生成{name}网站", len(site.pages)) as step:
                    build_site(order.project, site, folder, step, workers, earlier)
            files = len(site.downloads) + len(site.attachments)
            files += self._papers(site, folder, announcer, has_pdfs=has_pdfs, has_docx=has_docx)
            return _Made(SiteReport(len(site.pages), files), site.facts.as_of)

    def _papers(
        self, site: RenderedSite, folder: Path, announcer: Announcer, *, has_pdfs: bool, has_docx: bool
    ) -> int:
        """Make the PDF files and Word documents that are wanted; return how many there are."""
        order = self.order
        if has_pdfs:
            with counting_pdfs(announcer, self.audience, site) as step:
                add_pdfs(site, folder, step, -(-order.jobs // len(order.audiences)))
        documents = len(pages_with_documents(site)) if has_docx else 0
        if has_docx:
            with counting_documents(announcer, self.audience, documents) as step:
                write_documents(order.project, site, folder, step)
        return documents + (number_of_pdfs(site) if has_pdfs else 0)

    def make_silently(self, folder: Path, workers: PageWorkers) -> _Made:
        """Make the site as :meth:`make` does, and return what was said instead of printing it."""
        stream = StringIO()
        made = self.make(folder, Announcer(stream), workers)
        return replace(made, said=stream.getvalue())


def _made_side_by_side(
    order: Order,
    examined: Examined,
    folders: Sequence[Path],
    announcer: Announcer,
    workers: Mapping[Audience, PageWorkers],
) -> list[_Made]:
    """Make the first site here, and each of the others in a process beside it."""
    sites = [
        _Site(order, examined, audience, target)
        for audience, target in zip(order.audiences, order.targets, strict=True)
    ]
    with ExitStack() as processes:
        others = [
            processes.enter_context(
                beside(partial(site.make_silently, folder, workers[site.audience]), order.jobs)
            )
            for site, folder in zip(sites[1:], folders[1:], strict=True)
        ]
        made = [sites[0].make(folders[0], announcer, workers[sites[0].audience])]
        for result in others:
            made.append(result())
            for line in made[-1].said.splitlines():
                announcer.say(line)
    return made
