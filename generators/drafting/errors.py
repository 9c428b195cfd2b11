"""Why a draft cannot be written."""

from __future__ import annotations

from generators.model.problem import Problem


class DraftError(Exception):
    """What was asked for cannot be drafted; the message says why, in Chinese."""


class TemplateProblemError(Exception):
    """An office's template cannot be used; ``problem`` says in which line, and why."""

    def __init__(self, problem: Problem) -> None:
        """Keep the problem, which is also the message."""
        super().__init__(problem.detail)
        self.problem = problem
