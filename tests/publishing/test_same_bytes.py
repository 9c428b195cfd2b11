"""The same project makes the same bytes, wherever, whenever and in whichever order its files were made."""

from __future__ import annotations

import gzip
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.build.project import FIXTURES_DAY, OWN_DAY, ROOT, copy_county, files_below
from tests.running import build, environment, tongbao


def _copy_backwards(source: Path, target: Path) -> Path:
    """Copy a project without its sites, so that entries are made in the opposite order of their names."""
    for path in sorted(source.rglob("*"), reverse=True):
        name = path.relative_to(source)
        if path.is_file() and name.parts[0] != "site":
            copied = target / name
            copied.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, copied)
    return target


def _mkdocs_build(
    project: Path, site: Path, variables: Mapping[str, str]
) -> subprocess.CompletedProcess[str]:
    """Build ``project`` with plain MkDocs and return what it said; a failure raises nothing."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(site)],
        cwd=project,
        env=environment(variables),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_neither_hashes_nor_zones_nor_folders_nor_order_change_a_byte(
    county_project: Path, tmp_path: Path
) -> None:
    project = _copy_backwards(county_project, tmp_path / "another name" / "项目")
    elsewhere = {"PYTHONHASHSEED": "4242", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "COLUMNS": "40"}
    result = tongbao(
        "build", "--project", project, "--as-of", str(FIXTURES_DAY), cwd=tmp_path, variables=elsewhere
    )
    assert result.returncode == 0, result.stderr
    ours, theirs = files_below(county_project / "site"), files_below(project / "site")
    assert list(ours) == list(theirs)
    assert [name for name in ours if ours[name] != theirs[name]] == []
    assert {"public/search/index.js", "public/sitemap.xml.gz"} <= ours.keys()


def test_packed_files_carry_no_time_and_no_name(county_project: Path) -> None:
    packed = sorted((county_project / "site").rglob("*.gz"))
    assert packed
    for path in packed:
        assert gzip.decompress(path.read_bytes()) == path.with_suffix("").read_bytes()


@pytest.mark.parametrize("audience", ["public", "internal"])
def test_plain_mkdocs_builds_the_same_site(county_project: Path, tmp_path: Path, audience: str) -> None:
    project = _copy_backwards(county_project, tmp_path / "project")
    variables = {"TONGBAO_AUDIENCE": audience, "TONGBAO_AS_OF": str(FIXTURES_DAY)}
    done = _mkdocs_build(project, tmp_path / "site", variables)
    assert done.returncode == 0, done.stderr
    assert files_below(tmp_path / "site") == files_below(county_project / "site" / audience)


def test_plain_mkdocs_tells_of_problems_and_builds_nothing(tmp_path: Path) -> None:
    project = copy_county(tmp_path / "project")
    (project / "data/site.yml").unlink()
    result = _mkdocs_build(project, tmp_path / "site", {"TONGBAO_AS_OF": str(FIXTURES_DAY)})
    assert result.returncode == 1
    assert "E114" in result.stderr
    assert "Traceback" not in result.stderr
    assert not (tmp_path / "site").exists()


def test_plain_mkdocs_tells_of_a_wrong_day(tmp_path: Path) -> None:
    project = copy_county(tmp_path / "project")
    result = _mkdocs_build(project, tmp_path / "site", {"TONGBAO_AS_OF": "tomorrow"})
    assert result.returncode == 1
    assert "tomorrow" in result.stderr
    assert "Traceback" not in result.stderr


def test_the_own_markdown_is_the_same_under_another_hash_seed(tmp_path: Path) -> None:
    build(ROOT, "--markdown", tmp_path / "one", as_of=OWN_DAY)
    arguments = ("build", "--as-of", str(OWN_DAY), "--markdown", tmp_path / "two")
    result = tongbao(*arguments, variables={"PYTHONHASHSEED": "4242"})
    assert result.returncode == 0, result.stderr
    assert files_below(tmp_path / "one") == files_below(tmp_path / "two")
