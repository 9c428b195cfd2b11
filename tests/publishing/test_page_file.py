from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig

from generators.composing.kit.page import Download
from generators.publishing.defaults import load_configuration
from generators.publishing.page_file import download_file, page_file
from generators.rendering import RenderedPage
from tests.build.project import COUNTY_SMALL


@pytest.fixture
def config(tmp_path: Path) -> MkDocsConfig:
    """Return the configuration of the fictional county."""
    config = load_configuration(COUNTY_SMALL, site_dir=str(tmp_path))
    config.plugins._current_plugin = "tongbao"  # noqa: SLF001 - MkDocs sets it around each event
    return config


def test_a_page_is_written_when_it_is_read(config: MkDocsConfig) -> None:
    written: list[str] = []

    def write() -> str:
        written.append("甲")
        return "# 甲"

    file = page_file(config, RenderedPage("cases/a.md", {}, write))
    assert file.dest_uri == "cases/a/index.html"
    assert written == []
    assert file.content_string == "# 甲"
    assert file.content_bytes == "# 甲".encode()


def test_a_plugin_may_set_another_content(config: MkDocsConfig) -> None:
    file = page_file(config, RenderedPage("cases/a.md", {}, lambda: "# 甲"))
    file.content_string = "# 乙"
    assert (file.content_string, file.content_bytes) == ("# 乙", "# 乙".encode())
    file.content_bytes = "# 丙".encode()
    assert (file.content_string, file.content_bytes) == ("# 丙", "# 丙".encode())


def test_a_download_is_made_when_it_is_copied(config: MkDocsConfig) -> None:
    made: list[str] = []

    def make() -> bytes:
        made.append("甲")
        return "甲".encode()

    file = download_file(config, Download("open-data/a.csv", make))
    assert made == []
    file.copy_file()
    assert made == ["甲"]
    assert (Path(config.site_dir) / "open-data" / "a.csv").read_text(encoding="utf-8") == "甲"
