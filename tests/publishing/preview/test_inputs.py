"""What a preview watches: whatever its pages are made from, there already or not."""

from __future__ import annotations

from pathlib import Path

import pytest

from generators.publishing.preview.inputs import watched_paths
from generators.publishing.shipped import shipped_theme
from tests.build.project import copy_county, write_files


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a copy of the fictional county."""
    return copy_county(tmp_path / "project")


def _names(project: Path) -> set[str]:
    return {str(path.relative_to(project)) for path in watched_paths(project) if path.is_relative_to(project)}


def test_sources_theme_and_configuration_are_watched_though_they_do_not_exist(tmp_path: Path) -> None:
    assert _names(tmp_path) == {"mkdocs.yml", "data", "content", "templates", "theme"}
    assert shipped_theme() in watched_paths(tmp_path)


def test_what_the_configuration_names_is_watched(project: Path) -> None:
    (project / "own").mkdir()
    (project / "mkdocs.yml").rename(project / "base.yml")
    write_files(
        project,
        {
            "mkdocs.yml": ("INHERIT: base.yml\ntheme: {name: material, custom_dir: own}\nwatch: [notes]\n"),
            "notes/a.txt": "a",
        },
    )
    assert {"base.yml", "own", "notes"} <= _names(project)


def test_a_configuration_that_cannot_be_read_is_watched(project: Path) -> None:
    (project / "mkdocs.yml").write_text("theme: [", encoding="utf-8")
    assert _names(project) == {"mkdocs.yml", "data", "content", "templates", "theme"}
