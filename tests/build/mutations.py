"""A small project with a file of every kind, and changes to it as haste, malice and bad disks make them."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Final

from tests.build.hostile_text import HOSTILE_MARKUP
from tests.build.project import copy_minimal, write_files

_FILES: Final = {
    "mkdocs.yml": "site_name: x\ndocs_dir: content\nsite_dir: site/mkdocs\ntheme:\n  name: material\n"
    "plugins:\n  - search\n  - tongbao\n",
    "theme/main.html": '{% extends "base.html" %}\n{% block footer %}{{ config.site_name }}{% endblock %}\n',
    "templates/circular/problems.md.j2": "{% for each in [1, 2] %}{{ each }}、{{ view.area }}{% endfor %}\n",
    "content/about.md": "---\ntitle: 关于\n---\n\n# 一 {: #a }\n\n[表](files/table.csv)、**粗**、`码`\n\n"
    "<kbd>键</kbd>\n\n"
    "|甲|乙|\n|-|-|\n|1|2|\n\n- 一\n    - 二\n\n> 引\n\n<!-- 注 -->\n",
    "content/files/table.csv": "甲,乙\n1,2\n",
    "data/corrections.yml": "- {division: yunxi/east-bridge, indicator: clear-stream/cleaned-streams,\n"
    "   period: 2024-Q1, old: 1, new: 2, reason: 漏报, office: 办公室, on: 2024-05-01}\n",
}

_PIECES: Final = (
    *("{{", "}}", "{%", "%}"),
    *("{#", '{{ value("a", "b") }}', "{{ 1/0 }}", "{{ '9' * 999999999 }}"),
    *(
        '{% include "main.html" %}',
        "{% include '../../mkdocs.yml' %}",
        "{% for i in range(99999) %}",
        "{% endfor %}",
    ),
    *(
        "<script>alert(1)</script>",
        "<img src=x onerror=x>",
        "<![ x",
        "<!--",
        "-->",
        "<a",
        "<",
        "&",
        "&#0;",
        "[",
        "](",
    ),
    *(
        "[x](http://[::1/)",
        "[x](javascript:x)",
        "![x](//a/b)",
        "[^1]: ",
        "*",
        "`",
        "```",
        "|",
        ">",
        "- ",
        "    ",
    ),
    *(
        ":",
        "：",
        ": ",
        "- - ",
        "? ",
        "&a ",
        "*a",
        "!!python/name:os.system ",
        "<<: ",
        "---",
        "#",
        "'",
        '"',
        "[[",
        "{",
    ),
    *(
        "~",
        "null",
        "true",
        "是",
        "120万",
        "35/36",
        "１２",
        "1,200",
        "9" * 31,
        "1e999",
        "-1",
        "0",
        "0.1",
        "nan",
        ".inf",
    ),
    *("2021-02-30", "9999-12-31", "0001-01-01", "2024-Q5"),
    *("unstated", "2024-01/2023-01", "00:00"),
    *(
        "\x00",
        "\x1b[2J",
        "\x85",
        "\u202e",
        "\u2028",
        "\ufeff",
        "\ud7ff",
        "\U0010ffff",
        "\r",
        "\t",
        "\n",
        "\n\n",
    ),
    *("../..", "/etc/passwd", "%2e%2e/", "site:/"),
    *("yunxi", "clear-stream", "INHERIT: mkdocs.yml\n", "5"),
)

_NAMES: Final = (
    *(
        "content/cases.md",
        "content/index.md",
        "content/a\nb.md",
        "content/INDEX.md",
        "content/x.svg",
        "content/x.html",
    ),
    *("data/townships/yunxi/new/township.yml", "data/programmes/x.yml"),
    *("data/terms.yml", "data/allowed.yml"),
    *(
        "templates/circular.md.j2",
        "theme/404.html",
        "theme/sitemap.xml",
        "theme/open-data/values.csv",
        "data/x.txt",
    ),
    *("content/bulletins/stream-notes/2024/index.md", "data/inspections/x.yml"),
    *("data/adjustments.yml",),
)


def mutated_project(folder: Path, seed: int) -> Path:
    """Write the project with the changes of ``seed`` to ``folder`` and return that; a seed gives the same."""
    choice = random.Random(seed)  # noqa: S311 - the same every time
    write_files(copy_minimal(folder), _FILES)
    for _ in range(choice.choice((1, 1, 1, 2, 5))):
        choice.choice(_CHANGES)(folder, choice)
    return folder


def mutated_text(text: str, choice: random.Random) -> str:
    """Return ``text`` with one to three changes; the same state of ``choice`` gives the same."""
    for _ in range(choice.choice((1, 1, 2, 3))):
        text = choice.choice((_inserted, _line_changed, _line_changed, _cut))(text, choice)
    return text


def _some_file(folder: Path, choice: random.Random) -> Path:
    kinds = [folder / kind for kind in ("data", "content", "templates", "theme")]
    kind = choice.choice([each for each in (*kinds, folder / "mkdocs.yml") if each.exists()])
    files = [kind] if kind.is_file() else sorted(path for path in kind.rglob("*") if path.is_file())
    return choice.choice(files or [folder / "mkdocs.yml"])


def _with_text(change: Callable[[str, random.Random], str]) -> Callable[[Path, random.Random], None]:
    def changed(folder: Path, choice: random.Random) -> None:
        path = _some_file(folder, choice)
        if path.is_file() and not path.is_symlink():
            text = path.read_bytes().decode("utf-8", "surrogateescape")
            path.write_bytes(change(text, choice).encode("utf-8", "surrogateescape"))

    return changed


def _inserted(text: str, choice: random.Random) -> str:
    at = choice.randint(0, len(text))
    return text[:at] + choice.choice(_PIECES) * choice.choice((1, 1, 1, 3, 600)) + text[at:]


def _cut(text: str, choice: random.Random) -> str:
    at = choice.randint(0, len(text))
    return text[:at] + text[at + choice.choice((1, 1, 5, 50, len(text))) :]


def _line_changed(text: str, choice: random.Random) -> str:
    lines = text.split("\n")
    at = choice.randrange(len(lines))
    match choice.randrange(5):
        case 0:
            lines.insert(at, lines[choice.randrange(len(lines))])
        case 1:
            del lines[at]
        case 2:
            lines[at] = " " * choice.choice((1, 2, 300)) + lines[at]
        case 3:
            lines[at] = lines[at].replace(":", "：", 1)
        case _:
            lines[at] = lines[at].partition(":")[0] + ": " + choice.choice(_PIECES)
    return "\n".join(lines)


def _hostile(text: str, choice: random.Random) -> str:
    return f"{text}\n{choice.choice(list(HOSTILE_MARKUP.values()))}\n"


def _bytes_changed(folder: Path, choice: random.Random) -> None:
    path = _some_file(folder, choice)
    if path.is_file() and not path.is_symlink():
        data = bytearray(path.read_bytes())
        for _ in range(choice.choice((1, 10))):
            if data:
                data[choice.randrange(len(data))] = choice.randrange(256)
        path.write_bytes(bytes(data))


def _file_added(folder: Path, choice: random.Random) -> None:
    source = _some_file(folder, choice)
    write_files(folder, {choice.choice(_NAMES): source.read_bytes() if source.is_file() else b""})


def _file_lost(folder: Path, choice: random.Random) -> None:
    _some_file(folder, choice).unlink(missing_ok=True)


def _file_linked(folder: Path, choice: random.Random) -> None:
    path = _some_file(folder, choice)
    path.unlink(missing_ok=True)
    path.symlink_to(choice.choice((folder / "data/site.yml", Path("/etc/hostname"), folder, path)))


_CHANGES: Final[tuple[Callable[[Path, random.Random], None], ...]] = (
    *(_with_text(_inserted),) * 5,
    *(_with_text(_line_changed),) * 4,
    *(_with_text(_cut),) * 2,
    _with_text(_hostile),
    _bytes_changed,
    _file_added,
    _file_lost,
    _file_linked,
)
