"""The documents figures come from, and every figure taken from each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from generators.composing import urls
from generators.composing.dates import day_text
from generators.composing.documents import BulletinItem, bulletin_item, newest_first
from generators.composing.figure_rows import FigureRow
from generators.composing.page import Page
from generators.composing.parts import Parts
from generators.composing.views import Link

_WEB: Final = ("https://", "http://")
"""What an address begins with that a reader may be sent to; others could run a script."""


@dataclass(frozen=True, slots=True)
class SourceView:
    """A document with its facts and the figures taken from it, in the order of the open data."""

    title: str
    href: str
    facts: tuple[tuple[str, str], ...]
    note: str
    url: str
    rows: tuple[FigureRow, ...]
    bulletins: tuple[BulletinItem, ...]


def source_pages(parts: Parts, rows: Sequence[FigureRow]) -> Iterator[Page]:
    """Yield the list of sources, then a page for each."""
    home = Link("首页", urls.HOME)
    by_source: dict[str, list[FigureRow]] = {}
    for row in rows:
        by_source.setdefault(row.source, []).append(row)
    views = [_source_view(parts, name, by_source.get(name, ())) for name in parts.publication.sources]
    yield Page(
        urls.SOURCES,
        "sources.md.j2",
        "出处",
        "本站每个数字所依据的文件",
        tuple(views),
        (home,),
        is_searchable=False,
    )
    for view in views:
        yield Page(
            view.href,
            "source.md.j2",
            view.title,
            f"取自《{view.title}》的全部数字及其位置",
            view,
            (home, Link("出处", urls.SOURCES)),
            is_fictional=any(row.fictional for row in view.rows),
            kind="source",
        )


def _source_view(parts: Parts, name: str, rows: Sequence[FigureRow]) -> SourceView:
    source = parts.publication.sources[name]
    facts = (
        ("发文单位", source.issuer),
        ("文种", source.kind),
        ("刊物", source.series or ""),
        ("编号", source.number or ""),
        ("日期", day_text(source.date) if source.date is not None else "原件未载"),
    )
    return SourceView(
        title=source.title,
        href=urls.source(name),
        facts=tuple((label, text) for label, text in facts if text),
        note=source.note,
        url=source.url if source.url is not None and source.url.startswith(_WEB) else "",
        rows=tuple(rows),
        bulletins=tuple(
            bulletin_item(parts, each)
            for each in newest_first(parts.publication.bulletins)
            if each.front.source == name
        ),
    )
