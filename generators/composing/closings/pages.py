"""Pages of closed periods: the chain, and each period with its history and its corrections since."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final

from generators.composing.closings.tables import (
    chain_table,
    closing_data,
    corrected_table,
    file_address,
    said_twice,
)
from generators.composing.closings.words import CLOSINGS, STEP_TEXT, closing_address, closing_link
from generators.composing.kit import urls
from generators.composing.kit.dates import day_text, period_text
from generators.composing.kit.page import Download, Page
from generators.composing.kit.parts import Parts
from generators.composing.kit.section import Explanation, MenuEntry, Section, SectionData, SectionType
from generators.composing.kit.table import TableView
from generators.composing.kit.views import Link
from generators.disclosing.closings import PublishedClosing
from generators.languages import gettext, marked
from generators.model.closing import Closing, ClosingStep, can_concern

MAX_LISTED: Final = 400
"""The maximum number of corrected figures on a page; the open data have all."""


@dataclass(frozen=True, slots=True)
class ChainView:
    """The page of the chain: its head, and all its links."""

    number: int
    head: str
    links: TableView
    data: str


@dataclass(frozen=True, slots=True)
class EventView:
    """A closing of a period, or its being opened again; ``file`` is empty if it is withheld."""

    what: str
    day: str
    by: str
    reason: str
    digest: str
    previous: str
    file: Link


@dataclass(frozen=True, slots=True)
class CorrectionNote:
    """A correction made since, in words."""

    division: Link
    indicator: Link
    period: str
    day: str
    office: str
    reason: str


@dataclass(frozen=True, slots=True)
class ClosedPeriodView:
    """The page of a period: ``is_closed`` says whether it is closed now, ``reopened`` how often it was.

    ``is_withheld`` says that the audience may no longer see what was closed.
    """

    programme: Link
    period: str
    is_closed: bool
    reopened: int
    day: str
    until: str
    version: str
    figures: int
    is_withheld: bool
    events: tuple[EventView, ...]
    corrections: tuple[CorrectionNote, ...]
    corrected: TableView
    left: int
    chain: str
    data: str


def closing_pages(parts: Parts) -> Iterator[Page | Download]:
    """Yield the page of the chain, then a page for each period that was ever closed, and the files."""
    closings = parts.publication.closings
    yield SECTION.first_page("closings/closings.md.j2", partial(_chain_view, parts), is_searchable=False)
    periods: dict[str, list[PublishedClosing]] = {}
    for each in closings:
        if each.closing is not None:
            periods.setdefault(closing_address(each.closing), []).append(each)
        if each.lines:
            content = "".join(f"{line}\n" for line in each.lines).encode()
            yield Download(urls.path_of(file_address(each)), partial(bytes, content))
    for address, events in periods.items():
        closing = _closing(events[-1])
        yield Page(
            address,
            "closings/closed-period.md.j2",
            gettext(
                "%(short_name)s：%(period)s结账",
                short_name=parts.publication.programmes[closing.programme].short_name,
                period=period_text(closing.period),
            ),
            gettext("结账的日期、散列，以及此后的更正"),
            partial(_period_view, parts, tuple(events)),
            SECTION.crumbs,
            is_fictional=parts.publication.is_fictional(closing.programme),
            is_searchable=False,
        )


def _closing(event: PublishedClosing) -> Closing:
    if event.closing is None:
        raise ValueError("the audience does not see this closing")
    return event.closing


def _chain_view(parts: Parts) -> ChainView:
    head = parts.publication.closings[-1].link
    return ChainView(head.number, head.digest, chain_table(parts), urls.OPEN_DATA)


def _period_view(parts: Parts, events: tuple[PublishedClosing, ...]) -> ClosedPeriodView:
    last = events[-1]
    closed = [each for each in events if _closing(each).step is ClosingStep.CLOSED]
    shown = _closing(closed[-1])
    rows = tuple(row for each in last.corrected for row in said_twice(_closing(last), each))
    return ClosedPeriodView(
        programme=parts.programme_link(shown.programme),
        period=period_text(shown.period),
        is_closed=last.is_closed,
        reopened=len(events) - len(closed),
        day=day_text(shown.on),
        until=day_text(shown.until) if shown.until is not None else "",
        version=shown.version,
        figures=last.figures,
        is_withheld=last.is_closed and not last.lines,
        events=tuple(map(_event, events)),
        corrections=tuple(
            CorrectionNote(
                division=parts.division_link(each.division),
                indicator=parts.indicator_link(each.indicator),
                period=period_text(each.period),
                day=day_text(each.on),
                office=each.office,
                reason=each.reason,
            )
            for each in last.corrections
            if can_concern(each.period, shown.period)
        )
        if rows
        else (),
        corrected=corrected_table(
            parts,
            rows[:MAX_LISTED],
            gettext("%(label)s结账后更正的数", label=closing_link(parts, shown).label),
        ),
        left=max(0, len(rows) - MAX_LISTED),
        chain=CLOSINGS,
        data=urls.OPEN_DATA,
    )


def _event(each: PublishedClosing) -> EventView:
    closing = _closing(each)
    return EventView(
        what=gettext("第%(number)s环：%(step)s", number=each.link.number, step=STEP_TEXT[closing.step]),
        day=day_text(closing.on),
        by=closing.by,
        reason=closing.reason,
        digest=each.link.digest,
        previous=each.link.previous,
        file=Link(gettext("下载结账文件"), file_address(each)) if each.lines else Link(""),
    )


SECTION: Final = Section(
    address=CLOSINGS,
    title=marked("结账"),
    description=marked("已经结账的各期，前后以散列相接，谁都能核对历史没有改过"),
    type=SectionType.OPEN,
    keywords=(marked("结账"), marked("散列")),
    menu=MenuEntry(group=marked("数据")),
    explanation=Explanation(template="closings/methods.md.j2", position=1),
    data=SectionData(tables=closing_data, position=2),
    compose=closing_pages,
    has_content=lambda publication: bool(publication.closings),
)
