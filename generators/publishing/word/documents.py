"""Writes bulletins as Word documents: beside their pages in a release, or into a folder of their own."""

from __future__ import annotations

from collections.abc import Callable, Container
from pathlib import Path

from generators.publishing.sources import CONTENT
from generators.rendering import RenderedPage, RenderedSite


def write_documents(
    project: Path,
    site: RenderedSite,
    folder: Path,
    on_document_done: Callable[[], None] | None = None,
    names: Container[str] | None = None,
) -> None:
    """Write the Word documents of ``site`` into ``folder``: all, or those whose path is in ``names``.

    Pictures are read from the content of ``project``. ``on_document_done`` is called after each document.
    Raises ``OSError`` if one cannot be written.
    """
    from generators.publishing.word.document import word_document  # noqa: PLC0415 - python-docx imports slowly

    def read(path: str) -> bytes | None:
        return (project / CONTENT / path).read_bytes() if path in site.attachments else None

    for page in pages_with_documents(site):
        if page.make_paper is not None and (names is None or page.docx in names):
            target = folder / page.docx
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(word_document(page.make_paper(), site.day, read))
            if on_document_done is not None:
                on_document_done()


def pages_with_documents(site: RenderedSite) -> tuple[RenderedPage, ...]:
    """Return the pages of ``site`` that have a Word document."""
    return tuple(page for page in site.pages if page.docx)
