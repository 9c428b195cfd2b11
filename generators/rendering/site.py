"""Renders a composition: every page as Markdown with front matter and relative links."""

from __future__ import annotations

import json
from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, partial

from jinja2 import Environment

from generators.composing.kit.page import Download, Facets, Head, Page
from generators.composing.kit.urls import path_of
from generators.composing.kit.views import Link, ProseView
from generators.composing.site.compose import Composition, SiteFacts
from generators.composing.site.menu import MenuGroup
from generators.languages import gettext, marked
from generators.rendering.atom import atom_file
from generators.rendering.embed_file import embed_file
from generators.rendering.environment import compile_templates, page_environment
from generators.rendering.links import with_relative_links
from generators.rendering.paper import Paper, paper_of
from generators.rendering.pieces import PieceRenderer
from generators.rendering.prose import ProseParser, ProseRenderer


def _keeps_nothing() -> None:
    """Forget the text of a page that never kept one."""


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """One Markdown file.

    ``path`` is relative to the root (``cases/x/index.md``). ``meta`` is the front matter. ``write`` returns
    the text below it; it is called when that is first needed, which may be in another process, and keeps the
    text until ``forget`` is called. ``pdf`` is the path of the page's PDF file, empty if it has none;
    ``docx`` that of its Word document, which is written from what ``make_paper`` returns. ``changed`` is
    the day of the last change of an article, ``None`` for other pages.
    """

    path: str
    meta: Mapping[str, object]
    write: Callable[[], str]
    pdf: str = ""
    docx: str = ""
    make_paper: Callable[[], Paper] | None = None
    changed: date | None = None
    forget: Callable[[], None] = _keeps_nothing

    @property
    def markdown(self) -> str:
        """Return the text below the front matter.

        Raises ``BrokenLinkError`` or ``UnknownReferenceError`` if it refers to something that does not exist.
        The checks reject such data, so either error is a bug in the program.
        """
        return self.write()

    @property
    def source(self) -> str:
        """Return the text of the file, front matter first; its values are JSON, which is a subset of YAML."""
        lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in self.meta.items()]
        return "---\n" + "\n".join(lines) + f"\n---\n\n{self.markdown.strip()}\n"


@dataclass(frozen=True, slots=True)
class RenderedSite:
    """The Markdown tree of one audience's site, its menu, its downloads, and the attachments to copy.

    The links of the menu are paths of Markdown files.
    """

    facts: SiteFacts
    day: date
    pages: tuple[RenderedPage, ...]
    menu: tuple[MenuGroup, ...]
    downloads: tuple[Download, ...]
    attachments: tuple[str, ...]


def render(composition: Composition, parsed: ProseParser) -> RenderedSite:
    """Return every page, its Markdown still to be written; ``parsed`` returns the parsed prose of a text.

    Raises ``UnknownReferenceError`` if a description refers to something that does not exist, which would be
    a bug in the program.
    """
    environment = _environment(composition, parsed)
    plain = environment.filters["prose_plain"]
    downloads: tuple[Download, ...] = (
        *composition.downloads,
        *(atom_file(feed, plain) for feed in composition.feeds),
    )
    known = {path_of(page.address) for page in composition.pages}
    known |= {path for page in composition.pages for path in (page.pdf, page.docx) if path}
    embeds = [(page, page.embed) for page in composition.pages if page.embed is not None]
    known |= {path_of(embed.address) for _, embed in embeds}
    known |= {download.path for download in downloads}
    downloads += tuple(embed_file(*each, environment, known, composition.facts) for each in embeds)
    files = {page.address: page.document or _file_of(path_of(page.address)) for page in composition.pages}
    return RenderedSite(
        facts=composition.facts,
        day=composition.day,
        pages=tuple(
            _rendered(page, environment, files[page.address], known, composition.facts.audience)
            for page in composition.pages
        ),
        menu=tuple(
            MenuGroup(group.label, tuple(Link(each.label, files[each.href]) for each in group.entries))
            for group in composition.menu
        ),
        downloads=downloads,
        attachments=composition.attachments,
    )


def _environment(composition: Composition, parsed: ProseParser) -> Environment:
    environment = page_environment()
    pieces = PieceRenderer(environment)
    prose = ProseRenderer(composition.citations, parsed, drawn=pieces.piece)
    environment.filters["prose"] = prose.block
    environment.filters["prose_inline"] = prose.inline
    environment.filters["prose_plain"] = prose.plain
    compile_templates(environment)
    return environment


def compile_page_templates() -> None:
    """Compile all page templates as :func:`render` does, without a site to render."""
    environment = page_environment()
    PieceRenderer(environment)
    environment.filters |= dict.fromkeys(("prose", "prose_inline", "prose_plain"), str)
    compile_templates(environment)


def _rendered(
    page: Page, environment: Environment, file: str, known: Container[str], audience: str
) -> RenderedPage:
    @cache
    def markdown() -> str:
        text = environment.get_template(page.template).render(page=page, view=page.view)
        return with_relative_links(text, path_of(page.address), known)

    return RenderedPage(
        path=file,
        meta=_meta(page, environment),
        write=markdown,
        pdf=page.pdf,
        docx=page.docx,
        make_paper=partial(paper_of, page, audience, environment) if page.docx else None,
        changed=page.article.changed if page.article is not None else None,
        forget=markdown.cache_clear,
    )


def _file_of(path: str) -> str:
    """Return the path of the Markdown file of a generated page: ``index.md`` in a folder for a section.

    A page written by an editor keeps its path, so that its relative links still work.
    """
    name = path.removesuffix("/")
    return f"{name}.md" if "/" in name else f"{path}index.md"


def _meta(page: Page, environment: Environment) -> dict[str, object]:
    description = page.description
    if isinstance(description, ProseView):
        description = environment.filters["prose_plain"](description.text)
    meta: dict[str, object] = {
        "title": page.title,
        "description": description,
        "kind": page.kind,
    }
    if page.crumbs:
        meta["crumbs"] = [[link.label, f"/{path_of(link.href)}"] for link in page.crumbs]
    if page.is_fictional:
        meta["fictional"] = True
    if not page.shows_contents:
        meta["hide"] = ["navigation", "toc"]
    else:
        meta["hide"] = ["navigation"]
    if page.tags:
        meta["tags"] = list(page.tags)
    meta["search"] = _search(page.facets) if page.is_searchable else {"exclude": True}
    meta |= _head(page.head)
    return meta


def _search(facets: Facets) -> dict[str, object]:
    """Return what the search can be limited to that a page belongs to, in the words of the search box."""
    audience = gettext("内部") if facets.is_internal else gettext("公开")
    found = {
        marked("类型"): [facets.kind],
        marked("工作"): list(facets.programmes),
        marked("地方"): list(facets.places),
        marked("年份"): list(facets.years),
        marked("范围"): [audience],
    }
    return {"facets": found}


def _head(head: Head) -> dict[str, object]:
    """Return the metadata that the theme writes into the HTML ``<head>``."""
    found: dict[str, object] = {}
    if head.names:
        found["names"] = [[name, text] for name, text in head.names]
    if head.card:
        found["card"] = [[name, text] for name, text in head.card]
    if head.feeds:
        found["feeds"] = [[link.label, f"/{path_of(link.href)}"] for link in head.feeds]
    if head.linked_data:
        found["linked_data"] = dict(head.linked_data)
    return found
