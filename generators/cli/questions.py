"""Questions to the user, on a terminal or answered by the lines of a file."""

from __future__ import annotations

import click


class OutOfAnswersError(Exception):
    """The input has ended; the message is the question that nobody answered."""


class Questions:
    """Asks what the options leave open; Ctrl-C raises ``KeyboardInterrupt`` as anywhere else."""

    def answer(self, question: str, given: str | None, default: str | None = None) -> str:
        """Return ``given`` if it is not ``None``, else the answer; an empty one means ``default``.

        Without a default it is asked again. Raises :class:`OutOfAnswersError` at the end of the input.
        """
        if given is not None:
            return given
        shown = f"{question} [{default}]" if default else question
        while True:
            found = self._line(question, f"{shown}：").strip()
            if found or default is not None:
                return found or default or ""
            click.echo("这一项要写。", err=True)

    def confirmed(self, question: str) -> bool:
        """Return whether the answer is yes; an empty one means no."""
        return self._line(question, f"{question}（y 是，回车 否）").strip().casefold() in {"y", "yes", "是"}

    def _line(self, question: str, prompt: str) -> str:
        interrupted = False
        try:
            return str(click.prompt(prompt, default="", show_default=False, prompt_suffix="", err=True))
        except click.Abort as ended:
            interrupted = isinstance(ended.__context__, KeyboardInterrupt)
        if interrupted:
            raise KeyboardInterrupt
        raise OutOfAnswersError(question)
