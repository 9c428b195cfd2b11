"""Questions to the user, on a terminal or answered by the lines of a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import click


class OutOfAnswersError(Exception):
    """The input has ended; the message is the question that nobody answered."""


class Questions:
    """Asks what the options leave open; Ctrl-C raises ``KeyboardInterrupt`` as anywhere else."""

    def __init__(self, *, asks_again: bool) -> None:
        """Ask again after a wrong answer with ``asks_again``: not where lines of a file answer."""
        self._asks_again = asks_again

    def answer(
        self,
        question: str,
        given: str | None,
        wrong: Callable[[str], Iterable[str]],
        default: str | None = None,
    ) -> str:
        """Return ``given`` if it is not ``None``, else the answer; an empty one means ``default``.

        ``wrong`` says what is wrong with an answer. Raises :class:`OutOfAnswersError` when input ends.
        """
        if given is not None:
            return given
        shown = f"{question} [{default}]" if default else question
        while True:
            found = self._line(question, f"{shown}：").strip() or default or ""
            complaints = list(wrong(found)) if found or default is None else []
            if not complaints or not self._asks_again:
                return found
            for each in complaints:
                click.echo(f"  {each}", err=True)

    def confirmed(self, question: str) -> bool:
        """Return whether the answer is yes; an empty one means no."""
        return self._line(question, f"{question}（y 是，回车 否）").strip().casefold() in {"y", "yes", "是"}

    def _line(self, question: str, prompt: str) -> str:
        try:
            return str(click.prompt(prompt, default="", show_default=False, prompt_suffix="", err=True))
        except click.Abort as ended:
            # click tells Ctrl-C and the end of the input alike.
            if isinstance(ended.__context__, KeyboardInterrupt):
                raise KeyboardInterrupt from None
            raise OutOfAnswersError(question) from None
