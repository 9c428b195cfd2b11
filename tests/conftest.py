"""What all tests share: the smallest sound project, and the one word that accepts new expected output."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

import pytest
from hypothesis import HealthCheck, settings

FIXTURES: Final = Path(__file__).parent / "fixtures"

# Machines are shared and noisy: how long one example takes proves nothing.
settings.register_profile("tongbao", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("tongbao")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--bless", action="store_true", help="write the expected output anew from what came out")


@pytest.fixture
def bless(request: pytest.FixtureRequest) -> bool:
    """Whether expected output is to be written anew instead of compared."""
    return bool(request.config.getoption("--bless"))


@pytest.fixture
def minimal_project(tmp_path: Path) -> Path:
    """Return a writable copy of the smallest sound project."""
    return Path(shutil.copytree(FIXTURES / "minimal", tmp_path / "project"))
