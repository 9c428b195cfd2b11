"""The sheet of a workbook that Tongbao wrote: its cells by the ids of rows and columns."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from generators.importing.batches import Content, SheetOrigin
from generators.importing.cells.days import day_of
from generators.importing.cells.errors import CellError
from generators.importing.filing.sources import SheetSource
from generators.importing.tables.division_names import DivisionNames
from generators.model.dataset import Dataset
from generators.model.problem_codes import problem
from generators.model.record import Place
from generators.reading.quoting import quoted
from generators.workbooks.reading.sheet import Sheet
from generators.workbooks.writing.rules import NOT_WANTED

IDS: Final = 0
"""The row with the ids of columns, and the column with those of rows; both are hidden."""

TITLE: Final = 1
"""The row of the title."""

NAMES: Final = 1
"""The column with the names of places."""


def _without_marks(sheet: Sheet) -> Sheet:
    """Return the sheet without what the writer put into cells that nobody has to fill in."""
    rows = tuple(tuple(None if value == NOT_WANTED else value for value in row) for row in sheet.rows)
    return replace(sheet, rows=rows)


class OwnSheet:
    """A sheet with what the workbook says of itself; problems go to ``content``."""

    def __init__(
        self,
        file: tuple[str, str],
        sheet: Sheet,
        facts: Mapping[str, str],
        dataset: Dataset,
        content: Content,
    ) -> None:
        """Take the sheet of ``file``: its name, and how messages name it."""
        self.name, self.file = file
        self.sheet = _without_marks(sheet)
        self.facts = facts
        self.dataset = dataset
        self.content = content
        self.columns = {sheet.text(IDS, at): at for at in range(1, sheet.width) if sheet.text(IDS, at)}

    @property
    def programme(self) -> str:
        """Return the id of the programme."""
        return self.facts["programme"]

    def rows(self) -> Iterator[int]:
        """Yield the rows below the ids."""
        return iter(range(1, len(self.sheet.rows)))

    def divisions(self) -> Iterator[tuple[int, str]]:
        """Yield each row with the id of a division; E820 is told for an unknown one."""
        for row in self.rows():
            division = self.sheet.text(row, IDS)
            if division in self.dataset.divisions:
                yield row, division
            elif division:
                self.refuse(row, IDS, f"隐藏的标识“{division}”不是已登记的区划")

    def records(self, known: Container[str]) -> Iterator[tuple[int, str]]:
        """Yield each row of a record with its id, and each other row below the head with an empty one.

        E820 is told for an id that is not ``known``. The head ends before the first id, else it has five
        rows.
        """
        first = next((row for row in self.rows() if self.sheet.text(row, IDS)), 5)
        for row in self.rows():
            address = self.sheet.text(row, IDS)
            if address and address not in known:
                self.refuse(row, IDS, f"隐藏的标识“{address}”没有登记")
            elif address or row >= first:
                yield row, address

    def named_division(
        self, row: int, names: DivisionNames, unnamed: str, alone: str | None = None
    ) -> str | None:
        """Return the division that a row names, or E808 is told; with ``unnamed`` if the row has no name.

        ``alone`` is the division of a row without a name in a workbook for one place.
        """
        text = self.text(row, "division")
        if alone and not text:
            return alone
        found = names.matches(text) if text else ()
        if len(found) == 1:
            return found[0]
        said = f"{quoted(text)}不止一个" if found else f"没有登记{quoted(text)}" if text else unnamed
        remedy = "请在前面写上乡镇的名称，如东棠镇上桥村" if found else ""
        self.tell("E808", (row, self.columns.get("division", NAMES)), said, remedy)
        return None

    def text(self, row: int, column: str) -> str:
        """Return the text in a column, empty without that column."""
        at = self.columns.get(column)
        return "" if at is None else self.sheet.text(row, at)

    def day(self, row: int, column: str, year: int | None = None) -> date | None:
        """Return the day in a column; ``None`` if there is none, or E819 had to be told."""
        at = self.columns.get(column)
        if at is None:
            return None
        try:
            return day_of(self.sheet.value(row, at), year)
        except CellError as error:
            self.tell(error.code, (row, at), error.detail, error.remedy)
            return None

    def place(self, row: int, column: int) -> Place:
        """Return the place of a cell."""
        return Place(self.file, row + 1, column + 1, self.sheet.name)

    def tell(self, code: str, cell: tuple[int, int], detail: str, remedy: str = "") -> None:
        """Add a problem of a cell."""
        self.content.problems.append(problem(code, self.place(*cell), detail, remedy))

    def refuse(self, row: int, column: int, detail: str) -> None:
        """Tell that something hidden was changed."""
        self.tell("E820", (row, column), detail)

    def origin(self) -> SheetOrigin:
        """Return the workbook as a source: its title, after the name of the one place that it is for."""
        programme = self.dataset.programmes[self.programme]
        place = self.facts.get("division", "")
        name = self.dataset.divisions[place].name if place in self.dataset.divisions else ""
        title = next(filter(None, (self.sheet.text(TITLE, at) for at in range(self.sheet.width))), self.name)
        source = SheetSource(f"{name}{title}", programme.office, None, self.name, is_public=True)
        kind = "" if self.facts.get("kind") == "returns" else self.facts.get("kind", "")
        said = (programme.id, kind, self.facts.get("period", ""), place.rpartition("/")[2])
        return SheetOrigin(self.file, self.sheet.name, source, "-".join(filter(None, said)))
