"""Pages of changes since a month, a quarter and a year before, most important first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Any, Final, Generic, Protocol, TypeVar

from generators.composing.changes.rows import (
    ChangeRow,
    closed_row,
    problem_row,
    rank_row,
    report_row,
    status_row,
    tier_row,
    value_row,
)
from generators.composing.changes.table import change_data, change_table
from generators.composing.closings.tables import SaidTwice, said_twice
from generators.composing.kit import urls
from generators.composing.kit.dates import day_text
from generators.composing.kit.numbers import percentage
from generators.composing.kit.page import Page
from generators.composing.kit.parts import Parts
from generators.composing.kit.section import Explanation, MenuEntry, Section, SectionData, SectionType
from generators.composing.kit.table import TableView
from generators.composing.kit.views import Link
from generators.disclosing.publication import Publication
from generators.languages import Words, gettext, marked
from generators.results.changes import Changes, Span

MAX_LISTED: Final = 100
"""The maximum number of changes of one kind on a page; the open data have all."""

SPAN_TEXT: Final = Words(
    {
        Span.MONTH: marked("一个月"),
        Span.QUARTER: marked("三个月"),
        Span.YEAR: marked("一年"),
    }
)


class _OfDivision(Protocol):
    @property
    def division(self) -> str:
        """Return the id of the division."""
        ...


_Change = TypeVar("_Change", bound=_OfDivision)


@dataclass(frozen=True, slots=True)
class _Kind(Generic[_Change]):
    """The changes of one kind; ``row`` returns how one of them is shown."""

    anchor: str
    title: str
    item: str
    nothing: str
    changes: Sequence[_Change]
    row: Callable[[Parts, _Change], ChangeRow]

    @property
    def listed(self) -> Sequence[_Change]:
        """Return the changes that the page lists."""
        return self.changes[:MAX_LISTED]


@dataclass(frozen=True, slots=True)
class ChangeSection:
    """The changes of one kind: ``nothing`` is the text if there are none, ``left`` the number not listed."""

    anchor: str
    title: str
    count: int
    table: TableView
    left: int
    nothing: str


@dataclass(frozen=True, slots=True)
class ChangesView:
    """The page of one comparison; ``still`` are the programmes whose data do not reach past ``since``."""

    since: str
    until: str
    spans: tuple[tuple[Link, bool], ...]
    sections: tuple[ChangeSection, ...]
    still: tuple[Link, ...]
    notable: str
    large: str
    large_growth: str
    data: str

    @property
    def is_empty(self) -> bool:
        """Whether there is no change of any kind."""
        return not any(section.count for section in self.sections)


@dataclass(frozen=True, slots=True)
class SpanSummary:
    """A comparison in the list, with (kind, number of changes) for kinds that have any."""

    head: Link
    since: str
    counts: tuple[tuple[str, int], ...]


def change_pages(parts: Parts) -> Iterator[Page]:
    """Yield the list of comparisons, then a page for each."""
    spans = parts.publication.changes
    fictional = {span for span, changes in spans.items() if _is_fictional(parts, changes)}
    yield SECTION.first_page(
        "changes/changes.md.j2",
        lambda: tuple(_summary(parts, span, changes) for span, changes in spans.items()),
        is_fictional=bool(fictional),
        is_searchable=False,
    )
    for span, changes in spans.items():
        yield Page(
            urls.changes(span),
            "changes/changes-since.md.j2",
            gettext("近%(span)s的变化", span=SPAN_TEXT[span]),
            gettext(
                "%(since)s至%(until)s的变化，重要的在前",
                since=day_text(changes.since),
                until=day_text(changes.until),
            ),
            partial(_view, parts, span, changes),
            SECTION.crumbs,
            is_fictional=span in fictional,
            shows_contents=True,
            is_searchable=False,
        )


def _is_fictional(parts: Parts, changes: Changes) -> bool:
    divisions = parts.publication.divisions
    return any(divisions[each.division].fictional for kind in _kinds(parts, changes) for each in kind.listed)


def _summary(parts: Parts, span: Span, changes: Changes) -> SpanSummary:
    return SpanSummary(
        Link(gettext("近%(span)s", span=SPAN_TEXT[span]), urls.changes(span)),
        day_text(changes.since),
        tuple((kind.title, len(kind.changes)) for kind in _kinds(parts, changes) if kind.changes),
    )


def _view(parts: Parts, span: Span, changes: Changes) -> ChangesView:
    publication = parts.publication
    thresholds = publication.site.thresholds
    return ChangesView(
        since=day_text(changes.since),
        until=day_text(changes.until),
        spans=tuple(
            (Link(gettext("近%(span)s", span=SPAN_TEXT[each]), urls.changes(each)), each is span)
            for each in publication.changes
        ),
        sections=tuple(_section(parts, kind) for kind in _kinds(parts, changes)),
        still=tuple(
            parts.programme_link(programme)
            for programme, day in publication.days.items()
            if day <= changes.since
        ),
        notable=percentage(thresholds.notable_change),
        large=percentage(thresholds.large_change),
        large_growth=_growth(thresholds.large_change),
        data=urls.OPEN_DATA,
    )


def _growth(size: Decimal) -> str:
    """Return the growth in per cent that a relative size corresponds to; empty for growth from zero."""
    return percentage(2 * size / (1 - size)) if size < 1 else ""


def _section(parts: Parts, kind: _Kind[Any]) -> ChangeSection:
    rows = [kind.row(parts, each) for each in kind.listed]
    return ChangeSection(
        anchor=kind.anchor,
        title=kind.title,
        count=len(kind.changes),
        table=change_table(rows, kind.title, kind.item, kind.anchor),
        left=len(kind.changes) - len(rows),
        nothing=kind.nothing,
    )


def _kinds(parts: Parts, changes: Changes) -> Iterator[_Kind[Any]]:
    """Yield the changes of each kind that the publication has data for."""
    publication = parts.publication
    if publication.progress:
        nothing = gettext("没有目标的状态有变化。")
        yield _Kind("statuses", gettext("目标状态"), gettext("目标"), nothing, changes.statuses, status_row)
    if publication.ledgers:
        news = tuple(each for each in changes.problems if each.news)
        nothing = gettext("没有新发现、销号、重开或逾期的问题。")
        yield _Kind("problems", gettext("问题台账"), gettext("问题"), nothing, news, problem_row)
    if _has_cadence(publication):
        nothing = gettext("没有新的欠报，也没有补报。")
        yield _Kind("reports", gettext("欠报"), gettext("指标"), nothing, changes.reports, report_row)
    if any(each.latest is not None for each in publication.rankings.values()):
        nothing = gettext("最近一期的名次没有变化。")
        yield _Kind("ranks", gettext("名次"), gettext("考核办法"), nothing, changes.ranks, rank_row)
    if publication.ladder_results:
        nothing = gettext("没有区划的等次有变化。")
        yield _Kind("tiers", gettext("等次"), gettext("等次序列"), nothing, changes.tiers, tier_row)
    if publication.closings:
        nothing = gettext("没有已结账的数因更正而不同。")
        yield _Kind(
            "closed",
            gettext("结账后更正"),
            gettext("数"),
            nothing,
            _corrected_since(parts, changes),
            closed_row,
        )
    yield _Kind(
        "values", gettext("数值"), gettext("指标"), gettext("没有数值有变化。"), changes.values, value_row
    )


def _corrected_since(parts: Parts, changes: Changes) -> tuple[SaidTwice, ...]:
    """Return the closed figures of the periods that were corrected since the earlier day."""
    return tuple(
        row
        for each in parts.publication.closings
        if each.closing is not None and any(one.on > changes.since for one in each.corrections)
        for difference in each.corrected
        for row in said_twice(each.closing, difference)
    )


def _has_cadence(publication: Publication) -> bool:
    return any(publication.indicators[each.indicator].cadence is not None for each in publication.progress)


SECTION: Final = Section(
    address=urls.CHANGES,
    title=marked("变化"),
    description=marked("一个月、三个月和一年以来的变化：目标状态、问题、报送、名次、等次和数值"),
    type=SectionType.NEWS,
    keywords=(marked("更新"),),
    menu=MenuEntry(),
    explanation=Explanation(template="changes/methods.md.j2"),
    data=SectionData(tables=change_data),
    compose=change_pages,
    has_content=lambda publication: bool(publication.changes),
)
