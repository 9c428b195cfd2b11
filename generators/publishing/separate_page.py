"""A page of MkDocs that is made apart from the others."""

from __future__ import annotations

from typing import Any

from mkdocs.structure.pages import Page


class SharedContentError(Exception):
    """A template or extension reads of one page what was made from the Markdown of another."""


class _Own:
    """An attribute that can be read only while its page is made."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __get__(self, page: SeparatePage | None, owner: type[Page]) -> Any:  # noqa: ANN401 - as in MkDocs
        if page is None:
            return None
        if not page.is_made_now:
            raise SharedContentError(f"{self._name}: {page.file.src_uri}")
        return vars(page)[self._name]

    def __set__(self, page: SeparatePage, value: object) -> None:
        vars(page)[self._name] = value


class SeparatePage(Page):
    """A page whose title and metadata all may read, and its content only itself.

    Where pages are made in several processes none has the content of the others.
    """

    is_made_now = False

    markdown = _Own("markdown")
    content = _Own("content")
    toc = _Own("toc")

    def forget(self) -> None:
        """Drop what was made, now that it is written."""
        self.is_made_now = False
        self.markdown = self.content = None
        self.toc = []


def separate(page: Page) -> None:
    """Turn ``page``, which has got its metadata, into a :class:`SeparatePage`."""
    title = page.meta.get("title")
    if "title" not in vars(page) and title is not None:
        page.title = title
    page.__class__ = SeparatePage
