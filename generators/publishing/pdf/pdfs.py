"""Writes bulletins as PDF files: beside their pages in a release, or into a folder of their own."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from generators.publishing.build import build_site
from generators.publishing.pdf.engine import printed
from generators.rendering import RenderedSite


def add_pdfs(site: RenderedSite, folder: Path, on_pdf_done: Callable[[], None] | None = None) -> None:
    """Print every page of ``site`` that has a PDF, as built in ``folder``, to its PDF file there.

    ``on_pdf_done`` is called after each file. Raises ``PdfError`` if a page cannot be printed.
    """
    _print_pages(site, folder, folder, on_pdf_done)


def write_pdfs(
    project: Path, site: RenderedSite, folder: Path, on_pdf_done: Callable[[], None] | None = None
) -> None:
    """Write the PDF files of ``site`` into ``folder`` with the theme of the project, without the site itself.

    ``on_pdf_done`` is called after each file. Raises ``PublishingError`` if the pages cannot be built,
    ``PdfError`` if one cannot be printed.
    """
    if not number_of_pdfs(site):
        return
    # MkDocs checks that the pages which bulletins link to exist, so the others are built empty.
    pages = tuple(page if page.pdf else replace(page, write=str) for page in site.pages)
    with tempfile.TemporaryDirectory() as built:
        build_site(project, replace(site, pages=pages), Path(built))
        _print_pages(site, Path(built), folder, on_pdf_done)


def number_of_pdfs(site: RenderedSite) -> int:
    """Return the number of pages of ``site`` that have a PDF."""
    return sum(bool(page.pdf) for page in site.pages)


def _print_pages(
    site: RenderedSite, built: Path, folder: Path, on_pdf_done: Callable[[], None] | None
) -> None:
    for page in site.pages:
        if not page.pdf:
            continue
        target = folder / page.pdf
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(printed(built / Path(page.path).with_suffix("") / "index.html"))
        if on_pdf_done is not None:
            on_pdf_done()
