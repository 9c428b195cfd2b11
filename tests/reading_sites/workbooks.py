"""Workbooks as those read them who get them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import openpyxl
from python_calamine import CalamineWorkbook


def opened(content: bytes) -> Any:  # noqa: ANN401 - openpyxl ships no types
    """Return the workbook with its styles, validations, notes and protection."""
    return openpyxl.load_workbook(io.BytesIO(content))


def values_of(content: bytes, sheet: str) -> list[list[Any]]:
    """Return the values of a sheet, row by row."""
    return CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_name(sheet).to_python()


def validations_of(sheet: Any, cell: str) -> Iterator[Any]:  # noqa: ANN401 - openpyxl ships no types
    """Yield the rules for what may be typed in ``cell``."""
    yield from (each for each in sheet.data_validations.dataValidation if cell in each.sqref)
