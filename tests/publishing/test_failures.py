"""What goes wrong only while the site is built: it is told with the file, the line and a code."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from generators.model.problem import Problem
from generators.publishing.configuration.problems import configuration_problems
from generators.publishing.failures import guarded, problems_of_failure
from generators.system_errors import reason_of
from tests.build.project import Files, write_files
from tests.publishing.configuration.mistakes import SOUND
from tests.running import environment, failures_of, try_to_build

FRAME = '{% extends "base.html" %}\n{% block footer %}\n'

FAILURES: dict[str, tuple[Files, str, str]] = {
    "variable": (
        {"theme/main.html": f"{FRAME}{{{{ nothing.at.all }}}}{{% endblock %}}"},
        "theme/main.html:3:1 E121",
        "nothing",
    ),
    "division by zero": (
        {"theme/main.html": f"{FRAME}{{{{ 1 / 0 }}}}{{% endblock %}}"},
        "theme/main.html:3:1 E121",
        "",
    ),
    "type": (
        {"theme/main.html": f"{FRAME}\n{{{{ 1 + 'a' }}}}{{% endblock %}}"},
        "theme/main.html:4:1 E121",
        "",
    ),
    "itself by a name made while running": (
        {"theme/main.html": '{% set name = "main.html" %}\n{% include name %}'},
        "theme/main.html:2:1 E121",
        "套用自己",
    ),
    "missing by a name made while running": (
        {"theme/main.html": '{% set name = "nowhere.html" %}\n{% include name %}'},
        "theme/main.html:2:1 E121",
        "nowhere.html",
    ),
    "template that is not there": (
        {"mkdocs.yml": f"{SOUND}extra_templates: [nothing.html]\n"},
        "mkdocs.yml:9:19 E122",
        "nothing.html",
    ),
    "part of Material that is not there": (
        {"mkdocs.yml": f"{SOUND}extra: {{analytics: {{provider: nothing}}}}\n"},
        "mkdocs.yml:9:31 E122",
        "nothing.html",
    ),
    "hook that raises": (
        {
            "mkdocs.yml": f"{SOUND}hooks: [hook.py]\n",
            "hook.py": "def on_pre_build(config):\n    return 1 / 0\n",
        },
        "hook.py:2:1 E122",
        "ZeroDivisionError",
    ),
    "hook that raises when it is loaded": (
        {"mkdocs.yml": f"{SOUND}hooks: [hook.py]\n", "hook.py": "import nothing_like_it\n"},
        "hook.py:1:1 E122",
        "nothing_like_it",
    ),
    "hook that warns": (
        {
            "mkdocs.yml": f"{SOUND}hooks: [hook.py]\n",
            "hook.py": "import logging\n\n\ndef on_pre_build(config):\n"
            "    logging.getLogger('mkdocs.hooks').warning('小心')\n",
        },
        "mkdocs.yml:1:1 E122",
        "小心",
    ),
}


@pytest.mark.parametrize(("files", "told", "word"), FAILURES.values(), ids=FAILURES)
def test_a_failure_is_told_at_its_place(
    minimal_project: Path, tmp_path: Path, files: Files, told: str, word: str
) -> None:
    write_files(minimal_project, files)
    found = failures_of(minimal_project, tmp_path / "built")
    assert [f"{each.place} {each.code}" for each in found] == [told]
    assert word in found[0].detail
    assert "\n" not in found[0].detail


def test_a_failed_build_says_so_and_leaves_nothing(minimal_project: Path) -> None:
    write_files(minimal_project, FAILURES["division by zero"][0])
    done = try_to_build(minimal_project)
    assert done.exit_code == 1
    assert "生成失败，原有网站没有改动。\ntheme/main.html:3:1  E121  主题模板有误\n" in done.output
    assert list((minimal_project / "site").glob("*")) == []


def test_a_fault_of_the_program_is_none_of_the_project(tmp_path: Path) -> None:
    fault = None
    try:
        failures_of(tmp_path / "nowhere", tmp_path)
    except ValueError as error:
        fault = error
    assert fault is not None
    assert problems_of_failure(fault, (), tmp_path) is None


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EFBIG, errno.EROFS, errno.EMFILE])
def test_a_full_disk_is_no_mistake_in_the_project(
    minimal_project: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("mkdocs.utils.write_file", fail)
    done = try_to_build(minimal_project, "--jobs", "1")
    assert done.exit_code == 1
    assert reason_of(OSError(number, os.strerror(number))) in done.output
    assert "mkdocs.yml" not in done.output


def test_a_preview_goes_on_after_a_full_disk(tmp_path: Path) -> None:
    def fail() -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    said: list[str] = []
    guarded(fail, lambda: (), tmp_path, said.append)()
    assert len(said) == 1
    assert "网页仍是上一次生成的" in said[0]


def test_a_rebuild_that_is_refused_is_not_tried(tmp_path: Path, minimal_project: Path) -> None:
    said: list[str] = []
    tried: list[int] = []
    write_files(minimal_project, {"theme/main.html": "{% if %}"})
    refused: tuple[Problem, ...] = configuration_problems(minimal_project)
    guarded(lambda: tried.append(1), lambda: refused, tmp_path, said.append)()
    assert (tried, len(said)) == ([], 1)
    assert "E121" in said[0]
    assert "网页仍是上一次生成的" in said[0]
    guarded(lambda: tried.append(1), lambda: (), tmp_path, said.append)()
    assert (tried, len(said)) == ([1], 1)


def test_plain_mkdocs_refuses_with_the_same_words(minimal_project: Path) -> None:
    text = SOUND.replace("- tongbao", "- tongbao: {audience: 公开, as_of: 今天}")
    write_files(minimal_project, {"mkdocs.yml": text, "theme/main.html": "{% if %}"})
    expected = try_to_build(minimal_project).output
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-d", str(minimal_project / "built")],
        cwd=minimal_project,
        env=environment({"TONGBAO_AS_OF": "2025-06-30", "NO_MKDOCS_2_WARNING": "1"}),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    for line in (
        "mkdocs.yml:8:25  E118",
        "请写成 public",
        "mkdocs.yml:8:36  E118",
        "theme/main.html:1:1  E121",
    ):
        assert line in expected
        assert line in done.stderr
