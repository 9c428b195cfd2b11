"""Reads the lists of problems and commitments that Tongbao itself writes: new records and new events."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import UnionType
from typing import Any, Final, Union, get_args, get_origin

from generators.importing.batches import RecordBatch
from generators.importing.cells.characters import compact
from generators.importing.cells.days import day_of
from generators.importing.cells.errors import CellError
from generators.importing.cells.reading import Said, reading_of
from generators.importing.filing.changes import Effect
from generators.importing.filing.insertion import Insertion, Line
from generators.importing.own.sheet import NAMES, OwnSheet
from generators.importing.tables.division_names import DivisionNames
from generators.model.choice_words import words_of
from generators.model.commitment import Commitment, CommitmentEvent
from generators.model.ledger import LedgerEntry, LedgerEvent
from generators.model.record import Place, Record
from generators.model.scalars import Choice
from generators.reading.quoting import quoted
from generators.reading.yaml_writing import Written, yaml_mapping, yaml_value


@dataclass(frozen=True, slots=True)
class Noun:
    """A kind of record with a history: the file of a township, its own fields, and how new ids are made."""

    file: str
    record: type[Record]
    event: type[Record]
    fields: tuple[str, ...]
    name: str
    digits: int


PROBLEMS: Final = Noun("problems.yml", LedgerEntry, LedgerEvent, ("title", "category"), "title", 3)
COMMITMENTS: Final = Noun(
    "commitments.yml", Commitment, CommitmentEvent, ("text", "by", "points", "due"), "text", 2
)


@dataclass(frozen=True, slots=True)
class _Event:
    """An event in the cells of a row: its step and day, its other fields, and the cell of the day."""

    step: str
    on: date
    fields: Mapping[str, Written]
    cell: tuple[int, int]


def read_own_histories(own: OwnSheet, noun: Noun) -> None:
    """Add the new records and events of a list; what is on record is never changed (E814)."""
    known = _on_record(own, noun)
    for row, address in own.records(known):
        if address:
            _old_record(own, noun, row, address, known[address])
        elif own.text(row, noun.name):
            _read_new(own, noun, row)


def _on_record(own: OwnSheet, noun: Noun) -> dict[str, Any]:
    dataset = own.dataset
    return (
        {each.address: each.entry for each in dataset.ledger}
        if noun is PROBLEMS
        else {each.address: each.commitment for each in dataset.commitments}
    )


def new_number(own: OwnSheet, noun: Noun, township: str, day: date) -> str:
    """Return the id of a new record of a township: year and month of ``day``, then the next number."""
    ids = (each.rpartition("/")[2] for each in _on_record(own, noun) if each.rpartition("/")[0] == township)
    return own.content.numbers.next_id(f"{township}/{noun.file}", ids, day, noun.digits)


def new_record(
    name: str, fields: Mapping[str, Written], events: Iterable[Line], place: Place
) -> Callable[[str], Insertion]:
    """Return what makes the insertion of a new record, given the id of its source; ``place`` is its cell."""

    def insertion(document: str) -> Insertion:
        source = f"  source: {yaml_mapping({'document': document, 'at': place.cell})}"
        lines = [
            Line(f"{name}:", place),
            *(Line(f"  {key}: {yaml_value(value)}", place) for key, value in fields.items()),
            Line(source, place),
            Line("  events:", place),
            *(Line(f"    - {each.text}", each.origin) for each in events),
        ]
        return Insertion((), None, (tuple(lines),))

    return insertion


def _old_record(own: OwnSheet, noun: Noun, row: int, address: str, record: Any) -> None:  # noqa: ANN401 - of either noun
    """Add the events of a row that its record does not have."""
    township, _, name = address.rpartition("/")
    new: list[_Event] = []
    for event in _events(own, noun, row):
        filed = [found for each in record.events if (found := getattr(each, event.step)) is not None]
        same_day = next((each for each in filed if each.on == event.on), None)
        if same_day is None:
            new.append(event)
        elif any(getattr(same_day, key) != value for key, value in event.fields.items()):
            own.tell(
                "E814",
                event.cell,
                f"{name} 在 {event.on} 的这一步已经登记，内容不同",
                "已登记的不能改，请改回",
            )
    division = record.division or township
    if not new:
        own.content.records.append(RecordBatch(division, name, "", Effect.SAME))
        return
    items = tuple(_event_lines(own, each) for each in new)
    shown = "、".join(f"{each.on}" for each in new)
    file = f"data/townships/{township}/{noun.file}"
    insertion = Insertion((name,), "events", items)
    own.content.records.append(RecordBatch(division, name, shown, Effect.NEW, file, lambda _: insertion))


def _read_new(own: OwnSheet, noun: Noun, row: int) -> None:
    """Add a record that has no id yet."""
    division = _division(own, row)
    events = _events(own, noun, row)
    if division is None:
        return
    if not events:
        own.tell("E819", (row, NAMES), "新登记的没有写日期", "请写上发现（定诺）的日期")
        return
    township = own.dataset.township_of(division) or division
    name = new_number(own, noun, township, events[0].on)
    fields: dict[str, Written] = {"programme": own.programme}
    fields |= _fields(own, noun.record, row, {each: each for each in noun.fields})
    if division != township:
        fields["division"] = division
    place = own.place(row, own.columns[noun.name])
    lines = [line for each in events for line in _event_lines(own, each)]
    insertion = new_record(name, fields, lines, place)
    file = f"data/townships/{township}/{noun.file}"
    shown = own.text(row, noun.name)
    own.content.records.append(RecordBatch(division, name, shown, Effect.NEW, file, insertion, own.origin()))


def _division(own: OwnSheet, row: int) -> str | None:
    """Return the division that a row names, within the place of the workbook; E808 is told for none."""
    within = own.facts.get("division") or own.dataset.programmes[own.programme].owner
    names = DivisionNames.of(own.dataset.divisions[each] for each in own.dataset.within(within))
    return own.named_division(row, names, "没有写是哪个单位", own.facts.get("division"))


def _events(own: OwnSheet, noun: Noun, row: int) -> list[_Event]:
    """Return the events in the cells of a row, by their days."""
    found = []
    for step, info in noun.event.model_fields.items():
        on = own.day(row, step)
        kind = _kind(info.annotation, Record)
        if on is None or kind is None:
            continue
        named = {
            each.partition(".")[2]: each
            for each in own.columns
            if each.partition(".")[0] == step and "." in each
        }
        found.append(_Event(step, on, _fields(own, kind, row, named), (row, own.columns[step])))
    return sorted(found, key=lambda each: each.on)


def _event_lines(own: OwnSheet, event: _Event) -> tuple[Line, ...]:
    fields = yaml_mapping({"on": event.on, **event.fields})
    return (Line(f"{event.step}: {fields}", own.place(*event.cell)),)


def _fields(own: OwnSheet, kind: type[Record], row: int, columns: Mapping[str, str]) -> dict[str, Written]:
    """Return the filled fields of a record by their columns; what is wrong is told."""
    found: dict[str, Written] = {}
    for name, column in columns.items():
        at = own.columns.get(column)
        if at is None or name not in kind.model_fields or not own.sheet.text(row, at):
            continue
        try:
            found[name] = _field(own, kind.model_fields[name].annotation, (row, at))
        except CellError as error:
            own.tell(error.code, (row, at), error.detail, error.remedy)
    return found


def _field(own: OwnSheet, annotation: object, cell: tuple[int, int]) -> Written:
    """Return the value of a field in a cell, by the type of the field; raises :class:`CellError`."""
    value, text = own.sheet.value(*cell), own.sheet.text(*cell)
    choice = _kind(annotation, Choice)
    if choice is not None:
        words = words_of(choice)
        if compact(text) not in words:
            raise CellError("E810", f"{quoted(text)}不在可选的词里", f"请从下拉里选：{'、'.join(words)}")
        return words[compact(text)].value
    if _kind(annotation, date) is not None:
        return day_of(value) or ""
    if _kind(annotation, Decimal) is not None:
        reading = reading_of(value)
        if reading.said is not Said.NUMBER or reading.number is None:
            raise CellError("E810", f"{quoted(text)}不是一个数")
        return reading.number
    return text


def _kind(annotation: Any, wanted: type) -> Any:  # noqa: ANN401 - types have no common type
    """Return the class in a field's type that is a ``wanted`` one, ``None`` if none is."""
    if get_origin(annotation) in {Union, UnionType}:
        return next(filter(None, (_kind(each, wanted) for each in get_args(annotation))), None)
    return annotation if isinstance(annotation, type) and issubclass(annotation, wanted) else None
