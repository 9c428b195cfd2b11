"""Builds a site as ``mkdocs build`` does, its pages in several processes side by side.

MkDocs makes all pages one after the other: the content of each first, then the HTML around it. No page
depends on another one's content, unless a plugin, a hook or a theme sees to that: such sites are refused.
"""

from __future__ import annotations

import json
import logging
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from material.plugins.search.plugin import SearchPlugin
from mkdocs import utils
from mkdocs.commands import build as mkdocs_build
from mkdocs.structure.files import File, Files, get_files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation

from generators.publishing.finished_pages import Earlier, Finished, FinishedPages, content_of
from generators.publishing.plugin import TongbaoPlugin
from generators.publishing.search.index import search_entries
from generators.publishing.separate_page import SeparatePage, converter_of, separate
from generators.publishing.theme_files import VisibleThemeFiles
from generators.rendering.environment import Environment
from generators.workers import working_on

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_CHUNKS_PER_WORKER: Final = 16
"""So many that no worker is idle for long at the end, so few that handing them out takes no time."""


class NotSeparableError(Exception):
    """The site cannot be built in parts, or there is something to tell of it: build it in one process."""


def build_side_by_side(
    config: MkDocsConfig,
    jobs: int,
    complaints: Sequence[str],
    on_page_done: Callable[[], None],
    earlier: Earlier | None = None,
) -> None:
    """Build the site of ``config`` with the pages made by ``jobs`` processes; its pages must share nothing.

    ``complaints`` is the list that the warnings of MkDocs in this process, and in those forked from it, are
    appended to. ``on_page_done`` is called for each page. Pages of the ``earlier`` site that would be made
    again just so are taken from there. Raises :class:`NotSeparableError`, or whatever a
    mistake in the project leads to: only a build in one process tells of everything in its order. Raises
    ``WorkerEndedError`` if a process was ended.
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
    with tempfile.TemporaryDirectory() as folder:
        finished = None if earlier is None else FinishedPages.of(earlier, config, files)
        maker = PageMaker(config, files, pages, navigation, environment, complaints, Path(folder), finished)
        # The first page compiles the templates of the theme, which the workers then share.
        made = {pages[0].src_uri: maker.page(0)}
        on_page_done()
        chunks = _chunks(range(1, len(pages)), jobs)
        with working_on(maker.chunk, chunks, jobs) as results:
            files.copy_static_files()
            maker.templates()
            for chunk, result in zip(chunks, results, strict=True):
                if not result.result():
                    raise NotSeparableError("a page has a problem")
                for _ in chunk:
                    on_page_done()
        for chunk in chunks:
            for path, *found in json.loads(maker.results_of(chunk).read_bytes()):
                made[path] = Finished(*found)
        # With one job the pages were made here, and have left their entries in the index.
        search_entries(config)[:] = [entry for each in made.values() for entry in each.entries]
    config.plugins.on_post_build(config=config)
    if complaints:
        raise NotSeparableError("MkDocs has warned of something")
    if finished is not None:
        finished.keep(made)


def refuse_what_pages_may_share(config: MkDocsConfig) -> None:
    """Raise :class:`NotSeparableError` for plugins and hooks of others, and for links to be verified."""
    plugins = [type(each) for _, each in config.plugins.items()]
    if config.hooks or not {TongbaoPlugin, SearchPlugin}.issuperset(plugins):
        raise NotSeparableError("plugins and hooks may take from one page to another")
    if config.validation.links.anchors >= logging.WARNING:
        raise NotSeparableError("anchors are looked up on other pages")


def _describe(files: Sequence[File], config: MkDocsConfig) -> None:
    """Give every page its metadata, which menus and site maps may show of all of them."""
    plugin = config.plugins["tongbao"]
    converter = converter_of(config)
    for file in files:
        if file.page is not None and isinstance(plugin, TongbaoPlugin):
            plugin.describe(file.page)
            separate(file.page, converter)


def _chunks(keys: range, jobs: int) -> list[range]:
    """Return ``keys`` in parts of the same size, apart from the last."""
    size = max(1, -(-len(keys) // (jobs * _CHUNKS_PER_WORKER)))
    return [keys[start : start + size] for start in range(0, len(keys), size)]


@dataclass(frozen=True, slots=True)
class PageMaker:
    """What a page is made from, apart from its key: its place in ``pages``.

    ``complaints`` are the warnings of the process that makes it. ``folder`` takes what the search has of
    finished chunks, which may be too large to be sent from process to process. ``finished`` are the pages
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

    def chunk(self, keys: range) -> bool:
        """Make pages, write them and what there is to keep of them; return whether nothing is to be told."""
        search_entries(self.config).clear()
        try:
            made = [(self.pages[key].src_uri, self.page(key)) for key in keys]
            written = [[path, each.key, each.content, each.entries] for path, each in made]
            self.results_of(keys).write_text(json.dumps(written), encoding="utf-8")
        except Exception:  # noqa: BLE001 - the build in one process raises it again
            return False
        return not self.complaints

    def results_of(self, keys: range) -> Path:
        """Return the file for what there is to keep of a chunk."""
        return self.folder / f"{keys.start}.json"

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
            entries.extend(found.entries)
            return found
        before = len(entries)
        page.is_made_now = True
        mkdocs_build._populate_page(page, self.config, self.files)  # noqa: SLF001 - MkDocs has no other
        mkdocs_build._build_page(page, self.config, self.pages, self.navigation, self.environment)  # noqa: SLF001 - the same
        content = "" if self.finished is None else content_of(page)
        page.forget()
        return Finished(digest, content, entries[before:])
