"""Projects that break one rule each: the minimal project with the files of a fixture laid over it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Final

from generators.model.problem import Problem
from generators.pipeline import examine
from generators.proofreading import proofread, proofreader_of, prose_files
from tests.conftest import FIXTURES

INVALID: Final = FIXTURES / "invalid"
EXPECTED: Final = "expected.txt"
DELETED: Final = ".delete"
AS_OF: Final = date(2025, 6, 30)

TOWNSHIP: Final = "data/townships/yunxi/third-hill/township.yml"
CORRECTIONS: Final = "data/corrections.yml"
PROGRAMME: Final = "data/programmes/second.yml"
ABOUT: Final = "content/about.md"

ProblemsWith = Callable[[Mapping[str, str | bytes | None]], list[tuple[str, str, str]]]
"""Takes files to change, gives (code, place, detail) of every problem."""

_MEGABYTE: Final = 1024 * 1024


def _huge_file(project: Path) -> None:
    (project / CORRECTIONS).write_bytes(b"# \xe6\x97\xa0\n" * (10 * _MEGABYTE // 6))


def _dangling_link(project: Path) -> None:
    (project / CORRECTIONS).symlink_to("nowhere.yml")


_MADE: Final[Mapping[str, Callable[[Path], None]]] = {"E101": _huge_file, "E113": _dangling_link}
"""What git had better not keep: a file of 10 MB, a link that leads nowhere."""


def lay_over(code: str, project: Path) -> None:
    """Change ``project`` into the one that breaks the rule ``code``."""
    fixture = INVALID / code
    for path in sorted(fixture.rglob("*")):
        name = path.relative_to(fixture).as_posix()
        if path.is_dir() or name == EXPECTED:
            continue
        if name.endswith(DELETED):
            (project / name.removesuffix(DELETED)).unlink()
        else:
            write_files(project, {name: path.read_bytes()})
    if code in _MADE:
        _MADE[code](project)


def write_files(project: Path, files: Mapping[str, str | bytes | None]) -> None:
    """Write the files below ``project``; ``None`` deletes one."""
    for name, content in files.items():
        path = project / name
        if content is None:
            path.unlink()
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)


def problems_of(project: Path) -> list[Problem]:
    """Return every problem of the project at ``project``, sorted, as ``tongbao check`` finds them."""
    return list(examine(project, AS_OF).problems)


def slips_of(project: Path) -> list[Problem]:
    """Return every slip of writing of the project at ``project``, sorted, as ``tongbao lint`` finds them."""
    return list(proofread(prose_files(project), proofreader_of(project)).left)


def third_township(filings: str) -> str:
    """Return the file of one more township, with ``targets:`` and ``reports:`` in ``filings``."""
    return f"name: 三岗镇\nkind: town\n{filings}"


def second_programme(rest: str) -> str:
    """Return the file of one more programme, with ``indicators:`` and whatever else in ``rest``."""
    return (
        "id: second\nname: 第二项工作\nshort_name: 第二项\nowner: yunxi\noffice: 云溪县示例办公室\n"
        f"summary: 只用来检验定义。\nsources: [plan]\n{rest}"
    )


def free_page(body: str, front: str = "title: 关于本站\n") -> str:
    """Return a page with front matter."""
    return f"---\n{front}---\n\n{body}\n"
