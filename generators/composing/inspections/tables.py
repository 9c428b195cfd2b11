"""Tables of inspections: visits, rounds, and the villages visited and not visited."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeAlias, TypeVar

from generators.composing.inspections.words import (
    INSPECTION_KIND_TEXT,
    findings_text,
    reach_bar,
    round_link,
    round_span,
    score_text,
)
from generators.composing.kit import urls
from generators.composing.kit.columns import count_column, head_column
from generators.composing.kit.dates import day_text
from generators.composing.kit.parts import Parts
from generators.composing.kit.table import (
    NOTHING,
    Cell,
    Column,
    Table,
    TableView,
    Width,
    cell,
    day_key,
    small,
)
from generators.composing.kit.views import Link
from generators.languages import gettext, marked
from generators.model.inspection import InspectionKind
from generators.results.inspections import InspectionRecord, Reach, Round, VisitResult

Row = TypeVar("Row")

Visited: TypeAlias = tuple[Round, VisitResult]
"""A visit with its round."""

LastVisit: TypeAlias = tuple[str, date | None]
"""A village with the day of its last visit, ``None`` if it was never visited."""

VISITS: Final = "visits"
"""The name of the table of the open data with all visits."""

_MAX_NAMED: Final = 3
"""The number of villages visited longest ago that the row of a township names."""


def visit_table(parts: Parts, visits: Iterable[Visited], label: str, *, shows_round: bool) -> TableView:
    """Return the table of visits; ``shows_round`` adds the column of their rounds."""

    def place_cell(visit: Visited) -> Cell:
        result = visit[1]
        township = result.township if result.township != result.visit.division else None
        within = parts.publication.divisions[township].name if township is not None else ""
        return cell(parts.division_link(result.visit.division), small(within))

    table: Table[Visited] = Table(
        (Column("division", marked("走访"), place_cell, is_head=True), *_VISIT_COLUMNS),
        is_tall=True,
        open_data=VISITS,
    )
    without = () if shows_round else ("round",)
    return table.view(visits, label, without=without, board="visits-list")


_VISIT_COLUMNS: Final[tuple[Column[Visited], ...]] = (
    Column(
        "round",
        marked("督查"),
        lambda visit: cell(
            round_link(visit[0].inspection), small(INSPECTION_KIND_TEXT[visit[0].inspection.kind])
        ),
    ),
    Column(
        "day",
        marked("日期"),
        lambda visit: cell(day_text(visit[1].visit.on), sort=day_key(visit[1].visit.on)),
        width=Width.UNBROKEN,
    ),
    Column(
        "score",
        marked("得分"),
        lambda visit: cell(
            score_text(visit[1].visit.score),
            sort=f"{visit[1].visit.score:f}" if visit[1].visit.score is not None else "",
        ),
        is_number=True,
    ),
    Column(
        "findings",
        marked("发现的问题"),
        lambda visit: cell(findings_text(visit[1].findings), sort=len(visit[1].findings)),
    ),
    Column(
        "note",
        marked("情况"),
        lambda visit: cell(visit[1].visit.note or NOTHING),
        is_sortable=False,
    ),
)


def last_visit_table(parts: Parts, visits: Iterable[LastVisit], label: str) -> TableView:
    """Return the table of last visits: villages never visited first, then those visited longest ago."""
    table: Table[LastVisit] = Table(
        (
            head_column(marked("村（社区）"), lambda visit: parts.division_link(visit[0])),
            Column(
                "day",
                marked("最近一次走访"),
                lambda visit: cell(_last_text(visit[1]), sort=day_key(visit[1]) or "0"),
                width=Width.UNBROKEN,
            ),
        ),
        is_tall=True,
        is_searchable=False,
    )
    return table.view(longest_ago(visits), label, board="last-visits")


def longest_ago(visits: Iterable[LastVisit]) -> list[LastVisit]:
    """Return the villages by day of the last visit, those never visited first."""
    return sorted(visits, key=lambda visit: (visit[1] or date.min, visit[0]))


def _last_text(day: date | None) -> str:
    return day_text(day) if day is not None else gettext("从未走访")


def round_table(rounds: Iterable[Round], programme: str, name: str) -> TableView:
    """Return the table of the rounds of a programme; ``name`` is the name of the programme in the label."""
    return _ROUNDS.view(rounds, gettext("%(name)s的历次督查", name=name), board=f"rounds-{programme}")


def teams_text(found: Round) -> str:
    """Return the number of teams of a round as text; a dash if it is not stated."""
    return str(found.inspection.teams) if found.inspection.teams is not None else NOTHING


def _reach_column(
    name: str, title: str, reach_of: Callable[[Row], Reach], nothing: str = NOTHING
) -> Column[Row]:
    """Return a column of the shares of villages visited, as bars."""

    def show(row: Row) -> Cell:
        reach = reach_of(row)
        share = f"{reach.share:.6f}" if reach.share is not None else ""
        return cell(reach_bar(reach) or nothing, sort=share)

    return Column(name, title, show)


_ROUNDS: Final[Table[Round]] = Table(
    (
        Column(
            "round",
            marked("督查"),
            lambda each: cell(round_link(each.inspection), small(INSPECTION_KIND_TEXT[each.inspection.kind])),
            is_head=True,
        ),
        Column(
            "span",
            marked("日期"),
            lambda each: cell(round_span(each.inspection), sort=day_key(each.inspection.start)),
        ),
        Column("teams", marked("工作组"), lambda each: cell(teams_text(each)), is_number=True),
        count_column("visits", marked("走访"), lambda each: len(each.visits)),
        _reach_column("reach", marked("走访的村（社区）"), lambda each: each.whole_reach),
        Column(
            "score",
            marked("平均分"),
            lambda each: cell(
                score_text(each.mean_score),
                sort=f"{each.mean_score:f}" if each.mean_score is not None else "",
            ),
            is_number=True,
        ),
        Column(
            "findings",
            marked("发现的问题"),
            lambda each: cell(findings_text(each.findings), sort=len(each.findings)),
        ),
    ),
    is_searchable=False,
    open_data=VISITS,
)


@dataclass(frozen=True, slots=True)
class _Coverage:
    """The reach of the latest and of all rounds in one township, and its villages visited longest ago."""

    head: Link
    latest: Reach
    ever: Reach
    longest_ago: Sequence[LastVisit]


def latest_round(record: InspectionRecord) -> Round:
    """Return the latest scheduled round, which aims at all villages; else the latest round of any kind."""
    scheduled = [each for each in record.rounds if each.inspection.kind is InspectionKind.SCHEDULED]
    return (scheduled or record.rounds)[-1]


def coverage_table(parts: Parts, record: InspectionRecord, name: str) -> TableView:
    """Return the table of the reach by township; it has no rows if some rounds are withheld."""
    latest = latest_round(record)

    def longest_ago_cell(row: _Coverage) -> Cell:
        names = [
            piece
            for village, day in row.longest_ago
            for piece in (
                gettext("、"),
                parts.division_link(village),
                gettext("（%(day)s）", day=_last_text(day)),
            )
        ]
        return cell(*names[1:])

    table: Table[_Coverage] = Table(
        (
            head_column(marked("乡镇（街道）"), lambda row: row.head),
            count_column("villages", marked("村（社区）"), lambda row: row.ever.villages),
            _reach_column(
                "latest",
                gettext("最近一次督查（%(name)s）", name=latest.inspection.name),
                lambda row: row.latest,
            ),
            _reach_column("ever", marked("历次合计"), lambda row: row.ever),
            count_column("never", marked("从未走访"), lambda row: row.ever.villages - row.ever.visited),
            Column("longest_ago", marked("最久没有走访的"), longest_ago_cell, is_sortable=False),
        ),
        classes="tb-counts",
        is_tall=True,
        is_searchable=False,
        open_data=VISITS,
    )
    rows = (_coverage(parts, record, latest, upper) for upper in record.reach) if record.is_whole else ()
    return table.view(rows, gettext("%(name)s的走访面", name=name), board=f"coverage-{record.programme}")


def _coverage(parts: Parts, record: InspectionRecord, latest: Round, upper: str) -> _Coverage:
    names = parts.publication.children.get(upper, ())
    last = ((name, record.last_visits[name]) for name in names if name in record.last_visits)
    return _Coverage(
        _township_link(parts, upper),
        latest.reach.get(upper, Reach(0, 0)),
        record.reach[upper],
        longest_ago(last)[:_MAX_NAMED],
    )


def reach_table(parts: Parts, found: Round) -> TableView:
    """Return the table of the reach of one round by township."""
    rows = ((_township_link(parts, upper), reach) for upper, reach in found.reach.items())
    return _REACH.view(rows, gettext("%(name)s的走访面", name=found.inspection.name), board="coverage-list")


def _township_link(parts: Parts, township: str) -> Link:
    return Link(parts.division_link(township).label, f"{urls.division(township)}#inspections")


_TownshipReach: TypeAlias = tuple[Link, Reach]

_REACH: Final[Table[_TownshipReach]] = Table(
    (
        head_column(marked("乡镇（街道）"), lambda row: row[0]),
        count_column("villages", marked("村（社区）"), lambda row: row[1].villages),
        count_column("visited", marked("走访"), lambda row: row[1].visited),
        _reach_column("reach", marked("走访面"), lambda row: row[1], nothing=""),
    ),
    classes="tb-counts",
    is_searchable=False,
    open_data=VISITS,
)
