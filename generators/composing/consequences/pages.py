"""Pages of consequences: the rules of each programme, and the divisions to which they apply."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final

from generators.composing.consequences.entry_table import (
    consequence_data,
    consequences_of_division,
    entries_view,
)
from generators.composing.consequences.words import (
    KIND_TEXT,
    consequence_anchor,
    consequence_link,
    rule_texts,
)
from generators.composing.kit import urls
from generators.composing.kit.columns import count_column, text_column
from generators.composing.kit.dates import day_text, period_text
from generators.composing.kit.page import Page
from generators.composing.kit.parts import Parts
from generators.composing.kit.section import (
    DivisionPart,
    Explanation,
    MenuEntry,
    Section,
    SectionData,
    SectionType,
)
from generators.composing.kit.table import Column, Table, TableView, Width, cell, small
from generators.composing.kit.views import Link
from generators.languages import gettext, marked, translated
from generators.model.grouping import grouped
from generators.model.visibility import Audience
from generators.results.consequences import ConsequenceResult

MAX_LISTED: Final = 200
"""The maximum number of entries on a page; the page of a division lists its own."""


@dataclass(frozen=True, slots=True)
class ConsequenceView:
    """One consequence: its rule as text, and the divisions to which it applies in the latest period or now.

    ``text`` is unrendered prose. ``earlier`` has the earlier periods with their numbers of entries.
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
    entries: TableView
    left: int
    earlier: tuple[tuple[Link, int], ...]


@dataclass(frozen=True, slots=True)
class ConsequencesView:
    """The page of a programme's consequences."""

    programme: Link
    is_public: bool
    consequences: tuple[ConsequenceView, ...]
    data: str


def consequence_pages(parts: Parts) -> Iterator[Page]:
    """Yield the list of consequences, then a page for each programme that has any."""
    publication = parts.publication
    by_programme = grouped((each.programme, each) for each in publication.consequence_results.values())
    yield SECTION.first_page(
        "consequences/consequences.md.j2",
        lambda: _list_table(parts).view(
            (each for results in by_programme.values() for each in results), gettext("奖惩一览")
        ),
        is_fictional=any(map(publication.is_fictional, by_programme)),
        is_searchable=False,
    )
    for programme, results in by_programme.items():
        name = gettext("%(short_name)s奖惩", short_name=publication.programmes[programme].short_name)
        yield Page(
            urls.consequences_of(programme),
            "consequences/consequences-of-programme.md.j2",
            name,
            gettext(
                "%(name)s：奖惩办法，以及按办法应奖、应罚的单位", name=publication.programmes[programme].name
            ),
            partial(_programme_view, parts, programme, results),
            SECTION.crumbs,
            is_fictional=publication.is_fictional(programme),
            shows_contents=True,
            is_searchable=False,
        )


def _programme_view(parts: Parts, programme: str, results: Iterable[ConsequenceResult]) -> ConsequencesView:
    return ConsequencesView(
        programme=parts.programme_link(programme),
        is_public=parts.publication.audience is Audience.PUBLIC,
        consequences=tuple(_view(parts, result) for result in results),
        data=urls.OPEN_DATA,
    )


def _list_table(parts: Parts) -> Table[ConsequenceResult]:
    """Return the table of all consequences with their rules and the numbers of their entries."""
    return Table(
        (
            Column(
                "name",
                marked("奖惩"),
                lambda each: cell(consequence_link(each), small(parts.programme_link(each.programme))),
                is_head=True,
            ),
            Column(
                "kind",
                marked("类别"),
                lambda each: cell(KIND_TEXT[each.consequence.kind]),
                width=Width.UNBROKEN,
            ),
            text_column("rule", marked("条件"), lambda each: rule_texts(parts, each)[0]),
            text_column("when", marked("时间"), _when),
            count_column("count", marked("单位"), lambda each: len(each.latest)),
        ),
        is_searchable=False,
    )


def _when(result: ConsequenceResult) -> str:
    if result.consequence.rank_trigger is None:
        return day_text(result.day)
    return period_text(result.periods[-1]) if result.periods else gettext("还没有已截止的一期")


def _view(parts: Parts, result: ConsequenceResult) -> ConsequenceView:
    consequence, rank = result.consequence, result.consequence.rank_trigger
    latest = result.latest
    earlier = result.periods[-2::-1] if rank is not None else ()
    return ConsequenceView(
        anchor=consequence_anchor(result),
        name=consequence.name,
        kind=KIND_TEXT[consequence.kind],
        level=translated(consequence.level.text),
        rules=rule_texts(parts, result),
        text=consequence.text,
        source=parts.source_link(consequence.source),
        when=_when(result),
        count=len(latest),
        entries=entries_view(
            parts,
            result,
            latest[:MAX_LISTED],
            consequence.name,
            gettext("%(when)s，没有单位符合。", when=_when(result)),
        ),
        left=max(0, len(latest) - MAX_LISTED),
        earlier=tuple(
            (
                Link(
                    period_text(period),
                    urls.ranking(result.address.sibling(rank.scheme), period.text, "consequences"),
                ),
                len(result.entries_of(period)),
            )
            for period in earlier
            if rank is not None
        ),
    )


SECTION: Final = Section(
    address=urls.CONSEQUENCES,
    title=marked("奖惩"),
    description=marked("各项工作的奖惩办法，以及按办法应奖、应罚的单位"),
    type=SectionType.OPEN,
    keywords=(marked("通报表扬"), marked("约谈")),
    menu=MenuEntry(group=marked("考核")),
    explanation=Explanation(template="consequences/methods.md.j2"),
    division_part=DivisionPart(
        template="consequences/of-division.md.j2",
        view=consequences_of_division,
        position=-2,
        open_data="consequences",
    ),
    data=SectionData(tables=consequence_data),
    compose=consequence_pages,
    has_content=lambda publication: bool(publication.consequence_results),
)
