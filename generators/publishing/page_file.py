"""A page as a file of MkDocs that is written when it is first read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.structure.files import File

from generators.rendering import RenderedPage

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


class _PageFile(File):
    """A generated file with the Markdown of ``rendered``, unless a plugin sets another content."""

    rendered: RenderedPage | None = None

    @property
    def content_string(self) -> str:
        """The Markdown."""
        return super().content_string if self.rendered is None else self.rendered.markdown

    @content_string.setter
    def content_string(self, value: str) -> None:
        """Take another Markdown than that of ``rendered``."""
        self.rendered = None
        self._content = value

    @property
    def content_bytes(self) -> bytes:
        """The Markdown in UTF-8."""
        return self.content_string.encode()

    @content_bytes.setter
    def content_bytes(self, value: bytes) -> None:
        """Take another Markdown, in UTF-8, than that of ``rendered``."""
        self.rendered = None
        self._content = value


def page_file(config: MkDocsConfig, page: RenderedPage) -> File:
    """Return the file of ``page`` in the site of ``config``."""
    file = _PageFile.generated(config, page.path, content="")
    if isinstance(file, _PageFile):
        file.rendered = page
    return file
