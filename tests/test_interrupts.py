from __future__ import annotations

import signal
import threading

import pytest

from generators.interrupts import interrupts_held_back


def test_ctrl_c_waits_for_the_end_of_the_body() -> None:
    done = []

    def work() -> None:
        with interrupts_held_back():
            signal.raise_signal(signal.SIGINT)
            done.append("after the first")
            signal.raise_signal(signal.SIGINT)
            done.append("after the second")

    with pytest.raises(KeyboardInterrupt):
        work()
    assert done == ["after the first", "after the second"]


def test_afterwards_ctrl_c_interrupts_as_before() -> None:
    usual = signal.getsignal(signal.SIGINT)
    with interrupts_held_back():
        assert signal.getsignal(signal.SIGINT) is not usual
    assert signal.getsignal(signal.SIGINT) is usual


def test_an_error_of_the_body_is_raised() -> None:
    usual = signal.getsignal(signal.SIGINT)
    with pytest.raises(OSError, match="full"), interrupts_held_back():
        raise OSError("full")
    assert signal.getsignal(signal.SIGINT) is usual


def test_another_thread_changes_nothing() -> None:
    usual = signal.getsignal(signal.SIGINT)
    within: list[object] = []

    def work() -> None:
        with interrupts_held_back():
            within.append(signal.getsignal(signal.SIGINT))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert within == [usual]
