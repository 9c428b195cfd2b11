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
    """Serve one audience's site at ``address`` and rebuild it whenever its input changes.

    While the project has errors the last good site stays up and the problems are printed.
    Returns when interrupted; raises ``OSError`` when nothing can listen at ``address``.
    """
    _log_to_console()
    # MkDocs reads the configuration anew for every rebuild; the plugin takes these from the environment.
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
    """Show what MkDocs says, above all the address and the problems; its own command does the same."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(message)s"))
    logger = logging.getLogger("mkdocs")
    logger.setLevel(logging.INFO)
    logger.addHandler(handler)
