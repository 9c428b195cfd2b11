"""What the writer writes reads as what it was given."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from examples.fictional_county.yaml_text import Node, yaml_text
from generators.reading.yaml_source import parse_yaml


def _read(document: Node) -> object:
    read = parse_yaml(yaml_text(document), "written.yml")
    assert read.problems == ()
    return read.value


@pytest.mark.parametrize(
    "text",
    [
        *(
            "甲子镇",
            "2025-Q3",
            "2025-07",
            "2025",
            "202503-016",
            "2026-q1-round",
            "2026年",
            "no",
            "True",
            "~",
            "",
            " 空格 ",
            "100%",
            "%",
            "a: b",
            "#x",
        ),
        *(
            "'引号'",
            '"引号"',
            "- x",
            "1e3",
            "012",
            "1:30",
            "2025-07-01",
            "{x}",
            "[x]",
            "x, y",
            "*x",
            "&x",
            "反\\斜",
        ),
    ],
)
def test_text_stays_text(text: str) -> None:
    assert _read({"text": text, "list": [text], "within": {"a": {"b": text}}}) == {
        "text": text,
        "list": [text],
        "within": {"a": {"b": text}},
    }


def test_scalars_keep_their_kind() -> None:
    document: Node = {
        "whole": 5,
        "exact": Decimal("10.80"),
        "yes": True,
        "no-": False,
        "on-": date(2025, 7, 1),
    }
    assert _read(document) == document


def test_long_records_are_blocks_and_short_ones_lines() -> None:
    short: Node = {"on": date(2025, 7, 1), "by": "某办公室"}
    long: Node = {"title": "长" * 100, "events": [{"found": short}, {"assigned": short}]}
    text = yaml_text({"entry": long, "empty": [], "records": [short, long]})
    assert "      - found: {on: 2025-07-01, by: 某办公室}\n" in text
    assert "  - on: 2025-07-01\n    by: 某办公室\n" not in text
    assert "  - {on: 2025-07-01, by: 某办公室}\n" in text
    assert _read({"entry": long, "empty": [], "records": [short, long]}) == {
        "entry": long,
        "empty": [],
        "records": [short, long],
    }


def test_a_list_at_the_top_is_made_of_blocks() -> None:
    assert yaml_text([{"division": "a/b", "old": 3}]).endswith("- division: a/b\n  old: 3\n")
