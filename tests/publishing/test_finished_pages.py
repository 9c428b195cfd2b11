"""Which pages are made again after a change: those alone that it changes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generators.publishing.page_maker import PageMaker
from generators.store.store import FOLDER
from tests.build.project import COUNTY_SMALL, files_below, replace_in, write_files
from tests.running import build

Made = Callable[..., list[str]]
"""Builds the project, and gives the paths of the pages that were made and not taken."""

CONFIGURATION = "site_name: 站\ndocs_dir: content\ntheme: {name: material}\nplugins: [search, tongbao]\n"
NOTE = "content/bulletins/tidy-notes/2025/1.md"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "county"
    write_files(folder, files_below(COUNTY_SMALL))
    return folder


@pytest.fixture
def made(project: Path, monkeypatch: pytest.MonkeyPatch) -> Made:
    """Build with one process, which makes the pages here."""
    plain: Callable[[PageMaker, int], Any] = PageMaker.page
    found: list[str] = []

    def counting(maker: PageMaker, key: int) -> Any:  # noqa: ANN401 - as the method
        before = maker.finished.pages if maker.finished is not None else {}
        result = plain(maker, key)
        if result is not before.get(maker.pages[key].src_uri):
            found.append(maker.pages[key].src_uri)
        return result

    monkeypatch.setattr(PageMaker, "page", counting)

    def pages(*arguments: str) -> list[str]:
        found.clear()
        build(project, "--site-dir", project / "site", "--audience", "public", "--jobs", "1", *arguments)
        return [*found]

    return pages


def test_only_what_a_change_of_prose_changes_is_made_again(made: Made, project: Path) -> None:
    everything = made()
    with (project / NOTE).open("a", encoding="utf-8") as stream:
        stream.write("\n又一段。\n")
    assert made() == ["bulletins/tidy-notes/2025/1.md"]
    assert len(everything) > 20


def test_a_page_that_was_lost_or_changed_by_hand_is_made_again(made: Made, project: Path) -> None:
    made()
    pages = sorted((project / "site").rglob("index.html"))
    pages[0].unlink()
    pages[1].write_text("by hand", encoding="utf-8")
    assert len(made()) == 2
    before = files_below(project / "site")
    made("--clean")
    assert files_below(project / "site") == before


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("content/further.md", "---\ntitle: 另页\n---\n\n另。\n"),
        ("theme/main.html", '{% extends "base.html" %}{% block footer %}脚注{% endblock %}'),
        (
            "mkdocs.yml",
            "site_name: 站\ndocs_dir: content\ntheme: {name: material}\nplugins: [search, tongbao]\n",
        ),
    ],
)
def test_a_change_around_all_pages_makes_all_again(made: Made, project: Path, file: str, text: str) -> None:
    everything = made()
    write_files(project, {file: text})
    assert len(made()) >= len(everything)


def test_a_damaged_store_is_made_anew(made: Made, project: Path) -> None:
    everything = made()
    for path in (project / FOLDER).glob("*-*"):
        path.write_bytes(path.read_bytes()[:-1])
    assert made() == everything
    assert made() == []


def test_clean_makes_everything(made: Made) -> None:
    everything = made()
    assert made("--clean") == everything


def test_hooks_of_others_keep_nothing(made: Made, project: Path) -> None:
    write_files(
        project,
        {
            "hook.py": "def on_post_page(output, page, config):\n    return output\n",
            "mkdocs.yml": f"{CONFIGURATION}hooks: [hook.py]\n",
        },
    )
    assert made() == []
    kept = {path.name.partition("-")[0] for path in (project / FOLDER).iterdir()}
    assert kept == {"county", ".gitignore", "CACHEDIR.TAG"}, "no page is kept, only what data files say"


def test_a_rename_in_the_site_reaches_every_page(made: Made, project: Path) -> None:
    everything = made()
    replace_in(project / "data/site.yml", "notice: 地名和数字都是虚构的。", "notice: 全是虚构的。")
    assert made() == everything
