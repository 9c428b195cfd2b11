"""Generated files of MkDocs whose content is made when it is first read."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from mkdocs.structure.files import File

from generators.composing.kit.page import Download
from generators.rendering import RenderedPage

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


class _LateFile(File):
    """A generated file with the content that ``make`` returns, unless a plugin sets another one."""

    make: Callable[[], str | bytes] | None = None
    forget: Callable[[], None] | None = None
    _set: str | bytes | None = None

    @property
    def _content(self) -> str | bytes | None:
        """The content, as MkDocs' own methods read and set it."""
        return self._set if self.make is None else self.make()

    @_content.setter
    def _content(self, value: str | bytes | None) -> None:
        """Take another content than that which ``make`` returns."""
        self.make = None
        self._set = value


def page_file(config: MkDocsConfig, page: RenderedPage) -> File:
    """Return the file of ``page`` in the site of ``config``; its content is the Markdown."""
    return _late_file(config, page.path, lambda: page.markdown, page.forget)


def forget_content(file: File) -> None:
    """Drop the Markdown of a page's file; it is made anew if it is read again."""
    if isinstance(file, _LateFile) and file.forget is not None:
        file.forget()


def download_file(config: MkDocsConfig, download: Download) -> File:
    """Return the file of ``download`` in the site of ``config``."""
    return _late_file(config, download.path, download.make)


def _late_file(
    config: MkDocsConfig,
    path: str,
    make: Callable[[], str | bytes],
    forget: Callable[[], None] | None = None,
) -> File:
    file = _LateFile.generated(config, path, content="")
    if isinstance(file, _LateFile):
        file.make = make
        file.forget = forget
    return file
