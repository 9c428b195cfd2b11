from __future__ import annotations

import subprocess
import sys

import click
import pytest

from tests.build.project import ROOT
from tests.cli.running import ALL_COMMANDS, COMMANDS, Run
from tests.running import environment


def test_there_are_these_commands() -> None:
    assert list(COMMANDS) == [
        "build",
        "carry-over",
        "check",
        "close",
        "deploy-kit",
        "docx",
        "draft circular",
        "import",
        "import-docx",
        "init",
        "lint",
        "new bulletin",
        "new case",
        "new programme",
        "pdf",
        "publish",
        "releases",
        "reopen",
        "returns",
        "rollback",
        "schema",
        "serve",
        "upgrade",
        "verify",
        "verify-release",
    ]


@pytest.mark.parametrize("words", ALL_COMMANDS)
def test_help_explains_every_option(run: Run, words: str) -> None:
    result = run(*words.split(), "--help")
    assert result.exit_code == 0
    for parameter in ALL_COMMANDS[words].params:
        if isinstance(parameter, click.Argument):
            assert parameter.human_readable_name in result.stdout
            continue
        assert isinstance(parameter, click.Option)
        assert parameter.help
        assert all(option in result.stdout for option in parameter.opts)


def test_the_version_is_told(run: Run) -> None:
    assert run("--version").stdout.startswith("tongbao ")


def test_the_command_runs_as_a_module() -> None:
    command = [sys.executable, "-m", "generators", "--version"]
    done = subprocess.run(command, cwd=ROOT, env=environment(), capture_output=True, text=True, check=True)
    assert done.stdout.startswith("tongbao ")
