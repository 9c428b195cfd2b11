"""Preview with live reload, by MkDocs' server."""

from __future__ import annotations

import logging
import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from mkdocs.commands.serve import serve as mkdocs_serve

from generators.disclosing import Audience
from generators.pipeline import Examined
from generators.progress import Announcer
from generators.publishing.build import PublishingError
from generators.publishing.defaults import configuration_files, load_configuration
from generators.publishing.failures import NOT_UPDATED, ProjectError
from generators.publishing.page_maker import NotSeparableError
from generators.publishing.preview.builder import PreviewBuilder
from generators.publishing.preview.inputs import watched_paths
from generators.publishing.preview.server import PreviewServer
from generators.publishing.side_by_side import refuse_what_pages_may_share
from generators.system_errors import with_file
from generators.workers import WorkerEndedError

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_LOG: Final = logging.getLogger("mkdocs")


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewOrder:
    """What is to be served: whose site of which day, at which ``address`` (``host:port``)."""

    project: Path
    audience: Audience
    as_of: date
    address: str
    jobs: int


def serve_site(order: PreviewOrder, examined: Examined, announcer: Announcer) -> None:
    """Serve a site, first as it was ``examined``, and build it again when its input changes.

    While the project has errors the last good site stays up and the problems are printed. A project with
    plugins or hooks of others is served by MkDocs in its own way, which makes every page again.
    Returns when interrupted; raises ``PublishingError`` if the first site cannot be built, ``OSError`` if
    the server cannot listen at the address.
    """
    with _logged_to_console():
        config = load_configuration(order.project, dev_addr=order.address)
        if _is_ours(config):
            _serve(order, config, examined, announcer)
        else:
            _serve_by_mkdocs(order)


def _is_ours(config: MkDocsConfig) -> bool:
    """Whether nothing but what we know has a part in the site, and it holds no drafts, as releases do."""
    try:
        refuse_what_pages_may_share(config)
    except NotSeparableError:
        return False
    return config.draft_docs is None


def _serve(order: PreviewOrder, config: MkDocsConfig, examined: Examined, announcer: Announcer) -> None:
    host, port = config.dev_addr
    with tempfile.TemporaryDirectory(prefix="tongbao-", ignore_cleanup_errors=True) as folder:
        builder = PreviewBuilder(
            project=order.project,
            audience=order.audience,
            as_of=order.as_of,
            jobs=order.jobs,
            folder=Path(folder),
            settings={"dev_addr": order.address},
            announcer=announcer,
        )

        def rebuild() -> None:
            try:
                server.follow(watched_paths(order.project))
                server.show(builder.build())
            except (ProjectError, PublishingError, WorkerEndedError) as error:
                _LOG.error("%s\n有错误，%s", error, NOT_UPDATED)
            except OSError as error:
                _LOG.error("%s\n%s", NOT_UPDATED, with_file(error))
            except Exception:  # noqa: BLE001 - MkDocs' server would answer nothing until the next change
                _LOG.exception(NOT_UPDATED)

        mount_path = urlsplit(config.site_url or "/").path
        server = PreviewServer(rebuild, (host, port), mount_path, Path(folder) / "0")
        builder.settings["site_url"] = server.url
        # Before the first build, so that what is changed meanwhile is not missed.
        server.follow(watched_paths(order.project))
        try:
            server.show(builder.build(examined))
            server.serve()  # type: ignore[no-untyped-call] # MkDocs leaves it untyped
        except KeyboardInterrupt:
            _LOG.info("Shutting down...")
        finally:
            server.shutdown()


def _serve_by_mkdocs(order: PreviewOrder) -> None:
    # MkDocs reloads the configuration for every rebuild, so the plugin reads these from the environment.
    os.environ["TONGBAO_AUDIENCE"] = order.audience.value
    os.environ["TONGBAO_AS_OF"] = order.as_of.isoformat()
    file, standing_for = configuration_files(order.project)
    mkdocs_serve(
        file,
        config_file_path=standing_for,
        livereload=True,
        watch_theme=True,
        dev_addr=order.address,
    )


class _InChinese(logging.Formatter):
    """Says in Chinese what MkDocs' server says while all is well."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the words to print; empty for what nobody needs."""
        said = _CLOCK.sub("", record.getMessage())
        for begins, words in _SAYINGS.items():
            if said.startswith(begins):
                return words.format(said.removeprefix(begins))
        return super().format(record)


_CLOCK: Final = re.compile(r"^\[\d\d:\d\d:\d\d\] ")
"""What MkDocs' server begins its lines with."""

_SAYINGS: Final = {
    "Building documentation...": "",
    "Watching paths for changes: ": "",
    "Serving on ": "预览地址：{}；按 Ctrl-C 结束",
    "Detected file changes": "文件有改动，重新生成",
    "Reloading browsers": "",
    "Browser connected: ": "",
    "Shutting down...": "预览结束",
}
"""What MkDocs' server says, by its beginning, and what is printed instead."""


@contextmanager
def _logged_to_console() -> Iterator[None]:
    """Print MkDocs' messages, such as the address and the problems, as its own command does."""
    handler = logging.StreamHandler()
    formatter = _InChinese("%(message)s")
    handler.setFormatter(formatter)
    handler.addFilter(lambda record: bool(formatter.format(record)))
    level = _LOG.level
    _LOG.setLevel(logging.INFO)
    _LOG.addHandler(handler)
    try:
        yield
    finally:
        _LOG.removeHandler(handler)
        _LOG.setLevel(level)
