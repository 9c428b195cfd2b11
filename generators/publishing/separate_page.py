"""A page of MkDocs that is made apart from the others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markdown import Markdown
from mkdocs.structure.pages import Page, _ExtractTitleTreeprocessor, _RelativePathTreeprocessor
from mkdocs.structure.toc import get_toc

from generators.publishing.html_blocks import EarlyBlocks
from generators.publishing.plain_text import PlainText
from generators.publishing.simple_pages import simple_page

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files


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


class Converter:
    """Converts page after page."""

    def __init__(self, md: Markdown) -> None:
        """Use ``md``, whose extensions are those of the site alone."""
        self.md = md
        self.early = EarlyBlocks(md)


class SeparatePage(Page):
    """A page whose title and metadata all may read, and its content only itself.

    Where pages are made in several processes none has the content of the others.
    """

    is_made_now = False
    converter: Converter | None = None
    """Serves all pages; ``None`` if every page needs one of its own."""

    markdown = _Own("markdown")
    content = _Own("content")
    toc = _Own("toc")

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Convert the Markdown as :meth:`mkdocs.structure.pages.Page.render` does.

        Anchors are not collected: nobody asks for them here.
        """
        if self.converter is None:
            super().render(config, files)
            return
        simple = simple_page(self.markdown)
        if simple is not None:
            self.content = simple.html
            self.toc = simple.toc
            self._title_from_render = simple.title
            return
        md = self.converter.md
        md.reset()
        title = _ExtractTitleTreeprocessor()
        for processor in (_RelativePathTreeprocessor(self.file, files, config), title):
            processor._register(md)  # noqa: SLF001 - as MkDocs does
        self.content = md.convert(self.converter.early.text(self.markdown))
        self.toc = get_toc(getattr(md, "toc_tokens", []))
        self._title_from_render = title.title

    def forget(self) -> None:
        """Drop what was made, now that it is written."""
        self.is_made_now = False
        self.markdown = self.content = None
        self.toc = []


def separate(page: Page, converter: Converter | None = None) -> None:
    """Turn ``page``, which has got its metadata, into a :class:`SeparatePage` that uses ``converter``."""
    title = page.meta.get("title")
    if "title" not in vars(page) and title is not None:
        page.title = title
    page.__class__ = SeparatePage
    if isinstance(page, SeparatePage):
        page.converter = converter


def converter_of(config: MkDocsConfig) -> Converter | None:
    """Return a converter for all pages of ``config``; ``None`` if others than the site's extensions are used.

    Those of the site keep nothing of a page once they are reset.
    """
    extensions = config.markdown_extensions
    if not any(isinstance(each, PlainText) for each in extensions):
        return None
    return Converter(Markdown(extensions=extensions, extension_configs=config.mdx_configs))
