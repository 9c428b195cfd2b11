"""Errors of drafting."""

from __future__ import annotations

from generators.model.problem import Problem


class DraftError(Exception):
    """The requested draft cannot be written; the message gives the reason in Chinese."""


class TemplateProblemError(Exception):
    """A project's own template is invalid; ``problem`` has its line and the reason."""

    def __init__(self, problem: Problem) -> None:
        """Store ``problem``; its details are the message."""
        super().__init__(problem.detail)
        self.problem = problem
