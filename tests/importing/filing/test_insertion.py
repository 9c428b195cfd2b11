"""Records inserted into files: every other line stays, and what is read back is the old and the new."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.importing.filing import insertion
from generators.importing.filing.insertion import Insertion, Line, NotInsertableError, with_insertions
from generators.model.record import Place
from generators.reading.yaml_source import parse_yaml
from generators.reading.yaml_writing import yaml_mapping, yaml_value

CELL: Final = Place("表.xlsx", 5, 3, "3月")
ITEM: Final = (Line("period: 2026-03", CELL), Line("values: {a/b: 2}"))
NEW: Final = {"period": "2026-03", "values": {"a/b": 2}}


def _read(text: str) -> Any:  # noqa: ANN401 - plain values of any type
    found = parse_yaml(text.replace("\r\n", "\n").removeprefix("\ufeff"), "file.yml")
    assert found.problems == ()
    return found.value


TOWNSHIP: Final = """# 何田乡的数据
name: 何田乡 # 全称
kind: township
targets:
  - indicator: a/b
    value: 12
    # 这一条的说明

# 下面是报送
reports:
  - period: 2026-01
    on: 2026-02-03
    values: {a/b: 1.50}

# 文件到此为止
"""


def test_an_item_goes_after_the_last_one_and_its_comments() -> None:
    found = with_insertions(
        TOWNSHIP, "f", [Insertion((), "targets", (ITEM,)), Insertion((), "reports", (ITEM,))]
    )
    assert found.text == TOWNSHIP.replace(
        "    # 这一条的说明\n", "    # 这一条的说明\n  - period: 2026-03\n    values: {a/b: 2}\n"
    ).replace("1.50}\n", "1.50}\n  - period: 2026-03\n    values: {a/b: 2}\n")
    assert found.origins == {8: CELL, 16: CELL}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("name: 甲\n", "name: 甲\nreports:\n  - period: 2026-03\n    values: {a/b: 2}\n"),
        ("name: 甲\nreports: []\n", "name: 甲\nreports:\n  - period: 2026-03\n    values: {a/b: 2}\n"),
        (
            "reports: # 待填\nname: 甲\n",
            "reports: # 待填\n  - period: 2026-03\n    values: {a/b: 2}\nname: 甲\n",
        ),
        (
            "reports:\n- period: 2026-01\nname: 甲\n",
            "reports:\n- period: 2026-01\n- period: 2026-03\n  values: {a/b: 2}\nname: 甲\n",
        ),
        ("name: 甲\n# 尾注", "name: 甲\n# 尾注\nreports:\n  - period: 2026-03\n    values: {a/b: 2}\n"),
        ("", "reports:\n  - period: 2026-03\n    values: {a/b: 2}\n"),
    ],
)
def test_a_list_is_begun_where_there_is_none(before: str, after: str) -> None:
    assert with_insertions(before, "f", [Insertion((), "reports", (ITEM,))]).text == after


def test_line_breaks_and_byte_order_mark_stay() -> None:
    found = with_insertions("\ufeffname: 甲\r\n", "f", [Insertion((), "reports", (ITEM,))]).text
    assert found == "\ufeffname: 甲\r\nreports:\r\n  - period: 2026-03\r\n    values: {a/b: 2}\r\n"


VILLAGES: Final = """villages:
  east: {name: 东村} # 一行
  # 西村另记
  west:
    name: 西村
    reports: [{period: 2026-01, values: {a/b: 1}}]
  south:
    name: 南村
"""


def test_what_is_on_one_line_is_spread_over_several() -> None:
    insertions = [Insertion(("villages", each), "reports", (ITEM,)) for each in ("east", "west", "south")]
    text = with_insertions(VILLAGES, "f", insertions).text
    found = _read(text)["villages"]
    assert [len(each["reports"]) for each in found.values()] == [1, 2, 1]
    assert "# 一行" in text
    assert "  # 西村另记\n" in text


def test_entries_are_added_to_a_file_of_entries() -> None:
    entry = (Line("new:"), Line("  title: 新"))
    text = with_insertions("old: {title: 旧}\n# 尾\n", "f", [Insertion((), None, (entry,))]).text
    assert text == "old: {title: 旧}\nnew:\n  title: 新\n# 尾\n"


@pytest.mark.parametrize("before", ["", "[]\n", "# 更正\n[]\n"])
def test_a_file_that_is_a_list_is_begun(before: str) -> None:
    text = with_insertions(before, "f", [Insertion((), None, (ITEM,), is_list=True)]).text
    assert _read(text) == [NEW]


@pytest.mark.parametrize(
    "text",
    [
        "name: 甲\nreports: 5\n",
        "name: 甲\nreports: &r\n  - {period: 2026-01}\nother: *r\n",
        "5\n",
        "name: [\n",
    ],
)
def test_a_file_without_a_place_for_it_is_refused(text: str) -> None:
    with pytest.raises(NotInsertableError):
        with_insertions(text, "f", [Insertion((), "reports", (ITEM,))])


def _add(root: Any, insertion: Insertion) -> None:  # noqa: ANN401 - plain values of any type
    node = root
    for step in insertion.path:
        node = node[step]
    node[insertion.key] = [*(node.get(insertion.key) or []), NEW]


def test_a_file_is_read_once_however_much_is_inserted(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def counted(text: str, file: str) -> object:
        read.append(file)
        return parse_yaml(text, file)

    monkeypatch.setattr(insertion, "parse_yaml", counted)
    text = "villages:\n" + "".join(f"  v{at}:\n    name: 村\n" for at in range(500))
    insertions = [Insertion(("villages", f"v{at}"), "reports", (ITEM,)) for at in range(500)]
    assert len(with_insertions(text, "f", insertions).origins) == 500
    assert len(read) <= 2


_BLOCKS: Final[tuple[Callable[[str], str], ...]] = (
    lambda name: f"  {name}:\n    name: 村\n",
    lambda name: f"  {name}: {{name: 村}}\n",
    lambda name: f"  {name}:\n    name: 村\n    reports: []\n",
    lambda name: (
        f"  {name}:\n    name: 村\n    reports:\n      - period: 2026-01\n        # 注\n"
        "        values: {a/b: 1}\n"
    ),
    lambda name: f"  # 说明\n\n  {name}:\n    reports:\n    - {{period: 2026-01}}\n    name: 村 # 尾\n",
    lambda name: f"  {name}: {{name: 村, reports: [{{period: 2026-01}}]}}\n",
)


@given(
    st.lists(st.sampled_from(_BLOCKS), min_size=1, max_size=6),
    st.data(),
    st.sampled_from(["", "# 尾注\n", "\n\n", "other: 1\n"]),
)
def test_nothing_else_changes_whatever_the_file_looks_like(
    blocks: list[Callable[[str], str]], data: st.DataObject, tail: str
) -> None:
    text = "# 头\nvillages:\n" + "".join(block(f"v{at}") for at, block in enumerate(blocks)) + tail
    chosen = data.draw(st.sets(st.integers(0, len(blocks) - 1), min_size=1))
    insertions = [Insertion(("villages", f"v{at}"), "reports", (ITEM,)) for at in sorted(chosen)]
    expected = copy.deepcopy(_read(text))
    for each in insertions:
        _add(expected, each)
    found = with_insertions(text, "f", insertions)
    assert _read(found.text) == expected
    lines = found.text.split("\n")
    assert all("period: 2026-03" in lines[line - 1] for line in found.origins)
    assert len(found.origins) == len(chosen)


_TEXTS: Final = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Co", "Zl", "Zp", "Cf"]), max_size=20
)


@given(
    st.one_of(
        _TEXTS,
        st.integers(-(10**9), 10**9),
        st.booleans(),
        st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9, places=3),
        st.dates(),
    )
)
def test_a_value_is_read_as_it_was_written(value: Any) -> None:  # noqa: ANN401 - values of any type
    assert parse_yaml(f"key: {yaml_value(value)}\n", "f").value == {"key": value} or _is_out_of_years(value)
    assert parse_yaml(f"{yaml_mapping({'key': value})}\n", "f").value == {"key": value} or _is_out_of_years(
        value
    )


def _is_out_of_years(value: object) -> bool:
    return hasattr(value, "year") and not 1900 <= value.year <= 2199
