"""What the workers of a cluster make pages from, packed once a build into the shared folder."""

from __future__ import annotations

import gc
import pickle
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from generators.clusters.folder import SharedFolder
from generators.disclosing.publication import Publication
from generators.model.visibility import Audience
from generators.pipeline import Examined
from generators.publishing.inputs import inputs_of
from generators.publishing.sources import CONTENT, SOURCES
from generators.rendering.environment import COMPILED_TEMPLATES

_NAME: Final = "package"
_QUICKLY: Final = 1
"""The level of compression: disks and networks are slower than this, and nothing else is much smaller."""


@dataclass(frozen=True, slots=True)
class Package:
    """The publication of each audience, and the files of the project beside those that are in it.

    The attachments are named alone: pages only ask whether they are there.
    """

    publications: Mapping[Audience, Publication]
    files: Mapping[str, bytes]
    templates: Mapping[str, tuple[str, bytes]]
    """The compiled templates, so that no worker has to compile them."""
    has_pdfs: bool
    has_docx: bool

    def unpack(self, project: Path) -> None:
        """Write the files of the project into a new folder; raises ``OSError``."""
        (project / CONTENT).mkdir(parents=True)
        attachments = {name for each in self.publications.values() for name in each.attachments}
        for name, content in {**{f"{CONTENT}/{each}": b"" for each in attachments}, **self.files}.items():
            file = project / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)


@dataclass(frozen=True, slots=True)
class PackageAddress:
    """Where a package is, and the digest of it: a worker loads nothing else."""

    folder: SharedFolder
    digest: str

    def load(self) -> Package:
        """Return the package; raises ``ClusterError`` if it cannot be read, ``ValueError`` if it differs."""
        content = self.folder.read(_NAME)
        if sha256(content).hexdigest() != self.digest:
            raise ValueError("the package in the shared folder is not the one that was packed")
        with _without_collection():
            loaded: Package = pickle.loads(zlib.decompress(content))  # noqa: S301 - it is what the build packed
        return loaded


def pack(package: Package, folder: SharedFolder) -> PackageAddress:
    """Write the package into ``folder``; raises ``ClusterError``."""
    with _without_collection():
        content = zlib.compress(pickle.dumps(package, pickle.HIGHEST_PROTOCOL), _QUICKLY)
    folder.write(_NAME, content)
    return PackageAddress(folder, sha256(content).hexdigest())


def package_of(
    project: Path, examined: Examined, audiences: Iterable[Audience], *, has_pdfs: bool, has_docx: bool
) -> Package | None:
    """Return the package of a project that was ``examined``, for its sites for ``audiences``.

    ``None`` if its pages may be made from something else as well. Raises ``OSError`` for what cannot be read.
    """
    files = _files_for_workers(project)
    if files is None:
        return None
    publications = {audience: examined.publication(audience) for audience in audiences}
    return Package(publications, files, COMPILED_TEMPLATES.all(), has_pdfs, has_docx)


def _files_for_workers(project: Path) -> Mapping[str, bytes] | None:
    """Return the configuration and the theme of ``project`` by their paths in it.

    ``None`` if its pages may be made from something else as well, such as hooks and the environment, or from
    files outside. Raises ``OSError`` for what cannot be read.
    """
    inputs = inputs_of(project)
    if inputs is None:
        return None
    needed = [path for path in inputs if path not in {project / name for name in SOURCES}]
    if not all(path.is_relative_to(project) for path in needed):
        return None
    files = [file for path in needed for file in ([path] if path.is_file() else sorted(path.rglob("*")))]
    return {file.relative_to(project).as_posix(): file.read_bytes() for file in files if file.is_file()}


@contextmanager
def _without_collection() -> Iterator[None]:
    """Keep the search for garbage out of the body, which would take half of its time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
