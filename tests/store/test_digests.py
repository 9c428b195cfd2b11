from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.store.digests import digest_of, digest_of_tree, file_digests, program_digest
from tests.build.project import write_files

FILES = {"a.txt": "甲", "b/c.txt": "乙", "b/d/e.txt": ""}


@given(st.lists(st.text()), st.lists(st.text()))
def test_lists_of_texts_share_no_digest(some: list[str], others: list[str]) -> None:
    assert (digest_of(*some) == digest_of(*others)) is (some == others)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_files(tmp_path / "folder", FILES)
    return tmp_path / "folder"


@pytest.mark.parametrize(
    "changes",
    [
        {"a.txt": "乙"},
        {"a.txt": None},
        {"b/c.txt": None, "b/c2.txt": "乙"},
        {"f": ""},
        {"a.txt": "", "b/d/e.txt": "甲"},
    ],
)
def test_every_change_of_a_folder_changes_its_digest(folder: Path, changes: dict[str, str | None]) -> None:
    before = digest_of_tree(folder)
    write_files(folder, changes)
    assert digest_of_tree(folder) != before
    for name in changes:
        (folder / name).unlink(missing_ok=True)
    write_files(folder, FILES)
    assert digest_of_tree(folder) == before


def test_empty_folders_links_and_what_is_missing_count(folder: Path) -> None:
    digests = [digest_of_tree(folder)]
    (folder / "empty").mkdir()
    digests.append(digest_of_tree(folder))
    (folder / "link").symlink_to("a.txt")
    digests.append(digest_of_tree(folder))
    (folder / "link").unlink()
    (folder / "link").write_text("甲", encoding="utf-8")
    digests.append(digest_of_tree(folder))
    digests.append(digest_of_tree(folder / "none"))
    assert len(set(digests)) == len(digests)


def test_what_is_left_out_does_not_count(folder: Path) -> None:
    before = digest_of_tree(folder)
    write_files(folder, {"__pycache__/x.pyc": "1", "b/__pycache__/y.pyc": "2"})
    assert digest_of_tree(folder) == before


def test_files_have_a_digest_each_by_their_path(folder: Path) -> None:
    found = file_digests(folder)
    assert list(found) == ["a.txt", "b/c.txt", "b/d/e.txt"]
    assert len(set(found.values())) == 3


def test_the_program_has_one_digest() -> None:
    assert program_digest() == program_digest()
    assert len(program_digest()) == 64


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    with pytest.raises(OSError, match="pipe"):
        digest_of_tree(folder)
    with pytest.raises(OSError, match="pipe"):
        file_digests(folder)
