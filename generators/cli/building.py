"""Builds the sites of a project for ``tongbao build``: what an unchanged site needs none of."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generators.cli.examining import examined_or_exit
from generators.cli.releases import counting_pdfs, release_or_exit, require_engine_or_exit
from generators.cli.targets import AUDIENCE_NAMES
from generators.model.visibility import Audience
from generators.progress import Announcer
from generators.publishing.build import build_site, write_markdown
from generators.publishing.compiling import compiling_templates
from generators.publishing.finished_pages import Earlier
from generators.publishing.pdf.pdfs import add_pdfs, number_of_pdfs
from generators.publishing.remembered import BuildReport, SiteReport
from generators.rendering import RenderedSite
from generators.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be built: for whom, where to, of which day, and in which form.

    Pages that the ``store`` knows from an earlier build are not made again.
    """

    project: Path
    audiences: tuple[Audience, ...]
    targets: tuple[Path, ...]
    as_of: date
    format: str
    jobs: int
    is_markdown: bool
    has_pdfs: bool
    store: Store | None


def build_or_exit(order: Order) -> BuildReport:
    """Build and release all that is ordered; print the problems, and exit with code 1 if it fails."""
    announcer = Announcer(sys.stderr)
    if order.has_pdfs:
        require_engine_or_exit()
    announcer.say("读取、检查并计算")
    with compiling_templates(order.project, order.jobs):
        examined = examined_or_exit(order.project, order.as_of, order.format, order.jobs)
    made: list[SiteReport] = []
    day = ""
    with release_or_exit(order.targets, "网站") as folders:
        # One site after the other, so that only one takes memory.
        for audience, folder, target in zip(order.audiences, folders, order.targets, strict=True):
            site = examined.site(audience, has_pdfs=order.has_pdfs)
            earlier = None if order.store is None else Earlier(order.store, target)
            _make(order, audience, site, folder, announcer, earlier)
            made.append(_report(site, has_pdfs=order.has_pdfs))
            day = site.facts.as_of
    return BuildReport(day, tuple(made), examined.problems)


def _make(
    order: Order,
    audience: Audience,
    site: RenderedSite,
    folder: Path,
    announcer: Announcer,
    earlier: Earlier | None,
) -> None:
    if order.is_markdown:
        announcer.say(f"写出{AUDIENCE_NAMES[audience]}Markdown")
        write_markdown(order.project, site, folder)
        return
    with announcer.counting(f"生成{AUDIENCE_NAMES[audience]}网站", len(site.pages)) as step:
        build_site(order.project, site, folder, step, order.jobs, earlier)
    if order.has_pdfs:
        with counting_pdfs(announcer, audience, site) as step:
            add_pdfs(site, folder, step, order.jobs)


def _report(site: RenderedSite, *, has_pdfs: bool) -> SiteReport:
    files = len(site.downloads) + len(site.attachments) + (number_of_pdfs(site) if has_pdfs else 0)
    return SiteReport(len(site.pages), files)
