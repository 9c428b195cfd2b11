"""The steps of a history as columns of a list: those on record locked, those that may follow to fill in."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from generators.model.history import DatedEvent
from generators.model.scalars import Choice
from generators.workbooks.writing.form import Fixed, FormColumn, Input
from generators.workbooks.writing.rules import ChoiceRule, DayRule, Rule, TextRule

_DAY_WIDTH: Final = 11
_TEXT_WIDTH: Final = 12


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a step besides its day: its name in data files, its heading, and what may be typed."""

    name: str
    heading: str
    rule: Rule


@dataclass(frozen=True, slots=True)
class Step:
    """A step: its name in data files, what it is called, and its fields."""

    name: str
    text: str
    fields: tuple[Field, ...]


def text_field(name: str, heading: str) -> Field:
    """Return a field of any text."""
    return Field(name, heading, TextRule())


def day_field(name: str, heading: str) -> Field:
    """Return a field of a day."""
    return Field(name, heading, DayRule("填日期，如 2026-11-03"))


def choice_field(name: str, heading: str, words: Mapping[Choice, str]) -> Field:
    """Return a field that is chosen among ``words``."""
    options = tuple(words.values())
    return Field(name, heading, ChoiceRule(f"从下拉表中选：{'、'.join(options)}", options))


def step_columns(steps: Iterable[Step]) -> Iterator[FormColumn]:
    """Yield the columns of ``steps``: of each the day, then its fields."""
    for step in steps:
        yield FormColumn(step.name, "日期", step.text, _DAY_WIDTH)
        for field in step.fields:
            is_day = isinstance(field.rule, DayRule)
            width = _DAY_WIDTH if is_day else _TEXT_WIDTH
            yield FormColumn(f"{step.name}.{field.name}", field.heading, step.text, width)


def step_cells(
    steps: Iterable[Step],
    events: Collection[DatedEvent],
    allowed: Collection[str],
    words: Mapping[Choice, str],
) -> Iterator[Fixed | Input]:
    """Yield the cells of a record: of a step that is ``allowed`` next to fill in, of others as on record.

    Of a step taken several times it is the last. ``words`` are what choices are called.
    """
    taken = {str(each.step): each for each in events}
    for step in steps:
        if step.name in allowed:
            yield Input(DayRule("填日期，如 2026-11-03"))
            yield from (Input(field.rule) for field in step.fields)
        else:
            event = taken.get(step.name)
            yield Fixed(event.on if event is not None else None)
            for field in step.fields:
                found = getattr(event.happening, field.name) if event is not None else None
                yield Fixed(_content(found, words))


def _content(found: object, words: Mapping[Choice, str]) -> str | date | None:
    if isinstance(found, Choice):
        return words.get(found, found.value)
    return found if isinstance(found, (str, date)) else None


def empty_cells(steps: Iterable[Step]) -> Iterator[Fixed | Input]:
    """Yield the cells of a record that is yet to be written."""
    listed = tuple(steps)
    yield from step_cells(listed, (), {each.name for each in listed}, {})
