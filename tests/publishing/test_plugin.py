"""The plugin's own part: what it watches, and what it hands to MkDocs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

import generators.rendering
from generators.disclosing import Audience
from generators.pipeline import Examined
from generators.publishing.plugin import TongbaoPlugin
from tests.projects import copy_county


class Watcher:
    """Takes the place of MkDocs' server and notes what it is told to watch."""

    def __init__(self, builder: Callable[[], None] = lambda: None) -> None:
        self.builder = builder
        self.folders: list[Path] = []

    def watch(self, folder: str) -> None:
        self.folders.append(Path(folder).resolve())


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a copy of the fictional county."""
    return copy_county(tmp_path / "project")


def _plugin(project: Path) -> tuple[TongbaoPlugin, Any]:
    config = load_config(str(project / "mkdocs.yml"))
    plugin = config.plugins["tongbao"]
    assert isinstance(plugin, TongbaoPlugin)
    return plugin, config


def test_it_watches_what_pages_are_made_from(project: Path) -> None:
    plugin, config = _plugin(project)
    watcher: Any = Watcher()
    plugin.on_serve(watcher, config=config, builder=lambda: None)
    templates = Path(generators.rendering.__file__).resolve().parent
    assert watcher.folders == [project / "data", project / "theme", templates]


def test_while_served_a_mistake_is_told_of_and_no_failure(
    project: Path, caplog: pytest.LogCaptureFixture
) -> None:
    def fail() -> None:
        raise PluginError("这里有错")

    plugin, config = _plugin(project)
    watcher: Any = Watcher(fail)
    plugin.on_serve(watcher, config=config, builder=fail)
    watcher.builder()
    assert "这里有错" in caplog.text


def test_of_the_content_only_visible_attachments_are_handed_on(county: Examined, project: Path) -> None:
    plugin, config = _plugin(project)
    plugin.rendered = county.site(Audience.PUBLIC)
    written = ("about.md", "cases/village-map.svg", "bulletins/tidy-notes/2025/zzinternal47.txt")
    files = [File(name, config.docs_dir, config.site_dir, use_directory_urls=True) for name in written]
    config.plugins._current_plugin = "tongbao"  # noqa: SLF001 - MkDocs sets it around each event
    theme = File("assets/x.css", str(project / "theme"), config.site_dir, use_directory_urls=True)
    handed = plugin.on_files(Files([*files, theme]), config=config)
    assert [file.src_uri for file in handed if file.generated_by is None] == [
        "cases/village-map.svg",
        "assets/x.css",
    ]
    assert {page.path for page in plugin.rendered.pages} <= {file.src_uri for file in handed}


def test_files_before_pages_are_known_are_a_mistake(project: Path) -> None:
    plugin, config = _plugin(project)
    with pytest.raises(PluginError):
        plugin.on_files(Files([]), config=config)


def test_the_sites_words_are_set_and_escaped(county: Examined, project: Path) -> None:
    plugin, config = _plugin(project)
    plugin.rendered = county.site(Audience.PUBLIC)
    plugin.on_config(config)
    assert config.site_name == "枫屏县进度公开"
    assert config.extra["audience"] == "public"
    assert config.extra["as_of"] == "2025年6月30日"
    assert config.extra["notice"] == "地名和数字都是虚构的。"
    assert config.nav[0] == {"首页": "index.md"}
