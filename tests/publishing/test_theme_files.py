from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from generators.publishing.defaults import load_configuration
from generators.publishing.theme_files import VisibleThemeFiles
from generators.rendering.environment import FileSystemLoader
from tests.build.project import COUNTY_SMALL, write_files


def _published(config: MkDocsConfig, loader: FileSystemLoader) -> list[str]:
    environment = config.theme.get_env()
    environment.loader = loader
    files = Files([])
    files.add_files_from_theme(environment, config)
    return [file.src_uri for file in files]


def test_the_same_files_of_a_theme_are_published(tmp_path: Path) -> None:
    write_files(
        tmp_path / "own",
        {"a.css": "", "b/c.js": "", "b/.hidden.js": "", ".d/e.css": "", "b/.f/g/h.css": "", "b/i.html": ""},
    )
    config = load_configuration(COUNTY_SMALL, site_dir=str(tmp_path / "site"))
    folders = [str(tmp_path / "own"), *config.theme.dirs]
    config.theme.dirs[:] = folders
    published = _published(config, VisibleThemeFiles(folders))
    assert published == _published(config, FileSystemLoader(folders))
    assert {"a.css", "b/c.js"} <= set(published)
    assert not any("/." in f"/{name}" for name in published)


def test_templates_in_hidden_folders_are_loaded_but_not_listed(tmp_path: Path) -> None:
    write_files(tmp_path, {".icons/a.svg": "甲", "b.html": "乙"})
    loader = VisibleThemeFiles([str(tmp_path)])
    assert loader.list_templates() == ["b.html"]
    environment = load_configuration(COUNTY_SMALL).theme.get_env()
    environment.loader = loader
    assert environment.get_template(".icons/a.svg").render() == "甲"
