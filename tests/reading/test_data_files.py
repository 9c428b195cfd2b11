from __future__ import annotations

from pathlib import Path

from generators.model.site import Site
from generators.model.source import Source
from generators.reading.data_files import read_entries, read_mapping, read_page, read_record
from generators.reading.project_files import ProjectFile


def file(tmp_path: Path, text: str) -> ProjectFile:
    (tmp_path / "f").write_text(text, encoding="utf-8")
    return ProjectFile(tmp_path / "f", ("data", "f.yml"))


def test_places_name_the_file_within_the_project(tmp_path: Path) -> None:
    outcome = read_record(file(tmp_path, "name: a\n"), Site)
    assert {found.place.file for found in outcome.problems} == {"data/f.yml"}


def test_problems_of_text_and_record_come_together(tmp_path: Path) -> None:
    outcome = read_entries(file(tmp_path, "a: {title: 甲, title: 乙}\n"), Source)
    assert [found.code for found in outcome.problems] == ["E105", "E201"]
    assert outcome.value == {}


def test_a_mapping_is_wanted(tmp_path: Path) -> None:
    outcome = read_mapping(file(tmp_path, "- a\n"))
    assert outcome.value is None
    assert [found.code for found in outcome.problems] == ["E203"]


def test_unreadable_text_ends_every_reading(tmp_path: Path) -> None:
    empty = file(tmp_path, "")
    for outcome in (
        read_record(empty, Site),
        read_entries(empty, Source),
        read_mapping(empty),
        read_page(empty),
    ):
        assert outcome.value is None
        assert [found.code for found in outcome.problems] == ["E110"]
