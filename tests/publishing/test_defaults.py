"""What ``mkdocs.yml`` may leave open, and what a project says itself goes first."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import ConfigurationError

from generators.publishing.defaults import complete, load_configuration, theme_folders
from tests.build.project import ROOT

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

LEAST = "site_name: x\ndocs_dir: content\nplugins: [search, tongbao]\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project with nothing in it but empty folders."""
    for folder in ("data", "content"):
        (tmp_path / folder).mkdir()
    return tmp_path


def _completed(project: Path, written: str | None = None) -> MkDocsConfig:
    if written is not None:
        (project / "mkdocs.yml").write_text(written, encoding="utf-8")
    config = load_configuration(project)
    complete(config)
    return config


def _settings(config: MkDocsConfig) -> dict[str, object]:
    return {
        "theme": dict(config.theme),
        "dirs": [each for each in config.theme.dirs if not each.startswith(str(ROOT))],
        "markdown": config.markdown_extensions,
        "separator": config.plugins["material/search"].config["separator"],
        "validation": (
            config.validation.nav.omitted_files,
            config.validation.links.unrecognized_links,
            config.validation.links.anchors,
        ),
        "docs_dir": config.docs_dir,
        "site_dir": config.site_dir,
    }


def test_without_mkdocs_yml_everything_is_as_in_this_repository(project: Path) -> None:
    ours = _completed(project)
    assert ours.theme["language"] == "zh"
    assert ours.theme["font"] is False
    assert ours.docs_dir == str(project / "content")
    own = load_config(str(ROOT / "mkdocs.yml"))
    complete(own)
    expected = _settings(own) | {
        "docs_dir": str(project / "content"),
        "site_dir": str(project / "site/mkdocs"),
    }
    assert _settings(ours) == expected


def test_what_mkdocs_yml_writes_stays(project: Path) -> None:
    written = (
        "site_name: x\ndocs_dir: content\n"
        "theme: {name: material, language: en, features: [toc.follow]}\n"
        "plugins: [search: {separator: '-'}, tongbao]\n"
        "markdown_extensions: [admonition, footnotes]\n"
        "validation: {links: {anchors: warn}}\n"
    )
    config = _completed(project, written)
    assert config.theme["language"] == "en"
    assert config.theme["features"] == ["toc.follow"]
    assert config.theme["font"] is False
    assert config.plugins["material/search"].config["separator"] == "-"
    assert config.markdown_extensions.count("footnotes") == 1
    assert {"admonition", "attr_list"} <= set(config.markdown_extensions)
    assert config.validation.links.anchors == logging.WARNING
    assert config.validation.nav.omitted_files == logging.INFO


def test_what_is_inherited_counts_as_written(project: Path) -> None:
    (project / "common.yml").write_text("theme: {name: material, language: en}\n", encoding="utf-8")
    config = _completed(project, f"INHERIT: common.yml\n{LEAST}")
    assert config.theme["language"] == "en"


def test_of_another_theme_nothing_is_set(project: Path) -> None:
    config = _completed(project, f"{LEAST}theme: readthedocs\n")
    assert "language" not in config.theme
    assert str(ROOT / "theme") not in config.theme.dirs


def test_the_projects_own_files_of_the_theme_go_first(project: Path) -> None:
    for folder in ("theme", "look"):
        (project / folder).mkdir()
    config = _completed(project, f"{LEAST}theme: {{name: material, custom_dir: look}}\n")
    expected = (project / "look", project / "theme", ROOT / "theme")
    assert theme_folders(config) == expected
    assert config.theme.dirs[:3] == [str(folder) for folder in expected]
    assert config.theme.dirs[3].endswith("templates")


def test_a_folder_named_twice_is_looked_into_once(project: Path) -> None:
    (project / "theme").mkdir()
    config = _completed(project, f"{LEAST}theme: {{name: material, custom_dir: theme}}\n")
    assert theme_folders(config) == (project / "theme", ROOT / "theme")
    assert config.theme.dirs.count(str(project / "theme")) == 1


@pytest.mark.parametrize("folder", ["data", "content", ".", "..", "data/townships"])
def test_the_sources_are_no_theme(project: Path, folder: str) -> None:
    (project / "data" / "townships").mkdir(parents=True, exist_ok=True)
    (project / "content").mkdir(exist_ok=True)
    with pytest.raises(ConfigurationError, match="custom_dir"):
        _completed(project, f"{LEAST}theme: {{name: material, custom_dir: {folder}}}\n")
