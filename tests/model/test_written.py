from __future__ import annotations

import copy
import pickle

import pytest

from generators.model.record import Place, PlacedList, PlacedMapping, place_within
from generators.model.source import Source
from generators.reading.validation import to_record
from generators.reading.yaml_source import parse_yaml

_TEXT = "a: 1\nb:\n  - 2\n  - {c: 3, d: [4, {e: 5}]}\nf: {}\ng: []\n"

_PATHS: tuple[tuple[str | int, ...], ...] = (
    (),
    ("a",),
    ("a", "x"),
    ("b",),
    ("b", 0),
    ("b", 1, "c"),
    ("b", 1, "d", 1, "e"),
    ("b", 1, "d", 2),
    ("b", 7, "c"),
    ("b", "c"),
    ("f", "x"),
    ("g", 0),
    ("x", "a"),
    (0,),
)


def _node(text: str, first_line: int = 1) -> PlacedMapping | PlacedList:
    node = parse_yaml(text, "f", first_line).value
    assert isinstance(node, PlacedMapping | PlacedList)
    return node


def _place(node: PlacedMapping | PlacedList, path: tuple[str | int, ...], *, of_key: bool = False) -> Place:
    return Place(*node.sheet.find(node.part(), path, of_key=of_key))


@pytest.mark.parametrize("of_key", [False, True])
@pytest.mark.parametrize("path", _PATHS)
@pytest.mark.parametrize("first_line", [1, 65_530, 3_000_000])
def test_places_are_those_of_the_values(
    path: tuple[str | int, ...], *, of_key: bool, first_line: int
) -> None:
    node = _node(_TEXT, first_line)
    assert _place(node, path, of_key=of_key) == place_within(node, path, of_key=of_key)


def test_a_long_mapping_has_all_its_places() -> None:
    node = _node("".join(f"key{at}: {{a: {at}}}\n" for at in range(100)))
    for key in node:
        assert _place(node, (key, "a")) == place_within(node, (key, "a"))


def test_a_part_far_into_a_file_has_its_places() -> None:
    """A part begins after as many numbers as two bytes cannot count."""
    node = _node("".join(f"- {{a: {at}, b: [{at}]}}\n" for at in range(6_000)))
    for at in (0, 5_999):
        assert _place(node, (at, "b", 0)) == place_within(node, (at, "b", 0))


def test_a_list_has_the_places_of_its_items() -> None:
    node = _node("- 1\n- a: 2\n")
    assert _place(node, (1, "a")) == place_within(node, (1, "a"))


def test_places_are_kept_once() -> None:
    node = _node(_TEXT)
    assert node.part() == node.part()


@pytest.mark.parametrize("first_line", [1, 70_000])
def test_copies_have_the_same_places(first_line: int) -> None:
    node = _node(_TEXT, first_line)
    part, path = node.part(), ("b", 1, "c")
    for again in (copy.deepcopy(node.sheet), pickle.loads(pickle.dumps(node.sheet))):  # noqa: S301 - our own
        assert again.find(part, path, of_key=True) == node.sheet.find(part, path, of_key=True)


def test_a_record_that_was_pickled_is_the_same_in_the_same_place() -> None:
    source = to_record(parse_yaml("title: 通知\nissuer: 示例县\n", "f").value, Source, Place("f")).value
    assert source is not None
    again = pickle.loads(pickle.dumps(source))  # noqa: S301 - our own
    assert again == source
    assert again.place("issuer") == source.place("issuer") == Place("f", 2, 9)
    assert again.model_fields_set is source.model_fields_set


def test_records_with_the_same_fields_share_their_names() -> None:
    texts = ("title: 通知\nissuer: 示例县\n", "title: 公告\nissuer: 示例县\n")
    one, other = (to_record(parse_yaml(each, "f").value, Source, Place("f")).value for each in texts)
    assert one is not None
    assert other is not None
    assert one.model_fields_set is other.model_fields_set


def test_a_copy_with_changes_leaves_the_names_of_others_alone() -> None:
    node = parse_yaml("title: 通知\nissuer: 示例县\n", "f").value
    source = to_record(node, Source, Place("f")).value
    assert source is not None
    for changed in (source.model_copy(update={"url": "https://example.org"}), source.detached(url="x")):
        assert changed.model_fields_set == {"title", "issuer", "url"}
    assert source.model_fields_set == {"title", "issuer"}
