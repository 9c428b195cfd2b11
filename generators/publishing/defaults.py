"""Defaults for a project's ``mkdocs.yml`` and theme, both of which are optional.

A setting in the project's own ``mkdocs.yml``, and a file in its own ``theme/``, take precedence.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from mkdocs.config import load_config
from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import get_yaml_loader, yaml_load

from generators.languages import translated
from generators.model.anchors import EXTENSIONS
from generators.publishing.configuration.folders import sources_in
from generators.publishing.configuration.theme import MATERIAL
from generators.publishing.shipped import shipped_theme
from generators.publishing.theme_settings import THEME_SETTINGS
from generators.reading.configuration.files import CONFIGURATION

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_DEFAULT_CONFIGURATION: Final = Path(__file__).with_name(CONFIGURATION)
_IGNORE: Final = logging.DEBUG
"""The log level that MkDocs uses for the setting ``ignore``."""


def load_configuration(project: Path, **options: str) -> MkDocsConfig:
    """Return MkDocs' configuration of ``project``, from its own ``mkdocs.yml`` or else the default one.

    ``options`` override both. Raises ``MkDocsException`` if the configuration is invalid.
    """
    file, standing_for = configuration_files(project)
    return load_config(file, config_file_path=standing_for, **options)


def configuration_files(project: Path) -> tuple[str, str]:
    """Return the path of the configuration to read, and the path that its relative paths start from."""
    own = project / CONFIGURATION
    return str(own if own.is_file() else _DEFAULT_CONFIGURATION), str(own)


def project_of(config: MkDocsConfig) -> Path:
    """Return the folder of the project that ``config`` belongs to."""
    return Path(config.config_file_path or CONFIGURATION).resolve().parent


def theme_folders(config: MkDocsConfig) -> tuple[Path, ...]:
    """Return the existing folders of the theme in order of precedence.

    They are ``custom_dir``, the project's ``theme/`` and the theme shipped with this program.
    """
    named = config.theme.custom_dir
    folders = [*([Path(named)] if named else []), project_of(config) / "theme", shipped_theme()]
    return tuple(dict.fromkeys(folder.resolve() for folder in folders if folder.is_dir()))


def complete(config: MkDocsConfig) -> None:
    """Set the defaults that ``config`` does not set itself; those of the theme only if it is Material.

    Raises ``ConfigurationError`` if the theme's folder would publish the project's own files.
    """
    _refuse_sources_as_theme(config)
    written = _written(config)
    if config.theme.name == MATERIAL:
        _complete_theme(config, written.get("theme"))
    config.markdown_extensions += [each for each in EXTENSIONS if each not in config.markdown_extensions]
    if "validation" not in written:
        # The generators verify every link themselves; the menu holds sections only.
        config.validation.nav.omitted_files = _IGNORE
        config.validation.links.unrecognized_links = _IGNORE
        config.validation.links.anchors = _IGNORE


def use_language(config: MkDocsConfig) -> None:
    """Let the settings of the theme speak the language of the edition; only if it is Material."""
    if config.theme.name != MATERIAL:
        return
    palette = config.theme.get("palette")
    if isinstance(palette, list):  # new ones: the defaults belong to all builds
        config.theme["palette"] = [_in_words(scheme) for scheme in palette]


def _in_words(scheme: Mapping[str, Any]) -> Mapping[str, Any]:
    toggle = scheme.get("toggle")
    if toggle is None:
        return scheme
    return {**scheme, "toggle": {**toggle, "name": translated(toggle.get("name", ""))}}


def _refuse_sources_as_theme(config: MkDocsConfig) -> None:
    """Raise ``ConfigurationError`` if ``custom_dir``, which is copied to the site, holds data or pages."""
    if not config.theme.custom_dir:
        return
    name = sources_in(Path(config.theme.custom_dir).resolve(), project_of(config))
    if name is not None:
        raise ConfigurationError(
            f"mkdocs.yml 的 theme.custom_dir 不能是 {name}/ 或包含它的文件夹：会照原样公开"
        )


def _written(config: MkDocsConfig) -> Mapping[str, Any]:
    """Return the content of the project's ``mkdocs.yml``, which MkDocs does not keep; empty without one."""
    file = Path(config.config_file_path or CONFIGURATION)
    if not file.is_file():
        return {}
    with file.open("rb") as stream:
        return yaml_load(stream, get_yaml_loader(config=config))


def _complete_theme(config: MkDocsConfig, written: object) -> None:
    ours = theme_folders(config)
    others = [each for each in config.theme.dirs if Path(each).resolve() not in ours]
    config.theme.dirs[:] = [*map(str, ours), *others]
    for name, value in THEME_SETTINGS.items():
        if not isinstance(written, dict) or name not in written:
            config.theme[name] = value
