"""一镇一页: the report card of each township, on one sheet; what it has to do first is at the top."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final

from generators.composing.cards.urgent import MOST_TASKS, Task, urgent_tasks
from generators.composing.figures.averages import average_note
from generators.composing.figures.forecasts import forecast_text
from generators.composing.figures.peers import similar_places
from generators.composing.kit import urls
from generators.composing.kit.dates import day_text, period_text
from generators.composing.kit.numbers import percentage, points
from generators.composing.kit.page import Page
from generators.composing.kit.parts import Parts
from generators.composing.kit.regions import region_text
from generators.composing.kit.section import DivisionPart, Section, SectionType, SiteParts
from generators.composing.kit.statuses import STATUS_VIEWS, tally
from generators.composing.kit.table import Cell, Column, Table, TableView, Width, cell, small
from generators.composing.kit.views import Link, TallyItem
from generators.composing.rankings.words import movement_text, score_text
from generators.disclosing.publication import LatestPlace
from generators.languages import gettext, marked
from generators.model.division import Level
from generators.results.figures import Progress
from generators.results.ledgers import ProblemState

MOST_TARGETS: Final = 10
MOST_UNMET: Final = 2
MOST_SIMILAR: Final = 3
_MOST_RANKS: Final = 4
"""What fits on one sheet; the page of the township has everything."""


@dataclass(frozen=True, slots=True)
class CardView:
    """A report card; ``tasks_left`` and ``targets_left`` are what the sheet has no room for.

    ``pdf`` is empty in a build without PDF files.
    """

    name: str
    region: str
    as_of: str
    whole: Link
    compare: Link
    pdf: Link
    tasks: tuple[Task, ...]
    tasks_left: int
    tally: tuple[TallyItem, ...]
    targets: TableView
    targets_left: int
    facts: tuple[tuple[str, str], ...]
    similar: TableView


@dataclass(frozen=True, slots=True)
class CardLink:
    """The card of a township in the list, with the number of its tasks."""

    link: Link
    tasks: int


@dataclass(frozen=True, slots=True)
class DivisionCard:
    """What the page of a division says: the link to its card, and the similar places that do better."""

    card: Link
    similar: TableView


def card_pages(parts: SiteParts) -> Iterator[Page]:
    """Yield the list of report cards, then the card of each township that has any figures."""
    publication = parts.publication
    townships = [name for name in publication.divisions if has_card(parts, name)]
    yield SECTION.first_page("cards/cards.md.j2", partial(_list_view, parts, townships), is_searchable=False)
    for name in townships:
        division = publication.divisions[name]
        yield Page(
            urls.card(name),
            "cards/card.md.j2",
            gettext("%(name)s：一镇一页", name=division.name),
            gettext(
                "%(publication)s先办什么、各项目标的进度、名次、台账和承诺",
                publication=region_text(publication, name),
            ),
            partial(_card_view, parts, name),
            SECTION.crumbs,
            is_fictional=division.fictional,
            is_searchable=False,
            kind="card",
            pdf=urls.path_of(urls.card_pdf(name)),
        )


def has_card(parts: Parts, division: str) -> bool:
    """Whether a division is a township that exists and has something for a card."""
    publication = parts.publication
    found = publication.divisions[division]
    if found.level is not Level.TOWNSHIP or not found.exists_on(publication.as_of):
        return False
    indexes = (
        publication.progress_by_division,
        publication.problems_by_division,
        publication.commitments_by_division,
        publication.latest_places,
    )
    return any(division in index for index in indexes)


def card_of_division(parts: Parts, division: str) -> DivisionCard | None:
    """Return the link and the similar places for the page of a division; ``None`` if it has neither."""
    similar = similar_places(parts, division)
    card = Link(gettext("一页成绩单"), urls.card(division)) if has_card(parts, division) else Link("")
    return DivisionCard(card, similar) if similar or card.href else None


def _list_view(parts: Parts, townships: list[str]) -> tuple[CardLink, ...]:
    names = parts.publication.divisions
    return tuple(
        CardLink(Link(names[each].name, urls.card(each)), len(urgent_tasks(parts, each)))
        for each in townships
    )


def _card_view(parts: Parts, division: str) -> CardView:
    publication = parts.publication
    progress = publication.progress_by_division.get(division, ())
    order = list(STATUS_VIEWS)
    worst_first = sorted(progress, key=lambda each: (order.index(each.status), each.target.due))
    tasks = urgent_tasks(parts, division)
    name = publication.divisions[division].name
    return CardView(
        name=name,
        region=region_text(publication, division),
        as_of=day_text(publication.as_of),
        whole=Link(gettext("%(name)s的全部数据", name=name), urls.division(division)),
        compare=Link(gettext("与别处比较"), urls.compared(division)),
        pdf=Link("PDF", urls.card_pdf(division) if parts.has_pdfs else ""),
        tasks=tasks[:MOST_TASKS],
        tasks_left=max(0, len(tasks) - MOST_TASKS),
        tally=tally(each.status for each in progress),
        targets=_table(parts).view(worst_first[:MOST_TARGETS], gettext("%(name)s的目标与进度", name=name)),
        targets_left=max(0, len(worst_first) - MOST_TARGETS),
        facts=tuple(_facts(parts, division)),
        similar=similar_places(parts, division, most=MOST_UNMET, places=MOST_SIMILAR),
    )


def _table(parts: Parts) -> Table[Progress]:
    def reached(each: Progress) -> Cell:
        share = percentage(each.attainment) if each.attainment is not None else ""
        gap = gettext("与序时%(gap)s", gap=points(each.gap)) if each.gap is not None else ""
        return cell(share, small(gap, is_unbroken=True), small(forecast_text(each)))

    def value(each: Progress) -> Cell:
        figure = parts.measured_figure(each.indicator, each.measured).text
        return cell(figure, average_note(parts, each))

    def target(each: Progress) -> Cell:
        return cell(
            parts.target_figure(each.division, each.target).text,
            small(gettext("%(due)s前", due=day_text(each.target.due)), is_unbroken=True),
        )

    return Table(
        (
            Column(
                "indicator",
                marked("指标"),
                lambda each: cell(parts.indicator_link(each.indicator)),
                is_head=True,
            ),
            Column("status", marked("状态"), lambda each: cell(parts.status(each.status))),
            Column("value", marked("现在"), value, is_number=True),
            Column("target", marked("目标"), target, is_number=True),
            Column("attainment", marked("完成率"), reached, is_number=True, width=Width.WIDE),
        ),
        is_searchable=False,
        classes="tb-card-table",
    )


def _facts(parts: Parts, division: str) -> Iterator[tuple[str, str]]:
    """Yield ranks, problems and commitments in a line each."""
    publication = parts.publication
    for place in publication.latest_places.get(division, ())[:_MOST_RANKS]:
        yield publication.schemes[place.scheme].name, _rank_text(place)
    problems = publication.problems_by_division.get(division, ())
    if problems:
        open_ones = [each for each in problems if each.state is not ProblemState.CLEARED]
        overdue = sum(each.state is ProblemState.OVERDUE for each in problems)
        yield (
            gettext("问题台账"),
            gettext(
                "共%(number)s个，未销号%(number2)s个，逾期%(overdue)s个",
                number=len(problems),
                number2=len(open_ones),
                overdue=overdue,
            ),
        )
    commitments = publication.commitments_by_division.get(division, ())
    if commitments:
        judged = sum(each.judged is not None for each in commitments)
        overdue = sum(each.days_late > 0 for each in commitments)
        yield (
            gettext("承诺"),
            gettext(
                "共%(number)s项，已评%(judged)s项，到期未评%(overdue)s项",
                number=len(commitments),
                judged=judged,
                overdue=overdue,
            ),
        )


def _rank_text(place: LatestPlace) -> str:
    period = period_text(place.period.period)
    if place.place is None:
        return gettext("%(period)s不排名", period=period)
    ranked = place.period.ranked[place.place]
    moved = movement_text(ranked)
    count = len(place.period.ranked)
    return gettext(
        "%(period)s第%(rank)s名（共%(count)s个），%(score)s分，较上期%(moved)s",
        period=period,
        rank=ranked.rank,
        count=count,
        score=score_text(place.score),
        moved=moved,
    )


SECTION: Final = Section(
    address=urls.CARDS,
    title=marked("一镇一页"),
    description=marked("每个乡镇一张A4纸：先办什么，各项目标到哪一步，排第几，还欠什么"),
    type=SectionType.OPEN,
    keywords=(marked("成绩单"), marked("乡镇")),
    compose=card_pages,
    has_content=lambda publication: any(
        each.level is Level.TOWNSHIP for each in publication.divisions.values()
    ),
    division_part=DivisionPart(template="cards/of-division.md.j2", view=card_of_division, position=-5),
)
