"""The fictional projects that are built, and the change of one figure in them."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Final

import click

from examples.fictional_county.sizes import Sizes
from examples.write_county import write_project
from tests.bench.processes import run
from tests.build.county import Size, write_county
from tests.build.project import ROOT

VILLAGES_IN_A_TOWNSHIP: Final = 15
PROVINCE: Final = Sizes(1300, 20_000)

EARLIER: Final = "851a59b"
"""The commit that the building of a city is compared with: before anything was done for speed."""

COUNTY_FIGURE: Final = "green-valley/patrols"
AREA_FIGURE: Final = "shili-1357/solved-problems"
"""Figures in the county, and in the city, that can be one more without contradicting others."""

_WRITE_COUNTY: Final = (sys.executable, "-m", "examples.write_county")


def county(folder: Path, size: Size, seed: int) -> Path:
    """Write the county with this repository's theme, and return its folder."""
    write_county(folder, size, seed)
    (folder / "content").mkdir(exist_ok=True)  # which a county without bulletins and cases has not
    shutil.copytree(ROOT / "theme", folder / "theme")
    return folder


def example(folder: Path) -> Path:
    """Write the example county that this repository publishes, and return its folder."""
    write_project(folder, Sizes())
    return folder


def province(folder: Path) -> Path:
    """Write a province, and return its folder."""
    write_project(folder, PROVINCE)
    return folder


def city(townships: int) -> Sizes:
    """Return the sizes of a city of so many townships."""
    return Sizes(townships, townships * VILLAGES_IN_A_TOWNSHIP)


def earlier_checkout(folder: Path) -> Path:
    """Write the files of the earlier commit into ``folder``; ``ClickException`` without the history."""
    git = shutil.which("git") or "git"
    found = subprocess.run(
        [git, "archive", "--format=zip", EARLIER], cwd=ROOT, capture_output=True, check=False
    )
    if found.returncode:
        raise click.ClickException(
            f"与提交 {EARLIER} 比较要有整个仓库的历史：{found.stderr.decode().strip()}"
        )
    with zipfile.ZipFile(io.BytesIO(found.stdout)) as archive:
        archive.extractall(folder)
    return folder


def earlier_city(checkout: Path, folder: Path, sizes: Sizes) -> Path:
    """Let the program of ``checkout`` write a city into ``folder``, which it and ours can read."""
    numbers = ("--townships", str(sizes.townships), "--villages", str(sizes.villages))
    run([*_WRITE_COUNTY, "--out", str(folder), *numbers], checkout)
    return folder


def for_us(project: Path, folder: Path) -> Path:
    """Copy an earlier project to ``folder`` with today's theme in place of the earlier one."""
    shutil.copytree(project, folder)
    shutil.copytree(ROOT / "theme", folder / "theme")
    shutil.copyfile(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    return folder


def change_a_report(project: Path, indicator: str) -> None:
    """Add one to the last figure of ``indicator`` in the first file of a township that has one."""
    value = re.compile(rf"^( +{re.escape(indicator)}: )(\d+)$", re.MULTILINE)
    for file in sorted(project.glob("data/townships/*/*/*.yml")):
        text = file.read_text(encoding="utf-8")
        found = [*value.finditer(text)]
        if found:
            figure, start, end = int(found[-1][2]) + 1, *found[-1].span(2)
            file.write_text(f"{text[:start]}{figure}{text[end:]}", encoding="utf-8", newline="\n")
            return
    raise click.ClickException(f"没有乡镇报送{indicator}")
