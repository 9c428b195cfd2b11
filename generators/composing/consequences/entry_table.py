"""The table of divisions to which consequences apply: on several pages and in the open data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from generators.composing.consequences.words import (
    KIND_TEXT,
    band_text,
    consequence_link,
    reason_link,
    rule_texts,
    when_text,
)
from generators.composing.kit.columns import data_column, division_cell, fictional_column, source_columns
from generators.composing.kit.numbers import data_number
from generators.composing.kit.parts import Parts
from generators.composing.kit.table import (
    NOTHING,
    Cell,
    Column,
    DataTable,
    DataType,
    Table,
    TableView,
    Width,
    cell,
    small,
)
from generators.composing.kit.views import Link
from generators.languages import gettext, marked
from generators.model.address import Address
from generators.model.consequence import Band
from generators.model.period import Period
from generators.results.consequences import ConsequenceEntry, ConsequenceResult, rank_ground

_Applied: TypeAlias = tuple[ConsequenceResult, ConsequenceEntry]
"""A consequence with one of its entries."""

_OF_DIVISION: Final = ("name", "kind", "reason_and_day")


@dataclass(frozen=True, slots=True)
class PeriodConsequence:
    """A consequence with its entries for the ranking of one period."""

    name: Link
    kind: str
    rule: str
    entries: TableView


def entries_view(
    parts: Parts, result: ConsequenceResult, entries: Sequence[ConsequenceEntry], label: str, empty: str
) -> TableView:
    """Return the table of the divisions to which a consequence applies, in the order of ``entries``.

    ``empty`` is the text shown if there are none.
    """
    has_bands = any(_band(each) is not None for each in entries)
    return _entry_table(parts, is_tall=True, empty=empty).view(
        ((result, each) for each in entries),
        label,
        columns=("division", *(("band",) if has_bands else ()), "reason"),
    )


def consequences_of_period(parts: Parts, scheme: Address, period: Period) -> tuple[PeriodConsequence, ...]:
    """Return the consequences of one period's ranking, including those without entries."""
    return tuple(
        PeriodConsequence(
            consequence_link(result),
            KIND_TEXT[result.consequence.kind],
            gettext("；").join(rule_texts(parts, result)),
            entries_view(
                parts,
                result,
                result.entries_of(period),
                consequence_link(result).label,
                gettext("这一期没有单位符合。"),
            ),
        )
        for result in parts.publication.consequence_results.values()
        if (trigger := result.consequence.rank_trigger) is not None
        and result.address.sibling(trigger.scheme) == scheme
        and period in result.periods
    )


def consequences_of_division(parts: Parts, division: str) -> TableView:
    """Return the table of consequences that apply to a division: in the latest period, or on the day."""
    found = parts.publication.consequences_by_division.get(division, ())
    name = parts.publication.divisions[division].name
    return parts.once(_entry_table).view(found, gettext("%(name)s的奖惩", name=name), columns=_OF_DIVISION)


def consequence_data(parts: Parts) -> Iterator[DataTable]:
    """Yield the table of all entries, for the open data."""
    results = parts.publication.consequence_results.values()
    yield _entry_table(parts).data(
        "consequences",
        gettext("奖惩"),
        gettext("按办法应奖、应罚的单位，每个单位每期一行"),
        lambda: ((result, entry) for result in results for entry in result.entries),
    )


def _entry_table(parts: Parts, *, is_tall: bool = False, empty: str = "") -> Table[_Applied]:
    """Return the definition of the table of entries, one per row, for pages and the open data."""
    return Table(
        (
            *_rule_columns(parts),
            *_division_columns(parts),
            *_ground_columns(parts),
            *source_columns(lambda row: row[0].consequence.source),
            fictional_column(lambda row: parts.publication.divisions[row[1].division].fictional),
        ),
        classes="tb-entries",
        is_tall=is_tall,
        is_searchable=False,
        empty=empty,
        open_data="consequences",
    )


def _rule_columns(parts: Parts) -> tuple[Column[_Applied], ...]:
    """Return the columns of the consequence."""
    return (
        data_column("programme", marked("工作的标识"), lambda row: row[0].programme),
        data_column("consequence", marked("奖惩的标识"), lambda row: row[0].address.name),
        Column(
            "name",
            marked("奖惩"),
            lambda row: _name_cell(parts, row),
            is_head=True,
            meaning=marked("奖惩名称"),
            value=lambda row: row[0].consequence.name,
        ),
        Column(
            "kind",
            marked("类别"),
            lambda row: cell(KIND_TEXT[row[0].consequence.kind]),
            width=Width.UNBROKEN,
            meaning=marked("reward 奖励，sanction 惩戒"),
            value=lambda row: row[0].consequence.kind.value,
        ),
        data_column(
            "by",
            marked("rank 按名次，status 按目标状态，problems 按逾期问题，tier 按等次"),
            lambda row: row[0].consequence.when.tag,
        ),
    )


def _division_columns(parts: Parts) -> tuple[Column[_Applied], ...]:
    """Return the columns of the division and of the period or day."""
    return (
        Column(
            "division",
            marked("单位"),
            lambda row: division_cell(parts, row[1].division),
            is_head=True,
            meaning=marked("区划的标识"),
            value=lambda row: row[1].division,
        ),
        data_column(
            "division_name",
            marked("区划名称"),
            lambda row: parts.publication.divisions[row[1].division].name,
        ),
        data_column("period", marked("按名次的，哪一期；其他为空"), _period, title=marked("考核期")),
        data_column(
            "day",
            marked("计算所用日期；按名次的为空"),
            lambda row: "" if rank_ground(row[1].ground) is not None else row[0].day.isoformat(),
            DataType.DATE,
        ),
    )


def _ground_columns(parts: Parts) -> tuple[Column[_Applied], ...]:
    """Return the columns of the reason and the award."""
    return (
        Column(
            "band",
            marked("档次"),
            lambda row: cell(band_text(_band(row[1])) or NOTHING),
            meaning=marked("等次名称，如一等奖；不分等次的为空"),
            value=lambda row: band.name if (band := _band(row[1])) is not None else "",
        ),
        data_column(
            "amount",
            marked("金额"),
            lambda row: data_number(band.amount) if (band := _band(row[1])) is not None else "",
            DataType.NUMBER,
            measured_in="measure",
        ),
        data_column(
            "measure",
            marked("金额的单位"),
            lambda row: band.measure if (band := _band(row[1])) is not None else "",
        ),
        Column(
            "reason",
            marked("理由"),
            lambda row: cell(reason_link(parts, *row)),
            meaning=marked("理由"),
            value=lambda row: reason_link(parts, *row).label,
        ),
        Column(
            "reason_and_day",
            marked("理由"),
            lambda row: cell(reason_link(parts, *row), small(when_text(row[0], row[1].ground))),
        ),
        data_column(
            "edge_tie",
            marked("是否因与最后一名并列而一并计入"),
            lambda row: ground.is_edge_tie if (ground := rank_ground(row[1].ground)) is not None else False,
            DataType.BOOLEAN,
        ),
    )


def _name_cell(parts: Parts, applied: _Applied) -> Cell:
    result, entry = applied
    programme = parts.programme_link(result.programme)
    return cell(consequence_link(result), small(band_text(_band(entry))), small(programme))


def _band(entry: ConsequenceEntry) -> Band | None:
    ground = rank_ground(entry.ground)
    return ground.band if ground is not None else None


def _period(applied: _Applied) -> str:
    ground = rank_ground(applied[1].ground)
    return ground.period.text if ground is not None else ""
