"""What keeps workbooks from being written."""

from __future__ import annotations

from generators.model.problem import Problem
from generators.model.problem_codes import CATALOGUE


class ReturnsError(Exception):
    """No workbook is written; ``problem`` says why, with the option that it comes from as its place."""

    def __init__(self, problem: Problem) -> None:
        """Keep ``problem``; the message shows it, with the option instead of a line of a file."""
        title = CATALOGUE[problem.code].title
        head = f"{problem.place.file}  {problem.code}  {title}"
        super().__init__(f"{head}\n    {problem.detail}\n    {problem.remedy}")
        self.problem = problem
