"""What the building of a project reads, as far as that can be known before."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from generators.model.anchors import EXTENSIONS
from generators.model.record import PlacedMapping
from generators.publishing.shipped import SHIPPED_PLUGINS
from generators.publishing.sources import THEME, own_sources
from generators.reading.configuration.files import configuration_exists, configuration_of
from generators.reading.source_text import read_text

_FROM_OUTSIDE: Final = ("!ENV", "!relative", "!!python", "build_date")
"""What makes pages depend on more than the files of the project: the environment, code, the time of day."""


def inputs_of(project: Path) -> tuple[Path, ...] | None:
    """Return the files and folders of ``project`` that its sites are made from; they need not exist.

    ``None`` if they may be made from something else as well: from what hooks, plugins and Markdown
    extensions of others read, from the environment, or from the time of the build.
    """
    own, theme_folder = own_sources(project), project / THEME
    if not configuration_exists(project):
        return _if_closed(own, [theme_folder])
    read = configuration_of(project)
    if read.settings is None or not _is_closed(read.settings):
        return None
    theme = read.settings.get("theme")
    custom = theme.get("custom_dir") if isinstance(theme, dict) else None
    further = [*read.files, *([Path(project / custom).resolve()] if isinstance(custom, str) else [])]
    return _if_closed([*own, *further], [theme_folder, *further])


def _is_closed(settings: PlacedMapping) -> bool:
    plugins = settings.get("plugins", [])
    extensions = settings.get("markdown_extensions", [])
    return (
        not settings.get("hooks")
        and isinstance(plugins, list)
        and all(isinstance(each, str) and each in SHIPPED_PLUGINS for each in _names(plugins))
        and isinstance(extensions, list)
        and all(isinstance(each, str) and each in EXTENSIONS for each in extensions)
    )


def _names(plugins: list[object]) -> list[object]:
    """Return the names of plugins, which are written alone or as a key above their options."""
    return [name for each in plugins for name in (each if isinstance(each, dict) else (each,))]


def _if_closed(inputs: Iterable[Path], templates: Iterable[Path]) -> tuple[Path, ...] | None:
    """Return ``inputs`` unless one of ``templates``, or a configuration, asks for more than files."""
    files = [file for path in templates for file in ([path] if path.is_file() else path.rglob("*.html"))]
    texts = [read_text(file, file.name).value for file in files]
    if any(text is None or any(word in text for word in _FROM_OUTSIDE) for text in texts):
        return None
    return tuple(dict.fromkeys(inputs))
