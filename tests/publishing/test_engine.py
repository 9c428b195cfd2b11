"""Either engine builds the site, to the same bytes but for the tag that names the engine."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest

from generators.publishing.engine import ENGINE, VARIABLE
from tests.build.project import copy_minimal
from tests.reading_sites.built_site import BuiltSite
from tests.running import environment

_GENERATOR: Final = re.compile(rb'<meta name="generator" content="[^"]*">')
_DAY: Final = "2025-06-30"


def _run(project: Path, variables: Mapping[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=project,
        env=environment({"SOURCE_DATE_EPOCH": "1790000000", "TONGBAO_AS_OF": _DAY, **variables}),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def _site(project: Path, folder: str, variables: Mapping[str, str], *arguments: str) -> dict[str, bytes]:
    """Return the files of the public site that the command makes, without the tags that name the engine."""
    done = _run(project, variables, *arguments, "--site-dir", folder)
    assert done.returncode == 0, done.stdout + done.stderr
    root = project / folder
    found = {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}
    assert all(_GENERATOR.search(found[name]) for name in BuiltSite(root).framed_pages)
    return {name: _GENERATOR.sub(b"", content) for name, content in found.items()}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the minimal project."""
    return copy_minimal(tmp_path_factory.mktemp("engines") / "project")


def test_both_engines_make_the_same_bytes(project: Path) -> None:
    command = ("generators", "build", "--clean", "--audience", "public", "--project", str(project))
    sites = [
        _site(project, str(project / name), {VARIABLE: name}, *command) for name in ("mkdocs", "properdocs")
    ]
    assert sites[0].keys() == sites[1].keys()
    assert [name for name in sites[0] if sites[0][name] != sites[1][name]] == []


def test_the_plugin_serves_properdocs_by_itself(project: Path) -> None:
    (project / "mkdocs.yml").write_text(
        "site_name: 云溪通报\ndocs_dir: content\ntheme: {name: material}\nplugins: [tongbao]\n",
        encoding="utf-8",
    )
    command = ("properdocs", "build", "--quiet", "--config-file", "mkdocs.yml")
    found = _site(project, str(project / "by-itself"), {}, *command)
    assert "open-data/datapackage.json" in found


@pytest.mark.parametrize("name", ["hugo", "os"])
def test_another_engine_is_refused(project: Path, name: str) -> None:
    done = _run(project, {VARIABLE: name}, "generators", "build", "--project", str(project))
    assert done.returncode == 1
    assert f"{VARIABLE} 写的是“{name}”" in done.stderr


def test_mkdocs_is_the_default() -> None:
    assert ENGINE == "mkdocs"
