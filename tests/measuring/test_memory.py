"""What was measured is kept while nothing that it rests on is read anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generators.measuring import memory
from generators.measuring.deadlines import publication_deadlines
from generators.measuring.memory import MeasuringMemory, Requests, measured_once
from generators.measuring.snapshot import measure_whole
from generators.model.dataset import Dataset
from generators.pipeline import Examined
from generators.reading.load import load_project
from generators.reading.memory import ReadingMemory
from generators.results.measurements import Measurements
from tests.build.project import FIXTURES_DAY, copy_county, replace_in

_VILLAGES = "data/townships/fengping/villages.yml"
_BULLETIN = "content/bulletins/tidy-notes/2025/2.md"


@pytest.fixture
def county_dataset(county: Examined) -> Dataset:
    """Return the dataset of the fictional county."""
    assert county.dataset is not None
    return county.dataset


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a copy of the fictional county."""
    return copy_county(tmp_path / "project")


@pytest.fixture
def measured(project: Path) -> Callable[[], tuple[Dataset, Measurements, bool]]:
    """Return a function that reads the project and measures it, and says whether that was done anew."""
    reading, measuring = ReadingMemory(), MeasuringMemory()

    def run() -> tuple[Dataset, Measurements, bool]:
        made: list[Dataset] = []

        def make(dataset: Dataset, as_of: date, requests: Requests) -> Measurements:
            made.append(dataset)
            return measure_whole(dataset, as_of, requests)

        with reading.used(), measuring.used():
            dataset = load_project(project).dataset
            assert dataset is not None
            return dataset, measured_once(dataset, FIXTURES_DAY, (), make), bool(made)

    return run


def test_after_an_edit_of_prose_nothing_is_measured_but_deadlines(
    project: Path, measured: Callable[[], tuple[Dataset, Measurements, bool]]
) -> None:
    _, first, _ = measured()
    replace_in(project / _BULLETIN, "date: 2025-06-28", "date: 2025-06-20")
    dataset, again, is_new = measured()
    assert not is_new
    assert again.publication_deadlines == publication_deadlines(dataset, FIXTURES_DAY)
    assert again.publication_deadlines != first.publication_deadlines
    assert replace(again, publication_deadlines=first.publication_deadlines) == first


@pytest.mark.parametrize(
    ("old", "new"),
    [("山顶村", "高山村"), ("\n", "\n# 一行说明\n")],
    ids=["a name", "the places of records"],
)
def test_what_is_read_anew_is_measured_anew(
    project: Path, measured: Callable[[], tuple[Dataset, Measurements, bool]], old: str, new: str
) -> None:
    measured()
    path = project / _VILLAGES
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    dataset, again, is_new = measured()
    assert is_new
    assert again == measure_whole(dataset, FIXTURES_DAY)
    assert not measured()[2]


def test_another_day_and_another_call_are_measured_anew(county_dataset: Dataset) -> None:
    asked: list[tuple[date, Requests]] = []

    def make(dataset: Dataset, as_of: date, requests: Requests) -> Measurements:
        asked.append((as_of, requests))
        return measure_whole(dataset, as_of, requests)

    with MeasuringMemory().used():
        for as_of in (FIXTURES_DAY, FIXTURES_DAY, date(2024, 3, 1)):
            measured_once(county_dataset, as_of, (), make)
    measured_once(county_dataset, date(2024, 3, 1), (), make)
    assert [day for day, _ in asked] == [FIXTURES_DAY, date(2024, 3, 1), date(2024, 3, 1)]


class _Unread(tuple[object, ...]):
    """Documents that nobody may look at."""

    __slots__ = ()

    def __iter__(self) -> Iterator[object]:
        raise AssertionError("measuring looks at documents")

    __len__ = __getitem__ = __contains__ = __iter__  # type: ignore[assignment]


def test_measuring_looks_at_no_document_but_for_deadlines(
    county_dataset: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = measure_whole(county_dataset, FIXTURES_DAY)
    monkeypatch.setattr("generators.measuring.snapshot.publication_deadlines", lambda *_: ())
    hidden = replace(county_dataset)
    for name in memory._OF_DOCUMENTS:  # noqa: SLF001 - the list is what is proved
        object.__setattr__(hidden, name, _Unread())
    assert measure_whole(hidden, FIXTURES_DAY) == replace(usual, publication_deadlines=())
