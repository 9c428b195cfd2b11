"""Processes that work on the parts of one task side by side, and never outlive the one that forked them."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from functools import cache, partial
from multiprocessing.connection import Connection
from typing import Any, Final, TypeVar, cast

from generators.interrupts import interrupts_held_back
from generators.turns import Turns

_Key = TypeVar("_Key")
_Result = TypeVar("_Result")


_ENDED: Final = "有一个进程中途被终止，多半是内存不足；请加 --jobs 1 再试"


class WorkerEndedError(RuntimeError):
    """A worker was ended from outside, by the system or by a person."""


def number_of_processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def can_fork() -> bool:
    """Whether processes can be forked here; macOS has it, but its own libraries do not bear it."""
    return sys.platform != "darwin" and "fork" in multiprocessing.get_all_start_methods()


@contextmanager
def working_on(
    task: Callable[[_Key], _Result],
    keys: Iterable[_Key],
    jobs: int,
    *,
    turns: Turns | None = None,
    are_renewed: bool = False,
) -> Iterator[list[Future[_Result]]]:
    """Call ``task`` with each of ``keys`` in forked processes; yield the results to come, in order.

    There are ``jobs`` of them, but no more than keys: all are forked at once, whatever there is to do.
    With ``turns`` each waits for its turn before each key. Those that ``are_renewed`` fork a process for
    each key, whose memory is free again afterwards: without that, workers keep whatever a task caches.

    With one job and no ``turns``, or where processes cannot be forked, it is called here.

    What ``task`` refers to is shared by the fork; only keys and results are sent, and a result has to be
    small. Leaving the body with Ctrl-C ends the workers at once, with an error when each has done the key it
    is at; the end of this process, by whatever signal, ends them at once. Raises :class:`WorkerEndedError`
    if a worker was ended.
    """
    if (jobs == 1 and turns is None) or not can_fork():
        yield [_done(task, key) for key in keys]
        return
    listed = list(keys)
    watched, held = os.pipe()
    executor = ProcessPoolExecutor(
        max(1, min(jobs, len(listed))),
        mp_context=multiprocessing.get_context("fork"),
        initializer=_begin_working,
        initargs=(_Work(task, turns, watched, are_renewed=are_renewed), held),
    )
    is_held = True
    try:
        # With the first key all workers are forked; Ctrl-C, which reaches them too, is the parent's affair.
        with interrupts_held_back():
            futures: list[Future[_Result]] = [executor.submit(_work, key) for key in listed]
        yield futures
    except BaseException as error:
        if isinstance(error, Exception):
            # A worker ended while it sends a result would leave half of it, to be waited for without end.
            executor.shutdown(cancel_futures=True)
        os.close(held)
        is_held = False
        if isinstance(error, BrokenProcessPool):
            raise WorkerEndedError(_ENDED) from error
        raise
    finally:
        executor.shutdown(cancel_futures=True)
        if is_held:
            os.close(held)
        os.close(watched)


def _done(task: Callable[[_Key], _Result], key: _Key) -> Future[_Result]:
    future: Future[_Result] = Future()
    future.set_result(task(key))
    return future


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What a task returned, or the error that it raised."""

    returned: object = None
    error: Exception | None = None

    def result(self) -> object:
        """Return or raise it again."""
        if self.error is not None:
            raise self.error
        return self.returned


@contextmanager
def beside(task: Callable[[], _Result], jobs: int) -> Iterator[Callable[[], _Result]]:
    """Call ``task`` in a forked process while the body runs; yield a function that waits for what it returns.

    With one job, where processes cannot be forked, and if the process was ended, that function calls
    ``task`` itself, and raises what ``task`` raises. When the body is left, by an
    exception or without asking, the process is ended, and so it is by the end of this one.
    """
    if jobs == 1 or not can_fork():
        yield cache(task)
        return
    watched, held = os.pipe()
    with interrupts_held_back():
        process = _Forked(task, watched, held)
    done_here = cache(task)

    def result() -> _Result:
        outcome = process.outcome()
        return done_here() if outcome is None else cast("_Result", outcome.result())

    try:
        yield result
    finally:
        os.close(held)
        process.join()
        os.close(watched)


class _Forked:
    """A process forked for one task; it ends when nobody holds ``watched``'s other end any more."""

    def __init__(self, task: Callable[[], object], watched: int, held: int | None) -> None:
        context = multiprocessing.get_context("fork")
        self._receiver, sender = context.Pipe(duplex=False)
        self._process = context.Process(target=_send, args=(task, sender, watched, held))
        self._process.start()
        sender.close()
        self.outcome = cache(self._received)

    def _received(self) -> _Outcome | None:
        """Wait for what the task returned or raised; return ``None`` if the process was ended before."""
        try:
            return cast("_Outcome", self._receiver.recv())
        except EOFError:
            return None

    def join(self) -> None:
        """Wait for the end of the process."""
        self._process.join()
        self._process.close()
        self._receiver.close()


def _send(task: Callable[[], object], sender: Connection, watched: int, held: int | None) -> None:
    """In a process that was just forked: send what ``task`` returns, or what it raises."""
    _begin(watched, held)
    try:
        outcome = _Outcome(task())
    except Exception as error:  # noqa: BLE001 - raised again by the process that waits for it
        outcome = _Outcome(error=error)
    sender.send(outcome)


class _Work:
    """What a worker does with each key."""

    def __init__(
        self, task: Callable[[Any], Any], turns: Turns | None, watched: int, *, are_renewed: bool
    ) -> None:
        self.task = task
        self.turns = turns
        self.watched = watched
        self.are_renewed = are_renewed

    def on(self, key: object) -> object:
        """Return what the task returns for ``key``; raise what it raises."""
        with nullcontext() if self.turns is None else self.turns.one():
            return self._in_new_process(key) if self.are_renewed else self.task(key)

    def _in_new_process(self, key: object) -> object:
        process = _Forked(partial(self.task, key), self.watched, None)
        try:
            outcome = process.outcome()
        finally:
            process.join()
        if outcome is None:
            raise WorkerEndedError(_ENDED)
        return outcome.result()


_works: list[_Work] = []
"""In a worker: what it does."""


def _begin_working(work: _Work, held: int) -> None:
    """Make this process, which was just forked, a worker."""
    _begin(work.watched, held)
    _works.append(work)


def _begin(watched: int, held: int | None) -> None:
    """Let this process, which was just forked, end with its parent, and leave Ctrl-C to that."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if held is not None:
        os.close(held)
    gc.freeze()  # what was forked is never collected here, so that it stays shared
    threading.Thread(target=_end_with_parent, args=(watched,), daemon=True).start()


def _end_with_parent(watched: int) -> None:
    """Wait until the parent closes its end of the pipe or has itself ended, and end this process."""
    os.read(watched, 1)
    os._exit(1)


def _work(key: object) -> Any:  # noqa: ANN401 - whatever the task returns
    return _works[-1].on(key)
