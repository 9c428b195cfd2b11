"""Publication deadlines (公开期限) on the internal quality page: documents due, overdue or published late."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, assert_never

from generators.composing.kit import urls
from generators.composing.kit.columns import head_column
from generators.composing.kit.dates import day_text
from generators.composing.kit.table import Column, Emphasis, Styled, Table, TableView, Width, cell
from generators.composing.kit.views import Link
from generators.disclosing.publication import Publication
from generators.languages import gettext, marked
from generators.results.deadlines import DeadlineState, PublicationDeadline


@dataclass(frozen=True, slots=True)
class DeadlineRow:
    """A document with its publication deadline; ``state`` is a text."""

    document: Link
    dated: str
    due: str
    state: str
    is_pressing: bool


_DEADLINES: Final[Table[DeadlineRow]] = Table(
    (
        head_column(marked("文章"), lambda row: row.document),
        Column("dated", marked("成文日期"), lambda row: cell(row.dated), width=Width.UNBROKEN),
        Column("due", marked("公开期限"), lambda row: cell(row.due), width=Width.UNBROKEN),
        Column(
            "state",
            marked("情况"),
            lambda row: cell(Styled(row.state, Emphasis.STRONG) if row.is_pressing else row.state),
        ),
    ),
    is_searchable=False,
    empty=marked("没有待公开的文章，也没有晚公开的。"),
)


@dataclass(frozen=True, slots=True)
class DeadlinesView:
    """The deadlines not met yet, most urgent first; ``caveat`` is empty if all years' holidays are known."""

    rows: tuple[DeadlineRow, ...]
    table: TableView
    caveat: str


_ORDER = (DeadlineState.OVERDUE, DeadlineState.DUE_SOON, DeadlineState.RUNNING, DeadlineState.LATE)


def deadlines_view(publication: Publication) -> DeadlinesView:
    """Return the view of all deadlines except those that were met."""
    shown = [each for each in publication.publication_deadlines if each.state is not DeadlineState.KEPT]
    shown.sort(key=lambda each: (_ORDER.index(each.state), each.due, each.document))
    years = sorted({year for each in shown for year in each.unannounced})
    rows = tuple(_rows(publication, shown))
    listed = gettext("、").join(gettext("%(year)s年", year=year) for year in years)
    caveat = (
        gettext("%(listed)s的放假安排尚未收录，这一部分只按周末推算，期限可能有出入。", listed=listed)
        if years
        else ""
    )
    return DeadlinesView(rows, _DEADLINES.view(rows, gettext("公开期限")), caveat)


def _rows(publication: Publication, deadlines: list[PublicationDeadline]) -> Iterator[DeadlineRow]:
    links = {
        each.place.file: (Link(each.front.title, urls.bulletin(each.id)), each.front.date)
        for each in publication.bulletins
    }
    links |= {
        each.place.file: (Link(each.front.title, urls.case(each.id)), each.front.date)
        for each in publication.cases
    }
    for deadline in deadlines:
        link, dated = links[deadline.document]
        yield DeadlineRow(
            link,
            day_text(dated) if dated is not None else "",
            day_text(deadline.due),
            _state_text(deadline),
            deadline.state in {DeadlineState.OVERDUE, DeadlineState.DUE_SOON},
        )


def _state_text(deadline: PublicationDeadline) -> str:
    match deadline.state:
        case DeadlineState.OVERDUE:
            return gettext("未发布，已过%(days)s个工作日", days=deadline.days)
        case DeadlineState.DUE_SOON | DeadlineState.RUNNING:
            return gettext("未发布，还剩%(days)s个工作日", days=deadline.days)
        case DeadlineState.LATE:
            return gettext("发布时晚了%(days)s个工作日", days=deadline.days)
        case DeadlineState.KEPT:
            return gettext("按期发布")
        case never:
            assert_never(never)
