from __future__ import annotations

from pathlib import Path

import pytest

from tests.build.project import Files, write_files
from tests.running import CodesWith, ProblemsWith, problems_of


@pytest.fixture
def problems_with(minimal_project: Path) -> ProblemsWith:
    """Return a function that checks the minimal project with some files changed, added or (None) left out."""

    def problems(changes: Files) -> list[tuple[str, str, str]]:
        write_files(minimal_project, changes)
        return [(each.code, str(each.place), each.detail) for each in problems_of(minimal_project)]

    return problems


@pytest.fixture
def codes_with(problems_with: ProblemsWith) -> CodesWith:
    """Return a function that checks the minimal project in the same way, and gives only the codes."""
    return lambda changes: [code for code, _, _ in problems_with(changes)]


@pytest.fixture
def minimal_text(minimal_project: Path) -> str:
    """Return the text of the minimal project's programme."""
    return (minimal_project / "data/programmes/clear-stream.yml").read_text(encoding="utf-8")


@pytest.fixture
def case_text(minimal_project: Path) -> str:
    """Return the text of the minimal project's case."""
    return (minimal_project / "content/cases/patrol-rota.md").read_text(encoding="utf-8")
