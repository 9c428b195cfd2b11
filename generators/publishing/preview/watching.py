"""Watches files and folders by looking at them again and again, whether they exist yet or not.

MkDocs' own observer never looks again at what was deleted once, and takes no path that does not exist: an
editor that replaces a file, and a theme that is begun while the preview runs, need both.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from watchdog.events import FileModifiedEvent

from generators.reading.project_files import is_left_behind

if TYPE_CHECKING:
    from watchdog.events import FileSystemEventHandler

_INTERVAL: Final = 0.25
"""Seconds between two looks."""

_SHARE: Final = 10
"""How much longer than a look the pause after it is at least: large projects must not load a machine."""

_File = tuple[str, int, int, int]
"""The path of a file with its size, time of change in nanoseconds and number in the file system."""


class Watcher:
    """Calls the handler of each watched path after a file at or below it was changed, added or deleted.

    It has the methods of a ``watchdog`` observer that MkDocs' server calls. A path is compared with what was
    there when it was scheduled, even if that was before ``start``.
    """

    def __init__(self) -> None:
        """Watch nothing, until ``start``."""
        self._handlers: dict[str, FileSystemEventHandler] = {}
        self._seen: dict[str, frozenset[_File]] = {}
        self._lock = threading.Lock()
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._look_again_and_again, daemon=True)

    def schedule(self, event_handler: FileSystemEventHandler, path: str, *, recursive: bool = True) -> str:
        """Watch ``path``, a folder with all below it, from now on; return the key for ``unschedule``."""
        del recursive
        seen = frozenset(_files(path))
        with self._lock:
            self._handlers[path], self._seen[path] = event_handler, seen
        return path

    def unschedule(self, path: str) -> None:
        """Watch ``path`` no longer."""
        with self._lock:
            del self._handlers[path], self._seen[path]

    def start(self) -> None:
        """Begin to look, in a thread of its own."""
        self._thread.start()

    def stop(self) -> None:
        """Look no more; nothing happens if it never began."""
        self._stopped.set()

    def join(self) -> None:
        """Wait until the last look has ended."""
        if self._thread.is_alive():
            self._thread.join()

    def look(self) -> None:
        """Call the handlers of all paths that have changed since they were looked at last."""
        with self._lock:
            paths = list(self._handlers)
        for path in paths:
            now = frozenset(_files(path))
            with self._lock:
                handler = self._handlers.get(path)
                if handler is None or self._seen[path] == now:
                    continue
                self._seen[path] = now
            handler.on_any_event(FileModifiedEvent(path))

    def _look_again_and_again(self) -> None:
        pause = _INTERVAL
        while not self._stopped.wait(pause):
            pause = max(_INTERVAL, _SHARE * _seconds(self.look))


def _seconds(act: Callable[[], None]) -> float:
    began = time.monotonic()
    act()
    return time.monotonic() - began


def _files(path: str) -> Iterator[_File]:
    """Yield the file at ``path``, or the files below it; what cannot be read counts as missing.

    Files and folders that systems and editors leave behind do not count: nothing reads them.
    """
    if not Path(path).is_dir():
        yield from _described(path)
        return
    for folder, folders, names in os.walk(path):
        folders[:] = [name for name in folders if not is_left_behind(name)]
        for name in names:
            if not is_left_behind(name):
                yield from _described(os.path.join(folder, name))  # noqa: PTH118 - many files, again and again


def _described(path: str) -> Iterator[_File]:
    try:
        status = os.stat(path)  # noqa: PTH116 - the same
    except OSError:
        return
    yield path, status.st_size, status.st_mtime_ns, status.st_ino
