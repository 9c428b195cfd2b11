"""Run MkDocs over one audience's rendered site, or write its Markdown for another engine."""

from __future__ import annotations

import json
import logging
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config.defaults import MkDocsConfig

from generators.clusters.error import ClusterError
from generators.diagnostics import render_text
from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.record import Place
from generators.publishing.complaints import collected_complaints
from generators.publishing.defaults import load_configuration
from generators.publishing.failures import (
    ProjectError,
    problems_of_failure,
    problems_of_messages,
)
from generators.publishing.finished_pages import Earlier
from generators.publishing.navigation import navigation_of
from generators.publishing.plugin import TongbaoPlugin
from generators.publishing.side_by_side import (
    PageWorkers,
    Processes,
    build_side_by_side,
    refuse_what_pages_may_share,
)
from generators.reading.configuration.files import CONFIGURATION
from generators.rendering import RenderedSite
from generators.workers import WorkerEndedError

HERE: Final = Processes()
"""This process alone."""

_LOG: Final = logging.getLogger("mkdocs.plugins.tongbao")


class PublishingError(RuntimeError):
    """MkDocs could not build the site; the message shows the problems."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        """Keep ``problems`` in the order given."""
        self.problems = problems
        super().__init__(render_text(problems))

    def __reduce__(self) -> tuple[type[PublishingError], tuple[tuple[Problem, ...]]]:
        """Return how to make it again: it may be sent from another process."""
        return type(self), (self.problems,)


class _Progress:
    """Tells once of each page, even if it is made a second time in one process."""

    def __init__(self, tell: Callable[[], None] | None) -> None:
        self._tell = tell
        self._told = 0
        self._made = 0

    def step(self) -> None:
        """Count a page that was made."""
        self._made += 1
        if self._made > self._told:
            self._told += 1
            if self._tell is not None:
                self._tell()

    def begin_again(self) -> None:
        """Count from the first page."""
        self._made = 0


@dataclass(frozen=True, slots=True)
class SiteToBuild:
    """A ``site`` of a project, the ``folder`` to build it into, and settings before those of mkdocs.yml."""

    project: Path
    site: RenderedSite
    folder: Path
    settings: Mapping[str, str] = field(default_factory=dict)

    def configuration(self) -> MkDocsConfig:
        """Return MkDocs' configuration to build it with."""
        config = load_configuration(self.project, site_dir=str(self.folder), **self.settings)
        _plugin_of(config).rendered = self.site
        return config


def build_site(
    project: Path,
    site: RenderedSite,
    folder: Path,
    on_page_done: Callable[[], None] | None = None,
    workers: PageWorkers = HERE,
    earlier: Earlier | None = None,
) -> None:
    """Build ``site`` with the project's configuration into ``folder``; warnings of MkDocs are errors.

    The pages are made by ``workers`` where that gives the same bytes, else by this process.
    Those of the ``earlier`` site that would be made again just so are taken from there.
    ``on_page_done`` is called after each page. Raises :class:`PublishingError` with all problems,
    ``WorkerEndedError`` if one of the processes was ended; the content of ``folder`` is then incomplete.
    """
    build_with_settings(SiteToBuild(project, site, folder), on_page_done, workers, earlier)


def build_with_settings(
    wanted: SiteToBuild,
    on_page_done: Callable[[], None] | None = None,
    workers: PageWorkers = HERE,
    earlier: Earlier | None = None,
) -> None:
    """Build a site as :func:`build_site` does, with the settings of ``wanted``."""
    progress = _Progress(on_page_done)
    is_divided = workers.are_several or earlier is not None
    if is_divided and _is_built_side_by_side(wanted, progress.step, workers, earlier):
        return
    progress.begin_again()
    with collected_complaints() as complaints:
        try:
            config = wanted.configuration()
            _plugin_of(config).on_page_done = progress.step
            with _started(config):
                mkdocs_build(config)
        except Exception as error:
            found = problems_of_failure(error, complaints, wanted.project, [Path(__file__)])
            if found is None:
                raise
            raise PublishingError(found) from error
    if complaints:
        raise PublishingError(problems_of_messages(complaints, wanted.project))


def _is_built_side_by_side(
    wanted: SiteToBuild, on_page_done: Callable[[], None], workers: PageWorkers, earlier: Earlier | None
) -> bool:
    """Build a site in several processes; return ``False`` if it has to be built in one.

    That is so if anything is wrong: one process meets the mistakes in their order, and tells of them.
    """
    with collected_complaints() as complaints:
        try:
            config = wanted.configuration()
            refuse_what_pages_may_share(config)
            with _started(config):
                build_side_by_side(config, workers, complaints, on_page_done, earlier)
        except (WorkerEndedError, ClusterError):
            raise
        except Exception as error:  # noqa: BLE001 - raised again in one process
            _LOG.debug("not built side by side: %r", error)
            return False
    return True


@contextmanager
def _started(config: MkDocsConfig) -> Iterator[None]:
    """Start the plugins, and shut them down after the body."""
    config.plugins.on_startup(command="build", dirty=False)
    try:
        yield
    finally:
        config.plugins.on_shutdown()


def _plugin_of(config: MkDocsConfig) -> TongbaoPlugin:
    plugin = config.plugins.get("tongbao")
    if not isinstance(plugin, TongbaoPlugin):
        raise ProjectError([problem("E119", Place(CONFIGURATION), "plugins 中没有 tongbao")])
    return plugin


def write_markdown(project: Path, site: RenderedSite, folder: Path) -> None:
    """Write the Markdown tree with front matter, downloads and attachments into ``folder``.

    ``navigation.json`` contains the menu in the format of MkDocs' ``nav``, for another site generator.
    Raises ``OSError`` if a file cannot be written.
    """
    for page in site.pages:
        _write(folder / page.path, page.source.encode())
    for download in site.downloads:
        _write(folder / download.path, download.content)
    for attachment in site.attachments:
        target = folder / attachment
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(project / "content" / attachment, target)
    menu = json.dumps(navigation_of(site), ensure_ascii=False, indent=1)
    _write(folder / "navigation.json", f"{menu}\n".encode())


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
