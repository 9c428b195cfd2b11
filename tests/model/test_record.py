from __future__ import annotations

import copy
import gc
import pickle

import pytest

from generators.model.record import Place, PlacedMapping, Record
from generators.model.source import Source
from generators.reading.validation import to_record
from generators.reading.yaml_source import parse_yaml

_TEXT = "title: 通知\nissuer: 示例县\ndate: 2017-01-01\n"


@pytest.fixture
def source() -> Source:
    found = to_record(parse_yaml(_TEXT, "f").value, Source, Place("f")).value
    assert found is not None
    return found


def test_a_record_knows_where_its_fields_are_written(source: Source) -> None:
    assert source.place() == Place("f", 1, 1)
    assert source.place("issuer") == Place("f", 2, 9)
    assert source.place("issuer", of_key=True) == Place("f", 2, 1)
    assert source.place("url") == source.place()


def test_copies_keep_their_places(source: Source) -> None:
    kept: tuple[Record, ...] = (
        copy.copy(source),
        copy.deepcopy(source),
        pickle.loads(pickle.dumps(source)),  # noqa: S301 - our own
        source.model_copy(update={"title": "公告"}),
    )
    assert [each.place("date") for each in kept] == [Place("f", 3, 7)] * len(kept)
    assert pickle.loads(pickle.dumps(source)) == source  # noqa: S301 - our own


def test_a_record_that_was_not_read_has_no_place(source: Source) -> None:
    made = Source.model_validate(source.model_dump(exclude_defaults=True))
    assert made == source
    assert made.place("title") == Place("-")
    assert source.detached().place() == Place("-")
    assert made.placed_like(source).place("title") == source.place("title")


def test_values_are_pickled_with_their_places() -> None:
    value = parse_yaml("a: 1\nb: [2, {c: 3}]\n", "f").value
    again = pickle.loads(pickle.dumps(value))  # noqa: S301 - our own
    assert isinstance(again, PlacedMapping)
    assert (again, again.place, again.spots) == (
        value,
        Place("f", 1, 1),
        {"a": (1, 1, 1, 4), "b": (2, 1, 2, 4)},
    )
    assert again["b"].item_place(1) == Place("f", 2, 8)
    assert again["b"][1].value_place("c") == Place("f", 2, 12)


def test_a_record_that_is_read_or_copied_has_no_dictionary_of_its_own(source: Source) -> None:
    again = pickle.loads(pickle.dumps(copy.copy(source)))  # noqa: S301 - our own
    kept = (to_record(parse_yaml(_TEXT, "f").value, Source, Place("f")).value, again, source.detached())
    assert not [each for record in kept for each in gc.get_referents(record) if isinstance(each, dict)]
