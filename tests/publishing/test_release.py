"""A release takes its place as a whole, or leaves everything as it was."""

from __future__ import annotations

import itertools
import multiprocessing
import os
import shutil
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from generators.publishing import release
from generators.publishing.exchange import exchange
from generators.publishing.release import (
    holds_only,
    obstacle_at,
    remove_left_behind,
    retiring_beside,
    staged_release,
)
from tests.build.project import files_below


class UnluckyError(Exception):
    """What goes wrong in these tests."""


def _release(*targets: Path, text: str = "new") -> None:
    with staged_release(*targets) as folders:
        for folder in folders:
            (folder / "index.html").write_text(text)


def _old_site(folder: Path) -> Path:
    folder.mkdir(parents=True)
    (folder / "index.html").write_text("old")
    (folder / "gone.html").write_text("old")
    return folder


def test_a_first_release_makes_its_folders(tmp_path: Path) -> None:
    _release(tmp_path / "site" / "public", tmp_path / "site" / "internal")
    assert files_below(tmp_path) == {"site/public/index.html": b"new", "site/internal/index.html": b"new"}


def test_a_release_replaces_the_old_one_and_leaves_nothing_behind(tmp_path: Path) -> None:
    target = _old_site(tmp_path / "public")
    _release(target)
    assert files_below(tmp_path) == {"public/index.html": b"new"}
    assert [path.name for path in tmp_path.iterdir()] == ["public"]


@pytest.mark.parametrize("jobs", [1, 2])
def test_old_releases_may_be_removed_while_other_work_is_done(tmp_path: Path, jobs: int) -> None:
    targets = _old_site(tmp_path / "public"), _old_site(tmp_path / "internal")
    with retiring_beside(jobs) as retire:
        with staged_release(*targets, retire=retire) as folders:
            for folder in folders:
                (folder / "index.html").write_text("new")
        assert [files_below(target) for target in targets] == [{"index.html": b"new"}] * 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["internal", "public"]


def test_an_old_release_is_removed_though_the_other_process_was_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = _old_site(tmp_path / "public")
    here, remove = os.getpid(), shutil.rmtree

    def end_the_other(*arguments: object, **named: object) -> None:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        remove(*arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(shutil, "rmtree", end_the_other)
    with retiring_beside(2) as retire, staged_release(target, retire=retire):
        pass
    assert [path.name for path in tmp_path.iterdir()] == ["public"]


def test_others_can_read_what_is_released(tmp_path: Path) -> None:
    _release(tmp_path / "public")
    assert (tmp_path / "public").stat().st_mode & 0o777 == 0o755


def test_until_it_is_done_the_old_release_stands(tmp_path: Path) -> None:
    target = _old_site(tmp_path / "public")
    with staged_release(target) as (folder,):
        (folder / "index.html").write_text("new")
        assert files_below(target) == {"index.html": b"old", "gone.html": b"old"}
        assert folder.parent == target.parent


def test_a_failure_leaves_everything_as_it_was(tmp_path: Path) -> None:
    target = _old_site(tmp_path / "public")
    before = files_below(tmp_path)

    def fail() -> None:
        with staged_release(target, tmp_path / "internal") as (folder, _):
            (folder / "index.html").write_text("new")
            raise UnluckyError

    with pytest.raises(UnluckyError):
        fail()
    assert files_below(tmp_path) == before
    assert [path.name for path in tmp_path.iterdir()] == ["public"]


WITHOUT_EXCHANGE: Final = "generators.publishing.release.exchange"
"""What tests replace for a system that cannot exchange folders."""


def test_when_one_cannot_take_its_place_none_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = _old_site(tmp_path / "public"), _old_site(tmp_path / "internal")
    before = files_below(tmp_path)

    def refuse_the_second(one: Path, other: Path) -> bool:
        if other == second:
            raise PermissionError(second)
        return exchange(one, other)

    monkeypatch.setattr(WITHOUT_EXCHANGE, refuse_the_second)
    with pytest.raises(PermissionError):
        _release(first, second)
    assert files_below(tmp_path) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["internal", "public"]


def test_without_exchange_it_is_all_or_nothing_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = _old_site(tmp_path / "public"), _old_site(tmp_path / "internal")
    before = files_below(tmp_path)
    rename = Path.rename

    def refuse_the_second(self: Path, target: Path) -> Path:
        if target == second and "old" not in self.parent.name:
            raise PermissionError(target)
        return rename(self, target)

    monkeypatch.setattr(WITHOUT_EXCHANGE, lambda *_: False)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", refuse_the_second)
        with pytest.raises(PermissionError):
            _release(first, second)
    assert files_below(tmp_path) == before
    _release(first, second)
    assert files_below(tmp_path) == {"public/index.html": b"new", "internal/index.html": b"new"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["internal", "public"]


@pytest.mark.parametrize("interrupted", range(1, 3))
def test_ctrl_c_between_two_exchanges_waits_for_the_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, interrupted: int
) -> None:
    targets = _old_site(tmp_path / "public"), _old_site(tmp_path / "internal")
    moves = itertools.count(1)

    def exchange_interrupted(one: Path, other: Path) -> bool:
        if next(moves) == interrupted:
            signal.raise_signal(signal.SIGINT)
        return exchange(one, other)

    monkeypatch.setattr(WITHOUT_EXCHANGE, exchange_interrupted)
    with pytest.raises(KeyboardInterrupt):
        _release(*targets)
    assert next(moves) == 3
    assert files_below(tmp_path) == {"public/index.html": b"new", "internal/index.html": b"new"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["internal", "public"]


def _release_and_die_at(call: int, *targets: Path) -> None:
    """Release in this process, and kill it before the call with this number that changes a folder."""
    calls = itertools.count(1)
    exchange_or_not = vars(release)["exchange"]

    def watched(do: Callable[..., object]) -> Callable[..., object]:
        def watching(*arguments: object, **named: object) -> object:
            if next(calls) == call:
                os.kill(os.getpid(), signal.SIGKILL)
            return do(*arguments, **named)

        return watching

    with pytest.MonkeyPatch.context() as patch:
        for name in ("mkdir", "rename", "unlink", "rmdir"):
            patch.setattr(os, name, watched(getattr(os, name)))
        patch.setattr(WITHOUT_EXCHANGE, watched(exchange_or_not))
        _release(*targets)


@pytest.mark.parametrize("can_exchange", [True, False])
def test_killed_at_any_call_it_leaves_whole_sites_and_the_next_one_tidies_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, can_exchange: bool
) -> None:
    targets = _old_site(tmp_path / "public"), _old_site(tmp_path / "internal")
    if not can_exchange:
        monkeypatch.setattr(WITHOUT_EXCHANGE, lambda *_: False)
    for call in itertools.count(1):
        fork = multiprocessing.get_context("fork")
        process = fork.Process(target=_release_and_die_at, args=(call, *targets))
        process.start()
        process.join()
        for target in targets:
            if can_exchange:  # without it, a site may be put aside until the next build
                assert (target / "index.html").read_text() in {"old", "new"}
        remove_left_behind(targets[0])
        remove_left_behind(targets[1])
        assert sorted(path.name for path in tmp_path.iterdir()) == ["internal", "public"]
        assert all((target / "index.html").is_file() for target in targets)
        if process.exitcode == 0:
            break
        _release(*targets, text="old")
    assert call > 10


def test_a_build_that_is_running_keeps_its_folder(tmp_path: Path) -> None:
    target = _old_site(tmp_path / "public")
    with staged_release(target) as (folder,):
        _release(target, text="newer")
        assert folder.is_dir()
        (folder / "index.html").write_text("newest")
    assert files_below(tmp_path) == {"public/index.html": b"newest"}


def test_pressing_ctrl_c_again_leaves_no_folder_either(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = _old_site(tmp_path / "public")
    before = files_below(tmp_path)
    remove = shutil.rmtree

    def remove_interrupted(folder: Path, *, ignore_errors: bool) -> None:
        signal.raise_signal(signal.SIGINT)
        remove(folder, ignore_errors=ignore_errors)

    def interrupt() -> None:
        with staged_release(target):
            signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr(shutil, "rmtree", remove_interrupted)
    with pytest.raises(KeyboardInterrupt):
        interrupt()
    assert files_below(tmp_path) == before
    assert [path.name for path in tmp_path.iterdir()] == ["public"]


def test_a_folder_that_cannot_be_made_leaves_no_other(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(OSError, match="file"):
        _release(tmp_path / "site" / "public", tmp_path / "file" / "internal")
    assert files_below(tmp_path) == {"file": b"no folder"}


@pytest.mark.parametrize(
    "target", ["", "data", "data/deeper", "content", "theme/assets", "generators", ".."], ids=repr
)
def test_the_project_itself_is_never_replaced(tmp_path: Path, target: str) -> None:
    project = tmp_path / "projects" / "mine"
    project.mkdir(parents=True)
    assert obstacle_at((project / target).resolve(), project) == "那里是项目本身"


def test_a_file_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    assert obstacle_at(tmp_path / "notes.txt", tmp_path / "project") == "那里是一个文件"


def test_what_is_no_earlier_release_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "one.jpg").write_bytes(b"")
    assert "已有别的内容" in (obstacle_at(tmp_path / "photos", tmp_path / "project") or "")


def test_what_is_not_there_empty_or_an_earlier_release_may_be_replaced(tmp_path: Path) -> None:
    project = tmp_path / "project"
    (tmp_path / "empty").mkdir()
    (tmp_path / "earlier" / "open-data").mkdir(parents=True)
    (tmp_path / "earlier" / "open-data" / "values.csv").write_bytes(b"")
    for name in ("nothing", "empty", "earlier", "project/site/public"):
        assert obstacle_at(tmp_path / name, project) is None


def test_what_systems_leave_beside_pdf_files_is_nothing_of_a_users(tmp_path: Path) -> None:
    for name in ("1.pdf", "Thumbs.db", ".DS_Store", "@eaDir/1.pdf/thumb.jpg"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")
    assert holds_only(tmp_path, suffix=".pdf")
    (tmp_path / "thesis.txt").write_bytes(b"")
    assert not holds_only(tmp_path, suffix=".pdf")
