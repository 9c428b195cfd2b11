"""What is watched is seen to change, whether it existed or not."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from watchdog.events import FileSystemEvent, FileSystemEventHandler

from generators.publishing.preview.watching import Watcher


class _Noted(FileSystemEventHandler):
    def __init__(self) -> None:
        self.paths: list[str] = []
        self.happened = threading.Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        assert not event.is_directory
        self.paths.append(str(event.src_path))
        self.happened.set()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with one file."""
    (tmp_path / "watched/inner").mkdir(parents=True)
    (tmp_path / "watched/inner/file.yml").write_text("a", encoding="utf-8")
    return tmp_path / "watched"


def _add(folder: Path) -> None:
    (folder / "new").mkdir()
    (folder / "new/file.yml").write_text("b", encoding="utf-8")


def _change(folder: Path) -> None:
    (folder / "inner/file.yml").write_text("ab", encoding="utf-8")


def _replace(folder: Path) -> None:
    (folder / "inner/other").write_text("a", encoding="utf-8")
    (folder / "inner/other").replace(folder / "inner/file.yml")


def _delete(folder: Path) -> None:
    (folder / "inner/file.yml").unlink()


@pytest.mark.parametrize("edit", [_add, _change, _replace, _delete])
def test_every_kind_of_edit_is_seen_once(edit: Callable[[Path], None], folder: Path) -> None:
    watcher, noted = Watcher(), _Noted()
    watcher.schedule(noted, str(folder))
    watcher.look()
    assert noted.paths == []
    edit(folder)
    watcher.look()
    watcher.look()
    assert noted.paths == [str(folder)]


def test_a_path_may_come_and_go_and_come_again(folder: Path) -> None:
    watcher, noted = Watcher(), _Noted()
    path = folder / "mkdocs.yml"
    watcher.schedule(noted, str(path))
    path.write_text("a", encoding="utf-8")
    watcher.look()
    path.unlink()
    watcher.look()
    path.write_text("a", encoding="utf-8")
    watcher.look()
    assert noted.paths == [str(path)] * 3


def test_what_editors_leave_behind_is_not_seen(folder: Path) -> None:
    watcher, noted = Watcher(), _Noted()
    watcher.schedule(noted, str(folder))
    (folder / "inner/.file.yml.swp").write_text("x", encoding="utf-8")
    (folder / ".git").mkdir()
    (folder / ".git/index").write_text("x", encoding="utf-8")
    watcher.look()
    assert noted.paths == []


def test_nothing_is_told_of_a_path_that_is_no_longer_watched(folder: Path) -> None:
    watcher, noted = Watcher(), _Noted()
    watcher.unschedule(watcher.schedule(noted, str(folder)))
    _change(folder)
    watcher.look()
    assert noted.paths == []


def test_it_looks_by_itself_and_sees_what_changed_before_it_began(folder: Path) -> None:
    watcher, noted = Watcher(), _Noted()
    watcher.schedule(noted, str(folder))
    _change(folder)
    watcher.start()
    assert noted.happened.wait(60)
    watcher.stop()
    watcher.join()


def test_one_that_never_began_can_be_stopped() -> None:
    watcher = Watcher()
    watcher.stop()
    watcher.join()
