"""What a preview watches."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import MkDocsException

from generators.publishing.defaults import load_configuration, theme_folders
from generators.publishing.shipped import PROGRAM, shipped_theme
from generators.publishing.sources import own_sources
from generators.reading.configuration.files import files_read

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def watched_paths(project: Path) -> frozenset[Path]:
    """Return the files and folders whose changes a preview of ``project`` follows; they need not exist.

    Those that mkdocs.yml names are left out while it cannot be read.
    """
    of_program = (shipped_theme(), PROGRAM / "rendering")
    return frozenset((*own_sources(project), *of_program, *files_read(project), *_named(project)))


def _named(project: Path) -> Iterator[Path]:
    try:
        config: MkDocsConfig = load_configuration(project)
    except (MkDocsException, OSError):
        return
    yield from theme_folders(config)
    yield from map(Path, config.watch)
