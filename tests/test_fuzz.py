"""Seeded mutations of a project: whatever is wrong with it, every command ends in words and an exit code.

``pytest tests/test_fuzz.py --mutations 1000`` tries more of them; a number in a failure is the seed.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from generators.cli import main
from tests.build.mutations import mutated_project

CODED = re.compile(r"^\S[^\n]*:[0-9]+:[0-9]+  [EW][0-9]{3}  ", re.MULTILINE)
"""The first line of a problem: file, line, column and code."""

COMMANDS = (
    ("check",),
    ("lint",),
    ("build", "--audience", "public"),
    ("draft", "circular", "--programme", "clear-stream", "--period", "2024-Q1"),
)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    metafunc.parametrize("seed", range(metafunc.config.getoption("--mutations")))


def test_no_mutation_ends_in_a_traceback(tmp_path: Path, seed: int) -> None:
    project = mutated_project(tmp_path / "project", seed)
    for command in COMMANDS:
        day = () if command == ("lint",) else ("--as-of", "2025-06-30")
        done = CliRunner().invoke(main, [*command, "--project", str(project), *day])
        assert done.exception is None or isinstance(done.exception, SystemExit), (command, done.exc_info)
        assert done.exit_code in {0, 1, 2}
        if done.exit_code == 1 and command != ("lint",):
            assert CODED.search(done.output), (command, done.output)
