"""Where the program and its theme are installed, and the plugins that come with it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

PROGRAM: Final = Path(__file__).resolve().parent.parent
"""The folder of the installed program."""

OWN_PLUGIN: Final = "tongbao"
SEARCH_PLUGINS: Final = ("search", "material/search")
"""The names by which Material's search is written."""

SHIPPED_PLUGINS: Final = frozenset({OWN_PLUGIN, *SEARCH_PLUGINS})
"""The plugins that come with the program: they add no filters to templates, and read no other files."""


def shipped_theme() -> Path:
    """Return the folder of the theme in the installed package, or in the repository if not installed."""
    packed = PROGRAM / "theme"
    return packed if packed.is_dir() else PROGRAM.parent / "theme"


def has_only_shipped_plugins(config: MkDocsConfig) -> bool:
    """Whether no plugin or hook of others looks at the pages of ``config`` or changes them."""
    return not config.hooks and SHIPPED_PLUGINS.issuperset(config.plugins)
