"""Building again after edits gives the bytes of a build from nothing, whatever was edited.

``pytest tests/test_incremental.py --sequences 300`` tries more of them; a number in a failure is the seed.
"""

from __future__ import annotations

import random
import shutil
from pathlib import Path
from typing import Final

import pytest

from tests.build.edits import Edited
from tests.build.project import COUNTY_SMALL, copy_county, files_below
from tests.running import try_to_build

EDITS: Final = 3
"""How many edits a sequence has, each followed by a build."""

AUDIENCES: Final = ((), ("--audience", "public"), ("--audience", "internal"))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    metafunc.parametrize("seed", range(metafunc.config.getoption("--sequences")))


def test_a_build_after_edits_equals_a_build_from_nothing(tmp_path: Path, seed: int) -> None:
    project, site, clean = tmp_path / "county", tmp_path / "site", tmp_path / "clean"
    if seed % 2:
        copy_county(project)
    else:
        shutil.copytree(COUNTY_SMALL, project)
    on = Edited(project, site, random.Random(seed))  # noqa: S311 - a seed makes it repeatable
    audience = AUDIENCES[seed % len(AUDIENCES)]
    assert try_to_build(project, *audience, "--site-dir", site, as_of=on.as_of).exit_code == 0
    for _ in range(EDITS):
        before = tmp_path / "before"
        shutil.copytree(project, before, ignore=shutil.ignore_patterns(".cache"))
        day = on.as_of
        on.edit()
        again = try_to_build(project, *audience, "--site-dir", site, as_of=on.as_of)
        anew = try_to_build(project, *audience, "--site-dir", clean, "--clean", as_of=on.as_of)
        assert again.exit_code == anew.exit_code, (on.done, again.output, anew.output)
        if again.exit_code == 0:
            assert files_below(site) == files_below(clean), on.done
            shutil.rmtree(before)
            continue
        shutil.rmtree(project)
        before.rename(project)
        on.as_of = day
