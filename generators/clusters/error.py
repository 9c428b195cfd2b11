"""What goes wrong with a cluster, as problems with a code and a remedy."""

from __future__ import annotations

from typing import Final

from generators.diagnostics import render_text
from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.record import Place

CLUSTER: Final = "--cluster"
SHARED: Final = "--shared"
"""The options of a command that a problem of a cluster is in."""


class ClusterError(Exception):
    """The cluster cannot do its work; the message shows the problems."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        """Keep ``problems`` in the order given."""
        self.problems = problems
        super().__init__(render_text(problems))

    def __reduce__(self) -> tuple[type[ClusterError], tuple[tuple[Problem, ...]]]:
        """Return how to make it again: a worker sends it."""
        return type(self), (self.problems,)


def cluster_error(code: str, detail: str, option: str = CLUSTER) -> ClusterError:
    """Return the error of one problem, which is in the value of ``option``."""
    return ClusterError((problem(code, Place(option), detail),))
