"""Edits of a project as an office makes them between two builds, and accidents with what was built."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from tests.build.project import FIXTURES_DAY

_NUMBER: Final = re.compile(r"(?<=: )\d{1,4}(?=[,}\n])")
_NAMED: Final = re.compile(r"(?<=name: )[\u4e00-\u9fff]+")
_TITLE: Final = re.compile(r"(?<=title: )[\u4e00-\u9fff]+")
_CONFIGURATION: Final = "site_name: 站\ndocs_dir: content\n{}plugins: {}\n"
_MATERIAL: Final = "theme: {name: material}\n"
_CONFIGURATIONS: Final = tuple(
    _CONFIGURATION.format(*parts)
    for parts in (
        (_MATERIAL, "[search, tongbao]"),
        (f"site_url: https://www.example.cn/x/\n{_MATERIAL}", "[search, tongbao]"),
        ("theme: {name: material, features: [navigation.top]}\n", "[search, tongbao]"),
        (_MATERIAL, "[tongbao]"),
    )
)
_FOOTERS: Final = ("脚注甲", "{{ page.title }}", "{{ nav.items | length }}", "{{ pages | length }}")


@dataclass(slots=True)
class Edited:
    """A project that is edited again and again: the folder, its built ``site``, the day, what was done."""

    project: Path
    site: Path
    chance: random.Random
    as_of: date = FIXTURES_DAY
    done: list[str] = field(default_factory=list)

    def edit(self) -> None:
        """Make one edit, drawn by chance."""
        made = self.chance.choice(_EDITS)
        self.done.append(f"{made.__name__}: {made(self)}")

    def file(self, pattern: str) -> Path:
        """Return a file of the project below ``pattern``, drawn by chance."""
        return self.chance.choice(sorted(each for each in self.project.glob(pattern) if each.is_file()))

    def replaced(self, path: Path, pattern: re.Pattern[str], change: Callable[[str], str]) -> str:
        """Change one match of ``pattern`` in a file, drawn by chance; return where."""
        text = path.read_text(encoding="utf-8")
        found = [*pattern.finditer(text)]
        if found:
            one = self.chance.choice(found)
            text = text[: one.start()] + change(one[0]) + text[one.end() :]
            path.write_text(text, encoding="utf-8")
        return str(path.relative_to(self.project))


def _figure(on: Edited) -> str:
    step = on.chance.choice((1, -1, 10))
    return on.replaced(on.file("data/townships/**/*.yml"), _NUMBER, lambda old: str(max(int(old) + step, 0)))


def _definition(on: Edited) -> str:
    return on.replaced(on.file("data/programmes/*.yml"), _NAMED, lambda old: f"{old}项")


def _division(on: Edited) -> str:
    return on.replaced(on.file("data/townships/**/*.yml"), _NAMED, lambda old: f"新{old}")


def _prose(on: Edited) -> str:
    path = on.file("content/**/*.md")
    with path.open("a", encoding="utf-8") as stream:
        stream.write(f"\n又一段，第{'一二三四五'[on.chance.randrange(5)]}次。\n")
    return str(path.relative_to(on.project))


def _title(on: Edited) -> str:
    return on.replaced(on.file("content/**/*.md"), _TITLE, lambda old: f"{old}续")


def _page(on: Edited) -> str:
    path = on.project / "content" / "further.md"
    if path.exists():
        path.unlink()
        return "removed"
    path.write_text("---\ntitle: 另页\n---\n\n见[关于](about.md)。\n", encoding="utf-8")
    return "added"


def _attachment(on: Edited) -> str:
    path = on.project / "content" / "cases" / "village-map.svg"
    path.write_text(path.read_text(encoding="utf-8").replace("</svg>", "<g></g></svg>"), encoding="utf-8")
    return "changed"


def _configuration(on: Edited) -> str:
    path = on.project / "mkdocs.yml"
    text = on.chance.choice((*_CONFIGURATIONS, None))
    if text is None:
        path.unlink(missing_ok=True)
        return "removed"
    path.write_text(text, encoding="utf-8")
    return text


def _theme(on: Edited) -> str:
    path = on.project / "theme" / "main.html"
    text = on.chance.choice((*_FOOTERS, None))
    if text is None:
        path.unlink(missing_ok=True)
        return "removed"
    path.parent.mkdir(exist_ok=True)
    path.write_text(
        f'{{% extends "base.html" %}}{{% block footer %}}{text}{{% endblock %}}', encoding="utf-8"
    )
    return text


def _day(on: Edited) -> str:
    on.as_of += timedelta(days=on.chance.choice((1, 30, -30, -1)))
    return on.as_of.isoformat()


def _built_page(on: Edited) -> str:
    path = on.chance.choice(sorted(on.site.rglob("*.html")))
    if on.chance.random() < 0.5:
        path.unlink()
        return f"{path.name} removed"
    path.write_text("edited by hand", encoding="utf-8")
    return f"{path.name} changed"


def _built_site(on: Edited) -> str:
    shutil.rmtree(on.site)
    return "removed"


def _store(on: Edited) -> str:
    path = on.file(".cache/tongbao/*-*")
    content = bytearray(path.read_bytes())
    content[on.chance.randrange(len(content))] ^= 1 << on.chance.randrange(8)
    path.write_bytes(content)
    return f"{path.name} damaged"


def _nothing(_: Edited) -> str:
    return ""


_EDITS: Final = (
    *(_figure, _figure, _figure, _definition, _division, _prose, _prose, _title, _page, _attachment),
    *(_configuration, _theme, _day, _built_page, _built_site, _store, _nothing),
)
