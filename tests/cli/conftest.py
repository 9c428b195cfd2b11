from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generators.cli import main
from tests.build.project import copy_county
from tests.cli.running import Run


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a copy of the fictional county to change."""
    return copy_county(tmp_path / "project")


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, project: Path) -> Run:
    """Return a function that runs the command in the project; an exception is a failure of the test."""
    monkeypatch.chdir(project)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)

    def invoke(*arguments: str | Path) -> Result:
        result = CliRunner().invoke(main, [*map(str, arguments)])
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    return invoke
