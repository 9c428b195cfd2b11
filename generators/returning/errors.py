"""What keeps workbooks from being written."""

from __future__ import annotations

from generators.diagnostics import render_text
from generators.model.problem import Problem


class ReturnsError(Exception):
    """No workbook is written; ``problem`` says why, with the option that it comes from as its place."""

    def __init__(self, problem: Problem) -> None:
        """Keep ``problem``; the message shows it."""
        super().__init__(render_text((problem,)).rstrip())
        self.problem = problem
