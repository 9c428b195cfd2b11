"""Makes the pages of a site one by one, each apart from the others, as ``mkdocs build`` makes them.

MkDocs makes all pages one after the other: the content of each first, then the HTML around it. No page
depends on another one's content, unless a plugin, a hook or a theme sees to that.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs import utils
from mkdocs.commands import build as mkdocs_build
from mkdocs.structure.files import File, Files, get_files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation

from generators.publishing.finished_pages import Earlier, Finished, FinishedPages, content_of
from generators.publishing.page_file import forget_content
from generators.publishing.plugin import TongbaoPlugin
from generators.publishing.search.index import search_entries
from generators.publishing.separate_page import SeparatePage, converter_of, separate
from generators.publishing.theme_files import VisibleThemeFiles
from generators.publishing.units import Unit
from generators.rendering.environment import Environment

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


class NotSeparableError(Exception):
    """The site cannot be built in parts, or there is something to tell of it: build it in one process."""


def page_maker(
    config: MkDocsConfig, complaints: Sequence[str], folder: Path, earlier: Earlier | None = None
) -> PageMaker:
    """Take the steps of ``mkdocs build`` before the first page, and return what its pages are made from.

    Raises :class:`NotSeparableError` if they cannot be made apart.
    """
    config = config.plugins.on_config(config)
    config.plugins.on_pre_build(config=config)
    utils.clean_directory(config.site_dir)
    files = get_files(config)
    environment = config.theme.get_env()
    environment.loader = VisibleThemeFiles(config.theme.dirs)
    files.add_files_from_theme(environment, config)
    files = config.plugins.on_files(files, config=config)
    set_exclusions(files, config)
    navigation = config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
    pages = files.documentation_pages()
    _describe(pages, config)
    environment = config.plugins.on_env(environment, config=config, files=files)
    templates = (*config.theme.static_templates, *config.extra_templates)
    if any(file.dest_uri in templates for file in pages):
        raise NotSeparableError("a page replaces what a template makes")
    finished = None if earlier is None else FinishedPages.of(earlier, config, files)
    return PageMaker(config, files, pages, navigation, environment, complaints, folder, finished)


def _describe(files: Sequence[File], config: MkDocsConfig) -> None:
    """Give every page its metadata, which menus and site maps may show of all of them."""
    plugin = config.plugins["tongbao"]
    converter = converter_of(config)
    for file in files:
        if file.page is not None and isinstance(plugin, TongbaoPlugin):
            plugin.describe(file.page)
            separate(file.page, converter)


@dataclass(frozen=True, slots=True)
class PageMaker:
    """What a page is made from, apart from its key: its place in ``pages``.

    ``complaints`` are the warnings of the process that makes it. ``folder`` takes what the search has of
    finished units, which may be too large to be sent from process to process. ``finished`` are the pages
    that need not be made again.
    """

    config: MkDocsConfig
    files: Files
    pages: Sequence[File]
    navigation: Navigation
    environment: Environment
    complaints: Sequence[str]
    folder: Path
    finished: FinishedPages | None

    def templates(self) -> None:
        """Write the files that the theme makes once for the whole site, such as the page of 404."""
        given = (self.files, self.config, self.navigation)
        for template in self.config.theme.static_templates:
            mkdocs_build._build_theme_template(template, self.environment, *given)  # noqa: SLF001 - MkDocs has no other
        for template in self.config.extra_templates:
            mkdocs_build._build_extra_template(template, *given)  # noqa: SLF001 - the same

    def unit(self, unit: Unit) -> bool:
        """Make pages, write them and what there is to keep of them; return whether nothing is to be told.

        Raises ``OSError`` if a page cannot be written.
        """
        search_entries(self.config).clear()
        try:
            keys = {file.src_uri: key for key, file in enumerate(self.pages)}
            made = [(path, self.page(keys[path])) for path in unit.paths]
        except OSError:
            raise
        except Exception:  # noqa: BLE001 - the build in one process raises it again
            return False
        written = [[path, each.key, each.content, each.entries] for path, each in made]
        self.kept_of(unit).write_text(json.dumps(written), encoding="utf-8")
        return not self.complaints

    def finished_in(self, unit: Unit) -> Mapping[str, Finished]:
        """Return what was kept of the pages of a unit that was made, and keep it no longer."""
        file = self.kept_of(unit)
        content = file.read_bytes()
        file.unlink()
        return read_finished(content)

    def kept_of(self, unit: Unit) -> Path:
        """Return the file for what there is to keep of the pages of a unit, which ``read_finished`` reads."""
        return self.folder / f"{unit.number}.json"

    def pages_of(self, unit: Unit) -> tuple[File, ...]:
        """Return the files of the pages of a unit."""
        wanted = frozenset(unit.paths)
        return tuple(file for file in self.pages if file.src_uri in wanted)

    def page(self, key: int) -> Finished:
        """Make one page, or take the finished one, and write it."""
        file = self.pages[key]
        page = file.page
        if not isinstance(page, SeparatePage):
            raise NotSeparableError(f"no page of its own: {file.src_uri}")
        digest = "" if self.finished is None else self.finished.key_of(page, file.content_string)
        entries = search_entries(self.config)
        found = None if self.finished is None else self.finished.take(page, digest)
        if found is not None:
            forget_content(file)
            entries.extend(found.entries)
            return found
        before = len(entries)
        page.is_made_now = True
        mkdocs_build._populate_page(page, self.config, self.files)  # noqa: SLF001 - MkDocs has no other
        mkdocs_build._build_page(page, self.config, self.pages, self.navigation, self.environment)  # noqa: SLF001 - the same
        content = "" if self.finished is None else content_of(page)
        page.forget()
        forget_content(file)
        return Finished(digest, content, entries[before:])


def read_finished(content: bytes) -> Mapping[str, Finished]:
    """Return what a :class:`PageMaker` has kept of pages, by the path of their Markdown."""
    return {path: Finished(*found) for path, *found in json.loads(content)}
