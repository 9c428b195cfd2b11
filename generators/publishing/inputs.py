"""What the building of a project reads, as far as that can be known before."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from generators.model.anchors import EXTENSIONS
from generators.model.record import PlacedMapping
from generators.reading.configuration.files import (
    CONFIGURATION,
    configuration_exists,
    files_read,
    read_configuration,
)
from generators.reading.source_text import read_text

_THEME: Final = "theme"
_FOLDERS: Final = ("data", "content", "templates", _THEME)
_PLUGINS: Final = frozenset({"tongbao", "search", "material/search"})
_FROM_OUTSIDE: Final = ("!ENV", "!relative", "!!python", "build_date")
"""What makes pages depend on more than the files of the project: the environment, code, the time of day."""


def inputs_of(project: Path) -> tuple[Path, ...] | None:
    """Return the files and folders of ``project`` that its sites are made from; they need not exist.

    ``None`` if they may be made from something else as well: from what hooks, plugins and Markdown
    extensions of others read, from the environment, or from the time of the build.
    """
    own = [project / name for name in _FOLDERS]
    if not configuration_exists(project):
        return _if_closed([*own, project / CONFIGURATION], [project / _THEME])
    settings = read_configuration(project).value
    if settings is None or not _is_closed(settings):
        return None
    theme = settings.get("theme")
    custom = theme.get("custom_dir") if isinstance(theme, dict) else None
    further = [*files_read(project), *([Path(project / custom).resolve()] if isinstance(custom, str) else [])]
    return _if_closed([*own, *further], [project / _THEME, *further])


def _is_closed(settings: PlacedMapping) -> bool:
    plugins = settings.get("plugins", [])
    extensions = settings.get("markdown_extensions", [])
    return (
        not settings.get("hooks")
        and isinstance(plugins, list)
        and all(isinstance(each, str) and each in _PLUGINS for each in _names(plugins))
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
