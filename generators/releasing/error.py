"""What keeps a release from being signed or verified."""

from __future__ import annotations

from generators.diagnostics import render_text
from generators.model.problem import Problem


class ReleaseError(Exception):
    """A release cannot be signed or verified; ``problem`` says why, and the message shows it."""

    def __init__(self, problem: Problem) -> None:
        """Keep ``problem``."""
        self.problem = problem
        super().__init__(render_text((problem,)))
