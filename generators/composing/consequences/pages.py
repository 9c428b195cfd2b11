"""The pages of consequences: what the rules say, and to whom it applies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generators.composing.consequences.rows import (
    KIND_TEXT,
    EntryRow,
    consequence_anchor,
    consequence_link,
    consequences_of_division,
    entry_row,
    rule_texts,
)
from generators.composing.kit import urls
from generators.composing.kit.dates import day_text, period_text
from generators.composing.kit.levels import LEVEL_TEXT
from generators.composing.kit.page import Page
from generators.composing.kit.parts import Parts
from generators.composing.kit.section import DivisionPart, Explanation, MenuEntry, Section, SectionType
from generators.composing.kit.views import Link
from generators.disclosing.publication import Audience
from generators.results.consequences import ConsequenceResult

LISTED: Final = 200
"""With more entries than this a page lists the first; every division's page has its own."""


@dataclass(frozen=True, slots=True)
class ConsequenceView:
    """One consequence: its rule in words and as written, and to whom it applies in the latest period or now.

    ``text`` is prose, still to be rendered. ``earlier`` are the periods before, with their numbers.
    """

    anchor: str
    name: str
    kind: str
    level: str
    rules: tuple[str, ...]
    text: str
    source: Link
    when: str
    count: int
    rows: tuple[EntryRow, ...]
    left: int
    has_bands: bool
    earlier: tuple[tuple[Link, int], ...]


@dataclass(frozen=True, slots=True)
class ConsequencesView:
    """Everything on a programme's page of consequences."""

    programme: Link
    is_public: bool
    consequences: tuple[ConsequenceView, ...]
    data: str


@dataclass(frozen=True, slots=True)
class ConsequenceSummary:
    """A consequence in the list of all."""

    name: Link
    programme: Link
    kind: str
    rule: str
    when: str
    count: int


def consequence_pages(parts: Parts) -> Iterator[Page]:
    """Yield the list of consequences and a page for each programme that has any."""
    publication = parts.publication
    by_programme: dict[str, list[ConsequenceResult]] = {}
    for result in publication.consequence_results.values():
        by_programme.setdefault(result.programme, []).append(result)
    yield SECTION.first_page(
        "consequences/consequences.md.j2",
        tuple(_summary(parts, result) for results in by_programme.values() for result in results),
        is_fictional=any(map(publication.is_fictional, by_programme)),
        is_searchable=False,
    )
    for programme, results in by_programme.items():
        name = f"{publication.programmes[programme].short_name}奖惩"
        yield Page(
            urls.consequences_of(programme),
            "consequences/consequences-of-programme.md.j2",
            name,
            f"{publication.programmes[programme].name}：奖惩办法，以及按办法应奖、应罚的单位",
            ConsequencesView(
                programme=parts.programme_link(programme),
                is_public=publication.audience is Audience.PUBLIC,
                consequences=tuple(_view(parts, result) for result in results),
                data=urls.OPEN_DATA,
            ),
            SECTION.crumbs,
            is_fictional=publication.is_fictional(programme),
            shows_contents=True,
            is_searchable=False,
        )


def _summary(parts: Parts, result: ConsequenceResult) -> ConsequenceSummary:
    return ConsequenceSummary(
        name=consequence_link(result),
        programme=parts.programme_link(result.programme),
        kind=KIND_TEXT[result.consequence.kind],
        rule=rule_texts(parts, result)[0],
        when=_when(result),
        count=len(result.latest),
    )


def _when(result: ConsequenceResult) -> str:
    if result.consequence.rank_trigger is None:
        return day_text(result.day)
    return period_text(result.periods[-1]) if result.periods else "还没有已截止的一期"


def _view(parts: Parts, result: ConsequenceResult) -> ConsequenceView:
    consequence, rank = result.consequence, result.consequence.rank_trigger
    latest = result.latest
    earlier = result.periods[-2::-1] if rank is not None else ()
    rows = tuple(entry_row(parts, result, each) for each in latest[:LISTED])
    return ConsequenceView(
        anchor=consequence_anchor(result),
        name=consequence.name,
        kind=KIND_TEXT[consequence.kind],
        level=LEVEL_TEXT[consequence.level],
        rules=rule_texts(parts, result),
        text=consequence.text,
        source=parts.source_link(consequence.source),
        when=_when(result),
        count=len(latest),
        rows=rows,
        left=len(latest) - len(rows),
        has_bands=any(row.band for row in rows),
        earlier=tuple(
            (
                Link(
                    period_text(period),
                    urls.ranking(f"{result.programme}/{rank.scheme}", period.text, "consequences"),
                ),
                len(result.entries_of(period)),
            )
            for period in earlier
            if rank is not None
        ),
    )


SECTION: Final = Section(
    address=urls.CONSEQUENCES,
    title="奖惩",
    description="各项工作的奖惩办法，以及按办法应奖、应罚的单位",
    type=SectionType.OPEN,
    keywords=("通报表扬", "约谈"),
    menu=MenuEntry(group="考核"),
    explanation=Explanation(template="consequences/methods.md.j2"),
    division_part=DivisionPart(
        template="consequences/of-division.md.j2", view=consequences_of_division, position=-2
    ),
    compose=consequence_pages,
    has_content=lambda publication: bool(publication.consequence_results),
)
