"""Ctrl-C, held back while a few files have to change together."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def interrupts_held_back() -> Iterator[None]:
    """Let a Ctrl-C wait until the body is done; it then raises ``KeyboardInterrupt`` as usual.

    The body should be short. In a thread other than the main one, which Ctrl-C never interrupts,
    nothing is held back.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    waiting: list[int] = []
    usual = signal.signal(signal.SIGINT, lambda number, _frame: waiting.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.SIG_DFL if usual is None else usual)
        if waiting:
            signal.raise_signal(signal.SIGINT)
