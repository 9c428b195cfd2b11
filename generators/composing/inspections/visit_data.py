"""The visits of inspections as a table of the open data."""

from __future__ import annotations

from collections.abc import Iterator

from generators.composing.inspections.tables import VISITS, Visited
from generators.composing.kit.columns import data_column, fictional_column, iso_day
from generators.composing.kit.numbers import data_number
from generators.composing.kit.parts import Parts
from generators.composing.kit.table import DataTable, DataType, Table
from generators.languages import gettext, marked


def visit_data(parts: Parts) -> DataTable:
    """Return the table of all visits that the audience sees."""
    divisions = parts.publication.divisions
    table: Table[Visited] = Table(
        (
            data_column("programme", marked("工作的标识"), lambda row: row[0].inspection.programme),
            data_column("inspection", marked("督查的标识"), lambda row: row[0].inspection.id),
            data_column("inspection_name", marked("督查名称"), lambda row: row[0].inspection.name),
            data_column("division", marked("走访的区划的标识"), lambda row: row[1].visit.division),
            data_column(
                "division_name", marked("区划名称"), lambda row: divisions[row[1].visit.division].name
            ),
            data_column("on", marked("走访的日期"), lambda row: iso_day(row[1].visit.on), DataType.DATE),
            data_column(
                "score", marked("得分"), lambda row: data_number(row[1].visit.score), DataType.NUMBER
            ),
            data_column(
                "findings", marked("发现的问题个数"), lambda row: str(len(row[1].findings)), DataType.INTEGER
            ),
            data_column("note", marked("情况"), lambda row: row[1].visit.note or ""),
            fictional_column(lambda row: divisions[row[1].visit.division].fictional),
        ),
    )
    return table.data(VISITS, gettext("督查走访"), gettext("每次走访一行"), lambda: tuple(_visits(parts)))


def _visits(parts: Parts) -> Iterator[Visited]:
    for record in parts.publication.inspection_records.values():
        for found in record.rounds:
            yield from ((found, each) for each in found.visits)
