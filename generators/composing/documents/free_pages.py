"""Hand-written pages that are neither bulletin nor case."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final

from generators.composing.documents.documents import content_path
from generators.composing.kit import urls
from generators.composing.kit.page import Page
from generators.composing.kit.parts import Parts
from generators.composing.kit.section import MenuEntry, Section, SectionType, home_link
from generators.languages import marked


@dataclass(frozen=True, slots=True)
class FreePageView:
    """The unrendered Markdown of a page."""

    body: str


def free_pages(parts: Parts) -> Iterator[Page]:
    """Yield a page for each hand-written page."""
    for document in parts.publication.pages:
        yield Page(
            urls.free_page(document.id),
            "documents/free-page.md.j2",
            document.front.title,
            document.front.description or document.front.title,
            partial(FreePageView, document.body),
            (home_link(),),
            shows_contents=True,
            document=content_path(document),
        )


SECTION: Final = Section(
    address=urls.free_page("about"),
    title=marked("关于"),
    type=SectionType.ABOUT,
    menu=MenuEntry(),
    holds_documents=True,
    compose=free_pages,
)
