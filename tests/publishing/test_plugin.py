"""The plugin's own part: what it watches, and what it hands to MkDocs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

import generators.rendering
from generators.disclosing import Audience
from generators.pipeline import Examined
from generators.publishing.defaults import load_configuration
from generators.publishing.plugin import TongbaoPlugin
from tests.build.project import FIXTURES_DAY, ROOT, copy_county, replace_in
from tests.running import problems_of, try_to_build


class Watcher:
    """Takes the place of MkDocs' server and notes what it is told to watch."""

    def __init__(self, builder: Callable[[], None] = lambda: None) -> None:
        self.builder = builder
        self.folders: list[Path] = []
        self.unwatched: list[Path] = []

    def watch(self, folder: str) -> None:
        self.folders.append(Path(folder).resolve())

    def unwatch(self, path: str) -> None:
        self.unwatched.append(Path(path))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a copy of the fictional county."""
    return copy_county(tmp_path / "project")


def _plugin(project: Path) -> tuple[TongbaoPlugin, Any]:
    config = load_configuration(project)
    plugin = config.plugins["tongbao"]
    assert isinstance(plugin, TongbaoPlugin)
    return plugin, config


def test_it_watches_what_pages_are_made_from(project: Path) -> None:
    plugin, config = _plugin(project)
    watcher: Any = Watcher()
    plugin.on_serve(watcher, config=config, builder=lambda: None)
    templates = Path(generators.rendering.__file__).resolve().parent
    assert watcher.folders == [project / "data", project / "theme", ROOT / "theme", templates]
    assert watcher.unwatched == []


def test_a_configuration_that_is_not_there_is_not_watched(project: Path) -> None:
    (project / "mkdocs.yml").unlink()
    plugin, config = _plugin(project)
    watcher: Any = Watcher()
    plugin.on_serve(watcher, config=config, builder=lambda: None)
    assert watcher.unwatched == [project / "mkdocs.yml"]


@pytest.mark.parametrize(("written", "shown"), [("", "internal"), ("public", "public")])
def test_the_environment_decides_what_mkdocs_yml_leaves_open(
    project: Path, monkeypatch: pytest.MonkeyPatch, written: str, shown: str
) -> None:
    monkeypatch.setenv("TONGBAO_AUDIENCE", "internal")
    monkeypatch.setenv("TONGBAO_AS_OF", FIXTURES_DAY.isoformat())
    if written:
        replace_in(project / "mkdocs.yml", "  - tongbao\n", f"  - tongbao: {{audience: {written}}}\n")
    plugin, config = _plugin(project)
    plugin.on_config(config)
    assert (config.extra["audience"], config.extra["as_of"]) == (shown, "2025年6月30日")


@pytest.mark.parametrize("name", ["TONGBAO_AUDIENCE", "TONGBAO_AS_OF"])
def test_what_the_environment_says_wrongly_is_told(
    project: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, "everything")
    plugin, config = _plugin(project)
    with pytest.raises(PluginError, match=name):
        plugin.on_config(config)


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


@pytest.mark.parametrize(
    "name", ["Thumbs.db", "assets/desktop.ini", "@eaDir/x.css", "assets/#recycle/y.js", "partials/x.css~"]
)
def test_what_systems_leave_in_the_theme_is_not_published(county: Examined, project: Path, name: str) -> None:
    plugin, config = _plugin(project)
    plugin.rendered = county.site(Audience.PUBLIC)
    config.plugins._current_plugin = "tongbao"  # noqa: SLF001 - MkDocs sets it around each event
    left = File(name, str(project / "theme"), config.site_dir, use_directory_urls=True)
    handed = plugin.on_files(Files([left]), config=config)
    assert name not in {file.src_uri for file in handed}


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


def test_no_file_replaces_another(project: Path) -> None:
    """A theme's static file at the address of a download, in other letters."""
    (project / "theme" / "Open-Data").mkdir()
    (project / "theme" / "Open-Data" / "values.csv").write_text("x", encoding="utf-8")
    done = try_to_build(project)
    assert done.exit_code != 0
    assert "Open-Data/values.csv" in done.output
    assert not (project / "site" / "public").exists()


def test_a_link_in_the_theme_is_no_way_to_other_files(project: Path) -> None:
    (project / "theme" / "a.txt").symlink_to(project / "data" / "site.yml")
    assert ("E113", "theme/a.txt") in {(each.code, each.place.file) for each in problems_of(project)}
