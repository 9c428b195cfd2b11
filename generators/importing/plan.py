"""The plan of an import: what would change, the new texts of the files, and all that stands against it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final, assert_never

from generators.importing.batches import Content, RecordBatch, ReportBatch, SheetOrigin, TargetBatch
from generators.importing.figures.table_figures import Figure
from generators.importing.filing.changes import Change, Effect, change_of, target_change
from generators.importing.filing.files import file_of, text_on_disk
from generators.importing.filing.insertion import Insertion, Line, NotInsertableError, with_insertions
from generators.importing.filing.privacy import KeptInternal
from generators.importing.filing.sources import source_name
from generators.importing.filing.written import (
    CorrectionHead,
    ReportHead,
    layout_text,
    target_lines,
    value_line,
)
from generators.importing.wanted import ImportWanted
from generators.model.address import Address
from generators.model.dataset import Dataset
from generators.model.problem import Problem, holds_errors
from generators.model.problem_codes import problem
from generators.model.record import Place
from generators.model.source import Source

_SOURCES: Final = "data/sources.yml"
_CORRECTIONS: Final = "data/corrections.yml"
_NO_INDICATOR: Final = Address("")
_ADDRESS: Final = re.compile(r"\s*([a-z0-9-]+/[a-z0-9-]+):")


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would do: ``texts`` are the new contents of files by their paths.

    ``origins`` are the cells that lines of these files come from; ``proposals`` the layouts that somebody has
    to confirm first.
    """

    changes: tuple[Change, ...]
    texts: Mapping[str, str]
    origins: Mapping[tuple[str, int], Place]
    problems: tuple[Problem, ...]
    proposals: Mapping[str, str]
    figures: Mapping[tuple[str, str], tuple[Place, ...]] = field(default_factory=dict)

    def at_cells(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        """Return the problems of the files as they would be, at the cells where they come from."""
        return tuple(replace(each, place=self._cell(each.place)) for each in problems)

    def _cell(self, place: Place) -> Place:
        """Return the cell of a line that is new, or of the one new figure that an older line contradicts."""
        origin = self.origins.get((place.file, place.line))
        if origin is not None or place.file not in self.texts:
            return origin or place
        line = self.texts[place.file].splitlines()[place.line - 1]
        named = _ADDRESS.match(line)
        cells = self.figures.get((place.file, named[1]), ()) if named else ()
        return cells[0] if len(cells) == 1 else place


@dataclass(slots=True)
class _Planning:
    """Gathers the changes of one import."""

    dataset: Dataset
    wanted: ImportWanted
    kept_internal: KeptInternal
    changes: list[Change] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    insertions: dict[str, list[Insertion]] = field(default_factory=lambda: defaultdict(list))
    sources: dict[str, Source] = field(default_factory=dict)
    documents: dict[SheetOrigin, str] = field(default_factory=dict)
    figures: dict[tuple[str, str], tuple[Place, ...]] = field(default_factory=dict)
    seen: dict[tuple[str, Address, str], tuple[Figure, Place]] = field(default_factory=dict)

    def document(self, origin: SheetOrigin) -> str:
        """Return the id of a sheet's source, which is added to the sources if it is new."""
        if origin not in self.documents:
            known = {**self.dataset.sources, **self.sources}
            name, is_new = source_name(origin.source, origin.source_name, known)
            self.documents[origin] = name
            if is_new:
                self.sources[name] = origin.source.source()
                self.insertions[_SOURCES].append(Insertion((), None, (origin.source.lines(name),)))
        return self.documents[origin]

    def insert(self, division: str, key: str, item: tuple[Line, ...]) -> None:
        """Add an item to a list of a division."""
        file, path = file_of(self.dataset.divisions[division])
        self.insertions[file].append(Insertion(path, key, (item,)))

    def _name(self, division: str, indicator: Address) -> str:
        """Return the name of a figure for messages."""
        return f"{self.dataset.divisions[division].name}“{self.dataset.indicators[indicator].name}”"

    def report(self, batch: ReportBatch) -> None:
        """Add what is new in a batch, and the corrections of what is on record."""
        new: list[Figure] = []
        for figure in batch.figures:
            if self._is_repeated(figure, batch):
                continue
            change = change_of(figure, batch.period, self.dataset, self.wanted.today)
            self.changes.append(change if change.period else replace(change, period=batch.period.text))
            match change.effect:
                case Effect.NEW:
                    new.append(figure)
                case Effect.CHANGED:
                    self._correct(figure, change, batch)
                case Effect.SAME:
                    pass
                case never:
                    assert_never(never)
        for figure in new:
            key = (file_of(self.dataset.divisions[batch.division])[0], str(figure.indicator))
            self.figures[key] = (*self.figures.get(key, ()), batch.origin.place(figure.cells[0]))
        internal = [each for each in new if self._is_internal(each, batch)]
        for figures, is_public in (([each for each in new if each not in internal], True), (internal, False)):
            if figures:
                self._file(figures, batch, is_public=is_public)

    def _is_internal(self, figure: Figure, batch: ReportBatch) -> bool:
        is_kept = self.kept_internal.figure(figure.division, figure.indicator)
        return is_kept or not batch.origin.source.is_public

    def _file(self, figures: Iterable[Figure], batch: ReportBatch, *, is_public: bool) -> None:
        """Add a report with some of the figures of a batch."""
        lines = [value_line(each, batch.origin.places(each.cells)) for each in figures]
        head = ReportHead(batch.period.text, batch.on, self.document(batch.origin), batch.note, is_public)
        self.insert(batch.division, "reports", head.lines(lines, batch.origin.place(batch.cell)))

    def _is_repeated(self, figure: Figure, batch: ReportBatch) -> bool:
        """Whether another cell of the import says the same figure; E809 if it says it otherwise."""
        key = (figure.division, figure.indicator, batch.period.text)
        place = batch.origin.place(figure.cells[0])
        first, at = self.seen.setdefault(key, (figure, place))
        if at == place:
            return False
        if replace(first, cells=()) != replace(figure, cells=()):
            detail = f"{self._name(figure.division, figure.indicator)}在 {at.file} · {at.cell} 是另一个数"
            self.problems.append(problem("E809", place, detail))
        return True

    def _correct(self, figure: Figure, change: Change, batch: ReportBatch) -> None:
        places = batch.origin.places(figure.cells)
        name = self._name(figure.division, figure.indicator)
        detail = f"{name}{change.period} 已经报过 {change.before}，表里是 {change.shown}"
        if not change.corrected:
            remedy = "这样的改动不能用更正登记：请改正表格，或在数据文件里处理"
            self.problems.append(problem("E814", places[0], detail, remedy))
            return
        if self.wanted.reason is None:
            self.problems.append(problem("E814", places[0], detail))
            return
        programme = self.dataset.programmes[figure.indicator.programme]
        source = batch.origin.source
        head = CorrectionHead(
            self.wanted.reason,
            self.wanted.office or programme.office,
            self.wanted.today,
            not self._is_internal(figure, batch),
        )
        items = tuple(
            head.lines(figure, change.period, part, source.title, places) for part in change.corrected
        )
        self.insertions[_CORRECTIONS].append(Insertion((), None, items, is_list=True))

    def record(self, batch: RecordBatch) -> None:
        """Add a record of a list, or an event, that is new."""
        self.changes.append(Change(batch.division, _NO_INDICATOR, batch.effect, batch.shown, name=batch.name))
        if batch.insertion is not None:
            document = "" if batch.origin is None else self.document(batch.origin)
            self.insertions[batch.file].append(batch.insertion(document))

    def target(self, batch: TargetBatch) -> None:
        """Add a target that is new; one on record is never changed."""
        change = target_change(batch.division, batch.indicator, batch.target, self.dataset)
        self.changes.append(change)
        place = batch.origin.place(batch.cell)
        match change.effect:
            case Effect.NEW:
                document = self.document(batch.origin)
                is_kept = self.kept_internal.target(batch.division, batch.indicator)
                is_public = batch.origin.source.is_public and not is_kept
                lines = target_lines(batch.indicator, batch.target, document, place, is_public=is_public)
                self.insert(batch.division, "targets", lines)
            case Effect.CHANGED:
                name = self._name(batch.division, batch.indicator)
                detail = f"{name}的目标已经登记为 {change.before}，表里是 {change.shown}"
                self.problems.append(problem("E818", place, detail))
            case Effect.SAME:
                pass
            case never:
                assert_never(never)


def plan_of(project: Path, dataset: Dataset, content: Content, wanted: ImportWanted) -> Plan:
    """Return the plan of importing ``content`` into the project; with an error it changes nothing.

    Raises ``OSError`` if a file of the project cannot be read.
    """
    planning = _Planning(dataset, wanted, KeptInternal(dataset))
    for target in content.targets:
        planning.target(target)
    for report in content.reports:
        planning.report(report)
    for record in content.records:
        planning.record(record)
    problems = [*content.problems, *planning.problems]
    layouts = {
        f"data/imports/{name}.yml": layout_text(layout, content.unknown.get(name, ()))
        for name, layout in content.layouts.items()
    }
    proposals = {
        file: layouts[file]
        for file, layout in zip(layouts, content.layouts.values(), strict=True)
        if not layout.confirmed
    }
    texts: dict[str, str] = {file: text for file, text in layouts.items() if file not in proposals}
    origins: dict[tuple[str, int], Place] = {}
    if not holds_errors(problems):
        for file, insertions in planning.insertions.items():
            text = text_on_disk(project, file)
            try:
                inserted = with_insertions(text or "", file, _joined(insertions))
            except NotInsertableError:
                problems.append(
                    problem("E821", Place(file), "这个文件里用了别名（& 和 *），或者写法特别，添不进去")
                )
                continue
            texts[file] = inserted.text
            origins |= {(file, line): place for line, place in inserted.origins.items()}
    return Plan(
        tuple(planning.changes), texts, origins, tuple(sorted(set(problems))), proposals, planning.figures
    )


def _joined(insertions: Iterable[Insertion]) -> list[Insertion]:
    """Return the insertions, those into the same list as one."""
    found: dict[tuple[tuple[str, ...], str | None, bool], list[tuple[Line, ...]]] = defaultdict(list)
    for each in insertions:
        found[(each.path, each.key, each.is_list)] += each.items
    return [Insertion(path, key, tuple(items), is_list) for (path, key, is_list), items in found.items()]
