"""Files that were read before are not read again, unless their bytes have changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from generators.model.record import Record
from generators.reading.data_files import read_entries, read_record
from generators.reading.memory import ReadingMemory, read_once
from generators.reading.outcome import Outcome
from generators.reading.project_files import ProjectFile


class _Named(Record):
    name: str


class _Other(Record):
    name: str


@pytest.fixture
def file(tmp_path: Path) -> ProjectFile:
    """Return a file with one record."""
    (tmp_path / "site.yml").write_text("name: 甲\n", encoding="utf-8")
    return ProjectFile(tmp_path / "site.yml", ("data", "site.yml"))


def test_an_unchanged_file_gives_the_very_same(file: ProjectFile) -> None:
    memory = ReadingMemory()
    with memory.used():
        first = read_record(file, _Named)
    with memory.used():
        assert read_record(file, _Named) is first
        assert read_record(file, _Other).value == _Other(name="甲")
        assert read_entries(file, _Named).problems


def test_changed_bytes_are_read_and_so_are_those_from_before_the_last_reading(file: ProjectFile) -> None:
    memory = ReadingMemory()
    with memory.used():
        first = read_record(file, _Named)
    file.location.write_text("name: 乙\n", encoding="utf-8")
    with memory.used():
        assert read_record(file, _Named).value == _Named(name="乙")
    file.location.write_text("name: 甲\n", encoding="utf-8")
    with memory.used():
        again = read_record(file, _Named)
    assert again == first
    assert again is not first


def test_a_file_of_another_path_has_its_own_places(file: ProjectFile) -> None:
    memory = ReadingMemory()
    other = ProjectFile(file.location, ("data", "other.yml"))
    with memory.used():
        read_record(file, _Named)
        found = read_record(other, _Named).value
    assert found is not None
    assert found.place().file == "data/other.yml"


def test_without_a_memory_everything_is_read(file: ProjectFile) -> None:
    assert read_record(file, _Named) is not read_record(file, _Named)


def test_a_file_that_changes_while_it_is_read_is_read_again(file: ProjectFile) -> None:
    count = 0

    @read_once
    def read(file: ProjectFile, /) -> Outcome[str]:
        nonlocal count
        count += 1
        text = file.location.read_text(encoding="utf-8")
        if count == 1:
            file.location.write_text("name: 乙\n", encoding="utf-8")
        return Outcome(text)

    memory = ReadingMemory()
    with memory.used():
        read(file)
        file.location.write_text("name: 甲\n", encoding="utf-8")
        read(file)
        read(file)
    assert count == 2


def test_a_missing_file_is_told_of_each_time(file: ProjectFile) -> None:
    memory = ReadingMemory()
    file.location.unlink()
    with memory.used():
        assert [each.code for each in read_record(file, _Named).problems] == ["E113"]
    file.location.write_text("name: 甲\n", encoding="utf-8")
    with memory.used():
        assert read_record(file, _Named).value == _Named(name="甲")
