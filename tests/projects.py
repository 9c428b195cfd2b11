"""The fictional county as a project of its own, and the console command run as a user runs it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Final

from click.testing import CliRunner, Result

from generators.cli import main

ROOT: Final = Path(__file__).parent.parent
COUNTY: Final = ROOT / "tests" / "fixtures" / "county_small"
COUNTY_DAY: Final = date(2025, 6, 30)
"""The day on which the fictional county is measured."""

OWN_DAY: Final = date(2026, 11, 20)
"""The day on which this repository's own data are measured; they all speak of earlier days."""

_PROGRAM: Final = (sys.executable, "-c", "from generators.cli import main; main()")


def copy_county(folder: Path) -> Path:
    """Copy the fictional county to ``folder``, with this repository's ``mkdocs.yml`` and theme."""
    shutil.copytree(COUNTY, folder)
    shutil.copyfile(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    shutil.copytree(ROOT / "theme", folder / "theme")
    return folder


def environment(variables: Mapping[str, str] = MappingProxyType({})) -> dict[str, str]:
    """Return this process's environment without what decides a build's day, plus ``variables``."""
    deciding = {"SOURCE_DATE_EPOCH", "TONGBAO_AS_OF", "TONGBAO_AUDIENCE"}
    kept = {name: value for name, value in os.environ.items() if name not in deciding}
    return {**kept, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **variables}


def tongbao(
    *arguments: str | Path, cwd: Path = ROOT, variables: Mapping[str, str] = MappingProxyType({})
) -> subprocess.CompletedProcess[str]:
    """Run ``tongbao`` in ``cwd`` and return what it said; a failure raises nothing."""
    return subprocess.run(
        [*_PROGRAM, *map(str, arguments)],
        cwd=cwd,
        env=environment(variables),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def try_to_build(project: Path, *arguments: str | Path, as_of: date = COUNTY_DAY) -> Result:
    """Build ``project`` within this process, which is faster, and return what was said and the exit code."""
    command = ["build", "--project", project, "--as-of", as_of, *arguments]
    return CliRunner().invoke(main, [str(each) for each in command])


def build(project: Path, *arguments: str | Path, as_of: date = COUNTY_DAY) -> None:
    """Build ``project``; raises ``AssertionError`` with everything said when that fails."""
    done = try_to_build(project, *arguments, as_of=as_of)
    assert done.exit_code == 0, f"{done.output}\n{done.exception!r}"


def files_below(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every file below ``folder`` by its path there."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def replace_in(path: Path, old: str, new: str) -> None:
    """Replace ``old``, which must occur exactly once, in a project's file."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{path}: {old!r} occurs {text.count(old)} times"
    path.write_text(text.replace(old, new), encoding="utf-8")
