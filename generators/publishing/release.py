"""Releases: a site is built beside the old one and takes its place in one step, or not at all."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def staged_release(*targets: Path) -> Iterator[tuple[Path, ...]]:
    """Yield an empty folder for each of ``targets``; on leaving they take the targets' places together.

    When the body raises, the targets stay as they were and the new folders are removed. Each folder
    is made beside its target, so that moving it is a rename and no reader meets half a site.
    """
    staged = []
    try:
        for target in targets:
            target.parent.mkdir(parents=True, exist_ok=True)
            folder = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
            folder.chmod(0o755)
            staged.append(folder)
        yield tuple(staged)
        for folder, target in zip(staged, targets, strict=True):
            _replace(target, folder)
    finally:
        for folder in staged:
            shutil.rmtree(folder, ignore_errors=True)


def _replace(target: Path, folder: Path) -> None:
    """Move ``folder`` to ``target``; what stood there is removed only after the new one is in place."""
    if not target.exists():
        folder.rename(target)
        return
    retired = Path(tempfile.mkdtemp(prefix=f".{target.name}-old-", dir=target.parent))
    target.rename(retired / target.name)
    try:
        folder.rename(target)
    except OSError:
        (retired / target.name).rename(target)
        raise
    finally:
        shutil.rmtree(retired, ignore_errors=True)
