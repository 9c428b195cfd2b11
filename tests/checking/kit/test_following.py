"""The cause of a mistake is told, and not what follows from it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.build.project import MINIMAL, copy_minimal
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
