"""Releases: a site is built in a new folder and replaces the old one in one step, or not at all."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Final

from generators.interrupts import interrupts_held_back
from generators.reading.project_files import is_left_behind

SIGN: Final = Path("open-data", "values.csv")
"""A file in every release, as a site and as Markdown, by which a release is recognised."""


def holds_release(folder: Path) -> bool:
    """Whether ``folder`` contains a release of a site."""
    return (folder / SIGN).is_file()


def holds_only(folder: Path, *, suffix: str) -> bool:
    """Whether ``folder`` contains only files with ``suffix`` at any depth, apart from those of systems."""
    return all(
        path.suffix == suffix or any(map(is_left_behind, path.relative_to(folder).parts))
        for path in folder.rglob("*")
        if not path.is_dir()
    )


def obstacle_at(
    target: Path, project: Path, is_replaceable: Callable[[Path], bool] = holds_release
) -> str | None:
    """Return in Chinese why a release must not replace ``target``; ``None`` if it may.

    A release never replaces the project, its source folders, a file, or a non-empty folder for which
    ``is_replaceable`` is false. Both paths must be absolute, without symbolic links.
    """
    sources = [project / name for name in ("data", "content", "theme", "generators")]
    if project.is_relative_to(target) or any(target.is_relative_to(source) for source in sources):
        return "那里是项目本身"
    if not target.exists():
        return None
    if not target.is_dir():
        return "那里是一个文件"
    if any(target.iterdir()) and not is_replaceable(target):
        return "那里已有别的内容，请换一个文件夹，或先把它清空"
    return None


@contextmanager
def staged_release(*targets: Path) -> Iterator[tuple[Path, ...]]:
    """Yield an empty folder for each of ``targets``; on exit the folders replace the targets together.

    If the body raises, or a folder cannot be moved (``OSError``), all targets stay unchanged and the new
    folders are removed; Ctrl-C waits while the targets are replaced. Each folder is created beside its
    target, so that moving it is a rename and no reader sees half a site.
    """
    staged: list[Path] = []
    try:
        for target in targets:
            target.parent.mkdir(parents=True, exist_ok=True)
            with interrupts_held_back():
                staged.append(Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent)))
            staged[-1].chmod(0o755)
        yield tuple(staged)
        with interrupts_held_back():
            _take_places(staged, targets)
    finally:
        with interrupts_held_back():
            for folder in staged:
                shutil.rmtree(folder, ignore_errors=True)


def _take_places(folders: Sequence[Path], targets: Sequence[Path]) -> None:
    """Move each folder to its target; the old targets are removed once all folders are in place."""
    with ExitStack() as retired, ExitStack() as undo:
        for folder, target in zip(folders, targets, strict=True):
            if target.exists():
                attic = tempfile.TemporaryDirectory(
                    prefix=f".{target.name}-old-", dir=target.parent, ignore_cleanup_errors=True
                )
                old = Path(retired.enter_context(attic)) / target.name
                target.rename(old)
                undo.callback(old.rename, target)
            folder.rename(target)
            undo.callback(target.rename, folder)
        undo.pop_all()
