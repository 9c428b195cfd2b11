"""Preview with live reload, by MkDocs' own server."""

from __future__ import annotations

import logging
import os
from datetime import date
from pathlib import Path

from mkdocs.commands.serve import serve as mkdocs_serve

from generators.disclosing import Audience
from generators.publishing.defaults import configuration_files


def serve_site(project: Path, audience: Audience, as_of: date, address: str) -> None:
    """Serve one audience's site at ``address`` (``host:port``) and rebuild it when its input changes.

    While the project has errors the last good site stays up and the problems are printed.
    Returns when interrupted; raises ``OSError`` if the server cannot listen at ``address``.
    """
    _log_to_console()
    # MkDocs reloads the configuration for every rebuild, so the plugin reads these from the environment.
    os.environ["TONGBAO_AUDIENCE"] = audience.value
    os.environ["TONGBAO_AS_OF"] = as_of.isoformat()
    file, standing_for = configuration_files(project)
    mkdocs_serve(
        file,
        config_file_path=standing_for,
        livereload=True,
        watch_theme=True,
        dev_addr=address,
    )


def _log_to_console() -> None:
    """Print MkDocs' messages, such as the address and the problems, as its own command does."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(message)s"))
    logger = logging.getLogger("mkdocs")
    logger.setLevel(logging.INFO)
    logger.addHandler(handler)
