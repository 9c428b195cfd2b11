"""Lists of records with a history: a row for each with its steps, and rows for new ones."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from generators.model.history import DatedEvent
from generators.model.scalars import Choice
from generators.returning.lists.office import Office, list_form
from generators.returning.lists.steps import Step, empty_cells, step_cells, step_columns
from generators.workbooks.writing.form import Content, Fixed, Form, FormColumn, FormRow, Input
from generators.workbooks.writing.rules import Rule

_BEFORE: Final = 2
"""The columns before the own ones of a record: its number and its place."""


@dataclass(frozen=True, slots=True)
class OwnColumn:
    """A column with what a record says besides its steps, and what may be typed for a new one."""

    id: str
    heading: str
    width: float
    rule: Rule


@dataclass(frozen=True, slots=True)
class HistoryList:
    """A kind of list: ``words`` are what choices within steps are called."""

    kind: str
    title: str
    columns: tuple[OwnColumn, ...]
    steps: tuple[Step, ...]
    footnote: str
    number_width: float
    words: Mapping[Choice, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ListedRecord:
    """A record in a list: ``own`` is what its own columns hold, ``allowed`` are the steps that may follow."""

    address: str
    id: str
    division: str
    own: tuple[Content, ...]
    state: str
    due: date | None
    events: Collection[DatedEvent]
    allowed: Collection[str]


def history_form(office: Office, kind: HistoryList, records: Iterable[ListedRecord]) -> Form:
    """Return the records of an office as a form, with empty rows for new ones."""
    columns = (
        FormColumn("", "编号", width=kind.number_width),
        FormColumn("division", "单位", width=12),
        *(FormColumn(each.id, each.heading, width=each.width) for each in kind.columns),
        FormColumn("", "现在的情况", width=11),
        FormColumn("", "现行期限", width=11),
        *step_columns(kind.steps),
    )
    rows = (*(_row(office, kind, each) for each in records), *[_new_row(office, kind)] * office.new_rows)
    return list_form(office, kind.kind, kind.title, columns, rows, kind.footnote, fixed_columns=_BEFORE + 1)


def _row(office: Office, kind: HistoryList, record: ListedRecord) -> FormRow:
    return FormRow(
        record.address,
        (
            Fixed(record.id),
            Fixed(office.dataset.divisions[record.division].name),
            *map(Fixed, record.own),
            Fixed(record.state),
            Fixed(record.due),
            *step_cells(kind.steps, record.events, record.allowed, kind.words),
        ),
    )


def _new_row(office: Office, kind: HistoryList) -> FormRow:
    own = (Input(each.rule) for each in kind.columns)
    return FormRow("", (Fixed(), Input(office.place_rule), *own, Fixed(), Fixed(), *empty_cells(kind.steps)))
