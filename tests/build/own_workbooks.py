"""Workbooks as Tongbao itself writes them: hidden ids of rows and columns, and a hidden sheet of facts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import openpyxl

from generators.importing.importing import content_of
from generators.importing.plan import Plan, plan_of
from generators.importing.wanted import ImportWanted, nobody_to_ask
from generators.reading.load import load_project
from tests.build.offices import OFFICE_DAY, Row, saved


def own_workbook(ids: Row, rows: Sequence[Row], sheet: str = "报表", **facts: str) -> bytes:
    """Return a workbook of the programme ``strong``; its rows begin at row 6."""
    book = openpyxl.Workbook()
    visible, hidden = book.worksheets[0], book.create_sheet("_tongbao")
    visible.title = "报表"
    heads: tuple[Row, ...] = ((None, "强基2026年3月报表"), (None, "填报单位"), (None, "单位"), (None, None))
    for row in (ids, *heads, *rows, (None, "填报说明：1.只填空格。")):
        visible.append(list(row))
    said = {"format": "1", "kind": "returns", "programme": "strong", "period": "2026-03", "sheet": sheet}
    for key, value in {**said, **facts}.items():
        hidden.append([key, value])
    hidden.sheet_state = "veryHidden"
    return saved(book)


def own_plan(project: Path, data: bytes) -> Plan:
    """Return the plan of importing such a workbook."""
    dataset = load_project(project).dataset
    assert dataset is not None
    file = project.parent / "东棠镇-2026年3月报表.xlsx"
    file.write_bytes(data)
    wanted = ImportWanted(OFFICE_DAY)
    content, _ = content_of([file], dataset, wanted, nobody_to_ask, lambda _: None)
    return plan_of(project, dataset, content, wanted)
