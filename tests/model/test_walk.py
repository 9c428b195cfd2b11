from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from pathlib import Path
from typing import get_args

import pytest
from pydantic import Field

from generators.model.address import Address
from generators.model.names import NAMES, Id, IndicatorAddress, Meaning, Prose
from generators.model.programme import Programme
from generators.model.record import Record
from generators.model.register import Register
from generators.model.scalars import Slug, TupleOf
from generators.model.source import Citation
from generators.model.walk import records_of, walk
from generators.reading.load import load_project
from tests.build.project import COUNTY_SMALL, ROOT, SHILI
from tests.model.record_kinds import filled, leaves, record_kinds

MADE_A_SLUG = get_args(Slug)[1]


@pytest.mark.parametrize("kind", record_kinds(), ids=lambda kind: kind.__name__)
def test_every_text_that_a_kind_of_record_can_hold_is_found_once(kind: type[Record]) -> None:
    record, texts = filled(kind)
    found = Counter(text.text for text in walk(record))
    assert found == Counter(texts)


@pytest.mark.parametrize("kind", record_kinds(), ids=lambda kind: kind.__name__)
def test_an_identifier_says_what_it_names(kind: type[Record]) -> None:
    silent = [
        name
        for name, field in kind.model_fields.items()
        for _, metadata in leaves(field.annotation, tuple(field.metadata))
        if MADE_A_SLUG in metadata and not any(isinstance(each, Meaning) for each in metadata)
    ]
    assert silent == []


@pytest.mark.parametrize("meaning", Meaning)
def test_what_is_asked_for_is_all_of_that_meaning(meaning: Meaning) -> None:
    programme, _ = filled(Programme)
    assert list(walk(programme, meaning)) == [each for each in walk(programme) if each.meaning is meaning]


class _Step(Record):
    on: Slug = ""
    source: Citation | None = None


class _Novelty(Record):
    """A noun that nobody has thought of yet."""

    label: str = Field(default="", alias="the-label")
    words: Prose = ""
    figures: TupleOf[IndicatorAddress] = ()
    steps: dict[Id, TupleOf[_Step]] = Field(default_factory=dict)


def test_a_new_field_is_found_by_its_type() -> None:
    step = _Step(source=Citation(document="plan", at="第3页"))
    record = _Novelty(
        label="新", words="见表", figures=(Address("a/b"), Address("a/c")), steps={"first": (step,)}
    )
    found = [(each.text, each.meaning, each.path, each.of_key) for each in walk(record)]
    assert found == [
        ("新", Meaning.TEXT, ("the-label",), False),
        ("见表", Meaning.PROSE, ("words",), False),
        ("a/b", Meaning.INDICATOR, ("figures", 0), False),
        ("a/c", Meaning.INDICATOR, ("figures", 1), False),
        ("first", Meaning.ID, ("steps", "first"), True),
        ("plan", Meaning.SOURCE, ("document",), False),
        ("第3页", Meaning.TEXT, ("at",), False),
    ]
    (name,) = walk(record, Meaning.SOURCE)
    assert name.records == (record, step, step.source)
    assert name.root is record


class _Riddle(Record):
    answer: object = None


def test_a_type_that_does_not_say_whether_it_holds_texts_is_refused() -> None:
    with pytest.raises(TypeError, match=r"_Riddle\.answer"):
        list(walk(_Riddle()))


@pytest.mark.parametrize("project", [COUNTY_SMALL, SHILI, ROOT])
def test_every_text_of_every_record_of_a_project_is_found(project: Path) -> None:
    dataset = load_project(project).dataset
    assert dataset is not None
    found = Counter(text.text for record in records_of(dataset) for text in walk(record))
    everything = Counter(_texts_of_records(dataset))
    assert found == everything
    assert found.total() > 300


@dataclass(frozen=True)
class _Found:
    step: _Step


@dataclass(frozen=True)
class _Results(Register):
    listed: tuple[_Found, ...]
    latest: Mapping[str, _Step]


def test_a_record_that_stands_in_several_results_is_found_once() -> None:
    first, second = _Step(on="first"), _Step(on="second")
    results = _Results(listed=(_Found(first), _Found(second)), latest={"east": first})
    assert list(records_of(results)) == [first, second]


@pytest.mark.parametrize("project", [COUNTY_SMALL, SHILI])
def test_a_name_stands_where_it_was_written(project: Path) -> None:
    dataset = load_project(project).dataset
    assert dataset is not None
    lines: dict[str, list[str]] = {}
    for record in records_of(dataset):
        for name in walk(record, *NAMES):
            place = name.place
            if place.file not in lines:
                lines[place.file] = (project / place.file).read_text("utf-8").splitlines()
            written = lines[place.file][place.line - 1][place.column - 1 :]
            assert written.lstrip("\"'").startswith(name.text)


def _texts_of_records(value: object, *, is_within: bool = False) -> Iterator[str]:
    """Yield every text within a record, by looking at the values alone."""
    if isinstance(value, str):
        if is_within and value and not isinstance(value, Enum):
            yield value
        return
    parts: list[object] = []
    if isinstance(value, Record):
        parts, is_within = [getattr(value, name) for name in type(value).model_fields], True
    elif isinstance(value, Mapping):
        parts = [*value.keys(), *value.values()]
    elif isinstance(value, tuple):
        parts = list(value)
    elif is_dataclass(value) and not is_within:
        parts = [getattr(value, field.name) for field in fields(value)]
    for part in parts:
        yield from _texts_of_records(part, is_within=is_within)
