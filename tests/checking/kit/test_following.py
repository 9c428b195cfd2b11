"""The cause of a mistake is told, and not what follows from it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from generators.model.problem import Severity
from tests.build.project import MINIMAL, add_to, copy_minimal, replace_in
from tests.running import problems_of

_KEY = re.compile(r"^[ -]*[a-z/-]+:(?= |$)")

FILES = sorted(
    path.relative_to(MINIMAL).as_posix() for path in MINIMAL.rglob("*") if path.suffix in {".yml", ".md"}
)


@pytest.mark.parametrize("file", FILES)
def test_a_full_width_colon_is_told_in_its_own_file_alone(tmp_path: Path, file: str) -> None:
    lines = (MINIMAL / file).read_text(encoding="utf-8").split("\n")
    keys = [at for at, line in enumerate(lines) if _KEY.match(line)]
    for at in keys[:: max(1, len(keys) // 4)]:
        project = copy_minimal(tmp_path / "project")
        changed = [*lines[:at], lines[at].replace(":", "：", 1), *lines[at + 1 :]]
        (project / file).write_text("\n".join(changed), encoding="utf-8")
        problems = problems_of(project)
        assert {each.place.file for each in problems} <= {file}, lines[at]
        assert len(problems) <= 2, lines[at]
        shutil.rmtree(project)


def test_a_broken_township_is_told_alone_though_others_name_it(tmp_path: Path) -> None:
    project = copy_minimal(tmp_path / "project")
    folder = project / "data/townships/yunxi"
    add_to(project, "data/townships/yunxi/county.yml", "order: [east-bridge, west-ford]\n")
    add_to(
        project,
        "data/townships/yunxi/west-ford/township.yml",
        "history: [{on: 2024-05-01, event: merged, into: [east-bridge]}]\n",
    )
    assert not [each for each in problems_of(project) if each.severity is Severity.ERROR]
    replace_in(folder / "east-bridge/township.yml", "kind: town\n", "kind：town\n")
    assert [(each.code, each.place.file) for each in problems_of(project)] == [
        ("E104", "data/townships/yunxi/east-bridge/township.yml")
    ]


def test_an_explanation_is_not_called_needless_where_a_value_cannot_be_read(tmp_path: Path) -> None:
    project = copy_minimal(tmp_path / "project")
    file = project / "data/townships/yunxi/east-bridge/township.yml"
    replace_in(file, "cleaned-streams: 3\n", "cleaned-streams: {value: 300, confirmed: 已核对}\n")
    replace_in(file, "cleaned-streams: 1\n", "cleaned-streams: 20\n")
    assert problems_of(project) == []
    replace_in(file, "cleaned-streams: 20\n", "cleaned-streams: 20条\n")
    assert [each.code for each in problems_of(project)] == ["E203"]
