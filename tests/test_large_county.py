"""The county that the benchmark builds: sound, as large as asked for, the same for the same seed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generators.disclosing import Audience
from generators.pipeline import Examined, examine
from tests.build.county import LAST_DAY, Size, size_with, write_county
from tests.build.project import files_below


def _examined(folder: Path, size: Size) -> Examined:
    write_county(folder, size, seed=7)
    return examine(folder, date.fromisoformat(LAST_DAY))


@pytest.mark.parametrize("pages", [33, 60, 61])
def test_the_site_has_as_many_pages_as_asked_for(tmp_path: Path, pages: int) -> None:
    examined = _examined(tmp_path, size_with(pages))
    # Random numbers jump, which is told.
    assert {each.code for each in examined.problems} <= {"W490"}
    assert len(examined.site(Audience.PUBLIC).pages) == pages


def test_records_are_counted_as_they_are_read(tmp_path: Path) -> None:
    size = Size(villages=43)
    dataset = _examined(tmp_path, size).dataset
    assert dataset is not None
    values = sum(len(filed.report.values) for filed in dataset.reports)
    assert size.records == len(dataset.divisions) + len(dataset.targets) + values


def test_no_site_is_smaller_than_the_smallest() -> None:
    with pytest.raises(ValueError, match="more than"):
        size_with(10)


def test_a_seed_always_gives_the_same_county(tmp_path: Path) -> None:
    for name, seed in (("one", 1), ("again", 1), ("other", 2)):
        write_county(tmp_path / name, size_with(40), seed)
    one, again, other = (files_below(tmp_path / name) for name in ("one", "again", "other"))
    assert one == again
    assert one.keys() == other.keys()
    assert one != other
