from __future__ import annotations

import multiprocessing
import time
from pathlib import Path

import pytest

from generators.locks import can_lock, holding


def _hold_for_ever(path: Path, held: Path) -> None:
    with holding(path):
        held.touch()
        time.sleep(600)


def test_one_at_a_time(tmp_path: Path) -> None:
    assert can_lock()
    with holding(tmp_path) as first, holding(tmp_path) as second:
        assert (first, second) == (True, False)
    with holding(tmp_path) as again:
        assert again


def test_a_killed_process_leaves_no_lock(tmp_path: Path) -> None:
    (tmp_path / "lock").touch()
    process = multiprocessing.get_context("fork").Process(
        target=_hold_for_ever, args=(tmp_path / "lock", tmp_path / "held")
    )
    process.start()
    while not (tmp_path / "held").exists():
        time.sleep(0.01)
    with holding(tmp_path / "lock") as is_held:
        assert not is_held
    process.kill()
    process.join()
    with holding(tmp_path / "lock") as is_held:
        assert is_held


def test_what_is_not_there_cannot_be_locked(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), holding(tmp_path / "nothing"):
        pass
