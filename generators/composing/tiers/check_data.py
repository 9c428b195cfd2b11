"""The items of all checklists as a table of the open data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from generators.composing.kit.columns import data_column, fictional_column, iso_day, source_columns
from generators.composing.kit.parts import Parts
from generators.composing.kit.table import DataTable, DataType, Table
from generators.languages import gettext, marked
from generators.model.source import Citation
from generators.results.tiers import Checklist, ItemState

_Item: TypeAlias = tuple[Checklist, ItemState]


def check_data(parts: Parts) -> DataTable:
    """Return the table of all items in all divisions, checked or not, that the audience sees."""
    divisions, standards = parts.publication.divisions, parts.publication.standards
    table: Table[_Item] = Table(
        (
            data_column("programme", marked("工作的标识"), lambda row: row[0].standard.programme),
            data_column("standard", marked("标准的标识"), lambda row: row[0].standard.name),
            data_column("standard_name", marked("标准名称"), lambda row: standards[row[0].standard].name),
            data_column("division", marked("区划的标识"), lambda row: row[0].division),
            data_column("division_name", marked("区划名称"), lambda row: divisions[row[0].division].name),
            data_column("item", marked("条目的标识"), lambda row: row[1].item),
            data_column(
                "item_name",
                marked("条目名称"),
                lambda row: standards[row[0].standard].items[row[1].item].name,
            ),
            data_column("passed", marked("是否已验收"), lambda row: row[1].is_passed, DataType.BOOLEAN),
            data_column(
                "on",
                marked("最近一次验收的日期；没有验收过的为空"),
                lambda row: iso_day(row[1].check.on if row[1].check is not None else None),
                DataType.DATE,
            ),
            data_column(
                "evidence",
                marked("验收的依据"),
                lambda row: row[1].check.evidence if row[1].check is not None else "",
            ),
            *source_columns(_source),
            data_column("revoked_on", marked("撤销的日期；没有撤销的为空"), _revoked_on, DataType.DATE),
            data_column("revoked_reason", marked("撤销的理由"), _revoked_reason),
            fictional_column(lambda row: divisions[row[0].division].fictional),
        ),
        key=("programme", "standard", "division", "item"),
    )
    return table.data(
        "checks", gettext("验收"), gettext("每个单位每个标准的每个条目一行"), lambda: tuple(_items(parts))
    )


def _items(parts: Parts) -> Iterator[_Item]:
    for checklist in parts.publication.checklists.values():
        yield from ((checklist, state) for state in checklist.items)


def _source(row: _Item) -> Citation | None:
    return row[1].check.source if row[1].check is not None else None


def _revoked_on(row: _Item) -> str:
    revoked = row[1].check.revoked if row[1].check is not None else None
    return iso_day(revoked.on) if revoked is not None else ""


def _revoked_reason(row: _Item) -> str:
    revoked = row[1].check.revoked if row[1].check is not None else None
    return revoked.reason if revoked is not None else ""
