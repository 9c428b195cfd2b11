from __future__ import annotations

import tempfile
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.model.closing import CHAIN, FOLDER, ClosedRecord
from generators.model.problem import Problem
from generators.reading.closed import read_closed
from generators.reading.project_files import project_files
from tests.build.closings import chain_files
from tests.build.project import write_files

FILES: Final[Mapping[str, bytes]] = chain_files(4)
NAMES: Final = sorted(FILES)
RECORDS: Final = sorted(name for name in FILES if name != CHAIN)


def _read(files: Mapping[str, bytes]) -> tuple[tuple[ClosedRecord, ...], tuple[Problem, ...]]:
    with tempfile.TemporaryDirectory() as folder:
        write_files(Path(folder), dict(files))
        read = read_closed(project_files(Path(folder), "data")[0])
    return read.value or (), read.problems


def _codes(files: Mapping[str, bytes]) -> set[str]:
    return {each.code for each in _read(files)[1]}


def test_a_whole_chain_is_read() -> None:
    records, problems = _read(FILES)
    assert problems == ()
    assert [each.link.number for each in records] == [1, 2, 3, 4]
    first = records[0]
    assert first.figures["value", "yunxi", "clear-stream/patrols"] == {"value": "1"}
    assert first.public == {("value", "yunxi", "clear-stream/patrols")}
    assert len(first.figures) == 2


def test_no_chain_is_no_problem() -> None:
    assert _read({}) == ((), ())


def test_anybody_can_recompute_the_chain_from_the_bytes_of_the_files() -> None:
    previous = ""
    for record in _read(FILES)[0]:
        head, *lines = FILES[record.file].splitlines(keepends=True)
        assert sha256(head.removesuffix(b"\n")).hexdigest() == record.link.digest
        public = [line for line in lines if b'"for":"public"' in line]
        assert sha256(b"".join(public)).hexdigest() == record.link.public
        assert sha256(b"".join(lines[len(public) :])).hexdigest() == record.link.internal
        assert record.link.previous == previous
        previous = record.link.digest


@given(st.data())
def test_one_changed_byte_is_found_wherever_it_is(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(NAMES))
    content = bytearray(FILES[name])
    at = data.draw(st.integers(0, len(content) - 1))
    content[at] = data.draw(st.integers(0, 255).filter(lambda byte: byte != content[at]))
    assert _codes({**FILES, name: bytes(content)})


@given(st.data())
def test_bytes_added_or_taken_away_are_found_wherever_they_are(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(NAMES))
    content = FILES[name]
    at = data.draw(st.integers(0, len(content)))
    added = data.draw(st.binary(max_size=3))
    taken = data.draw(st.integers(0 if added else 1, 40))
    changed = content[:at] + added + content[at + taken :]
    if changed != content:
        assert _codes({**FILES, name: changed})


@given(st.data())
def test_lines_in_another_order_left_out_or_repeated_are_found(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(NAMES))
    lines = FILES[name].splitlines(keepends=True)
    changed = data.draw(
        st.lists(st.sampled_from(lines), max_size=len(lines) + 2).filter(lambda it: it != lines)
    )
    assert _codes({**FILES, name: b"".join(changed)})


@given(st.data())
def test_files_that_change_places_are_found(data: st.DataObject) -> None:
    order = data.draw(st.permutations(RECORDS).filter(lambda it: it != RECORDS))
    moved = {name: FILES[other] for name, other in zip(RECORDS, order, strict=True)}
    assert _codes({**FILES, **moved})


@pytest.mark.parametrize("name", NAMES)
def test_a_file_that_was_taken_away_is_found(name: str) -> None:
    left = {each: content for each, content in FILES.items() if each != name}
    assert _codes(left) & {"E905", "E907"}


@pytest.mark.parametrize("name", [f"{FOLDER}/clear-stream/2024-09.jsonl", f"{FOLDER}/other/2024-01.jsonl"])
def test_a_file_that_was_put_in_is_found(name: str) -> None:
    assert _codes({**FILES, name: FILES[RECORDS[0]]}) == {"E906"}


def test_a_record_without_its_followers_is_whole_by_itself() -> None:
    """Only the head that was published shows that the end was cut off: see the tests of ``verify``."""
    lines = FILES[CHAIN].splitlines(keepends=True)
    kept = {name: FILES[name] for name in RECORDS[:-1]}
    assert _read({**kept, CHAIN: b"".join(lines[:-1])})[1] == ()


def test_line_breaks_of_windows_are_told_as_such() -> None:
    problems = _read({**FILES, RECORDS[1]: FILES[RECORDS[1]].replace(b"\n", b"\r\n")})[1]
    assert problems[0].code == "E901"
    assert ".gitattributes" in problems[0].detail


def test_a_record_under_another_name_is_found() -> None:
    name = RECORDS[-1]
    other = f"{FOLDER}/clear-stream/2024-12.jsonl"
    files = {each: content for each, content in FILES.items() if each != name}
    files[other] = FILES[name]
    files[CHAIN] = FILES[CHAIN].replace(b"2024-04.jsonl", b"2024-12.jsonl")
    assert _codes(files) == {"E902"}
