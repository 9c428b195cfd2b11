"""Releases: a site is built in a new folder and replaces the old one in one step, or not at all."""

from __future__ import annotations

import glob
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Final, TypeAlias

from generators.interrupts import interrupts_held_back
from generators.locks import holding
from generators.publishing.exchange import exchange
from generators.reading.project_files import is_left_behind

SIGN: Final = Path("open-data", "values.csv")
"""A file in every release, as a site and as Markdown, by which a release is recognised."""

_NEW: Final = ".tongbao-new-"
_OLD: Final = ".tongbao-old-"
"""After the name of a target: a folder that is to replace it, and one that the old site is put aside in."""


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


Retire: TypeAlias = Callable[[Callable[[], object]], object]
"""Lets a function that removes old releases be called, now or later."""


def at_once(remove: Callable[[], object]) -> None:
    """Call ``remove`` now."""
    remove()


@contextmanager
def retiring_beside(jobs: int) -> Iterator[Retire]:
    """Yield what removes old releases in another process while the body goes on; on exit they are removed.

    With one job, and where processes cannot be forked, they are removed on exit.
    """
    from generators.workers import beside  # noqa: PLC0415 - a site that is unchanged needs no processes

    ending = ExitStack()

    def retire(remove: Callable[[], object]) -> None:
        ending.callback(remove)  # once more here, for whatever the other process has left
        removed = ending.enter_context(beside(remove, jobs))
        ending.callback(removed)

    try:
        yield retire
    finally:
        with interrupts_held_back():
            ending.close()


@contextmanager
def staged_release(*targets: Path, retire: Retire = at_once) -> Iterator[tuple[Path, ...]]:
    """Yield an empty folder for each of ``targets``; on exit the folders replace the targets together.

    What they replace is removed by ``retire``.

    If the body raises, or a folder cannot be moved (``OSError``), all targets stay unchanged and the new
    folders are removed; Ctrl-C waits while the targets are replaced. Each folder is created beside its
    target, so that moving it is a rename and no reader sees half a site. What killed builds left there is
    removed first.
    """
    staged: list[Path] = []
    with ExitStack() as held:
        try:
            for target in targets:
                target.parent.mkdir(parents=True, exist_ok=True)
                with _alone_in(target.parent), interrupts_held_back():
                    remove_left_behind(target)
                    staged.append(_folder_beside(target, _NEW))
                    _hold(staged[-1], held)
                staged[-1].chmod(0o755)
            yield tuple(staged)
            with _alone_in(*{target.parent for target in targets}), interrupts_held_back():
                retire(_take_places(staged, targets))
                staged.clear()
        finally:
            with interrupts_held_back():
                for folder in staged:
                    shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def file_beside(target: Path) -> Iterator[Path]:
    """Yield an empty file beside ``target``; on exit it is removed, unless it was moved elsewhere.

    Raises ``OSError``. If this process is killed, the next build into ``target`` removes it.
    """
    with ExitStack() as held:
        with _alone_in(target.parent), interrupts_held_back():
            descriptor, name = tempfile.mkstemp(prefix=f".{target.name}{_NEW}", dir=target.parent)
            os.close(descriptor)
            _hold(Path(name), held)
        try:
            yield Path(name)
        finally:
            Path(name).unlink(missing_ok=True)


def remove_left_behind(target: Path) -> None:
    """Remove what builds into ``target`` that were killed left beside it; one that is running keeps its own.

    That are folders, and archives that were not finished.

    If such a build had put the old site aside, and no new one in its place, the old one is moved back.
    """
    for folder in target.parent.glob(f".{glob.escape(target.name)}.tongbao-*"):
        try:
            with holding(folder) as is_left_behind:
                if not is_left_behind:
                    continue
                old = folder / target.name
                if folder.name.startswith(f".{target.name}{_OLD}") and old.is_dir() and not target.exists():
                    old.rename(target)
                if folder.is_dir():
                    shutil.rmtree(folder, ignore_errors=True)
                else:
                    folder.unlink(missing_ok=True)
        except OSError:  # a disk without locks, where nobody knows; or another build was first
            continue


def _folder_beside(target: Path, mark: str) -> Path:
    return Path(tempfile.mkdtemp(prefix=f".{target.name}{mark}", dir=target.parent))


def _hold(path: Path, held: ExitStack) -> None:
    """Lock what is at ``path`` until ``held`` is closed, so that other builds see that its own is running."""
    with suppress(OSError):  # on a disk without locks nothing is removed
        held.enter_context(holding(path))


@contextmanager
def _alone_in(*folders: Path) -> Iterator[None]:
    """Keep other builds from adding and removing folders in ``folders``, where disks have locks."""
    with ExitStack() as held:
        for folder in sorted(folders):
            with suppress(OSError):
                held.enter_context(holding(folder, waits=True))
        yield


def _take_places(folders: Sequence[Path], targets: Sequence[Path]) -> Callable[[], object]:
    """Move each folder to its target; return what removes the old targets, now that all are in place."""
    with ExitStack() as retired, ExitStack() as undo:
        for folder, target in zip(folders, targets, strict=True):
            if target.exists() and exchange(folder, target):
                retired.callback(shutil.rmtree, folder, ignore_errors=True)
                undo.callback(exchange, folder, target)
                continue
            if target.exists():
                attic = _folder_beside(target, _OLD)
                retired.callback(shutil.rmtree, attic, ignore_errors=True)
                old = attic / target.name
                target.rename(old)
                undo.callback(old.rename, target)
            folder.rename(target)
            undo.callback(target.rename, folder)
        undo.pop_all()
        return retired.pop_all().close
