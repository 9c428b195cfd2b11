from __future__ import annotations

from pathlib import Path

import pytest

from generators.reading.division_tree import UpperDivisions, read_divisions
from generators.reading.outcome import Outcome
from generators.reading.project_files import ProjectFile

TOP = "prov: {name: 省, kind: province, fictional: true}\n"


def read(tmp_path: Path, text: str) -> Outcome[UpperDivisions]:
    (tmp_path / "f").write_text(text, encoding="utf-8")
    return read_divisions(ProjectFile(tmp_path / "f", ("f",)))


def told(outcome: Outcome[UpperDivisions]) -> list[tuple[str, str]]:
    return [(str(found.place), found.code) for found in outcome.problems]


def test_fictional_is_inherited_whatever_the_order(tmp_path: Path) -> None:
    text = "c: {name: 县, kind: county, within: t}\nt: {name: 市, kind: city, within: prov}\n" + TOP
    outcome = read(tmp_path, text + "real: {name: 省, kind: province}\n")
    assert outcome.problems == ()
    assert outcome.value is not None
    fictional = {name: division.fictional for name, division in outcome.value.divisions.items()}
    assert fictional == {"c": True, "t": True, "prov": True, "real": False}
    assert list(outcome.value.divisions) == ["c", "t", "prov", "real"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("c: {name: 县, kind: county, within: gone}\n", "f:2:36"),
        ("c: {name: 县, kind: county, within: c}\n", "f:2:36"),
        ("c: {name: 省, kind: province, within: prov}\n", "f:2:38"),
    ],
)
def test_what_a_division_lies_within_must_hold(tmp_path: Path, text: str, place: str) -> None:
    outcome = read(tmp_path, TOP + text)
    assert told(outcome) == [(place, "E309")]
    assert outcome.value is not None
    assert outcome.value.divisions["c"].within is None


def test_a_circle_is_broken_up(tmp_path: Path) -> None:
    outcome = read(
        tmp_path, "a: {name: 县, kind: county, within: b}\nb: {name: 县, kind: county, within: a}\n"
    )
    assert [code for _, code in told(outcome)] == ["E309", "E309"]
    assert outcome.value is not None
    assert [division.within for division in outcome.value.divisions.values()] == [None, None]


def test_a_broken_entry_is_not_blamed_on_those_within_it(tmp_path: Path) -> None:
    outcome = read(tmp_path, "p: {kind: province}\nc: {name: 县, kind: county, within: p}\n")
    assert told(outcome) == [("f:1:4", "E201")]
    assert outcome.value is not None
    assert list(outcome.value.divisions) == ["c"]
    assert set(outcome.value.mentioned) == {"p", "c"}


def test_townships_are_not_listed_here(tmp_path: Path) -> None:
    outcome = read(tmp_path, TOP + "t: {name: 镇, kind: town, within: prov}\n")
    assert told(outcome) == [("f:2:20", "E203")]
    assert outcome.value is not None
    assert list(outcome.value.divisions) == ["prov"]


@pytest.mark.parametrize(
    ("kind", "code", "is_sound"),
    [
        ("province", "990000000000", True),
        ("province", "990100000000", False),
        ("city", "990100000000", True),
        ("city", "990101000000", False),
        ("county", "990101000000", True),
        ("county-city", "990181000000", True),
        ("county", "990100000000", False),
        ("county", "990101001000", False),
        ("county", "990101", False),
        ("county", "99010100000X", False),
    ],
)
def test_codes_have_zeros_below_their_level(tmp_path: Path, kind: str, code: str, is_sound: bool) -> None:  # noqa: FBT001 - a parameter of the test
    outcome = read(tmp_path, f"d: {{name: 某地, kind: {kind}, code: '{code}'}}\n")
    assert [code for _, code in told(outcome)] == ([] if is_sound else ["E209"])


def test_a_code_without_quotes_is_a_number_and_told_so(tmp_path: Path) -> None:
    outcome = read(tmp_path, "d: {name: 县, kind: county, code: 990101000000}\n")
    assert [(found.code, found.detail) for found in outcome.problems] == [
        ("E203", "“code”应为文字，现为“990101000000”；请给它加上引号")
    ]
