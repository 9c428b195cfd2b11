"""Run MkDocs over one audience's rendered site, or write its Markdown for another engine."""

from __future__ import annotations

import json
import logging
import shutil
from collections.abc import Callable
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config.defaults import MkDocsConfig

from generators.diagnostics import render_text
from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.record import Place
from generators.publishing.defaults import load_configuration
from generators.publishing.failures import (
    ProjectError,
    problems_of_failure,
    problems_of_messages,
)
from generators.publishing.navigation import navigation_of
from generators.publishing.plugin import TongbaoPlugin
from generators.reading.configuration.files import CONFIGURATION
from generators.rendering import RenderedSite


class PublishingError(RuntimeError):
    """MkDocs could not build the site; the message shows the problems."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        """Keep ``problems`` in the order given."""
        self.problems = problems
        super().__init__(render_text(problems))


class _Complaints(logging.Handler):
    """Collects the warnings and errors of MkDocs and its plugins."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Append the message of ``record`` to ``messages``."""
        self.messages.append(record.getMessage())


def build_site(
    project: Path, site: RenderedSite, folder: Path, on_page_done: Callable[[], None] | None = None
) -> None:
    """Build ``site`` with the project's configuration into ``folder``; warnings of MkDocs are errors.

    ``on_page_done`` is called after each page. Raises :class:`PublishingError` with all problems; the
    content of ``folder`` is then incomplete.
    """
    logger = logging.getLogger("mkdocs")
    complaints = _Complaints()
    logger.addHandler(complaints)
    try:
        config = load_configuration(project, site_dir=str(folder))
        plugin = _plugin_of(config)
        plugin.rendered = site
        plugin.on_page_done = on_page_done
        config.plugins.on_startup(command="build", dirty=False)
        try:
            mkdocs_build(config)
        finally:
            config.plugins.on_shutdown()
    except Exception as error:
        found = problems_of_failure(error, complaints.messages, project, [Path(__file__)])
        if found is None:
            raise
        raise PublishingError(found) from error
    finally:
        logger.removeHandler(complaints)
    if complaints.messages:
        raise PublishingError(problems_of_messages(complaints.messages, project))


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
