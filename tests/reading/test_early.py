"""A project that is read in another process gives what it gives when read here."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from generators.model.caching import empty_caches
from generators.model.walk import records_of
from generators.reading import prose
from generators.reading.early import reading_begun
from generators.reading.load import Loaded, load_project
from generators.reading.prose import parsed_prose
from generators.store.store import Store
from tests.build.counties import write_city
from tests.build.project import SHILI, break_rule, copy_county


def _with_places(loaded: Loaded) -> tuple[object, ...]:
    assert loaded.dataset is not None
    return loaded, [(type(each), each.place()) for each in records_of(loaded.dataset)]


def test_reading_begun_early_gives_the_dataset_with_its_places_and_its_problems(tmp_path: Path) -> None:
    for project in (SHILI, copy_county(tmp_path / "county")):
        with reading_begun(project, 2, None) as load:
            assert load is not None
            assert _with_places(load()) == _with_places(load_project(project))


def test_prose_that_was_parsed_in_reading_is_not_parsed_again(monkeypatch: pytest.MonkeyPatch) -> None:
    empty_caches()
    with reading_begun(SHILI, 2, None) as load:
        assert load is not None
        loaded = load()
    assert loaded.dataset is not None
    monkeypatch.setattr(prose.PARSED, "_function", lambda _: pytest.fail("parsed again"))
    sent = {issue.body: parsed_prose(issue.body) for issue in loaded.dataset.bulletins}
    monkeypatch.undo()
    empty_caches()
    assert sent == {body: parsed_prose(body) for body in sent}
    assert any(each.calls for each in sent.values())


def test_what_is_read_early_is_kept_in_the_store(tmp_path: Path) -> None:
    project = copy_county(tmp_path / "county")
    with reading_begun(project, 2, Store(project)) as load:
        assert load is not None
        first = load()
    assert any(Store(project).prepared().glob("county-*"))
    assert _with_places(load_project(project, store=Store(project))) == _with_places(first)


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_project_is_read_when_it_is_needed_with_one_job_or_with_several_counties(
    tmp_path: Path, jobs: int
) -> None:
    city = write_city(tmp_path / "city", random.Random(1))  # noqa: S311 - a seed makes it repeatable
    with reading_begun(city if jobs == 2 else SHILI, jobs, None) as load:
        assert load is None


def test_a_folder_that_is_no_project_is_read_when_its_problems_are_told(tmp_path: Path) -> None:
    with reading_begun(tmp_path, 2, None) as load:
        assert load is None


def test_problems_of_reading_are_sent(minimal_project: Path) -> None:
    break_rule("E203", minimal_project)
    with reading_begun(minimal_project, 2, None) as load:
        assert load is not None
        assert load() == load_project(minimal_project)
        assert load().problems
