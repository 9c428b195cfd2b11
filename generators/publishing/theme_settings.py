"""The settings of the theme that a project's ``mkdocs.yml`` need not state."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from generators.languages import marked

THEME_SETTINGS: Final[Mapping[str, Any]] = MappingProxyType(
    {
        "language": "zh",
        # No request leaves the site: the reader's own fonts, Material's bundled icons.
        "font": False,
        "icon": {"repo": "material/git"},
        "favicon": "assets/images/favicon.svg",
        "features": ["navigation.tabs", "navigation.top", "toc.follow"],
        "palette": [
            {
                "media": f"(prefers-color-scheme: {scheme})",
                "scheme": name,
                "primary": "custom",
                "accent": "custom",
                "toggle": {"icon": icon, "name": label},
            }
            for scheme, name, icon, label in (
                ("light", "default", "material/weather-night", marked("切换为深色")),
                ("dark", "slate", "material/weather-sunny", marked("切换为浅色")),
            )
        ],
    }
)
