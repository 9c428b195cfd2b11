from __future__ import annotations

from pathlib import Path

import pytest

from generators.store.store import FOLDER, Store

VALUE = "值\n二".encode() + bytes(range(256))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    found = Store(tmp_path)
    found.write("pages-1", "key", VALUE)
    return found


def test_an_entry_is_found_with_its_key_alone(store: Store) -> None:
    assert store.read("pages-1", "key") == VALUE
    assert store.read("pages-1", "other") is None
    assert store.read("pages-2", "key") is None


def test_the_latest_entry_of_a_name_is_kept(store: Store) -> None:
    store.write("pages-1", "later", b"later")
    assert store.read("pages-1", "key") is None
    assert store.read("pages-1", "later") == b"later"


def test_reading_nothing_still_keeps_what_is_written(store: Store, tmp_path: Path) -> None:
    clean = Store(tmp_path, is_read=False)
    assert clean.read("pages-1", "key") is None
    clean.write("pages-1", "key", b"new")
    assert store.read("pages-1", "key") == b"new"


def test_a_damaged_entry_is_none(store: Store, tmp_path: Path) -> None:
    path = tmp_path / FOLDER / "pages-1"
    whole = path.read_bytes()
    for at in range(len(whole)):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert store.read("pages-1", "key") is None, at
        path.write_bytes(whole[:at])
        assert store.read("pages-1", "key") is None, at
    path.write_bytes(whole)
    assert store.read("pages-1", "key") == VALUE


def test_an_entry_that_is_a_link_or_a_folder_is_none(store: Store, tmp_path: Path) -> None:
    path = tmp_path / FOLDER / "pages-1"
    path.rename(tmp_path / "elsewhere")
    path.symlink_to(tmp_path / "elsewhere")
    assert store.read("pages-1", "key") is None
    path.unlink()
    path.mkdir()
    assert store.read("pages-1", "key") is None
    store.write("pages-1", "key", b"new")
    assert store.read("pages-1", "key") is None


@pytest.mark.parametrize("link", [FOLDER, FOLDER.parent])
def test_a_folder_that_leads_elsewhere_is_not_used(tmp_path: Path, link: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    (elsewhere / "tongbao").mkdir(parents=True)
    project = tmp_path / "project"
    (project / link.parent).mkdir(parents=True)
    (project / link).symlink_to(elsewhere if link == FOLDER.parent else elsewhere / "tongbao")
    store = Store(project)
    store.write("pages-1", "key", VALUE)
    assert store.read("pages-1", "key") is None
    assert [*(elsewhere / "tongbao").iterdir()] == []


def test_a_folder_that_everybody_writes_is_not_used(store: Store, tmp_path: Path) -> None:
    (tmp_path / FOLDER).chmod(0o777)
    assert store.read("pages-1", "key") is None


def test_what_cannot_be_written_is_not_kept(tmp_path: Path) -> None:
    (tmp_path / FOLDER.parent).write_text("a file", encoding="utf-8")
    store = Store(tmp_path)
    store.write("pages-1", "key", VALUE)
    assert store.read("pages-1", "key") is None


def test_the_folder_is_private_and_left_out_of_versions_and_backups(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / FOLDER
    assert store.read("pages-1", "key") is not None
    assert sorted(each.name for each in folder.iterdir()) == [".gitignore", "CACHEDIR.TAG", "pages-1"]
    assert (folder / ".gitignore").read_text() == "*\n"
    assert folder.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("name", ["", "../x", "a/b", ".hidden", "A"])
def test_a_name_is_no_path(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        Store(tmp_path).read(name, "key")
