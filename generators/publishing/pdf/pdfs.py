"""Bulletins as PDF files: beside their pages in a release, or in a folder of their own."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from generators.publishing.build import build_site
from generators.publishing.pdf.engine import printed
from generators.rendering import RenderedSite


def add_pdfs(site: RenderedSite, folder: Path, on_pdf_done: Callable[[], None] | None = None) -> None:
    """Print every page of ``site`` that is meant for print, built in ``folder``, to its file there.

    Raises ``PdfError`` with everything to do about it when one cannot be printed.
    """
    _print_pages(site, folder, folder, on_pdf_done)


def write_pdfs(
    project: Path, site: RenderedSite, folder: Path, on_pdf_done: Callable[[], None] | None = None
) -> None:
    """Write the PDF files of ``site`` into ``folder`` by the theme of the project, without the site itself.

    Raises ``PublishingError`` or ``PdfError``.
    """
    if not number_of_pdfs(site):
        return
    # MkDocs looks whether the pages that bulletins link to are there, not what they say.
    pages = tuple(page if page.pdf else replace(page, markdown="") for page in site.pages)
    with tempfile.TemporaryDirectory() as built:
        build_site(project, replace(site, pages=pages), Path(built))
        _print_pages(site, Path(built), folder, on_pdf_done)


def number_of_pdfs(site: RenderedSite) -> int:
    """Return how many pages of ``site`` are printed."""
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
