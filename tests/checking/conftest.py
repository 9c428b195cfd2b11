from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.checking.broken_projects import ProblemsWith, problems_of, write_files


@pytest.fixture
def problems_with(minimal_project: Path) -> ProblemsWith:
    """Return a function that checks the minimal project with some files changed, added or (None) left out."""

    def problems(changes: Mapping[str, str | bytes | None]) -> list[tuple[str, str, str]]:
        write_files(minimal_project, changes)
        return [(each.code, str(each.place), each.detail) for each in problems_of(minimal_project)]

    return problems
