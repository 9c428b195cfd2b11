"""The folders of a project that its sites are made from."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from generators.reading.configuration.files import CONFIGURATION

CONTENT: Final = "content"
THEME: Final = "theme"

SOURCES: Final = ("data", CONTENT, "templates")
"""Folders whose files are made into pages, and are never published as they are."""


def own_sources(project: Path) -> tuple[Path, ...]:
    """Return the folders and the configuration of ``project``; they need not exist."""
    return tuple(project / name for name in (*SOURCES, THEME, CONFIGURATION))
