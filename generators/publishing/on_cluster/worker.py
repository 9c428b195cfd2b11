"""What a worker of a cluster does: it makes the pages of one unit, and puts them into the shared folder."""

from __future__ import annotations

import gc
import io
import secrets
import tempfile
import threading
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

from generators.clusters.fitness import refuse_other_versions_than
from generators.languages import in_language
from generators.model.language import Language
from generators.model.visibility import Audience
from generators.pipeline import rendered_site
from generators.publishing.build import SiteToBuild
from generators.publishing.complaints import collected_complaints
from generators.publishing.finished_pages import Earlier, Finished, FinishedPages
from generators.publishing.on_cluster.package import Package, PackageAddress
from generators.publishing.page_maker import PageMaker, page_maker
from generators.publishing.units import Unit
from generators.rendering.environment import COMPILED_TEMPLATES
from generators.store.store import Store

if TYPE_CHECKING:
    from mkdocs.structure.pages import Page

KEPT: Final = "kept.json"
"""The member of an archive with what there is to keep of its pages; no page has this path."""

_COMPRESSION: Final = 1


@dataclass(frozen=True, slots=True)
class UnitOrder:
    """A unit to be made: for which audience, from which package, by which versions of everything.

    ``known`` has the key of each page that an earlier build finished; those that would be made again just so
    are not made. It is ``None`` if nobody asks for keys.
    """

    package: PackageAddress
    versions: Mapping[str, str] = field(repr=False)
    audience: Audience
    language: Language
    unit: Unit
    known: Mapping[str, str] | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class Delivery:
    """The archive with the pages of a unit: its name in the shared folder, and its digest."""

    name: str
    digest: str


@dataclass(slots=True)
class _Build:
    """What this process has prepared for a build: its package, and the sites that pages were made of."""

    package: Package
    project: Path
    closing: ExitStack
    makers: dict[tuple[Audience, Language], PageMaker] = field(default_factory=dict)

    def maker(self, audience: Audience, language: Language) -> PageMaker:
        """Return what makes the pages of an edition, prepared in its language when it is first needed."""
        if (audience, language) not in self.makers:
            scratch = Path(self.closing.enter_context(_scratch_folder()))
            site = rendered_site(
                self.package.publications[audience],
                has_pdfs=self.package.has_pdfs,
                has_docx=self.package.has_docx,
            )
            config = SiteToBuild(self.project, site, scratch / "site").configuration()
            config.plugins.on_startup(command="build", dirty=False)
            self.closing.callback(config.plugins.on_shutdown)
            complaints: Sequence[str] = self.closing.enter_context(collected_complaints())
            (scratch / "kept").mkdir()
            self.makers[audience, language] = page_maker(config, complaints, scratch / "kept")
            gc.collect()
            gc.freeze()  # it stays to the end of the build
        return self.makers[audience, language]


_working = threading.Lock()
"""Held while a unit is made: MkDocs makes one page at a time, however many threads a worker has."""

_builds: Final[dict[str, _Build]] = {}
"""The build that this process works on, by the digest of its package; at most one."""

_ended: Final[set[str]] = set()
"""The builds that are to be forgotten, and never begun again."""


def make_unit(order: UnitOrder) -> Delivery | None:
    """Make the pages of a unit; return where they are, ``None`` if one of them has a problem.

    Raises ``ClusterError`` if this process has other versions than the one that ordered, or if the shared
    folder cannot be used; ``OSError`` if something cannot be written.
    """
    refuse_other_versions_than(order.versions)
    with _working:
        try:
            with in_language(order.language):
                maker = _build_of(order.package).maker(order.audience, order.language)
                maker = replace(maker, finished=_known_pages(order.known, maker))
                if not maker.unit(order.unit):
                    return None
                content = _archive(maker, order.unit)
        finally:
            _forget_ended()
    name = f"{order.audience.value}-{order.unit.number}-{secrets.token_hex(8)}.zip"
    order.package.folder.write(name, content)
    return Delivery(name, sha256(content).hexdigest())


@dataclass(frozen=True, slots=True)
class _KnownPages(FinishedPages):
    """Pages that are in the earlier site, which only the process that ordered can reach."""

    def take(self, page: Page, key: str) -> Finished | None:
        """Return the finished page with ``key``, without writing it; ``None`` without one."""
        found = self.pages.get(page.file.src_uri)
        return found if found is not None and found.key == key else None


def _known_pages(known: Mapping[str, str] | None, maker: PageMaker) -> FinishedPages | None:
    if known is None:
        return None
    nowhere = Earlier(Store(maker.folder), maker.folder)
    return _KnownPages(nowhere, "", {path: Finished(key, "", ()) for path, key in known.items()})


def forget_build(digest: str) -> None:
    """Drop what this process has prepared for the build of a package: at once, or when its unit is made."""
    _ended.add(digest)
    if _working.acquire(blocking=False):
        try:
            _forget_ended()
        finally:
            _working.release()


def _forget_ended() -> None:
    for digest in _ended & _builds.keys():
        _drop(digest)


def _drop(digest: str) -> None:
    _builds.pop(digest).closing.close()
    gc.unfreeze()
    gc.collect()


def _build_of(package: PackageAddress) -> _Build:
    """Return the build of ``package``; another one that this process worked on is dropped."""
    for digest in _builds.keys() - {package.digest}:
        _drop(digest)
    if package.digest not in _builds:
        loaded, closing = package.load(), ExitStack()
        project = Path(closing.enter_context(_scratch_folder())) / "project"
        loaded.unpack(project)
        COMPILED_TEMPLATES.add(loaded.templates)
        _builds[package.digest] = _Build(loaded, project, closing)
    return _builds[package.digest]


@contextmanager
def _scratch_folder() -> Iterator[str]:
    """Yield a temporary folder where the worker has its own, which Dask clears if the worker is killed."""
    from distributed import get_worker  # noqa: PLC0415 - a part of the extra

    with tempfile.TemporaryDirectory(dir=get_worker().local_directory) as folder:
        yield folder


def _archive(maker: PageMaker, unit: Unit) -> bytes:
    """Return the pages of a unit that was made and what there is to keep of them; they are removed."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=_COMPRESSION) as archive:
        kept = maker.kept_of(unit)
        archive.write(kept, KEPT)
        kept.unlink()
        for file in maker.pages_of(unit):
            page = Path(file.abs_dest_path)
            if page.exists():  # MkDocs writes no empty page
                archive.write(page, file.dest_uri)
                page.unlink()
    return stream.getvalue()
