"""A city of several counties that do not exist, each like the fictional county with figures of its own."""

from __future__ import annotations

import random
import re
import shutil
from pathlib import Path
from typing import Final

from tests.build.project import COUNTY_SMALL

CITY: Final = "qingshi"
FIRST: Final = "fengping"

_NUMBER: Final = re.compile(r"(?<=: )[1-9]\d?(?=[,}\n])")
_NUMERALS: Final = "一二三四五六七八九"
_MISTAKES: Final = ("reports: 多\n", "  wrong: [\n", "\u0007", "name: 又一个\nunknown: 1\n", "kind: city\n")


def write_city(folder: Path, chance: random.Random, counties: int = 3, *, mistakes: int = 0) -> Path:
    """Write a city of ``counties`` into ``folder``, with so many ``mistakes`` in their files; return it.

    The figures of all but the first county are drawn by ``chance``, and so is where the mistakes are.
    """
    shutil.copytree(COUNTY_SMALL, folder)
    names = [FIRST, *(f"{FIRST}-{number}" for number in range(2, counties + 1))]
    (folder / "data" / "divisions.yml").write_text(
        f"{CITY}: {{name: 青示市, kind: city, fictional: true}}\n"
        + "".join(
            f"{name}: {{name: 枫屏{_NUMERALS[at]}县, kind: county, within: {CITY}, fictional: true}}\n"
            for at, name in enumerate(names)
        ),
        encoding="utf-8",
    )
    programme = folder / "data" / "programmes" / "tidy-villages.yml"
    programme.write_text(
        programme.read_text(encoding="utf-8").replace(f"owner: {FIRST}\n", f"owner: {CITY}\n"),
        encoding="utf-8",
    )
    for name in names[1:]:
        _write_county(folder / "data" / "townships", name, chance)
    for _ in range(mistakes):
        path = chance.choice(files_of_counties(folder))
        path.write_text(path.read_text(encoding="utf-8") + chance.choice(_MISTAKES), encoding="utf-8")
    return folder


def files_of_counties(project: Path) -> list[Path]:
    """Return the files of all counties, in order."""
    return sorted((project / "data" / "townships").rglob("*.yml"))


def _write_county(townships: Path, name: str, chance: random.Random) -> None:
    shutil.copytree(townships / FIRST, townships / name)
    for path in sorted((townships / name).rglob("*.yml")):
        text = path.read_text(encoding="utf-8")
        path.write_text(with_other_figures(text, chance), encoding="utf-8")


def with_other_figures(text: str, chance: random.Random) -> str:
    """Return a file of a county with some of its small numbers drawn anew."""
    return _NUMBER.sub(lambda old: str(chance.randint(1, 9)) if chance.random() < 0.2 else old[0], text)
