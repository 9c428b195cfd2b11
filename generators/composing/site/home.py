"""The home page: counts, headline figures, late targets, programmes and latest documents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from generators.composing.documents.documents import (
    BulletinItem,
    CaseItem,
    bulletin_item,
    case_item,
    newest_first,
)
from generators.composing.figures.progress_table import progress_list
from generators.composing.kit import urls
from generators.composing.kit.dates import day_text
from generators.composing.kit.edition import RELEASE_MARK
from generators.composing.kit.page import Page
from generators.composing.kit.parts import Parts
from generators.composing.kit.section import MenuEntry, Section, SectionType, SiteParts
from generators.composing.kit.site_address import own_texts
from generators.composing.kit.statuses import NEEDS_ATTENTION, STATUS_VIEWS, UNKNOWN, tally
from generators.composing.kit.table import NO_TABLE, TableView
from generators.composing.kit.views import FigureView, TallyItem
from generators.composing.programmes.pages import ProgrammeSummary, programme_summaries
from generators.composing.site.goals import goals, is_mostly_unknown
from generators.languages import gettext, marked, translated
from generators.model.address import Address
from generators.results.figures import Progress

_MAX_LATE: Final = 8
_MAX_BULLETINS: Final = 5
_MAX_CASES: Final = 6


@dataclass(frozen=True, slots=True)
class Headline:
    """A headline figure of a programme."""

    label: str
    figure: FigureView
    note: str
    href: str


@dataclass(frozen=True, slots=True)
class HomeView:
    """The home page; ``late_more`` is the number of late targets not listed.

    ``goals`` are listed, and the documents come before the statuses, if ``is_mostly_unknown``: if more than
    half of the targets have no known value. ``late_empty`` stands in place of an empty ``late``; it is empty
    while nothing is known. ``cover`` says by label which edition this is, if it is read without a server;
    else it is empty.
    """

    description: str
    cover: tuple[tuple[str, str], ...]
    counts: tuple[tuple[str, int, str], ...]
    headlines: tuple[Headline, ...]
    is_mostly_unknown: bool
    goals: TableView
    goals_more: int
    tally: tuple[TallyItem, ...]
    late: TableView
    late_empty: str
    late_more: int
    unreported: int
    programmes: tuple[ProgrammeSummary, ...]
    bulletins: tuple[BulletinItem, ...]
    cases: tuple[CaseItem, ...]


def home_pages(site: SiteParts) -> Iterator[Page]:
    """Yield the home page."""
    yield Page(
        urls.HOME,
        "site/home.md.j2",
        own_texts(site.publication).title,
        site.publication.site.description,
        partial(_home_view, site),
        kind="home",
        is_searchable=False,
    )


def _home_view(site: SiteParts) -> HomeView:
    publication = site.publication
    order = list(STATUS_VIEWS)
    late = sorted(
        (each for each in publication.progress if each.status in NEEDS_ATTENTION),
        key=lambda each: (order.index(each.status), each.gap if each.gap is not None else 0),
    )
    is_unclear = is_mostly_unknown(publication.progress)
    listed = goals(site) if is_unclear else NO_TABLE
    return HomeView(
        description=publication.site.description,
        cover=tuple(_cover(site)),
        counts=tuple(_counts(site)),
        headlines=tuple(_headlines(site)),
        is_mostly_unknown=is_unclear,
        goals=listed,
        goals_more=len(publication.progress) - len(list(listed.rows)),
        tally=tally(each.status for each in publication.progress),
        late=progress_list(site, late[:_MAX_LATE], gettext("滞后与逾期的目标"), shows_programme=True),
        late_empty=_late_empty(publication.progress),
        late_more=max(0, len(late) - _MAX_LATE),
        unreported=sum(each.status.value == "unreported" for each in publication.progress),
        programmes=programme_summaries(site),
        bulletins=tuple(
            bulletin_item(site, each) for each in newest_first(publication.bulletins)[:_MAX_BULLETINS]
        ),
        cases=tuple(case_item(site, each) for each in publication.cases[:_MAX_CASES]),
    )


def _late_empty(progress: Sequence[Progress]) -> str:
    unknown = sum(each.status in UNKNOWN for each in progress)
    if unknown == 0:
        return gettext("截至数据日期，没有滞后或逾期的目标。")
    return gettext("有数的目标中，没有滞后或逾期的。") if unknown < len(progress) else ""


def _cover(parts: Parts) -> Iterator[tuple[str, str]]:
    if parts.offline is not None:
        is_whole = parts.publication.audience.sees_everything
        yield gettext("版本"), RELEASE_MARK
        yield gettext("数据日期"), day_text(parts.publication.as_of)
        yield gettext("生成日期"), day_text(parts.offline.made)
        yield gettext("读者"), gettext("内部，注意保管") if is_whole else gettext("公开")


def _counts(site: SiteParts) -> Iterator[tuple[str, int, str]]:
    """Yield (unit, count, address) of the counts of the sections."""
    counted = ((each.home_count, each.address) for each in site.sections if each.home_count is not None)
    for count, address in sorted(counted, key=lambda pair: pair[0].position):
        yield translated(count.unit), count.of(site), address


def _headlines(parts: Parts) -> Iterator[Headline]:
    """Yield the headline figures of programmes for which the owner has a value."""
    publication = parts.publication
    for programme in publication.programmes.values():
        for name in programme.headline:
            measured = publication.values.get((programme.owner, Address.of(programme.id, name)))
            if measured is not None and measured.value is not None:
                yield Headline(
                    programme.indicators[name].name,
                    parts.measured_figure(Address.of(programme.id, name), measured),
                    f"{parts.division_link(programme.owner).label}{programme.short_name}",
                    urls.programme(programme.id),
                )


SECTION: Final = Section(
    address=urls.HOME,
    title=marked("首页"),
    type=SectionType.ABOUT,
    menu=MenuEntry(),
    compose=home_pages,
)
