from __future__ import annotations

import pytest

from generators.model.record import Place
from generators.reading.maps.json_text import JsonError, JsonText

TEXT = '{\n  "a": [1, {"b": "x,]}"},\n    [2, 3]],\n  "c": {"d": NaN}\n}\n'


def _text(text: str) -> JsonText:
    return JsonText(text, "map.geojson")


def test_numbers_are_floats() -> None:
    assert _text("[1, 2.5, 1e999]").decoded() == [1.0, 2.5, float("inf")]
    assert all(isinstance(each, float) for each in _text("[1, " + "9" * 5000 + "]").decoded())


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        ((), 1, 1),
        (("a",), 2, 8),
        (("a", 0), 2, 9),
        (("a", 1, "b"), 2, 18),
        (("a", 2, 1), 3, 9),
        (("c", "d"), 4, 14),
        (("a", 7), 2, 8),
        (("c", "none", "deeper"), 4, 8),
    ],
)
def test_the_place_of_a_value_is_where_it_begins_or_the_nearest_around_it(
    path: tuple[str | int, ...], line: int, column: int
) -> None:
    assert _text(TEXT).place_of(0, *path) == Place("map.geojson", line, column)


def test_items_begin_where_they_are_written() -> None:
    text = _text(TEXT)
    starts = text.item_starts("a")
    assert [text.text[at] for at in starts] == ["1", "{", "["]
    assert _text('{"a": []}').item_starts("a") == ()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "缺少值"),
        ("[1, 2", "缺少逗号"),
        ('{"a" 1}', "缺少冒号"),
        ('{"a": 1, "a": 2}', "“a”写了两次"),
        ('{"a": "x\n"}', "控制字符"),
        ("[1] [2]", "还有内容"),
        ("[" * 100_000, "嵌套太深"),
        ("{'a': 1}", "双引号"),
    ],
)
def test_what_is_not_json_is_refused_with_the_reason(text: str, reason: str) -> None:
    with pytest.raises(JsonError, match=reason):
        _text(text).decoded()
