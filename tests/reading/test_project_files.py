from __future__ import annotations

import os
from pathlib import Path

import pytest

from generators.reading.project_files import DEEPEST_FOLDER, is_left_behind, project_files


def put(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("x", encoding="utf-8")


def test_files_come_sorted_by_their_parts(tmp_path: Path) -> None:
    for name in ("b.yml", "a/z.yml", "a-b/c.yml", "a/b/c.yml"):
        put(tmp_path / "data" / name)
    files, problems = project_files(tmp_path, "data")
    assert [file.file for file in files] == ["data/a/b/c.yml", "data/a/z.yml", "data/a-b/c.yml", "data/b.yml"]
    assert problems == ()


def test_readmes_and_hidden_names_are_left_out(tmp_path: Path) -> None:
    for name in ("README.md", "a/README.md", ".keep", ".git/x.yml"):
        put(tmp_path / "data" / name)
    assert project_files(tmp_path, "data") == ((), ())


LEFT_BEHIND = (
    "Thumbs.db",
    "desktop.ini",
    "$RECYCLE.BIN/x.yml",
    ".DS_Store",
    "._site.yml",
    "__MACOSX/site.yml",
    "Icon\r",
    "@eaDir/site.yml@SynoEAStream",
    "#recycle/site.yml",
    "lost+found/x",
    "~$进度.xlsx",
    ".~lock.进度.xlsx#",
    "site.yml~",
    ".site.yml.swp",
    "#site.yml#",
    "site.tmp",
)


@pytest.mark.parametrize("name", LEFT_BEHIND)
def test_what_systems_and_editors_leave_behind_is_not_read(tmp_path: Path, name: str) -> None:
    put(tmp_path / "data" / "county" / name)
    assert project_files(tmp_path, "data") == ((), ())


@pytest.mark.parametrize(
    "name", ["thumbs.yml", "desktop.md", "进度~1.xlsx", "tmp", "a#b.md", "recycle", "icon.png"]
)
def test_names_that_users_give_are_read(name: str) -> None:
    assert not is_left_behind(name)


def test_a_missing_folder_has_no_files(tmp_path: Path) -> None:
    assert project_files(tmp_path, "data") == ((), ())


def test_links_are_refused_wherever_they_lead(tmp_path: Path) -> None:
    root, outside = tmp_path / "project", tmp_path / "outside"
    put(root / "data" / "a.yml")
    put(outside / "secret.yml")
    links = root / "data"
    (links / "inside.yml").symlink_to(links / "a.yml")
    (links / "file.yml").symlink_to(outside / "secret.yml")
    (links / "folder").symlink_to(outside)
    (links / "loop").symlink_to(links / "loop")
    (links / "up").symlink_to(links)
    (links / "dangling.yml").symlink_to(links / "nowhere")
    files, problems = project_files(root, "data")
    assert [file.file for file in files] == ["data/a.yml"]
    assert {found.code for found in problems} == {"E113"}
    refused = sorted(found.place.file for found in problems)
    assert refused == [
        f"data/{name}" for name in ("dangling.yml", "file.yml", "folder", "inside.yml", "loop", "up")
    ]


def test_a_linked_top_folder_is_refused(tmp_path: Path) -> None:
    put(tmp_path / "outside" / "a.yml")
    (tmp_path / "project").mkdir()
    (tmp_path / "project" / "data").symlink_to(tmp_path / "outside")
    files, problems = project_files(tmp_path / "project", "data")
    assert files == ()
    assert [found.code for found in problems] == ["E113"]


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    os.mkfifo(tmp_path / "data" / "pipe.yml")
    files, problems = project_files(tmp_path, "data")
    assert files == ()
    assert [found.code for found in problems] == ["E113"]


def test_a_name_that_is_no_text_is_told_printably(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    try:
        (tmp_path / "data" / os.fsdecode(b"\xff.yml")).write_text("x", encoding="utf-8")
    except OSError:
        pytest.skip("this file system has no such names")
    _, problems = project_files(tmp_path, "data")
    assert [(found.code, found.place.file) for found in problems] == [("E310", "data/\\xff.yml")]


def test_absurdly_deep_folders_are_refused(tmp_path: Path) -> None:
    put(tmp_path.joinpath("data", *["a"] * 30, "x.yml"))
    files, problems = project_files(tmp_path, "data")
    assert files == ()
    assert [(found.code, found.place.file.count("/")) for found in problems] == [("E310", DEEPEST_FOLDER)]


def test_a_folder_in_the_place_of_a_data_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "data/corrections.yml").mkdir(parents=True)
    put(tmp_path / "content/plan.yml" / "a.md")
    files, problems = project_files(tmp_path, "data")
    assert files == ()
    assert [(found.code, found.place.file) for found in problems] == [("E113", "data/corrections.yml")]
    assert project_files(tmp_path, "content")[1] == ()
