"""Every command, whatever the encoding of its output, and wherever that output goes."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from types import MappingProxyType
from typing import Final, TextIO

import pytest
from click.testing import CliRunner, Result

from generators.cli import main
from tests.build.project import ROOT, copy_county, replace_in, write_files
from tests.cli.running import ALL_COMMANDS, AS_OF, COMMANDS, break_project, taken_address
from tests.running import environment

ENCODINGS: Final = ("gbk", "cp1252", "ascii")
FULL: Final = Path("/dev/full")

BEYOND: Final = "㐀•🏆"
"""Characters that code pages lack: under GBK the last two, under the others all but the second."""

RUNS: Final[Mapping[str, tuple[int, tuple[str, ...]]]] = MappingProxyType(
    {
        "build": (0, (*AS_OF, "--markdown", f"site-{BEYOND}")),
        "carry-over": (1, (*AS_OF, "--to", "2027", "--source", BEYOND)),
        "check": (0, AS_OF),
        "close": (
            0,
            (*AS_OF, "--programme", "tidy-villages", "--period", "2025-05", "--by", f"科室{BEYOND}"),
        ),
        "deploy-kit": (0, (*AS_OF, f"kit-{BEYOND}", "--no-bundle")),
        "docx": (0, (*AS_OF, "--audience", "public", "--output", f"docx-{BEYOND}")),
        "draft circular": (
            0,
            (*AS_OF, "--programme", "tidy-villages", "--period", "2025-05", "--series", "tidy-notes"),
        ),
        "import": (1, (f"{BEYOND}.xlsx",)),
        "import-docx": (1, (str(ROOT / "README.md"), "--series", "tidy-notes")),
        "init": (0, (f"begun-{BEYOND}", "--fictional")),
        "lint": (1, ()),
        "new bulletin": (0, ("tidy-notes", "--title", BEYOND)),
        "new case": (
            0,
            ("one", "--title", BEYOND, "--programme", "tidy-villages", "--division", "fengping/liuwan"),
        ),
        "new programme": (
            0,
            (
                *AS_OF,
                *("another", "--owner", "fengping", "--name", BEYOND),
                *("--office", "示例办公室", "--document", f"方案{BEYOND}"),
            ),
        ),
        "pdf": (0, (*AS_OF, "--audience", "public", "--output", f"pdf-{BEYOND}")),
        "publish": (1, (*AS_OF, "--to", ".")),
        "releases": (1, ("--to", f"site-{BEYOND}")),
        "reopen": (1, (*AS_OF, "--programme", "tidy-villages", "--period", "2025-05", "--reason", BEYOND)),
        "returns": (
            0,
            (*AS_OF, "--programme", "tidy-villages", "--period", "2025-06", "--out", f"returns-{BEYOND}"),
        ),
        "rollback": (1, ("--to", f"site-{BEYOND}")),
        "schema": (0, ("--output", f"schemas-{BEYOND}")),
        "serve": (2, AS_OF),
        "upgrade": (0, ()),
        "verify": (0, ()),
        "verify-release": (1, (".",)),
    }
)
"""An exit code and arguments for each command."""

every_encoding: Final = pytest.mark.parametrize("encoding", ENCODINGS)
every_command: Final = pytest.mark.parametrize("words", ALL_COMMANDS)
needs_full_disk: Final = pytest.mark.skipif(not FULL.exists(), reason="a disk that is always full")


_MAKE_A_SITE = frozenset({"pdf", "serve"})
"""Commands that take ten seconds, and are tried with the encoding of offices alone."""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a project whose folder, a village of which and a slip in whose text code pages lack."""
    project = copy_county(tmp_path / f"project-{BEYOND}")
    replace_in(project / "data/townships/fengping/villages.yml", "山顶村", f"{BEYOND}村")
    page = project / "content/about.md"
    page.write_text(f"{page.read_text(encoding='utf-8')}\n共 12 个{BEYOND}村。\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return project


def _invoke(encoding: str, *arguments: str | Path) -> Result:
    result = CliRunner(charset=encoding).invoke(main, [*map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def _expected(encoding: str) -> str:
    """Return the encoding of the output where ``encoding`` is declared; ASCII mostly means that none is."""
    return "utf-8" if encoding == "ascii" else encoding


@every_encoding
@every_command
def test_help_needs_no_particular_encoding(words: str, encoding: str) -> None:
    result = _invoke(encoding, *words.split(), "--help")
    assert result.exit_code == 0
    assert "--help" in result.stdout_bytes.decode(_expected(encoding))
    assert result.stderr_bytes == b""


@every_encoding
@every_command
def test_wrong_usage_is_reported_in_any_encoding(words: str, encoding: str) -> None:
    result = _invoke(encoding, *words.split(), f"--{BEYOND}")
    assert result.exit_code == 2
    assert "--help" in result.stderr_bytes.decode(_expected(encoding))


def test_every_command_is_run_below() -> None:
    assert RUNS.keys() == COMMANDS.keys()


@pytest.mark.parametrize(
    ("words", "encoding"),
    [(words, encoding) for words in RUNS for encoding in (("gbk",) if words in _MAKE_A_SITE else ENCODINGS)],
)
def test_a_command_needs_no_particular_encoding(project: Path, words: str, encoding: str) -> None:
    expected, arguments = RUNS[words]
    with ExitStack() as stack:
        if words == "serve":
            arguments = (*arguments, "--address", stack.enter_context(taken_address()))
        if any(option.name == "project" for option in COMMANDS[words].params):
            arguments = ("--project", str(project), *arguments)
        result = _invoke(encoding, *words.split(), *arguments)
    assert result.exit_code == expected, result.output
    result.stderr_bytes.decode(_expected(encoding))
    result.stdout_bytes.decode("utf-8" if words == "draft circular" else _expected(encoding))


@pytest.mark.parametrize("encoding", ["gbk", "cp1252"])
def test_what_an_encoding_lacks_is_replaced(project: Path, encoding: str) -> None:
    break_project(project, BEYOND)
    text = _invoke(encoding, "check", *AS_OF, "--project", project).stdout_bytes.decode(encoding)
    assert "content/about.md:" in text
    assert "?" in text
    assert ("错误" in text) == (encoding == "gbk")


def test_where_only_ascii_is_declared_text_is_utf8(project: Path) -> None:
    break_project(project, BEYOND)
    assert BEYOND in _invoke("ascii", "check", *AS_OF, "--project", project).stdout_bytes.decode()


@every_encoding
@pytest.mark.parametrize("format_", ["json", "github"])
@pytest.mark.parametrize(
    "words",
    [words for words, each in COMMANDS.items() if "format_" in {option.name for option in each.params}],
)
def test_what_programs_read_is_always_utf8(project: Path, words: str, format_: str, encoding: str) -> None:
    break_project(project, BEYOND)
    write_files(project, {f"data/closed/{BEYOND}/2025-05.jsonl": "{}\n"})
    needed = {
        "import": ("none.xlsx",),
        "carry-over": ("--to", "2025", *AS_OF),
        "publish": ("--to", "served"),
        "verify-release": (".",),
    }.get(words, ())
    of_project = () if words == "verify-release" else ("--project", project)
    result = _invoke(encoding, words, *of_project, "--format", format_, *needed)
    assert result.exit_code == 1
    assert "请" in result.stdout_bytes.decode() + result.stderr_bytes.decode()
    if format_ == "json" and words in ("check", "lint", "verify"):
        assert json.loads(result.stdout_bytes)


@every_encoding
def test_a_printed_draft_is_utf8_as_a_written_one(project: Path, encoding: str) -> None:
    draft = ("draft", "circular", "--project", str(project), *RUNS["draft circular"][1])
    printed = _invoke(encoding, *draft, "--output", "-").stdout_bytes
    _invoke(encoding, *draft, "--output", "draft.md")
    assert printed == Path("draft.md").read_bytes()


def _end_into(stdout: TextIO | None, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> tuple[object, str]:
    """Run the command in this process with a stdout of the system's; return its exit code and stderr."""
    stderr = io.StringIO()
    monkeypatch.setattr(sys, "stdout", stdout)
    monkeypatch.setattr(sys, "stderr", stderr)
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    return ended.value.code, stderr.getvalue()


@needs_full_disk
@every_command
def test_a_full_disk_is_reported(words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with FULL.open("w", encoding="utf-8") as full:
        code, message = _end_into(full, monkeypatch, *words.split(), "--help")
    assert (code, message) == (1, "出错：写不出结果：磁盘满了\n")


@every_command
def test_a_closed_output_is_reported(words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    code, message = _end_into(None, monkeypatch, *words.split(), "--help")
    assert (code, message) == (1, "出错：写不出结果：输出已经关闭\n")


def _pipe_without_reader() -> TextIO:
    reader, writer = os.pipe()
    os.close(reader)
    return os.fdopen(writer, "w", encoding="utf-8")


@every_command
def test_a_closed_pipe_ends_a_command_silently(words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with _pipe_without_reader() as pipe:
        assert _end_into(pipe, monkeypatch, *words.split(), "--help") == (141, "")


def _process(redirection: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own, with a shell's ``redirection``."""
    command = ["sh", "-c", f'exec "$@" {redirection}', "sh", sys.executable, "-P", "-m", "generators"]
    return subprocess.run(
        [*command, *map(str, arguments)],
        env=environment(),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@needs_full_disk
def test_a_process_ends_properly_on_a_full_disk(project: Path) -> None:
    done = _process(">/dev/full", "check", *AS_OF, "--project", project)
    assert (done.returncode, done.stderr) == (1, "出错：写不出结果：磁盘满了\n")


@needs_full_disk
def test_a_process_ends_properly_where_nothing_can_be_written(project: Path) -> None:
    assert _process(">/dev/full 2>&1", "check", *AS_OF, "--project", project).returncode == 1


def test_a_process_ends_properly_at_a_closed_pipe(project: Path) -> None:
    command = [sys.executable, "-P", "-m", "generators", "check", *AS_OF, "--project", str(project)]
    with _pipe_without_reader() as pipe:
        done = subprocess.run(
            command, env=environment(), stdout=pipe, stderr=subprocess.PIPE, text=True, check=False
        )
    assert (done.returncode, done.stderr) == (141, "")


@needs_full_disk
def test_a_build_whose_messages_cannot_be_written_publishes_nothing(project: Path) -> None:
    done = _process("2>/dev/full", "build", *AS_OF, "--project", project, "--markdown", project / "tree")
    assert (done.returncode, done.stdout) == (1, "")
    assert list(project.glob("*tree*")) == []


def test_a_build_without_a_place_for_messages_publishes_and_prints_its_summary_only(project: Path) -> None:
    done = _process("2>&-", "build", *AS_OF, "--project", project, "--markdown", project / "tree")
    assert done.returncode == 0
    assert done.stdout.startswith("公开：")
    assert (project / "tree/public/navigation.json").is_file()
