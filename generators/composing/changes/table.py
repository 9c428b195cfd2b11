"""Tables of changes: of one kind on a page, and of all kinds in the open data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from generators.composing.changes.rows import ChangeRow
from generators.composing.kit.columns import data_column, fictional_column
from generators.composing.kit.numbers import data_number
from generators.composing.kit.parts import Parts
from generators.composing.kit.table import Cell, Column, DataTable, DataType, Table, TableView, cell, small
from generators.languages import gettext, marked
from generators.model.ladder import Ladder
from generators.results.changes import Changes, RankInPeriod, Reading
from generators.results.tiers import BELOW, Rank


def change_table(rows: Iterable[ChangeRow], title: str, item: str, anchor: str) -> TableView:
    """Return the table of changes of one kind; ``item`` is the heading of the column of what changed."""
    table: Table[ChangeRow] = Table(
        (
            Column("item", item, _item_cell, is_head=True),
            Column("before", marked("原来"), lambda row: cell(row.before)),
            Column("after", marked("现在"), lambda row: cell(row.after)),
            Column("what", marked("变化"), lambda row: cell(row.what)),
        ),
        is_tall=True,
        is_searchable=False,
        open_data="changes",
    )
    return table.view(rows, gettext("%(title)s的变化", title=title), board=f"{anchor}-list")


def _item_cell(row: ChangeRow) -> Cell:
    within = gettext("（%(within)s）", within=row.within) if row.within else ""
    return cell(row.item, small(row.division, within), small(row.detail))


@dataclass(frozen=True, slots=True)
class _Change:
    """A change of one comparison as a row of the open data: identifiers and exact numbers."""

    since: date
    kind: str
    division: str
    programme: str
    item: str
    before: str
    after: str
    size: str = ""


def change_data(parts: Parts) -> Iterator[DataTable]:
    """Yield the table of all changes of all comparisons, for the open data."""
    publication = parts.publication
    table: Table[_Change] = Table(
        (
            data_column("since", marked("与哪一天相比"), lambda row: row.since.isoformat(), DataType.DATE),
            data_column(
                "kind",
                marked("value 数值，status 目标状态，rank 名次，tier 等次，problem 问题，report 欠报"),
                lambda row: row.kind,
            ),
            data_column("division", marked("区划的标识"), lambda row: row.division),
            data_column("programme", marked("工作的标识"), lambda row: row.programme),
            data_column(
                "item",
                marked("指标、考核办法、等次序列的标识，问题的“县/镇/标识”；目标状态为“指标@截止日期”"),
                lambda row: row.item,
            ),
            data_column(
                "before",
                marked("原来：数值或没有数的原因、状态、“期间=名次”、等次的标识、欠报的期间；当时没有的为空"),
                lambda row: row.before,
                DataType.ANY,
            ),
            data_column(
                "after",
                marked("现在，写法相同；不在排名中的为“期间=”，未达等次为 below，未评定为 unrated"),
                lambda row: row.after,
                DataType.ANY,
            ),
            data_column(
                "size",
                marked("数值的变化幅度 |a−b|÷(|a|+|b|)，0至1，最多六位小数；其他为空"),
                lambda row: row.size,
                DataType.NUMBER,
            ),
            fictional_column(lambda row: publication.divisions[row.division].fictional),
        )
    )
    yield table.data(
        "changes",
        gettext("变化"),
        gettext("与一个月、三个月和一年以前相比，每项变化一行"),
        lambda: (row for changes in publication.changes.values() for row in _changes(parts, changes)),
    )


def _changes(parts: Parts, changes: Changes) -> Iterator[_Change]:
    """Yield the changes of one comparison by kind."""
    since = changes.since
    for status in changes.statuses:
        programme, name = status.indicator.programme, status.indicator.name
        item = f"{name}@{status.due.isoformat()}"
        before, after = status.before.value, status.after.value
        yield _Change(since, "status", status.division, programme, item, before, after)
    for each in changes.problems:
        before, after = (state.value if state is not None else "" for state in (each.before, each.after))
        yield _Change(since, "problem", each.division, each.programme, each.address, before, after)
    for report in changes.reports:
        programme, name = report.indicator.programme, report.indicator.name
        before, after = ";".join(report.before), ";".join(report.after)
        yield _Change(since, "report", report.division, programme, name, before, after)
    for rank in changes.ranks:
        programme, name = rank.scheme.programme, rank.scheme.name
        yield _Change(since, "rank", rank.division, programme, name, _place(rank.before), _place(rank.after))
    for tier in changes.tiers:
        programme, name = tier.ladder.programme, tier.ladder.name
        ladder = parts.publication.ladders[tier.ladder]
        before, after = _tier(ladder, tier.before), _tier(ladder, tier.after)
        yield _Change(since, "tier", tier.division, programme, name, before, after)
    for value in changes.values:
        programme, name = value.indicator.programme, value.indicator.name
        before, after = _reading(value.before), _reading(value.after)
        size = data_number(value.size)
        yield _Change(since, "value", value.division, programme, name, before, after, size)


def _place(place: RankInPeriod) -> str:
    return f"{place.period}={place.rank if place.rank is not None else ''}"


def _tier(ladder: Ladder, rank: Rank) -> str:
    if rank is None:
        return "unrated"
    return "below" if rank == BELOW else ladder.tiers[rank].id


def _reading(reading: Reading) -> str:
    return data_number(reading.value) if reading.value is not None else reading.state.value
