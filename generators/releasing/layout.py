"""The folder that a web server serves: releases side by side, and ``current``, a link to one of them.

::

    current -> releases/20261128T020000Z-0123456789ab
    releases/<UTC>-<digest>/public/, internal/     a site for each audience, each with its SHA256SUMS
    releases/<UTC>-<digest>/release.json           what the release is: :class:`SiteRelease`
    releases/<UTC>-<digest>/published              empty, from the moment that ``current`` has led there
    status.json, metrics/tongbao.prom              of the latest run, and of the latest failure
    .lock                                          locked while a run changes anything here
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from datetime import UTC, date, datetime
from os.path import lexists
from pathlib import Path
from typing import Final

from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.record import Place
from generators.model.visibility import Audience
from generators.releasing.atomic import PREFIX
from generators.releasing.stored_json import AlteredError, StoredObject
from generators.system_errors import reason_of

RELEASE: Final = "release.json"
"""The file of a release that says what it is."""

PUBLISHED: Final = "published"
"""The file by which a release is known for one that readers have seen."""

_MOMENT: Final = "%Y%m%dT%H%M%SZ"
_DIGITS: Final = 12
_DIGEST: Final = re.compile("[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class ReleasedSite:
    """One audience's site of a release: numbers of its pages and of all files, and their size in bytes."""

    audience: Audience
    pages: int
    files: int
    size: int


@dataclass(frozen=True, slots=True)
class SiteRelease:
    """A release: both sites as they were published together.

    ``number`` counts the releases of a folder and is their order, whatever the clock says. ``made`` is when
    it was made, in UTC; ``day`` is the day that its figures are measured on. ``content`` is the digest of its
    ``SHA256SUMS``, and ``keys`` are the fingerprints of the keys that signed these.
    """

    number: int
    made: datetime
    day: date
    content: str
    program: str
    keys: tuple[str, ...]
    warnings: int
    sites: tuple[ReleasedSite, ...]

    @property
    def id(self) -> str:
        """Return the name of its folder, unless another release has it already."""
        return f"{self.made:{_MOMENT}}-{self.content[:_DIGITS]}"

    @property
    def audiences(self) -> tuple[Audience, ...]:
        """Return for whom it has a site."""
        return tuple(each.audience for each in self.sites)

    def is_the_same_as(self, other: SiteRelease) -> bool:
        """Whether both hold the same files, signed by the same keys."""
        return (self.content, self.keys) == (other.content, other.keys)

    def as_json(self) -> str:
        """Return it as the text of ``release.json``."""
        written = {**asdict(self), "made": self.made.isoformat(), "day": self.day.isoformat()}
        return json.dumps(written, ensure_ascii=False, indent=2) + "\n"

    @classmethod
    def stored(cls, written: StoredObject) -> SiteRelease:
        """Return what :meth:`as_json` wrote; raises ``AlteredError`` for anything else."""
        written.refuse_others(each.name for each in fields(cls))
        content, sites = written.text("content"), tuple(map(_site, written.objects("sites")))
        if not _DIGEST.fullmatch(content):
            raise AlteredError("“content”不是散列")
        if not sites or len({each.audience for each in sites}) != len(sites):
            raise AlteredError("“sites”不是每种读者一份网站")
        return cls(
            written.number("number"),
            written.moment("made").astimezone(UTC),
            written.day("day"),
            content,
            written.text("program"),
            written.texts("keys"),
            written.number("warnings"),
            sites,
        )


def _site(written: StoredObject) -> ReleasedSite:
    written.refuse_others(each.name for each in fields(ReleasedSite))
    audience = written.text("audience")
    if audience not in set(Audience):
        raise AlteredError("“audience”不是 public 或 internal")
    return ReleasedSite(Audience(audience), *map(written.number, ("pages", "files", "size")))


@dataclass(frozen=True, slots=True)
class Kept:
    """A release in its folder; ``is_published`` if ``current`` has led there."""

    folder: Path
    release: SiteRelease
    is_published: bool

    @property
    def id(self) -> str:
        """Return the name of its folder."""
        return self.folder.name


@dataclass(frozen=True, slots=True)
class ServedFolder:
    """The folder at ``path``, an absolute one."""

    path: Path

    @property
    def releases(self) -> Path:
        """Return the folder of the releases."""
        return self.path / "releases"

    @property
    def current(self) -> Path:
        """Return the link to the release that readers see."""
        return self.path / "current"

    @property
    def lock(self) -> Path:
        """Return the file that is locked while a run changes anything."""
        return self.path / ".lock"

    @property
    def status(self) -> Path:
        """Return the file that says how the latest run went."""
        return self.path / "status.json"

    @property
    def metrics(self) -> Path:
        """Return the same for Prometheus, in a folder of its own for the collector of text files."""
        return self.path / "metrics" / "tongbao.prom"

    def obstacle(self) -> str | None:
        """Return in Chinese why nothing is to be published here; ``None`` if it may be.

        Releases are published into a folder that is not there yet, is empty, or holds releases already, or no
        more than a first run left that failed or was killed. Other programs have ``releases`` and ``current``
        as well: without a release or a status of ours they are not taken over.
        """
        if not self.path.exists():
            return None
        if not self.path.is_dir():
            return "那里是一个文件"
        own = {each.name for each in (self.lock, self.status, self.metrics.parent)}
        others = {each.name for each in self.path.iterdir() if not each.name.startswith(PREFIX)} - own
        has_releases = self.status.is_file() or any(self._kept()) or not any(self.releases.glob("*"))
        if not others or (self.releases.is_dir() and has_releases):
            return None
        return "那里已有别的内容，请换一个文件夹，或先把它清空"

    def kept(self) -> tuple[Kept, ...]:
        """Return the releases that are whole enough to say what they are, the oldest first."""
        return tuple(sorted(self._kept(), key=lambda each: each.release.number))

    def damaged(self) -> tuple[Problem, ...]:
        """Return an E148 for each folder among the releases that does not say what it is."""
        found = []
        for folder in self._folders():
            release = release_in(folder)
            if isinstance(release, Problem):
                found.append(release)
        return tuple(found)

    def current_id(self) -> str | None:
        """Return the name of the release that readers see, ``None`` if there is none."""
        try:
            return self.current.readlink().name
        except OSError:
            return None

    def current_release(self) -> Kept | None:
        """Return the release that readers see, ``None`` if there is none that says what it is."""
        name = self.current_id()
        return next((each for each in self._kept() if each.id == name), None)

    def _kept(self) -> Iterator[Kept]:
        for folder in self._folders():
            release = release_in(folder)
            if isinstance(release, Kept):
                yield release

    def _folders(self) -> list[Path]:
        return sorted(self.releases.iterdir()) if self.releases.is_dir() else []


def release_in(folder: Path) -> Kept | Problem:
    """Return the release in ``folder``, or an E148 if it does not say what it is."""
    file = folder / RELEASE
    try:
        release = SiteRelease.stored(StoredObject.of_file(file))
    except OSError as error:
        return problem("E148", Place(str(file)), reason_of(error))
    except AlteredError as error:
        return problem("E148", Place(str(file)), f"不是发布时写的样子：{error}")
    return Kept(folder, release, lexists(folder / PUBLISHED))
