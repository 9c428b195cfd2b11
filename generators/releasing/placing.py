"""Puts a release in place: it is built beside the others, moved among them, and ``current`` is switched.

Only the last step is seen by readers, and it is one rename. Whatever a run leaves when it is killed before
is removed by the next (:func:`remove_litter`).
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

from generators.interrupts import interrupts_held_back
from generators.releasing.atomic import PREFIX, replace_file, replace_link, write_through
from generators.releasing.layout import PUBLISHED, RELEASE, Kept, ServedFolder, SiteRelease


@contextmanager
def being_made(served: ServedFolder) -> Iterator[Path]:
    """Yield a new folder to make a release in; if it is still there afterwards it is removed."""
    with interrupts_held_back():
        folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=served.path))
    try:
        folder.chmod(0o755)
        yield folder
    finally:
        with interrupts_held_back():
            shutil.rmtree(folder, ignore_errors=True)


def put_in_place(served: ServedFolder, made: Path, release: SiteRelease) -> Kept:
    """Move the folder ``made``, which holds the sites of ``release``, among the releases, and switch to it.

    Raises ``OSError``; readers then see the release that they saw before, or all of the new one. The lock of
    ``served`` must be held.
    """
    replace_file(made / RELEASE, release.as_json())
    served.releases.mkdir(exist_ok=True)
    _wait_for_disk()
    with interrupts_held_back():
        folder = _free_folder(served, release)
        made.rename(folder)
        write_through(served.releases)
        kept = Kept(folder, release, is_published=False)
        switch_to(served, kept)
    return kept


def switch_to(served: ServedFolder, kept: Kept) -> None:
    """Let ``current`` lead to a release that is in place, and note that it was published.

    Raises ``OSError``. The lock of ``served`` must be held.
    """
    with interrupts_held_back():
        replace_link(served.current, f"{served.releases.name}/{kept.id}")
        with suppress(OSError):  # the next run notes it
            _note_as_published(kept.folder)


def remove_litter(served: ServedFolder) -> int:
    """Remove what killed runs left behind; return how many files and folders that were. Raises ``OSError``.

    That is whatever was being written, and a release that was in place but not switched to. The lock of
    ``served`` must be held: then nobody else is writing.
    """
    current = served.current_id()
    left: list[Path] = []
    for folder in (served.path, served.metrics.parent):
        left += folder.glob(f"{PREFIX}*")
    for kept in served.kept():
        if kept.id == current:
            _note_as_published(kept.folder)
        elif not kept.is_published:
            left.append(_set_aside(served, kept.folder))
    for path in left:
        _remove(path)
    return len(left)


def keep_newest(served: ServedFolder, most: int) -> tuple[str, ...]:
    """Remove the oldest releases until there are ``most``; return their names. Raises ``OSError``.

    The one that readers see stays, and so do those that do not say what they are. The lock of ``served`` must
    be held.
    """
    current = served.current_id()
    kept = served.kept()
    others = [each for each in kept if each.id != current]
    too_many = others[: max(0, len(kept) - most)]
    for each in too_many:
        _remove(_set_aside(served, each.folder))
    return tuple(each.id for each in too_many)


def _free_folder(served: ServedFolder, release: SiteRelease) -> Path:
    """Return a folder for a release; another has its name if the clock was set back, or stands still."""
    names = (release.id if at == 1 else f"{release.id}-{at}" for at in count(1))
    return next(folder for name in names if not (folder := served.releases / name).exists())


def _note_as_published(folder: Path) -> None:
    (folder / PUBLISHED).touch()


def _set_aside(served: ServedFolder, folder: Path) -> Path:
    """Take a release from among the others, in one step, so that none is ever seen half removed."""
    aside = Path(tempfile.mkdtemp(prefix=PREFIX, dir=served.path))
    folder.rename(aside / folder.name)
    return aside


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _wait_for_disk() -> None:
    """Wait until the disk holds all that was written, so that a power failure leaves no part of a release."""
    if hasattr(os, "sync"):
        os.sync()
