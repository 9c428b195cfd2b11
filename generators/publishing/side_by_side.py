"""Builds a site as ``mkdocs build`` does, its pages in several processes side by side.

MkDocs makes all pages one after the other: the content of each first, then the HTML around it. No page
depends on another one's content, unless a plugin, a hook or a theme sees to that: such sites are refused.
"""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import as_completed
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from material.plugins.search.plugin import SearchPlugin

from generators.publishing.finished_pages import Earlier, Finished
from generators.publishing.page_maker import NotSeparableError, PageMaker, page_maker
from generators.publishing.plugin import TongbaoPlugin
from generators.publishing.search.index import search_entries
from generators.publishing.units import Unit, divided, easiest
from generators.turns import Turns
from generators.workers import can_fork, working_on

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

UnitPages = Mapping[str, Finished] | None
"""What to keep of each page of a unit, by the path of its Markdown; ``None`` if a page has a problem."""


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
        # One page loads the templates of the theme, which forked workers then share.
        paths = [file.src_uri for file in maker.pages]
        first = easiest(paths)
        made = {paths[first]: maker.page(first)}
        on_page_done()
        units = divided([*paths[:first], *paths[first + 1 :]], workers.number)
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


def refuse_what_pages_may_share(config: MkDocsConfig) -> None:
    """Raise :class:`NotSeparableError` for plugins and hooks of others, and for links to be verified."""
    plugins = [type(each) for _, each in config.plugins.items()]
    if config.hooks or not {TongbaoPlugin, SearchPlugin}.issuperset(plugins):
        raise NotSeparableError("plugins and hooks may take from one page to another")
    if config.validation.links.anchors >= logging.WARNING:
        raise NotSeparableError("anchors are looked up on other pages")
