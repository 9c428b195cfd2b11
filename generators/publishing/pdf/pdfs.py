"""Writes bulletins as PDF files: beside their pages in a release, or into a folder of their own."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from generators.publishing.build import build_site
from generators.publishing.pdf.engine import printed
from generators.publishing.side_by_side import Processes
from generators.rendering import RenderedPage, RenderedSite
from generators.workers import can_fork, working_on


def add_pdfs(
    site: RenderedSite, folder: Path, on_pdf_done: Callable[[], None] | None = None, jobs: int = 1
) -> None:
    """Print every page of ``site`` that has a PDF, as built in ``folder``, to its PDF file there.

    ``jobs`` processes print where processes can be forked. ``on_pdf_done`` is called after each file.
    Raises ``PdfError`` if a page cannot be printed, ``WorkerEndedError`` if a process was ended.
    """
    _print_pages(site, folder, folder, on_pdf_done, jobs)


def write_pdfs(
    project: Path,
    site: RenderedSite,
    folder: Path,
    on_pdf_done: Callable[[], None] | None = None,
    jobs: int = 1,
) -> None:
    """Write the PDF files of ``site`` into ``folder`` with the theme of the project, without the site itself.

    ``jobs`` processes build and print where processes can be forked. ``on_pdf_done`` is called after each
    file. Raises ``PublishingError`` if the pages cannot be built, ``PdfError`` if one cannot be printed,
    ``WorkerEndedError`` if a process was ended.
    """
    if not number_of_pdfs(site):
        return
    # MkDocs checks that the pages which bulletins link to exist, so the others are built empty.
    pages = tuple(page if page.pdf else replace(page, write=str) for page in site.pages)
    with tempfile.TemporaryDirectory() as built:
        build_site(project, replace(site, pages=pages), Path(built), workers=Processes(jobs))
        _print_pages(site, Path(built), folder, on_pdf_done, jobs)


def number_of_pdfs(site: RenderedSite) -> int:
    """Return the number of pages of ``site`` that have a PDF."""
    return sum(bool(page.pdf) for page in site.pages)


def _print_pages(
    site: RenderedSite, built: Path, folder: Path, on_pdf_done: Callable[[], None] | None, jobs: int
) -> None:
    def print_page(page: RenderedPage) -> None:
        target = folder / page.pdf
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(printed(built / Path(page.path).with_suffix("") / "index.html"))

    pages = [page for page in site.pages if page.pdf]
    for _ in _each_done(lambda key: print_page(pages[key]), range(len(pages)), jobs):
        if on_pdf_done is not None:
            on_pdf_done()


def _each_done(task: Callable[[int], None], keys: range, jobs: int) -> Iterator[None]:
    """Call ``task`` with each key, in ``jobs`` processes if possible; yield whenever the next one is done."""
    if min(jobs, len(keys)) <= 1 or not can_fork():
        yield from map(task, keys)
        return
    with working_on(task, keys, jobs) as results:
        for result in results:
            yield result.result()
