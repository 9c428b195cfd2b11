"""Counties that are read apart, by other processes or by an earlier build, give what reading all does."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from generators.model.packing import packed
from generators.model.record import Record
from generators.model.walk import records_of
from generators.reading import counties, county_files
from generators.reading.load import Loaded, load_project
from generators.reading.outcome import Outcome
from generators.reading.project_files import ProjectFile
from generators.store.store import FOLDER, Store
from tests.build.counties import files_of_counties, with_other_figures, write_city

SEEDS = range(6)


def _everything(loaded: Loaded) -> tuple[object, ...]:
    """Return what was loaded, with the places of all records."""
    assert loaded.dataset is not None
    records = [*records_of(loaded.dataset)]
    return (loaded, [*loaded.dataset.divisions], [(type(each), each.place()) for each in records])


def _parts(record: Record) -> Iterator[str]:
    for name in type(record).model_fields:
        yield str(record.place(name))


@pytest.fixture
def files_read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the list of the files of counties that are read in this process, which grows as they are."""
    read: list[str] = []

    def read_alone(file: ProjectFile) -> Outcome[object]:
        read.append(file.file)
        return county_files.read_alone(file)

    monkeypatch.setattr(counties, "read_alone", read_alone)
    return read


@pytest.mark.parametrize("seed", SEEDS)
def test_counties_read_apart_give_the_same_dataset_and_problems(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - a seed makes it repeatable
    project = write_city(tmp_path / "city", chance, mistakes=seed % 3)
    whole = _everything(load_project(project))
    store = Store(tmp_path)
    assert _everything(load_project(project, jobs=2)) == whole
    assert _everything(load_project(project, store=store)) == whole
    assert _everything(load_project(project, store=store)) == whole
    path = chance.choice(files_of_counties(project))
    path.write_text(with_other_figures(path.read_text(encoding="utf-8"), chance), encoding="utf-8")
    assert _everything(load_project(project, jobs=2, store=store)) == _everything(load_project(project))


def test_the_fields_of_a_record_that_was_kept_have_their_places(tmp_path: Path) -> None:
    project = write_city(tmp_path / "city", random.Random(0))  # noqa: S311 - a seed makes it repeatable
    first, again = (load_project(project, store=Store(tmp_path)).dataset for _ in range(2))
    assert first is not None
    assert again is not None
    places = [[place for each in records_of(found) for place in _parts(each)] for found in (first, again)]
    assert places[0] == places[1]


def test_only_a_file_with_other_bytes_is_read_again(tmp_path: Path, files_read: list[str]) -> None:
    project, store = write_city(tmp_path / "city", random.Random(0)), Store(tmp_path)  # noqa: S311 - as above
    load_project(project, store=store)
    assert len(files_read) == len(files_of_counties(project))
    files_read.clear()
    load_project(project, store=store)
    assert files_read == []
    path = files_of_counties(project)[-1]
    path.write_text(path.read_text(encoding="utf-8") + "# 注\n", encoding="utf-8")
    load_project(project, store=store)
    assert files_read == [path.relative_to(project).as_posix()]


def test_a_file_that_is_gone_is_not_recalled(tmp_path: Path) -> None:
    project, store = write_city(tmp_path / "city", random.Random(0)), Store(tmp_path)  # noqa: S311 - as above
    load_project(project, store=store)
    files_of_counties(project)[-1].unlink()
    assert load_project(project, store=store) == load_project(project)


def test_a_store_with_something_else_is_read_anew(tmp_path: Path) -> None:
    project, store = write_city(tmp_path / "city", random.Random(0)), Store(tmp_path)  # noqa: S311 - as above
    whole = load_project(project, store=store)
    for entry in (tmp_path / FOLDER).glob("county-*"):
        key = entry.read_bytes().split(b"\n")[1].decode()
        store.write(entry.name, key, packed(Path("elsewhere")))
    assert load_project(project, store=store) == whole


def test_without_a_store_and_other_processes_nothing_is_kept(tmp_path: Path, files_read: list[str]) -> None:
    project = write_city(tmp_path / "city", random.Random(0))  # noqa: S311 - as above
    load_project(project)
    assert files_read == []
    assert not (project / FOLDER).exists()
