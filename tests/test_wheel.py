"""The program as it is installed: nothing of the repository is there but what the wheel carries."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Final

import pytest

from generators.reading.schemas.files import schema_texts
from tests.build.project import FIXTURES, ROOT
from tests.reading_sites.built_site import BuiltSite
from tests.running import environment

_PACKED: Final = ("generators", "theme", "LICENSE", "README.md", "pyproject.toml", "setup.py")
_GUIDES: Final = ("data/README.md", "content/README.md")
_MARK: Final = "/* out of the wheel */"
_PIP: Final = ("-m", "pip", "--disable-pip-version-check", "--quiet")


def _run(*arguments: str | Path, cwd: Path, path: Path | None = None) -> None:
    variables = environment() | {"PYTHONPATH": str(path or cwd)}
    done = subprocess.run(
        [sys.executable, *map(str, arguments)],
        cwd=cwd,
        env=variables,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a wheel made of a copy of the sources, whose styles bear a mark."""
    sources = tmp_path_factory.mktemp("sources")
    for name in _PACKED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, sources / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copyfile(ROOT / name, sources / name)
    for name in _GUIDES:
        (sources / name).parent.mkdir()
        shutil.copyfile(ROOT / name, sources / name)
        (sources / name).with_name("about.md").write_text("not packed")
    with (sources / "theme/assets/stylesheets/layout.css").open("a", encoding="utf-8") as sheet:
        sheet.write(_MARK)
    folder = tmp_path_factory.mktemp("wheel")
    _run(*_PIP, "wheel", "--no-build-isolation", "--no-deps", "--no-index", "-w", folder, ".", cwd=sources)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder into which the wheel alone has been installed."""
    folder = tmp_path_factory.mktemp("installed")
    _run(*_PIP, "install", "--no-deps", "--no-index", "--target", folder, wheel, cwd=folder)
    return folder


def test_the_wheel_holds_every_file_of_the_program_and_the_theme(wheel: Path) -> None:
    packed = set(zipfile.ZipFile(wheel).namelist())
    theme = {path.relative_to(ROOT).as_posix() for path in (ROOT / "theme").rglob("*") if path.is_file()}
    assert {f"generators/{name}" for name in theme} <= packed
    program = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "generators").rglob("*")
        if path.is_file() and path.suffix not in {".pyc", ".md"}
    }
    assert program <= packed
    assert {name for name in packed if name.startswith("generators/guides/")} == {
        f"generators/guides/{name}" for name in _GUIDES
    }
    assert {name.split("/")[0] for name in packed if ".dist-info/" not in name} == {"generators"}


def test_a_project_of_data_and_content_alone_is_built(installed: Path, tmp_path: Path) -> None:
    project = Path(shutil.copytree(FIXTURES / "minimal", tmp_path / "project"))
    assert sorted(path.name for path in project.iterdir()) == ["content", "data"]
    _run("-P", "-m", "generators", "build", "--audience", "public", cwd=project, path=installed)
    site = BuiltSite(project / "site/public")
    assert {"index.html", "bulletins/stream-notes/2024/1/index.html"} <= set(site.files)
    assert {"assets/javascripts/board.js", "assets/images/favicon.svg", "404.html"} <= set(site.files)
    assert _MARK in (site.folder / "assets/stylesheets/layout.css").read_text(encoding="utf-8")
    home = (site.folder / "index.html").read_text(encoding="utf-8")
    assert '<html lang="zh-CN"' in home
    assert "assets/stylesheets/tokens.css" in home
    assert "assets/javascripts/controls.js" in home
    assert "fonts.googleapis.com" not in home


def test_schemas_are_explained_by_the_guides_that_the_wheel_carries(installed: Path, tmp_path: Path) -> None:
    _run("-P", "-m", "generators", "schema", "--output", tmp_path, cwd=tmp_path, path=installed)
    written = {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()}
    assert written == schema_texts()
