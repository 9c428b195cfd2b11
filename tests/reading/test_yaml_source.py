from __future__ import annotations

import datetime
import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generators.model.record import Place, PlacedList, PlacedMapping
from generators.reading import yaml_source
from generators.reading.yaml_scalars import UNREADABLE
from generators.reading.yaml_source import MOST_PROBLEMS, parse_yaml


def told(text: str) -> list[tuple[str, str]]:
    return [(str(found.place), found.code) for found in parse_yaml(text, "f").problems]


def test_values_and_their_types() -> None:
    text = "a: 5\nb: 1.20\nc: true\nd: ~\ne: 2017-06-30\nf: '5'\ng: \"true\"\nh: |\n  text\ni:\nj: [x, 1]\n"
    assert parse_yaml(text, "f").value == {
        "a": 5,
        "b": Decimal("1.20"),
        "c": True,
        "d": None,
        "e": date(2017, 6, 30),
        "f": "5",
        "g": "true",
        "h": "text\n",
        "i": None,
        "j": ["x", 1],
    }


def test_keys_are_always_text() -> None:
    outcome = parse_yaml("on: 1\nno: 2\n2017-06-30: 4\n012: 5\ntrue: 6\n", "f")
    assert outcome.value == {"on": 1, "no": 2, "2017-06-30": 4, "012": 5, "true": 6}
    assert outcome.problems == ()


def test_places_count_characters_from_one() -> None:
    value = parse_yaml("名称: 某镇\n列表:\n  - 一\n  - {键: 值}\n", "f").value
    assert isinstance(value, PlacedMapping)
    assert value.place == Place("f", 1, 1)
    assert value.key_place("列表") == Place("f", 2, 1)
    assert value.value_place("名称") == Place("f", 1, 5)
    items = value["列表"]
    assert isinstance(items, PlacedList)
    assert [items.item_place(at) for at in range(2)] == [Place("f", 3, 5), Place("f", 4, 5)]
    assert items[1].value_place("键") == Place("f", 4, 9)


def test_first_line_shifts_every_place() -> None:
    outcome = parse_yaml("a: 1\nb: yes\n", "f", first_line=10)
    assert [str(found.place) for found in outcome.problems] == ["f:11:4"]
    assert [str(found.place) for found in parse_yaml("a: [", "f", first_line=10).problems] == ["f:11:1"]


def test_all_problems_of_a_file_are_told_at_once() -> None:
    text = "a: no\na: 2\nb: 2017-02-30\nc: !x 3\n<<: 4\n? [1]\n: 5\nd: *gone\n"
    assert told(text) == [
        ("f:1:4", "E106"),
        ("f:2:1", "E105"),
        ("f:3:4", "E107"),
        ("f:4:4", "E111"),
        ("f:5:1", "E111"),
        ("f:6:3", "E111"),
        ("f:8:4", "E104"),
    ]


def test_a_refused_value_keeps_its_place_in_the_mapping() -> None:
    assert parse_yaml("a: no\nb: 1", "f").value == {"a": UNREADABLE, "b": 1}


def test_of_a_key_written_twice_the_first_counts_and_is_named() -> None:
    outcome = parse_yaml("a: 1\nb: 2\na: 3\n", "f")
    assert outcome.value == {"a": 1, "b": 2}
    assert outcome.problems[0].detail == "键“a”在第 1 行已经写过"


@pytest.mark.parametrize("text", ["# only a comment\n", "---\n", "--- # nothing\n...\n"])
def test_no_content_is_empty(text: str) -> None:
    assert told(text) == [("f:1:1", "E110")]


def test_several_documents_are_refused() -> None:
    assert told("a: 1\n---\nb: 2\n") == [("f:2:1", "E111")]


def test_an_empty_key_is_refused() -> None:
    assert told("? \n: 3\n") == [("f:1:2", "E111")]


def test_an_alias_stands_for_its_anchor() -> None:
    outcome = parse_yaml("a: &x {b: [1, 2]}\nc: *x\nd: &y 3\ne: *y\n&k f: *k\n", "f")
    assert outcome.value == {"a": {"b": [1, 2]}, "c": {"b": [1, 2]}, "d": 3, "e": 3, "f": "f"}
    assert outcome.problems == ()


def test_an_anchor_within_itself_is_refused() -> None:
    assert told("a: &x [*x]\n") == [("f:1:8", "E109")]


def bomb(levels: int) -> str:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, levels)]
    return "\n".join(lines)


def test_an_alias_bomb_of_ten_to_the_forty_items_is_refused() -> None:
    assert [code for _, code in told(bomb(40))] == ["E109"]


def test_aliases_cannot_hide_depth() -> None:
    text = "a0: &a0 [[x]]\n" + "".join(f"a{n}: &a{n} [[*a{n - 1}]]\n" for n in range(1, 30))
    assert [code for _, code in told(text)] == ["E108"]


def test_twenty_levels_are_allowed_and_no_more() -> None:
    assert told("[" * 20 + "]" * 20) == []
    assert told("[" * 21 + "]" * 21) == [("f:1:21", "E108")]


@pytest.mark.parametrize("text", ["[" * 100_000, "{a: " * 100_000, "- " * 100_000, "[" * 10**6])
def test_absurd_nesting_is_refused(text: str) -> None:
    assert [code for _, code in told(text)] == ["E108"]


def test_a_mebibyte_of_small_entries_is_read() -> None:
    text = "".join(f"k{n}: {{a: {n}, b: 某}}\n" for n in range(40_000))
    outcome = parse_yaml(text, "f")
    assert isinstance(outcome.value, PlacedMapping)
    assert len(outcome.value) == 40_000


def test_without_libyaml_the_result_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "a: [1, {b: 2.5}]\nc: no\nd: &x 某\ne: *x\n"
    fast = parse_yaml(text, "f")
    monkeypatch.setattr(yaml_source, "_LOADER", yaml.SafeLoader)
    assert parse_yaml(text, "f") == fast
    assert [code for _, code in told("[" * 100_000)] == ["E108"]
    assert told("a: b: c") == [("f:1:5", "E104")]


SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-(10**20), 10**20)
    | st.dates(datetime.date(1900, 1, 1), datetime.date(2199, 12, 31))
    | st.text(
        st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029\ufeff\ufffe\uffff")
    )
)
NESTED = st.recursive(
    SCALARS,
    lambda children: (
        st.lists(children, max_size=4) | st.dictionaries(st.text("abc村-"), children, max_size=4)
    ),
    max_leaves=12,
)


def written(value: Any) -> str:  # noqa: ANN401 - any plain value
    """Write a value in YAML's flow style, text in double quotes."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(key)}: {written(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(written(item) for item in value) + "]"
    if isinstance(value, datetime.date):
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False)


@given(st.dictionaries(st.text("abc村-", min_size=1), NESTED, min_size=1))
def test_plain_nested_values_come_back_as_they_were(value: dict[str, object]) -> None:
    outcome = parse_yaml(written(value), "f")
    assert outcome.problems == ()
    assert outcome.value == value


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_no_text_raises(text: str) -> None:
    parse_yaml(text, "f")


@given(st.text(" \n-?:,[]{}&*!|>'\"%@#ab1~.", max_size=60))
def test_no_syntax_raises_and_none_is_lost_silently(text: str) -> None:
    outcome = parse_yaml(text, "f")
    assert outcome.value is not None or outcome.problems or text.strip()
    for found in outcome.problems:
        assert 1 <= found.place.line <= text.count("\n") + 2
        assert found.place.column >= 1


def test_a_file_full_of_mistakes_is_given_up() -> None:
    outcome = parse_yaml("a: 1\n" * 300_000, "f")
    assert outcome.value is None
    assert len(outcome.problems) == MOST_PROBLEMS
    assert {found.code for found in outcome.problems} == {"E105"}
    assert outcome.problems[-1].detail.endswith("问题太多，这个文件后面的内容没有再看")


def test_a_file_of_very_many_items_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_source, "MOST_NODES", 100)
    assert parse_yaml("- a\n" * 99, "f").problems == ()
    outcome = parse_yaml("- a\n" * 100, "f")
    assert outcome.value is None
    assert [(str(found.place), found.code) for found in outcome.problems] == [("f:100:3", "E101")]


@pytest.mark.parametrize("digits", ["1" * 30, "9" * 4999, "-" + "1" * 24, "0." + "3" * 28, "1" * 25])
def test_a_number_of_many_digits_is_refused_by_code(digits: str) -> None:
    (refused,) = parse_yaml(f"value: {digits}\n", "data.yml").problems
    assert refused.code == "E106"
    assert parse_yaml(f"value: {'1' * 20}\n", "data.yml").problems == ()
