"""Reads the sheet from which the indicators of a new project are taken."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from generators.importing.layouts.new_indicators import new_indicators
from generators.importing.tables.division_names import DivisionNames
from generators.importing.tables.table import table_of
from generators.model.division import Division
from generators.model.indicator import Indicator
from generators.workbooks.reading.errors import WorkbookError
from generators.workbooks.reading.opening import opened, read_bytes, workbook_of


def indicators_of_file(path: Path, divisions: Iterable[Division]) -> tuple[Indicator, ...]:
    """Return the indicators proposed from the first table of ``divisions`` in a workbook.

    Raises :class:`WorkbookError`: E806 if it has no such table, E807 if no column of that holds figures.
    """
    workbook = workbook_of(opened(read_bytes(path)), path.name)
    names = DivisionNames.of(divisions)
    tables = (table_of(each, names) for each in workbook.sheets if not each.is_hidden)
    table = next(filter(None, tables), None)
    if table is None:
        raise WorkbookError("E806", "没有找到表格：要有一列写乡镇的名称，上面有表头")
    found = new_indicators(table)
    if not found:
        raise WorkbookError("E807", "表格里没有一列是数")
    return found
