from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from generators.publishing.inputs import inputs_of
from tests.build.project import write_files

FOLDERS: Final = ("data", "content", "templates", "theme")
PLAIN: Final = "site_name: 站\nplugins: [search, tongbao]\n"


def _inputs(project: Path, files: dict[str, str]) -> set[str] | None:
    write_files(project, files)
    found = inputs_of(project)
    return None if found is None else {path.relative_to(project).as_posix() for path in found}


def test_a_project_without_configuration_is_made_from_its_folders(tmp_path: Path) -> None:
    assert _inputs(tmp_path, {}) == {*FOLDERS, "mkdocs.yml"}


def test_what_is_inherited_and_another_theme_count(tmp_path: Path) -> None:
    files = {
        "mkdocs.yml": "INHERIT: base.yml\n",
        "base.yml": f"{PLAIN}theme: {{name: material, custom_dir: look}}\n",
        "look/main.html": "x",
    }
    assert _inputs(tmp_path, files) == {
        "data",
        "content",
        "templates",
        "theme",
        "mkdocs.yml",
        "base.yml",
        "look",
    }


@pytest.mark.parametrize(
    "more",
    [
        "hooks: [a.py]\n",
        "plugins: [search, tongbao, tags]\n",
        "plugins: [{blog: {}}, tongbao]\n",
        "plugins: {search: {}, tongbao: {}}\n",
        "markdown_extensions: [pymdownx.snippets]\n",
        "markdown_extensions: [{toc: {permalink: true}}]\n",
        "site_url: !ENV ADDRESS\n",
        "extra: {made: build_date_utc}\n",
    ],
)
def test_what_may_read_more_than_files_is_told(tmp_path: Path, more: str) -> None:
    assert _inputs(tmp_path, {"mkdocs.yml": f"site_name: 站\n{more}"}) is None


@pytest.mark.parametrize("file", ["theme/main.html", "theme/partials/footer.html", "look/main.html"])
def test_a_template_that_shows_the_time_is_told(tmp_path: Path, file: str) -> None:
    files = {
        "mkdocs.yml": f"{PLAIN}theme: {{name: material, custom_dir: look}}\n",
        "look/other.html": "",
        file: "{{ build_date_utc }}",
    }
    assert _inputs(tmp_path, files) is None


def test_options_of_the_plugins_are_of_the_file(tmp_path: Path) -> None:
    files = {"mkdocs.yml": "site_name: 站\nplugins:\n  - search: {lang: zh}\n  - tongbao\n"}
    assert _inputs(tmp_path, files) is not None
