"""Projects as folders of files: copies of the fixtures, and files written over them."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Final

from tests.build.word_papers import PAPERS

ROOT: Final = Path(__file__).resolve().parents[2]
OWN_DAY: Final = date(2026, 11, 20)
"""The day on which this repository's own data are measured; they all speak of earlier days."""

FIXTURES: Final = ROOT / "tests" / "fixtures"
MINIMAL: Final = FIXTURES / "minimal"
"""The minimal project, the smallest sound one: the county ``yunxi``, its programme ``clear-stream``."""

COUNTY_SMALL: Final = FIXTURES / "county_small"
"""A complete fictional county, ``fengping``, with internal records of every kind."""

FIXTURES_DAY: Final = date(2025, 6, 30)
"""The day on which the projects in ``fixtures/`` are measured."""

SHILI: Final = ROOT / "examples" / "shili"
"""The example county that this repository publishes."""

SHILI_DAY: Final = date(2026, 10, 15)
"""The day for which the example county was written."""

SHILI_LATER_DAY: Final = date(2026, 10, 20)
"""When all its reports on the third quarter have come in, and the ranking of that quarter is closed."""

SOURCES: Final = "data/sources.yml"
"""The file of a project that lists its sources."""

INTERNAL_SOURCE: Final = "\nzzsecret01: {title: zzsecret02, issuer: zzsecret03, disclosure: internal}\n"
"""An internal source for ``with_sources``; internal pages print its marks, no public page or file may."""

INVALID: Final = FIXTURES / "invalid"
EXPECTED: Final = "expected.txt"
_DELETED: Final = ".delete"
_MEGABYTE: Final = 1024 * 1024

Files = Mapping[str, str | bytes | None]
"""Contents of files by their paths in a project; ``None`` where there is to be no file."""

SOUND: Final[Mapping[str, str]] = MappingProxyType(
    {
        "data/README.md": "# data\n",
        "data/site.yml": "name: 示例县进度公开\nowner: 示例县\ndescription: 示例\n"
        "audiences:\n  public: {title: 公开}\n  internal: {title: 内部}\n",
        "data/sources.yml": "notice:\n  title: 示例通知\n  issuer: 示例县\n  date: 2017-01-01\n",
        "data/series.yml": "brief:\n  name: 示例简报\n  issuer: 示例县\n",
        "data/divisions.yml": "example-province: {name: 示例省, kind: province, code: '990000000000'}\n"
        "example-county:\n  name: 示例县\n  kind: county\n  within: example-province\n  fictional: true\n",
        "data/programmes/example.yml": "id: example\nname: 示例工作\nshort_name: 示例\n"
        "owner: example-county\noffice: 示例办\nsummary: 示例\nsources: [notice]\n"
        "indicators:\n  villages: {name: 村数, measure: 个, kind: cumulative}\n",
        "data/townships/example-county/county.yml": "reports:\n  - period: 2017-06\n    values:\n"
        "      example/villages: 5\n",
        "data/townships/example-county/villages.yml": "villages:\n  lone: {name: 独村}\n",
        "data/townships/example-county/town/township.yml": "name: 示例镇\nkind: town\ntargets:\n"
        "  - indicator: example/villages\n    value: 12\n    from: 2017-01-01\n    by: 2017-12-31\n"
        "    milestones: {2017-06-30: 4}\n",
        "data/townships/example-county/town/villages.yml": "villages:\n  east:\n    name: 东村\n"
        "    reports:\n      - period: 2017\n        values: {example/villages: 1.50}\n",
        "data/corrections.yml": "- division: example-county\n  indicator: example/villages\n"
        "  period: 2017-06\n  old: 5\n  new: 6\n  reason: 重复统计\n  office: 示例办\n  on: 2017-08-01\n",
        "content/index.md": "---\ntitle: 首页\n---\n正文\n",
        "content/bulletins/brief/2017/3.md": "---\nseries: brief\ntitle: 第三期\nissuer: 示例县\nnumber: 3\n"
        "date: 2017-07-01\nprogrammes: [example]\n---\n\n正文\n",
        "content/cases/lamp.md": "---\ntitle: 一盏灯\nprogramme: example\ndivision: example-county\n"
        "summary: 示例\n---\n正文\n",
        "content/cases/lamp.png": "not really a picture",
    }
)
"""A sound project with a file of every kind, for the tests of reading; each changes what it is about."""


def copy_minimal(folder: Path) -> Path:
    """Copy the minimal project to ``folder`` and return that."""
    return Path(shutil.copytree(MINIMAL, folder))


def copy_county(folder: Path) -> Path:
    """Copy the fictional county to ``folder``, with this repository's ``mkdocs.yml`` and theme."""
    shutil.copytree(COUNTY_SMALL, folder)
    return add_theme(folder)


def add_theme(project: Path) -> Path:
    """Copy this repository's ``mkdocs.yml`` and theme into ``project`` and return that."""
    shutil.copyfile(ROOT / "mkdocs.yml", project / "mkdocs.yml")
    shutil.copytree(ROOT / "theme", project / "theme")
    return project


def write_files(project: Path, files: Files) -> None:
    """Write ``files`` below ``project``, over what is there."""
    for name, content in files.items():
        path = project / name
        if content is None:
            path.unlink()
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)


def add_to(project: Path, file: str, text: str) -> None:
    """Append ``text`` to one of the project's files."""
    write_files(project, {file: (project / file).read_text(encoding="utf-8") + text})


def replace_in(path: Path, old: str, new: str) -> None:
    """Replace ``old``, which must occur exactly once, in a project's file."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{path}: {old!r} occurs {text.count(old)} times"
    path.write_text(text.replace(old, new), encoding="utf-8")


def files_below(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every file below ``folder`` by its path there."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _write_huge_file(project: Path) -> None:
    (project / "data/corrections.yml").write_bytes(b"# \xe6\x97\xa0\n" * (10 * _MEGABYTE // 6))


def _write_dangling_link(project: Path) -> None:
    (project / "data/corrections.yml").symlink_to("nowhere.yml")


def _write_paper(code: str, project: Path) -> None:
    (project / "paper.docx").write_bytes(PAPERS[code]())


_MADE: Final[Mapping[str, Callable[[Path], None]]] = {
    "E101": _write_huge_file,
    "E113": _write_dangling_link,
    **{code: partial(_write_paper, code) for code in PAPERS},
}
"""What git had better not keep: a file of 10 MB, a link that leads nowhere, Word documents."""


def break_rule(code: str, project: Path) -> None:
    """Change ``project``, a copy of the minimal one, into the one that breaks the rule ``code``."""
    fixture = INVALID / code
    for path in sorted(fixture.rglob("*")):
        name = path.relative_to(fixture).as_posix()
        if path.is_dir() or name == EXPECTED:
            continue
        is_deleted = name.endswith(_DELETED)
        write_files(project, {name.removesuffix(_DELETED): None if is_deleted else path.read_bytes()})
    if code in _MADE:
        _MADE[code](project)
