"""Reads the lists of visits that Tongbao itself writes: new rounds, visits, and what was found on them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Final

from generators.importing.batches import RecordBatch
from generators.importing.cells.characters import compact
from generators.importing.cells.errors import CellError
from generators.importing.cells.reading import Said, reading_of
from generators.importing.filing.changes import Effect
from generators.importing.filing.insertion import Insertion, Line
from generators.importing.filing.numbers import free_id
from generators.importing.own.histories import PROBLEMS, new_number, new_record
from generators.importing.own.sheet import NAMES, OwnSheet
from generators.importing.tables.division_names import DivisionNames
from generators.model.choice_words import words_of
from generators.model.inspection import InspectionKind, Visit
from generators.reading.quoting import quoted
from generators.reading.yaml_writing import Written, yaml_mapping, yaml_value

_BETWEEN_IDS: Final = re.compile(r"[\s、，,；;]+")
_BETWEEN_PROBLEMS: Final = re.compile(r"\s*[\n；;]\s*")


@dataclass(slots=True)
class _Rounds:
    """The rounds of the programme by their names: those on record, and those of rows read just now."""

    own: OwnSheet
    by_name: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Take the rounds on record."""
        for each in self.own.dataset.inspections.values():
            if each.programme == self.own.programme:
                self.by_name[compact(each.name)] = each.id

    def of_row(self, row: int) -> str | None:
        """Return the id of the round that a row names; a new one is added by the first row that names it."""
        name = self.own.text(row, "round")
        if not name:
            self.own.tell("E822", (row, NAMES), "没有写是哪一次督查")
            return None
        if compact(name) not in self.by_name:
            made = self._new(row, name)
            if made is None:
                return None
            self.by_name[compact(name)] = made
        return self.by_name[compact(name)]

    def _new(self, row: int, name: str) -> str | None:
        own = self.own
        start, end = own.day(row, "start"), own.day(row, "end")
        words = words_of(InspectionKind)
        said = compact(own.text(row, "kind"))
        if start is None or end is None or not said:
            cell = (row, own.columns.get("round", NAMES))
            own.tell("E822", cell, f"{quoted(name)}还没有登记，这一行要写明性质、起、止日期")
            return None
        if said not in words:
            remedy = f"请从下拉里选：{'、'.join(words)}"
            own.tell("E810", (row, own.columns["kind"]), f"{quoted(said)}不在可选的词里", remedy)
            return None
        made = free_id({*own.dataset.inspections, *self.by_name.values()}, start)
        fields: dict[str, Written] = {"id": made, "programme": own.programme, "name": name}
        fields |= {"kind": words[said].value}
        before = compact(own.text(row, "returns_to"))
        if before:
            fields["returns_to"] = self.by_name.get(before, before)
        fields |= {"from": start, "to": end}
        teams = _number(own, row, "teams")
        if teams is not None:
            fields["teams"] = teams
        place = own.place(row, own.columns["round"])

        def insertion(document: str) -> Insertion:
            lines = [Line(f"{key}: {yaml_value(value)}", place) for key, value in fields.items()]
            source = f"source: {yaml_mapping({'document': document, 'at': place.cell})}"
            return Insertion((), None, ((*lines, Line(source, place)),))

        batch = RecordBatch(
            own.dataset.programmes[own.programme].owner,
            made,
            name,
            Effect.NEW,
            _file_of(made),
            insertion,
            own.origin(),
        )
        own.content.records.append(batch)
        return made


def read_own_inspections(own: OwnSheet) -> None:
    """Add the new visits of a list with their rounds and problems; what is on record is never changed."""
    rounds = _Rounds(own)
    known = {
        f"{inspection.id}/{visit.division}": visit
        for inspection in own.dataset.inspections.values()
        for visit in inspection.visits
    }
    names = _division_names(own)
    for row, address in own.records(known):
        if address:
            _old_visit(own, row, address, known[address])
        elif any(own.text(row, each) for each in own.columns):
            _new_visit(own, row, rounds, names)


def _division_names(own: OwnSheet) -> DivisionNames:
    owner = own.dataset.programmes[own.programme].owner
    below = [each for each in own.dataset.within(owner) if each != owner]
    return DivisionNames.of(own.dataset.divisions[each] for each in below)


def _old_visit(own: OwnSheet, row: int, address: str, visit: Visit) -> None:
    """Tell where a row says something else than the visit on record."""
    on = own.day(row, "on")
    for column, is_same in (
        ("on", on is None or on == visit.on),
        ("score", _number(own, row, "score") == visit.score),
        ("findings", _ids(own, row) == visit.findings),
    ):
        if not is_same:
            cell = (row, own.columns[column])
            own.tell("E814", cell, f"{address} 的走访已经登记，内容不同", "已登记的不能改，请改回")
    own.content.records.append(RecordBatch(visit.division, address, "", Effect.SAME))


def _ids(own: OwnSheet, row: int) -> tuple[str, ...]:
    return tuple(filter(None, _BETWEEN_IDS.split(own.text(row, "findings"))))


def _new_visit(own: OwnSheet, row: int, rounds: _Rounds, names: DivisionNames) -> None:
    made = rounds.of_row(row)
    division = own.named_division(row, names, "没有写走访了哪里")
    on = own.day(row, "on")
    if on is None and not own.text(row, "on"):
        own.tell("E819", (row, own.columns.get("on", NAMES)), "没有写哪一天走访的")
    if made is None or division is None or on is None:
        return
    score = _number(own, row, "score")
    found = [*_ids(own, row), *_new_problems(own, row, (made, division, on))]
    fields: dict[str, Written | Sequence[str]] = {"division": division, "on": on}
    if score is not None:
        fields["score"] = score
    if found:
        fields["findings"] = found
    note = own.text(row, "note")
    if note:
        fields["note"] = note
    places = {name: own.place(row, own.columns[name]) for name in fields if name in own.columns}
    lines = tuple(Line(f"{key}: {yaml_value(value)}", places.get(key)) for key, value in fields.items())
    shown = f"{on}" if score is None else f"{on}，{score:f}分"
    insertion = Insertion((), "visits", (lines,))
    batch = RecordBatch(division, made, shown, Effect.NEW, _file_of(made), lambda _: insertion)
    own.content.records.append(batch)


def _new_problems(own: OwnSheet, row: int, visit: tuple[str, str, date]) -> Iterator[str]:
    """Add each problem that a row describes to the ledger, and yield its id."""
    made, division, on = visit
    township = own.dataset.township_of(division) or division
    by = own.dataset.programmes[own.programme].office
    for title in filter(None, _BETWEEN_PROBLEMS.split(own.text(row, "problems"))):
        name = new_number(own, PROBLEMS, township, on)
        fields: dict[str, Written] = {"programme": own.programme, "title": title}
        if division != township:
            fields["division"] = division
        place = own.place(row, own.columns["problems"])
        event = Line(f"found: {yaml_mapping({'on': on, 'by': by, 'inspection': made})}", place)
        own.content.records.append(
            RecordBatch(
                division,
                name,
                title,
                Effect.NEW,
                f"data/townships/{township}/{PROBLEMS.file}",
                new_record(name, fields, [event], place),
                own.origin(),
            )
        )
        yield name


def _number(own: OwnSheet, row: int, column: str) -> Decimal | None:
    """Return the number in a column; ``None`` if there is none, or E810 had to be told."""
    at = own.columns.get(column)
    if at is None or not own.sheet.text(row, at):
        return None
    try:
        reading = reading_of(own.sheet.value(row, at))
    except CellError as error:
        own.tell(error.code, (row, at), error.detail, error.remedy)
        return None
    if reading.said is Said.INAPPLICABLE:
        return None
    if reading.said is not Said.NUMBER or reading.number is None:
        own.tell("E810", (row, at), f"{quoted(own.sheet.text(row, at))}不是一个数")
        return None
    return reading.number


def _file_of(made: str) -> str:
    return f"data/inspections/{made}.yml"
