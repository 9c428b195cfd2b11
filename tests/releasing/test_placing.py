"""Whatever happens to a run, readers see one whole release, and the next run succeeds and tidies up."""

from __future__ import annotations

import errno
import itertools
import multiprocessing
import os
import random
import signal
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from multiprocessing.context import ForkProcess
from pathlib import Path
from typing import Final

import pytest

from generators.model.visibility import Audience
from generators.releasing.layout import ServedFolder
from generators.releasing.placing import keep_newest, remove_litter, switch_to
from generators.releasing.verification import problems_of_release
from tests.build.site_releases import release_files

_CHANGING: Final = ("mkdir", "rename", "replace", "symlink", "unlink", "rmdir")
"""The system calls by which a run changes folders."""

_CREATING: Final = ("mkdir", "symlink")


def _run(served: ServedFolder, number: int) -> None:
    """What one ``tongbao publish`` does in its folder."""
    remove_litter(served)
    release_files(served, number)
    keep_newest(served, 2)


def _assert_whole(served: ServedFolder, *numbers: int) -> None:
    """Readers see one of the releases with ``numbers``, every file of which is its own."""
    current = served.current_release()
    assert current is not None
    assert current.release.number in numbers
    assert list(problems_of_release(current)) == []
    for audience in Audience:
        page = served.current / audience.value / "index.html"
        assert f"release {current.release.number} for {audience.value}" in page.read_text("utf-8")


def _assert_tidy(served: ServedFolder) -> None:
    assert sorted(path.name for path in served.path.iterdir()) == ["current", "releases"]
    assert [list(problems_of_release(each)) for each in served.kept()] == [[], []]
    assert served.damaged() == ()
    assert all(each.is_published for each in served.kept())


@contextmanager
def _at_call(monkeypatch: pytest.MonkeyPatch, at: int, happen: Callable[[], None]) -> Iterator[list[str]]:
    """Let something happen before the call number ``at`` that changes folders; yield the calls made."""
    made: list[str] = []

    def watched(name: str, call: Callable[..., object]) -> Callable[..., object]:
        def watching(*arguments: object, **named: object) -> object:
            made.append(name)
            if len(made) == at:
                happen()
            return call(*arguments, **named)

        return watching

    with monkeypatch.context() as patch:
        for name in _CHANGING:
            patch.setattr(os, name, watched(name, getattr(os, name)))
        yield made


def _forked(task: Callable[[], None]) -> ForkProcess:
    process = multiprocessing.get_context("fork").Process(target=task)
    process.start()
    return process


def _kill_self() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def test_a_first_release_is_what_readers_see(served: ServedFolder) -> None:
    kept = release_files(served, 1)
    assert kept.id.startswith("20261128T040100Z-")
    assert served.current.readlink() == Path("releases", kept.id)
    _assert_whole(served, 1)
    assert [each.is_published for each in served.kept()] == [True]


def test_killed_at_any_call_a_run_leaves_a_whole_release(
    served: ServedFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in (1, 2):
        release_files(served, number)
    with _at_call(monkeypatch, 0, _kill_self) as calls:
        _run(served, 3)
    assert {"rename", "replace", "symlink", "rmdir"} <= set(calls)
    number = 3
    for at in range(1, len(calls) + 1):
        with _at_call(monkeypatch, at, _kill_self):
            process = _forked(partial(_run, served, number + 1))
            process.join()
        assert process.exitcode == -signal.SIGKILL
        _assert_whole(served, number, number + 1)
        number += 2
        _run(served, number)
        _assert_whole(served, number)
        _assert_tidy(served)


def test_killed_at_random_moments_a_run_leaves_a_whole_release(
    served: ServedFolder, request: pytest.FixtureRequest
) -> None:
    release_files(served, 1)
    seed = time.time_ns()
    chosen = random.Random(seed)  # noqa: S311 - moments are no secret

    def publish_for_ever() -> None:
        for number in itertools.count(max(each.release.number for each in served.kept()) + 1):
            _run(served, number)

    for _ in range(request.config.getoption("--kills")):
        process = _forked(publish_for_ever)
        time.sleep(chosen.uniform(0.0, 0.06))
        process.kill()
        process.join()
        current = served.current_release()
        assert current is not None, seed
        assert list(problems_of_release(current)) == [], seed
    _run(served, 1_000_000)
    _assert_whole(served, 1_000_000)
    _assert_tidy(served)


def test_on_a_full_disk_readers_keep_what_they_see(
    served: ServedFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in (1, 2):
        release_files(served, number)
    seen, reasons = 2, set()
    for at in itertools.count(1):
        with monkeypatch.context() as patch:
            is_full = _fill_disk_at(patch, at)
            try:
                _run(served, seen + 1)
            except OSError as error:
                reasons.add(error.errno)
        _assert_whole(served, seen, seen + 1)
        if not is_full():
            break
        seen += 2
        _run(served, seen)
        _assert_whole(served, seen)
        _assert_tidy(served)
    assert at > 20
    assert reasons == {errno.ENOSPC}


def _fill_disk_at(patch: pytest.MonkeyPatch, at: int) -> Callable[[], bool]:
    """Let the disk be full from the ``at``-th file, folder or link on; return whether it came to that."""
    count = itertools.count(1)
    reached: list[bool] = []

    def filled(call: Callable[..., object]) -> Callable[..., object]:
        def creating(*arguments: object, **named: object) -> object:
            if next(count) >= at:
                reached.append(True)
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(arguments[:1]))
            return call(*arguments, **named)

        return creating

    for name in _CREATING:
        patch.setattr(os, name, filled(getattr(os, name)))
    patch.setattr(Path, "write_bytes", filled(Path.write_bytes))
    patch.setattr(tempfile, "mkstemp", filled(tempfile.mkstemp))
    return lambda: bool(reached)


def test_readers_never_meet_a_missing_or_mixed_file(served: ServedFolder) -> None:
    release_files(served, 1)
    met: list[str] = []
    is_over = threading.Event()

    def read() -> None:
        while not is_over.is_set():
            for audience in Audience:
                for name in ("index.html", "a/index.html", "assets/look.css"):
                    text = (served.current / audience.value / name).read_text("utf-8")
                    met.append(text.partition("release ")[2].partition(" ")[0])
            release = served.current.resolve()  # one release has both audiences
            try:
                marks = {
                    (release / audience.value / "index.html").read_text("utf-8").partition(" for ")[0]
                    for audience in Audience
                }
            except FileNotFoundError:
                assert not release.exists()  # so many releases followed meanwhile that it was removed
            else:
                assert len(marks) == 1

    errors: list[BaseException] = []

    def reader() -> None:
        try:
            read()
        except BaseException as error:  # noqa: BLE001 - told by the test
            errors.append(error)

    thread = threading.Thread(target=reader)
    thread.start()
    for number in range(2, 60):
        _run(served, number)
    is_over.set()
    thread.join()
    assert errors == []
    assert len(set(met)) > 5
    assert [int(each) for each in met] == sorted(int(each) for each in met)


def test_the_order_is_that_of_the_numbers_whatever_the_clock_says(served: ServedFolder) -> None:
    release_files(served, 1, made=datetime(2036, 1, 1, tzinfo=UTC))
    release_files(served, 2, made=datetime(2026, 1, 1, tzinfo=UTC))
    release_files(served, 3, made=datetime(2026, 1, 1, tzinfo=UTC))
    assert [each.release.number for each in served.kept()] == [1, 2, 3]
    assert len(keep_newest(served, 2)) == 1
    assert [each.release.number for each in served.kept()] == [2, 3]
    _assert_whole(served, 3)


def test_the_same_release_in_the_same_second_has_another_name(served: ServedFolder) -> None:
    first, second = release_files(served, 1), release_files(served, 1)
    assert second.id == f"{first.id}-2"


def test_the_release_that_readers_see_is_kept_however_old(served: ServedFolder) -> None:
    first, *_ = [release_files(served, number) for number in range(1, 6)]
    switch_to(served, first)
    removed = keep_newest(served, 2)
    assert len(removed) == 3
    assert [each.release.number for each in served.kept()] == [1, 5]
    _assert_whole(served, 1)


def test_a_release_that_was_in_place_but_never_seen_is_litter(
    served: ServedFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    release_files(served, 1)
    with monkeypatch.context() as patch:
        patch.setattr("generators.releasing.placing.switch_to", lambda *_: None)
        release_files(served, 2)
    assert [each.release.number for each in served.kept()] == [1, 2]
    assert remove_litter(served) == 1
    assert [each.release.number for each in served.kept()] == [1]
