from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from tests.projects import copy_county, environment, replace_in

ENCODINGS: Final = ("gbk", "cp1252", "ascii")
BROKEN_NAME: Final = "𠮷•🏆窗"


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose only error quotes characters that few code pages hold."""
    project = copy_county(tmp_path_factory.mktemp("encodings") / "project")
    replace_in(project / "content/about.md", "one-window", BROKEN_NAME)
    return project


def _run(encoding: str, *arguments: str | Path) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-P", "-m", "generators", *map(str, arguments)]
    variables = {"PYTHONUTF8": "0", "PYTHONIOENCODING": encoding}
    return subprocess.run(command, env=environment(variables), capture_output=True, check=False)


@pytest.mark.parametrize("encoding", ["gbk", "cp1252"])
def test_what_an_encoding_cannot_hold_is_replaced(broken: Path, encoding: str) -> None:
    done = _run(encoding, "check", "--project", broken)
    assert (done.returncode, done.stderr) == (1, b"")
    text = done.stdout.decode(encoding)
    assert "content/about.md:" in text
    assert "?" in text
    assert ("错误" in text) == (encoding == "gbk")


def test_where_only_ascii_is_declared_text_is_utf8(broken: Path) -> None:
    """Declared ASCII mostly means that nothing was declared; click then writes UTF-8."""
    done = _run("ascii", "check", "--project", broken)
    assert (done.returncode, done.stderr) == (1, b"")
    assert BROKEN_NAME in done.stdout.decode()


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_help_needs_no_particular_encoding(encoding: str) -> None:
    done = _run(encoding, "--help")
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"check" in done.stdout


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_failed_build_needs_no_particular_encoding(broken: Path, encoding: str) -> None:
    done = _run(encoding, "build", "--project", broken)
    assert done.returncode == 1
    assert b"content/about.md:" in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_what_programs_read_is_always_utf8(broken: Path, encoding: str) -> None:
    as_json = _run(encoding, "check", "--project", broken, "--format", "json").stdout
    assert BROKEN_NAME in as_json.decode()
    assert json.loads(as_json)
    as_github = _run(encoding, "check", "--project", broken, "--format", "github").stdout
    assert BROKEN_NAME in as_github.decode()
