"""A sheet of twenty thousand rows, as an office fills it in, and what its import takes."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click
import xlsxwriter

from generators.model.division import Level
from generators.reading.load import load_project
from tests.bench.processes import Run, tongbao

PERIOD: Final = "2024年第四季度"
DAY: Final = "2025-01-20"
"""When the quarter is over, and its reports may come in."""


def villages_sheet(project: Path, file: Path) -> int:
    """Write a sheet with a row for each village of the project, and return how many there are.

    Raises ``ClickException`` if the project cannot be read.
    """
    dataset = load_project(project).dataset
    if dataset is None:
        raise click.ClickException("虚构的县没有读成")
    divisions = dataset.divisions
    villages = [each for each in divisions.values() if each.level is Level.VILLAGE]
    book = xlsxwriter.Workbook(file, {"constant_memory": True})
    sheet = book.add_worksheet("村")
    sheet.write_row(0, 0, [f"{PERIOD}各村进度统计表"])
    sheet.write_row(1, 0, ["乡镇", "村", "巡河次数（次，本季）", "修整渠道（米，本季）"])
    for at, each in enumerate(villages):
        upper = divisions[each.within].name if each.within is not None else ""
        sheet.write_row(2 + at, 0, [upper, each.name, at % 40, at % 7])
    book.close()
    return len(villages)


def import_run(project: Path, file: Path) -> Run:
    """Import the sheet, with loading and checking of all that is on record before and after."""
    return tongbao("import", "--project", project, file, "--yes", "--as-of", DAY)
