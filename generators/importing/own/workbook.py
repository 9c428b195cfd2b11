"""Tells the workbooks that Tongbao itself writes, and reads them by what they say of themselves."""

from __future__ import annotations

from typing import Final

from generators.importing.batches import Content
from generators.importing.own.checks import read_own_checks
from generators.importing.own.histories import COMMITMENTS, PROBLEMS, read_own_histories
from generators.importing.own.inspections import read_own_inspections
from generators.importing.own.returns import read_own_returns
from generators.importing.own.sheet import OwnSheet
from generators.importing.own.targets import read_own_targets
from generators.importing.wanted import ImportWanted
from generators.model.dataset import Dataset
from generators.model.problem_codes import problem
from generators.model.record import Place
from generators.workbooks.reading.sheet import Sheet, Workbook

OWN_SHEET: Final = "_tongbao"
"""The very hidden sheet with what the workbook is, as keys and values."""

FORMAT: Final = "1"


def is_own(workbook: Workbook) -> bool:
    """Whether Tongbao wrote a workbook."""
    return any(sheet.name == OWN_SHEET for sheet in workbook.sheets)


def read_own(workbook: Workbook, file: str, dataset: Dataset, wanted: ImportWanted, content: Content) -> None:
    """Add what a workbook says to ``content``; E820 where what is hidden in it was changed."""
    facts = _facts(next(sheet for sheet in workbook.sheets if sheet.name == OWN_SHEET))
    sheet = next((each for each in workbook.sheets if each.name == facts.get("sheet")), None)
    is_known = facts.get("format") == FORMAT and facts.get("programme") in dataset.programmes
    if sheet is None or not is_known:
        place = Place(file, 1, 1, facts.get("sheet", ""))
        content.problems.append(problem("E820", place, "隐藏的说明不全，或工作表改了名"))
        return
    own = OwnSheet((workbook.name, file), sheet, facts, dataset, content)
    match facts.get("kind"):
        case "returns":
            read_own_returns(own, wanted)
        case "targets":
            read_own_targets(own)
        case "checks":
            read_own_checks(own)
        case "problems":
            read_own_histories(own, PROBLEMS)
        case "commitments":
            read_own_histories(own, COMMITMENTS)
        case "inspections":
            read_own_inspections(own)
        case other:
            own.refuse(0, 0, f"不认识隐藏的说明“kind: {other}”")


def _facts(sheet: Sheet) -> dict[str, str]:
    return {sheet.text(row, 0): sheet.text(row, 1) for row in range(len(sheet.rows)) if sheet.text(row, 0)}
