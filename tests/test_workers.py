from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Final

import pytest

from generators.workers import WorkerEndedError, beside, number_of_processors, working_on
from tests.running import environment

SLEEPING: Final = """
import os, sys, time
from pathlib import Path
from generators.workers import working_on

def sleep(key):
    (Path(sys.argv[1]) / str(os.getpid())).touch()
    time.sleep(600)

with working_on(sleep, range(2), 2) as results:
    for result in results:
        result.result()
"""
_PATIENCE: Final = 120
"""After so many seconds a process that should have done something is taken to have not."""


def _square(number: int) -> int:
    return number * number


def _kill_own_process(_: int) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _exists(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{process}/stat")
    # What has ended is a zombie until somebody asks for its result.
    return not (status.is_file() and status.read_text().rpartition(")")[2].split()[0] == "Z")


def test_results_come_in_the_order_of_their_keys() -> None:
    with working_on(_square, range(20), 3) as results:
        assert [each.result() for each in results] == [key * key for key in range(20)]


def test_there_are_no_more_processes_than_keys() -> None:
    with working_on(_square, range(3), 500) as results:
        assert len(multiprocessing.active_children()) <= 3
        assert [each.result() for each in results] == [0, 1, 4]


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_the_task_refers_to_need_not_be_sent(jobs: int) -> None:
    with working_on(lambda key: key + 1, [1], jobs) as results:
        assert results[0].result() == 2


def test_without_keys_there_is_nothing_to_do() -> None:
    with working_on(_square, [], 2) as results:
        assert results == []


def test_what_a_task_raises_is_raised_by_its_result() -> None:
    with working_on(lambda key: 1 // key, [0], 2) as results, pytest.raises(ZeroDivisionError):
        results[0].result()


def test_a_worker_that_is_renewed_has_a_new_process_for_each_key() -> None:
    with working_on(lambda _: os.getpid(), range(6), 2, are_renewed=True) as results:
        assert len({each.result() for each in results}) == 6
    with working_on(lambda _: os.getpid(), range(6), 2) as results:
        assert len({each.result() for each in results}) <= 2


def test_what_a_renewed_worker_raises_is_raised_by_its_result() -> None:
    with (
        working_on(lambda key: 1 // key, [0], 2, are_renewed=True) as results,
        pytest.raises(ZeroDivisionError),
    ):
        results[0].result()


@pytest.mark.parametrize("are_renewed", [False, True])
def test_a_killed_worker_is_an_error_of_its_own(*, are_renewed: bool) -> None:
    killed = working_on(_kill_own_process, [1], 2, are_renewed=are_renewed)
    with pytest.raises(WorkerEndedError, match="--jobs 1"), killed as results:
        results[0].result()


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_no_worker_outlives_the_process_that_began_it(sent: signal.Signals, tmp_path: Path) -> None:
    _test_that_none_outlives(SLEEPING, sent, tmp_path)


def _test_that_none_outlives(program: str, sent: signal.Signals, tmp_path: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", program, tmp_path], env=environment(), stderr=subprocess.PIPE, text=True
    )
    deadline = time.monotonic() + _PATIENCE
    while len(list(tmp_path.iterdir())) < 2 and time.monotonic() < deadline:
        time.sleep(0.05)
    workers = [int(path.name) for path in tmp_path.iterdir()]
    assert len(workers) == 2
    process.send_signal(sent)
    _, said = process.communicate(timeout=_PATIENCE)
    while any(map(_exists, workers)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(map(_exists, workers))
    assert said.count("Traceback") == (sent is signal.SIGINT)


def test_there_is_at_least_one_processor() -> None:
    assert number_of_processors() >= 1


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_task_beside_is_done_once_whoever_asks(jobs: int, tmp_path: Path) -> None:
    calls = tmp_path / "calls"

    def task() -> int:
        with calls.open("a") as file:
            file.write("called\n")
        return os.getpid()

    with beside(task, jobs) as result:
        assert result() == result()
        assert (result() == os.getpid()) == (jobs == 1)
    assert calls.read_text() == "called\n"


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_a_task_beside_raises_is_raised_by_its_result(jobs: int) -> None:
    with beside(lambda: 1 // 0, jobs) as result, pytest.raises(ZeroDivisionError):
        result()


def test_the_work_of_a_killed_process_beside_is_done_here() -> None:
    here = os.getpid()

    def task() -> int:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return os.getpid()

    with beside(task, 2) as result:
        assert result() == here


BESIDE: Final = """
import os, sys, time
from pathlib import Path
from generators.workers import beside

def sleep():
    (Path(sys.argv[1]) / str(os.getpid())).touch()
    time.sleep(600)

with beside(sleep, 2) as first, beside(sleep, 2) as second:
    second()
"""


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_no_process_beside_outlives_the_one_that_began_it(sent: signal.Signals, tmp_path: Path) -> None:
    _test_that_none_outlives(BESIDE, sent, tmp_path)


def test_a_process_that_nobody_waits_for_is_ended() -> None:
    with beside(lambda: time.sleep(600), 2):
        pass


def test_an_error_while_large_results_are_sent_ends_all_the_same() -> None:
    with pytest.raises(ValueError, match="wrong"):
        _stop_amid_large_results()


def _stop_amid_large_results() -> None:
    with working_on(_large, range(6), 2) as results:
        results[0].result()
        raise ValueError("wrong")


def _large(_key: int) -> bytes:
    return bytes(50_000_000)
