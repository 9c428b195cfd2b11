"""Progress output: a live bar on a terminal, plain lines elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn


class Announcer:
    """Prints the steps of a run to one stream."""

    def __init__(self, stream: TextIO) -> None:
        """Write to ``stream``; a progress bar is shown if it is a terminal."""
        self._console = Console(file=stream, highlight=False, soft_wrap=True)

    def say(self, step: str) -> None:
        """Print ``step`` on a line of its own."""
        self._console.print(step, markup=False)

    @contextmanager
    def stages(self) -> Iterator[Callable[[str, str], None]]:
        """Yield a function to call when a stage begins, with its name and how much it has to do.

        A terminal shows how long each has taken.
        """
        if not self._console.is_terminal:
            yield lambda stage, amount: self.say(_with_amount(stage, amount))
            return
        with Progress(
            TextColumn("{task.description}"), TimeElapsedColumn(), console=self._console
        ) as progress:

            def begin(stage: str, amount: str) -> None:
                for task in progress.task_ids[-1:]:
                    progress.stop_task(task)
                progress.add_task(_with_amount(stage, amount), total=None)

            yield begin

    @contextmanager
    def counting(self, step: str, total: int, unit: str = "页") -> Iterator[Callable[[], None]]:
        """Yield a function to call after each of the ``total`` parts of ``step``; ``unit`` counts them."""
        if not self._console.is_terminal:
            self.say(f"{step}（{total}{unit}）")
            yield lambda: None
            return
        with Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=self._console,
        ) as progress:
            task = progress.add_task(step, total=total)
            yield lambda: progress.advance(task)


def _with_amount(stage: str, amount: str) -> str:
    return f"{stage}（{amount}）" if amount else stage
