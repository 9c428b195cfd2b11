"""The smaller tables of a ledger: responsible offices, townships, and the counts of the burn-down."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from generators.composing.kit import urls
from generators.composing.kit.columns import count_column, head_column, share_column
from generators.composing.kit.parts import Parts
from generators.composing.kit.table import Table, TableView
from generators.composing.kit.views import Link
from generators.languages import gettext, marked
from generators.model.grouping import grouped
from generators.results.ledgers import Ledger, LedgerCounts, ProblemStanding, ProblemState


@dataclass(frozen=True, slots=True)
class _Office:
    """An office with the numbers of problems that it is responsible for."""

    name: str
    total: int
    remaining: int
    overdue: int
    rectified: int
    cleared: int
    reopened: int


_OFFICES: Final[Table[_Office]] = Table(
    (
        head_column(marked("责任单位"), lambda office: office.name),
        count_column("total", marked("问题"), lambda office: office.total),
        count_column("remaining", marked("未销号"), lambda office: office.remaining),
        count_column("overdue", marked("逾期未改"), lambda office: office.overdue),
        count_column("rectified", marked("待销号"), lambda office: office.rectified),
        count_column("cleared", marked("已销号"), lambda office: office.cleared),
        count_column("reopened", marked("重开过"), lambda office: office.reopened),
    ),
    classes="tb-counts",
    is_searchable=False,
    open_data="problems",
)


def office_table(standings: Iterable[ProblemStanding]) -> TableView:
    """Return 责任清单: by problems overdue and problems not cleared, most first, then by name."""
    by_office = grouped((each.office, each) for each in standings if each.office)
    rows = sorted(
        (_office(name, members) for name, members in by_office.items()),
        key=lambda office: (-office.overdue, -office.remaining, office.name),
    )
    return _OFFICES.view(rows, gettext("责任清单"), board="offices-list")


def _office(name: str, standings: Sequence[ProblemStanding]) -> _Office:
    states = [each.state for each in standings]
    cleared = states.count(ProblemState.CLEARED)
    return _Office(
        name=name,
        total=len(states),
        remaining=len(states) - cleared,
        overdue=states.count(ProblemState.OVERDUE),
        rectified=states.count(ProblemState.RECTIFIED),
        cleared=cleared,
        reopened=sum(each.times_reopened > 0 for each in standings),
    )


_Township: TypeAlias = tuple[Link, LedgerCounts]

_TOWNSHIPS: Final[Table[_Township]] = Table(
    (
        head_column(marked("乡镇（街道）"), lambda row: row[0]),
        count_column("total", marked("问题"), lambda row: row[1].found),
        count_column("remaining", marked("未销号"), lambda row: row[1].remaining),
        count_column("overdue", marked("逾期未改"), lambda row: row[1].states[ProblemState.OVERDUE]),
        count_column("cleared", marked("已销号"), lambda row: row[1].cleared),
        count_column("reopened", marked("重开过"), lambda row: row[1].ever_reopened),
        share_column("clearance", marked("销号率"), lambda row: row[1].clearance),
    ),
    classes="tb-counts",
    is_searchable=False,
    open_data="problems",
)


def township_table(parts: Parts, ledger: Ledger) -> TableView:
    """Return the table of townships with their counts of problems; the rate only for a whole ledger."""
    rows = (
        (Link(parts.division_link(name).label, f"{urls.division(name)}#problems"), counts)
        for name, counts in ledger.townships.items()
    )
    withheld = () if ledger.is_whole else ("clearance",)
    return _TOWNSHIPS.view(rows, gettext("分乡镇"), without=withheld, board="by-township")


_BURN_DOWN: Final[Table[tuple[str, int, int]]] = Table(
    (
        head_column(marked("时间"), lambda row: row[0]),
        count_column("found", marked("累计发现"), lambda row: row[1]),
        count_column("remaining", marked("未销号"), lambda row: row[2]),
    ),
    is_searchable=False,
)


def burn_down_table(rows: Iterable[tuple[str, int, int]]) -> TableView:
    """Return the table of a burn-down with rows (label, found so far, not cleared)."""
    return _BURN_DOWN.view(rows, gettext("未销号的问题数"))
