"""Decides by which layout a sheet is read: one on record, or one proposed and confirmed just now."""

from __future__ import annotations

from collections.abc import Mapping

from generators.importing.batches import Content
from generators.importing.cells.characters import compact
from generators.importing.layouts.answers import column_of_answer
from generators.importing.layouts.combining import free_name, replace_layout, with_columns_of
from generators.importing.layouts.proposing import proposed_layout
from generators.importing.layouts.recognising import layout_of, missing_heads, nearest_layout
from generators.importing.tables.surroundings import Surroundings
from generators.importing.tables.table import Table
from generators.importing.wanted import Asking, ImportWanted
from generators.model.address import Address
from generators.model.dataset import Dataset
from generators.model.import_layout import ImportColumn, ImportLayout
from generators.model.indicator import Indicator
from generators.model.problem_codes import problem
from generators.model.record import Place
from generators.workbooks.reading.sheet import Cell


def place_in(file: str, table: Table, cell: Cell) -> Place:
    """Return the place of a cell of the sheet of ``table``, as ``file`` has it."""
    row, column = table.sheet.on_paper(cell)
    return Place(file, row + 1, column + 1, table.sheet.name)


class LayoutChoice:
    """Decides for the sheets of one file; new layouts and problems go to ``content``."""

    def __init__(
        self, read: tuple[str, Dataset], wanted: ImportWanted, ask: Asking, content: Content
    ) -> None:
        """Take the file as messages name it with the dataset, what is wanted, and whom to ask."""
        self._file, self._dataset = read
        self._wanted = wanted
        self._ask = ask
        self._content = content

    def layout(self, table: Table, around: Surroundings) -> ImportLayout | None:
        """Return the layout of a sheet, on record or just confirmed; without one ``None``, which is told."""
        known = {**self._dataset.imports, **self._content.layouts}
        name = layout_of(table, known, self._wanted.layout)
        if name is not None:
            return self._confirmed(table, name, known[name])
        place = place_in(self._file, table, (table.head_top, table.name_column))
        if self._wanted.layout is not None:
            self._content.problems.append(
                problem("E807", place, self._difference(table, self._wanted.layout, known))
            )
            return None
        return self._proposed(table, around, known, place)

    def _difference(self, table: Table, name: str, known: Mapping[str, ImportLayout]) -> str:
        if name not in known:
            return f"没有导入格式“{name}”"
        missing = "、".join(f"“{each}”" for each in missing_heads(table, known[name]))
        return f"这张表没有导入格式 {name} 的这些列：{missing}"

    def _confirmed(self, table: Table, name: str, layout: ImportLayout) -> ImportLayout | None:
        if layout.programme not in self._dataset.programmes:
            return None  # an unknown programme is told where the layout is written
        if layout.confirmed:
            return layout
        if self._wanted.accepts:
            self._content.layouts[name] = confirmed = replace_layout(layout, confirmed=True)
            return confirmed
        place = place_in(self._file, table, (table.head_top, table.name_column))
        detail = f"哪一列是哪个指标还没有确认，见 data/imports/{name}.yml"
        self._content.problems.append(problem("E807", place, detail))
        return None

    def _proposed(
        self, table: Table, around: Surroundings, known: Mapping[str, ImportLayout], place: Place
    ) -> ImportLayout | None:
        programme = self._programme()
        if programme is None:
            detail = "没有说这张表是哪项工作的"
            remedy = f"请写明 --programme：{'、'.join(self._dataset.programmes)}"
            self._content.problems.append(problem("E807", place, detail, remedy))
            return None
        indicators = {
            address: each
            for address, each in self._dataset.indicators.items()
            if address.programme == programme
        }
        nearest = nearest_layout(table, known)
        said = self._said(indicators)
        try:
            proposal, unknown = proposed_layout(table, indicators, programme, around.title, said)
        except ValueError:
            detail = "没有一列认得出是哪个指标"
            remedy = f"请先在 data/programmes/{programme}.yml 登记指标，名称用表头的话"
            self._content.problems.append(problem("E807", place, detail, remedy))
            return None
        if nearest is not None:
            proposal = with_columns_of(known[nearest], proposal, said)
            unknown = tuple(head for head in unknown if head.text not in known[nearest].columns)
        name = free_name(f"{programme}-{proposal.kind.value}", known)
        accepted = replace_layout(proposal, confirmed=True) if self._wanted.accepts and not unknown else None
        layout = accepted or self._ask(table, proposal, unknown, indicators)
        self._content.layouts[name] = layout or proposal
        if layout is not None:
            return layout
        self._content.unknown[name] = tuple(head.text for head in unknown)
        changed = f"（{self._difference(table, nearest, known)}）" if nearest is not None else ""
        detail = f"哪一列是哪个指标还没有确认{changed}，推测写在 data/imports/{name}.yml"
        self._content.problems.append(problem("E807", place, detail))
        for head in unknown:
            at = place_in(self._file, table, (table.head_top, head.column))
            self._content.problems.append(problem("E807", at, f"没有认出“{head.text}”是哪个指标"))
        return None

    def _said(self, indicators: Mapping[Address, Indicator]) -> dict[str, ImportColumn]:
        """Return what columns are that the user named; one that means no indicator stays to be asked for."""
        found = {
            compact(head): column_of_answer(each, {}, indicators)
            for head, each in self._wanted.columns.items()
        }
        return {head: column for head, column in found.items() if column is not None}

    def _programme(self) -> str | None:
        programmes = self._dataset.programmes
        if self._wanted.programme is not None:
            return self._wanted.programme
        return next(iter(programmes)) if len(programmes) == 1 else None
