from __future__ import annotations

import os
import signal
import time
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from generators.turns import Turns
from generators.workers import WorkerEndedError, working_on


def _alone(folder: Path, key: int) -> int:
    """Fail if another process is in here."""
    sign = folder / "busy"
    os.close(os.open(sign, os.O_CREAT | os.O_EXCL))
    time.sleep(0.005)
    sign.unlink()
    return key


def _end(_: int) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.parametrize("are_renewed", [False, True])
def test_no_more_workers_work_at_once_than_there_are_turns(tmp_path: Path, *, are_renewed: bool) -> None:
    task = partial(_alone, tmp_path)
    with (
        closing(Turns(1)) as turns,
        working_on(task, range(4), 3, turns=turns, are_renewed=are_renewed) as some,
        working_on(task, range(4), 3, turns=turns, are_renewed=are_renewed) as others,
    ):
        assert [each.result() for each in (*some, *others)] == [0, 1, 2, 3] * 2


def test_the_turn_of_a_process_that_was_ended_is_free(tmp_path: Path) -> None:
    with closing(Turns(1)) as turns:
        killed = working_on(_end, [0], 1, turns=turns)
        with pytest.raises(WorkerEndedError), killed as results:
            results[0].result()
        with working_on(partial(_alone, tmp_path), [5], 1, turns=turns) as results:
            assert results[0].result() == 5
