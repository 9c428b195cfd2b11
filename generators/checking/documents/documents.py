"""Documents: reviewed before they are public, with links to existing pages, and attachments in use."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generators.checking.kit.context import Context
from generators.checking.kit.prose import documents_of
from generators.checking.kit.wording import named, near_miss
from generators.model.anchors import anchors_in, dead_anchors, page_markdown
from generators.model.dataset import Dataset
from generators.model.document import AnyDocument, Bulletin, Case
from generators.model.links import links_of
from generators.model.passages import place_at
from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.record import Place
from generators.reading.quoting import quoted

CONTENT: Final = "content/"

_DOCUMENT_FOLDERS: Final = frozenset({"bulletins", "cases"})
"""The folders of ``content/`` whose pages generated ones lead to, at the same addresses."""

_MOST_LISTED = 8


def unreviewed_documents(context: Context) -> Iterator[Problem]:
    """A public bulletin or case states its review."""
    for document in documents_of(context.dataset):
        front = document.front
        if not isinstance(front, Bulletin | Case):
            continue
        if context.public.shows(front) and front.reviewed is None:
            yield problem("E503", front.place("disclosure"), f"{named(front.title)}没有写 reviewed")


def pages_by_path(dataset: Dataset) -> dict[str, AnyDocument]:
    """Return every document by its path below ``content/``."""
    return {each.place.file.removeprefix(CONTENT): each for each in documents_of(dataset)}


def dead_links(context: Context) -> Iterator[Problem]:
    """A relative link refers to an existing page or attachment below ``content/``."""
    dataset = context.dataset
    known = {*pages_by_path(dataset), *dataset.attachments}
    for document in documents_of(dataset):
        for link in links_of(document):
            if link.path in known or f"{CONTENT}{link.path}" in context.damaged:
                continue
            remedy = ""
            if not link.path.endswith(".md"):
                remedy = "请核对链接地址；数据生成的页面请用 division(...)、programme(...) 等引用"
            place = place_at(document.body, link.offset, document.place)
            detail = f"content/ 下没有{quoted(link.path)}{near_miss(link.path, sorted(known))}"
            yield problem("E307", place, detail, remedy)


def links_to_missing_anchors(context: Context) -> Iterator[Problem]:
    """A link to an anchor of a document refers to an existing anchor."""
    pages = pages_by_path(context.dataset)
    for path, document in pages.items():
        for link in dead_anchors(pages, path):
            place = place_at(document.body, link.offset, document.place)
            known = sorted(anchors_in(page_markdown(pages[link.path])))
            near = near_miss(link.anchor, known) or f"；有 {'、'.join(known[:_MOST_LISTED])}"
            yield problem("W532", place, f"{quoted(link.path)}里没有{quoted(link.anchor)}这个位置{near}")


def conflicting_addresses(context: Context) -> Iterator[Problem]:
    """A file in ``content/`` does not have the address of a generated page."""
    dataset = context.dataset
    for file in (*(pages_by_path(dataset)), *dataset.attachments):
        name = _reserved_name(file, context.reserved)
        if name is not None:
            detail = f"{quoted(name)}是由数据生成的页面的地址，手写的文件会把它盖住"
            yield problem("E310", Place(f"{CONTENT}{file}"), detail, "请改名，或放到别的文件夹")


def _reserved_name(file: str, reserved: frozenset[str]) -> str | None:
    """Return the part of a path below ``content/`` that a generated page takes; ``None`` if none does.

    Many systems take capital letters for small ones, so these are the same here.
    """
    *folders, last = file.casefold().split("/")
    stem = last.removesuffix(".md")
    first = folders[0] if folders else stem
    if first in reserved or (not folders and first in _DOCUMENT_FOLDERS):
        return first
    if first in _DOCUMENT_FOLDERS and (stem == "index" or last in reserved):
        return last
    return None


def unused_attachments(context: Context) -> Iterator[Problem]:
    """Every attachment is linked by at least one page."""
    linked = {link.path for document in documents_of(context.dataset) for link in links_of(document)}
    for path in context.dataset.attachments:
        if path not in linked:
            yield problem("W311", Place(f"{CONTENT}{path}"), f"没有页面链接到{quoted(path)}")
