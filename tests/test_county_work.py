"""What comes of the parts of a project is taken from the store while nothing that it depends on changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest

from generators.county_work import CountyWork
from generators.model.county_parts import CountyParts
from generators.model.packing import packed, unpacked
from generators.model.record import Place
from generators.store.store import FOLDER, Store
from tests.build.places import NORTH, SOUTH, given_places, in_folders

DIGESTS: Final[Mapping[str, bytes]] = {
    "data/sources.yml": b"1",
    f"data/townships/{NORTH}/county.yml": b"2",
    f"data/townships/{SOUTH}/county.yml": b"3",
}


def _work(folder: Path, digests: Mapping[str, bytes] = DIGESTS, *, name: str = "城") -> CountyWork:
    dataset = in_folders(given_places())
    city = replace(dataset.divisions["city"], name=name, place=Place("data/divisions.yml", len(digests)))
    given = replace(dataset, divisions={**dataset.divisions, "city": city})
    return CountyWork(CountyParts(given), store=Store(folder), digests=digests)


def _done(work: CountyWork, *circumstances: str) -> list[int]:
    """Return the parts that are worked on; what comes of each is its number."""
    done: list[int] = []

    def task(part: int) -> bytes:
        done.append(part)
        return packed(part)

    assert work.results("tried", task, unpacked, circumstances) == [0, 1]
    return done


def test_a_part_is_worked_on_again_only_if_something_it_depends_on_changed(tmp_path: Path) -> None:
    assert _done(_work(tmp_path)) == [0, 1]
    assert _done(_work(tmp_path)) == []
    assert _done(_work(tmp_path, {**DIGESTS, f"data/townships/{SOUTH}/county.yml": b"4"})) == [1]
    assert _done(_work(tmp_path, {**DIGESTS, f"data/townships/{NORTH}/new.yml": b"5"})) == [0, 1]
    assert _done(_work(tmp_path)) == [0]
    assert _done(_work(tmp_path, {**DIGESTS, "data/sources.yml": b"6"})) == [0, 1]
    assert _done(_work(tmp_path, name="别的城")) == [0, 1]
    assert _done(_work(tmp_path), "2024-07-01") == [0, 1]


def test_what_cannot_be_read_is_made_anew(tmp_path: Path) -> None:
    _done(_work(tmp_path))
    for entry in (tmp_path / FOLDER).glob("tried-*"):
        key = entry.read_bytes().split(b"\n")[1].decode()
        Store(tmp_path).write(entry.name, key, packed(Path("elsewhere")))
    assert _done(_work(tmp_path)) == [0, 1]


def test_without_digests_nothing_is_kept(tmp_path: Path) -> None:
    assert _done(_work(tmp_path, {})) == [0, 1]
    assert _done(_work(tmp_path, {})) == [0, 1]
    assert not (tmp_path / FOLDER).exists()


def test_results_come_from_other_processes_in_order() -> None:
    work = CountyWork(CountyParts(in_folders(given_places())), jobs=2)
    assert work.results("tried", packed, unpacked, ()) == [0, 1]


@pytest.mark.parametrize(
    ("jobs", "digests", "is_divided"), [(1, DIGESTS, True), (1, {}, False), (2, {}, True), (2, DIGESTS, True)]
)
def test_work_is_divided_if_that_gains_anything(
    tmp_path: Path, jobs: int, digests: Mapping[str, bytes], *, is_divided: bool
) -> None:
    work = replace(_work(tmp_path, digests), jobs=jobs)
    assert work.is_divided is is_divided
    alone = {name: each for name, each in work.parts.dataset.divisions.items() if not name.startswith(SOUTH)}
    assert not replace(work, parts=CountyParts(replace(work.parts.dataset, divisions=alone))).is_divided
