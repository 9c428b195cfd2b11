"""Builds a site as ``mkdocs build`` does, its pages in several processes side by side.

MkDocs makes all pages one after the other: the content of each first, then the HTML around it. No page
depends on another one's content, unless a plugin, a hook or a theme sees to that: such sites are refused.
"""

from __future__ import annotations

import json
import logging
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import as_completed
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from material.plugins.search.plugin import SearchPlugin
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
from generators.publishing.units import Unit, divided
from generators.rendering.environment import Environment
from generators.workers import Turns, can_fork, working_on

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

UnitPages = Mapping[str, Finished] | None
"""What to keep of each page of a unit, by the path of its Markdown; ``None`` if a page has a problem."""


class NotSeparableError(Exception):
    """The site cannot be built in parts, or there is something to tell of it: build it in one process."""


class PageWorkers(Protocol):
    """Who makes the pages of a site."""

    @property
    def number(self) -> int:
        """Return how many units are made at the same time."""

    @property
    def are_several(self) -> bool:
        """Whether others than this process make them."""

    def making(
        self, maker: PageMaker, units: Sequence[Unit]
    ) -> AbstractContextManager[Iterator[tuple[Unit, UnitPages]]]:
        """Begin to make the units; yield an iterator over those that are done, in the order of their end.

        The pages of a unit are in the folder of the site by then.
        """


@dataclass(frozen=True, slots=True)
class Processes:
    """Processes forked on this machine, as many as ``jobs``; each works in its turn if there are ``turns``.

    With one job, and where processes cannot be forked, the pages are made here.
    """

    jobs: int = 1
    turns: Turns | None = None

    @property
    def number(self) -> int:
        """Return how many there are."""
        return self.jobs

    @property
    def are_several(self) -> bool:
        """Whether more than this process works."""
        return self.jobs > 1 and can_fork()

    @contextmanager
    def making(self, maker: PageMaker, units: Sequence[Unit]) -> Iterator[Iterator[tuple[Unit, UnitPages]]]:
        """Make the units in processes forked from this one, each unit in a new one."""
        if not self.are_several:
            yield ((unit, maker.finished_in(unit) if maker.unit(unit) else None) for unit in units)
            return
        with working_on(maker.unit, units, self.jobs, turns=self.turns, are_renewed=True) as results:
            unit_of = dict(zip(results, units, strict=True))
            yield (
                (unit_of[result], maker.finished_in(unit_of[result]) if result.result() else None)
                for result in as_completed(results)
            )


def build_side_by_side(
    config: MkDocsConfig,
    workers: PageWorkers,
    complaints: Sequence[str],
    on_page_done: Callable[[], None],
    earlier: Earlier | None = None,
) -> None:
    """Build the site of ``config`` with the pages made by ``workers``; its pages must share nothing.

    ``complaints`` is the list that the warnings of MkDocs in this process, and in those forked from it, are
    appended to. ``on_page_done`` is called for each page. Pages of the ``earlier`` site that would be made
    again just so are taken from there. Raises :class:`NotSeparableError`, or whatever a
    mistake in the project leads to: only a build in one process tells of everything in its order. Raises
    ``WorkerEndedError`` if a process was ended.
    """
    with tempfile.TemporaryDirectory() as folder:
        maker = page_maker(config, complaints, Path(folder), earlier)
        # The first page compiles the templates of the theme, which forked workers then share.
        made = {maker.pages[0].src_uri: maker.page(0)}
        on_page_done()
        units = divided([file.src_uri for file in maker.pages[1:]], workers.number)
        with workers.making(maker, units) as results:
            maker.files.copy_static_files()
            maker.templates()
            for unit, pages in results:
                if pages is None:
                    raise NotSeparableError("a page has a problem")
                made |= pages
                for _ in unit.paths:
                    on_page_done()
    made = {file.src_uri: made[file.src_uri] for file in maker.pages}
    search_entries(maker.config)[:] = [entry for each in made.values() for entry in each.entries]
    maker.config.plugins.on_post_build(config=maker.config)
    if complaints:
        raise NotSeparableError("MkDocs has warned of something")
    if maker.finished is not None:
        maker.finished.keep(made)


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
