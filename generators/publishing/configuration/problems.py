"""Every problem of the project's ``mkdocs.yml`` and of the templates of its theme.

MkDocs is imported only for a project that has a ``mkdocs.yml``.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from pathlib import Path

from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.record import Place
from generators.publishing.configuration.folders import folder_problems
from generators.publishing.configuration.options import option_problems
from generators.publishing.configuration.plugins import extension_problems, plugin_problems
from generators.publishing.configuration.settings import Settings
from generators.publishing.configuration.theme import MATERIAL, theme_option_problems
from generators.publishing.shipped import SHIPPED_PLUGINS, shipped_theme
from generators.publishing.sources import CONTENT, THEME
from generators.reading.configuration.files import CONFIGURATION, configuration_exists, read_configuration
from generators.reading.project_files import is_file, is_folder


def configuration_problems(project: Path, file: str = CONFIGURATION) -> tuple[Problem, ...]:
    """Return the problems of ``file`` of the project, sorted: of reading it, and of what it says.

    Without the file only the templates of the project's ``theme/`` are judged, and whether there is
    ``content/``. Nothing of the project is run. Raises nothing for the content of files.
    """
    read = read_configuration(project, file)
    found = [*read.problems]
    if not (project / CONTENT).is_dir():
        detail = f"没有 {CONTENT} 文件夹；没有文章也请建一个"
        found.append(problem("E114", Place(CONTENT), detail))
    if read.value is not None:
        settings = Settings(project, file, read.value)
        found += _problems_of(settings)
        found += _theme_problems(project, settings)
    elif not configuration_exists(project, file):
        found += _theme_problems(project, None)
    return tuple(sorted(set(found)))


def _problems_of(settings: Settings) -> Iterator[Problem]:
    from mkdocs.config.defaults import MkDocsConfig  # noqa: PLC0415 - takes long, and not every project needs it
    from mkdocs.theme import Theme  # noqa: PLC0415 - the same
    from mkdocs.utils import get_theme_names  # noqa: PLC0415 - the same

    config = MkDocsConfig(config_file_path=str(settings.project / settings.file))
    names = tuple(sorted(get_theme_names()))
    theme = list(theme_option_problems(settings, names, lambda name: _has_file(settings, name)))
    yield from theme
    yield from folder_problems(settings)
    yield from option_problems(settings, config)
    name = _theme_name(settings)
    has_theme = name in names
    config.theme = Theme(name=name if has_theme else None)
    yield from plugin_problems(settings, config, has_theme=has_theme)
    yield from extension_problems(settings, config)


def _theme_name(settings: Settings) -> str | None:
    theme = settings.written.get("theme")
    name = theme.get("name") if isinstance(theme, dict) else theme
    return name if isinstance(name, str) else None


def _own_folders(settings: Settings | None) -> tuple[str, ...]:
    """Return the folders of the project's own theme that lie in the project, in order of precedence."""
    theme = None if settings is None else settings.written.get("theme")
    named = theme.get("custom_dir") if isinstance(theme, dict) else None
    if settings is None or not isinstance(named, str) or "\0" in named:
        return (THEME,)
    project, folder = settings.project.resolve(), settings.folder(named)
    if folder == project or not folder.is_relative_to(project) or not is_folder(folder):
        return (THEME,)
    return (folder.relative_to(project).as_posix(), THEME)


def _theme_problems(project: Path, settings: Settings | None) -> tuple[Problem, ...]:
    if not any(is_folder(project / folder) for folder in _own_folders(settings)):
        return ()
    from generators.reading.theme_templates import theme_problems  # noqa: PLC0415 - Jinja; few have a theme

    is_material = settings is None or _theme_name(settings) == MATERIAL
    own_filters = settings is not None and _may_add_filters(settings)
    return theme_problems(
        project,
        _own_folders(settings),
        (lambda name: _has_file(settings, name)) if is_material else None,
        has_own_filters=own_filters,
    )


def _may_add_filters(settings: Settings) -> bool:
    plugins = settings.written.get("plugins")
    listed = plugins if isinstance(plugins, (list, dict)) else ()
    names = [name for each in listed for name in (each if isinstance(each, dict) else (each,))]
    return bool(settings.written.get("hooks")) or any(name not in SHIPPED_PLUGINS for name in map(str, names))


def _has_file(settings: Settings | None, name: str) -> bool:
    """Whether Material, the theme of this program or the theme of the project has a file of this name."""
    folders = [shipped_theme(), *_material_folders()]
    if settings is not None:
        folders += [settings.project / folder for folder in _own_folders(settings)]
    return any(is_file(folder / name) for folder in folders)


def _material_folders() -> tuple[Path, ...]:
    """Return the folders in which MkDocs looks for the templates of Material, without importing either."""
    found = (importlib.util.find_spec(name) for name in (MATERIAL, "mkdocs"))
    return tuple(
        Path(root) / "templates" for spec in found if spec for root in spec.submodule_search_locations or ()
    )
