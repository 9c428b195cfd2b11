"""Pages that an earlier build finished, and that would be made again just so."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generators.publishing.defaults import project_of, theme_folders
from generators.publishing.engine import ENGINE
from generators.publishing.inputs import inputs_of
from generators.publishing.navigation import navigation_of
from generators.publishing.plugin import TongbaoPlugin
from generators.publishing.shipped import shipped_theme
from generators.publishing.sources import SOURCES
from generators.store.digests import digest_of, digest_of_tree, program_digest
from generators.store.store import Store

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File
    from mkdocs.structure.pages import Page

    from generators.rendering import RenderedSite


@dataclass(frozen=True, slots=True)
class Finished:
    """A page in the site of an earlier build: what it was made from, its bytes, and its search entries.

    ``key`` and ``content`` are digests.
    """

    key: str
    content: str
    entries: Sequence[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Earlier:
    """Where an earlier build may have left its pages: the ``site`` that is to be replaced, and a store.

    ``name`` is that of the sites that replace one another, if each is in a folder of its own.
    """

    store: Store
    site: Path
    name: str = ""

    @property
    def entry(self) -> str:
        """Return the name of the store's entry for the pages."""
        return f"pages-{digest_of(self.name or str(self.site))[:16]}"


@dataclass(frozen=True, slots=True)
class FinishedPages:
    """The pages of the ``earlier`` site by the path of their Markdown; none if their frame has changed."""

    earlier: Earlier
    frame: str
    pages: Mapping[str, Finished] = field(repr=False)

    @classmethod
    def of(cls, earlier: Earlier, config: MkDocsConfig, files: Iterable[File]) -> FinishedPages | None:
        """Return the finished pages for a build of ``config``, whose site consists of ``files``.

        ``None`` if pages depend on more than is known.
        """
        plugin = config.plugins["tongbao"]
        site = plugin.rendered if isinstance(plugin, TongbaoPlugin) else None
        frame = None if site is None else _frame_of(config, site, files)
        if frame is None:
            return None
        written = earlier.store.read(earlier.entry, frame)
        pages = json.loads(written) if written is not None else {}
        return cls(earlier, frame, {path: Finished(*found) for path, found in pages.items()})

    def key_of(self, page: Page, markdown: str) -> str:
        """Return the digest of what a page is made from, within the frame."""
        meta = json.dumps(page.meta, ensure_ascii=False, sort_keys=True)
        return digest_of(page.file.src_uri, str(page.update_date), meta, markdown)

    def take(self, page: Page, key: str) -> Finished | None:
        """Write the finished page with ``key`` in the place of ``page``; return it, ``None`` without one."""
        found = self.pages.get(page.file.src_uri)
        content = None if found is None or found.key != key else self._content(found, page.file)
        if content is None:
            return None
        target = Path(page.file.abs_dest_path)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        return found

    def keys_in_place(self, files: Iterable[File]) -> Mapping[str, str]:
        """Return the key of each finished page that is in the earlier site as it was, by its path."""
        return {
            file.src_uri: found.key
            for file in files
            if (found := self.pages.get(file.src_uri)) is not None and self._content(found, file) is not None
        }

    def _content(self, found: Finished, file: File) -> bytes | None:
        """Return the bytes of a page in the earlier site; ``None`` if they are no longer what they were."""
        try:
            content = (self.earlier.site / file.dest_uri).read_bytes()
        except OSError:
            return None
        return content if sha256(content).hexdigest() == found.content else None

    def keep(self, pages: Mapping[str, Finished]) -> None:
        """Keep ``pages``, all of a site, for the build that will replace it."""
        written = {path: [each.key, each.content, each.entries] for path, each in pages.items()}
        content = json.dumps(written, ensure_ascii=False).encode("utf-8", "surrogatepass")
        self.earlier.store.write(self.earlier.entry, self.frame, content)


def content_of(page: Page) -> str:
    """Return the digest of the bytes of a page that was just written; empty if it was not, being empty."""
    try:
        return sha256(Path(page.file.abs_dest_path).read_bytes()).hexdigest()
    except FileNotFoundError:
        return ""


def _frame_of(config: MkDocsConfig, site: RenderedSite, files: Iterable[File]) -> str | None:
    """Return the digest of all that a page is made from beside its own; ``None`` if that is not known.

    Menus show the title and metadata of the pages in them; a theme of the project's own may show those of
    any page. A link to a file is written by whether it is there.
    """
    project = project_of(config)
    inputs = inputs_of(project)
    if inputs is None:
        return None
    own = [folder for folder in theme_folders(config) if folder != shipped_theme().resolve()]
    menu = {link.href for group in site.menu for link in group.entries}
    described = [
        json.dumps([each.path, each.meta, str(each.changed)], ensure_ascii=False)
        for each in site.pages
        if own or each.path in menu
    ]
    frame = [path for path in inputs if path not in {project / name for name in SOURCES}]
    try:
        digests = [digest_of_tree(path) for path in frame]
    except OSError:
        return None
    return digest_of(
        program_digest(),
        ENGINE,
        str(os.environ.get("SOURCE_DATE_EPOCH")),
        # The two decide whether the site is a preview, whose pages have no Content-Security-Policy.
        str(config.site_url),
        str(config.dev_addr),
        repr(site.facts),
        site.day.isoformat(),
        json.dumps(navigation_of(site), ensure_ascii=False),
        *described,
        *digests,
        *sorted(f"{file.src_uri} {file.dest_uri}" for file in files),
    )
