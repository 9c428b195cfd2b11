"""Run MkDocs over one audience's rendered site, or write its Markdown for another engine."""

from __future__ import annotations

import json
import logging
import shutil
import traceback
from collections.abc import Callable
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from generators.publishing import defaults
from generators.publishing.defaults import load_configuration
from generators.publishing.navigation import navigation_of
from generators.publishing.plugin import TongbaoPlugin
from generators.reading.source_text import read_text
from generators.rendering import RenderedSite
from generators.rendering.environment import TemplateError


class PublishingError(RuntimeError):
    """MkDocs could not build the site; the message says why."""


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

    ``on_page_done`` is called after each page. Raises :class:`PublishingError` with all messages; the
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
    except MkDocsException as error:
        raise PublishingError("\n".join([*complaints.messages, str(error)])) from error
    except TemplateError as error:
        # MkDocs reports errors in the theme's page templates, but not in the template of 404.
        message = f"模板有误：{_position_of(error)}{error.message}"
        raise PublishingError("\n".join([*complaints.messages, message])) from error
    except Exception as error:
        mistake = _mistake_of_the_project(error, project)
        if mistake is None:
            raise
        raise PublishingError("\n".join([*complaints.messages, mistake])) from error
    finally:
        logger.removeHandler(complaints)
    if complaints.messages:
        raise PublishingError("\n".join(complaints.messages))


def _plugin_of(config: MkDocsConfig) -> TongbaoPlugin:
    plugin = config.plugins.get("tongbao")
    if not isinstance(plugin, TongbaoPlugin):
        raise PublishingError("mkdocs.yml 的 plugins 中没有 tongbao")
    return plugin


def _mistake_of_the_project(error: Exception, project: Path) -> str | None:
    """Return in Chinese what is wrong with ``mkdocs.yml`` or a template; ``None`` for a fault of ours.

    MkDocs and Jinja let through whatever a setting of the wrong type or an expression raises.
    """
    frames = list(traceback.walk_tb(error.__traceback__))
    reason = f"{type(error).__name__}: {error}"
    if isinstance(error, RecursionError):
        reason = "套用自己，或嵌套过深"
    if isinstance(error, UnicodeDecodeError):
        for file in sorted((project / "theme").rglob("*.html")):
            if read_text(file, file.name).value is None:
                return f"模板有误：{_shown(file, project)}：不是 UTF-8 文字"
    files = [(Path(frame.f_code.co_filename), line) for frame, line in frames]
    templates = [(file, line) for file, line in files if file.suffix in {".html", ".xml"}]
    if templates:
        file, line = templates[-1]
        return f"模板有误：{_shown(file, project)}:{line}: {reason}"
    own = Path(__file__).parents[1]
    deepest = next((file for file, _ in reversed(files) if file.is_relative_to(own)), None)
    if deepest not in {None, Path(__file__), Path(defaults.__file__)}:
        return None
    return f"mkdocs.yml 或主题有误：{reason}"


def _shown(file: Path, project: Path) -> str:
    return str(file.relative_to(project)) if file.is_relative_to(project) else str(file)


def _position_of(error: TemplateError) -> str:
    """Return ``file:line: `` of a template error, empty if it is unknown: only syntax errors have it."""
    file, line = getattr(error, "filename", None), getattr(error, "lineno", None)
    return f"{file}:{line}: " if file and line else ""


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
