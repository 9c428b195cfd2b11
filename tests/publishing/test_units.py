from __future__ import annotations

from collections import Counter
from typing import Final

import pytest

from generators.publishing.units import Unit, divided, easiest

AREA: Final = ("index.md", "rankings/index.md", "boards/a.md", "sources/plan.md", "divisions/index.md")
PROVINCE: Final = ("divisions/sheng.md", "divisions/shi.md")


def _county(name: str, villages: int) -> list[str]:
    townships = [f"divisions/{name}/t{at}.md" for at in range(max(1, villages // 10))]
    inner = [f"divisions/{name}/t0/v{at}.md" for at in range(villages)]
    return [f"divisions/{name}.md", *townships, *inner]


PATHS: Final = [*AREA, *PROVINCE, *_county("a", 30), *_county("b", 400), *_county("c", 5)]


@pytest.mark.parametrize("workers", [1, 2, 50])
def test_every_page_is_in_one_unit(workers: int) -> None:
    units = divided(PATHS, workers)
    assert Counter(path for unit in units for path in unit.paths) == Counter(PATHS)
    assert [unit.number for unit in units] == list(range(len(units)))


def test_a_unit_is_of_one_county_and_the_area_comes_first() -> None:
    units = divided(PATHS, 2)
    for unit in units:
        for path in unit.paths if unit.county else ():
            assert path == f"divisions/{unit.county}.md" or path.startswith(f"divisions/{unit.county}/")
    counties = [unit.county for unit in units]
    assert set(counties) == {"", "a", "b", "c"}
    assert counties == sorted(counties, key=bool)


def test_what_has_a_page_of_its_own_alone_is_with_the_area() -> None:
    of_the_area = [path for unit in divided(PATHS, 2) if not unit.county for path in unit.paths]
    assert sorted(of_the_area) == sorted([*AREA, *PROVINCE])


def test_the_largest_pages_of_a_county_come_first() -> None:
    first = next(unit for unit in divided(PATHS, 2) if unit.county == "b")
    assert first.paths[0] == "divisions/b.md"


def test_a_large_county_is_several_units_and_a_small_one_a_single_unit() -> None:
    counties = Counter(unit.county for unit in divided(PATHS, 2))
    assert counties["b"] > 2
    assert counties["c"] == 1


def test_more_workers_have_smaller_units() -> None:
    assert len(divided(PATHS, 20)) > len(divided(PATHS, 2)) > len(divided(PATHS, 1))


def test_without_pages_there_are_no_units() -> None:
    assert divided([], 3) == ()


def test_one_page_is_one_unit() -> None:
    assert divided(["index.md"], 4) == (Unit(0, "", ("index.md",)),)


def test_the_last_unit_of_a_county_is_the_smallest_of_its_kind() -> None:
    *_, before, last = divided(_county("b", 400), 2)
    assert len(last.paths) < len(before.paths)


def test_documents_take_less_time_than_pages_that_compare() -> None:
    boards = [f"boards/green-valley/b/t{at}.md" for at in range(200)]
    bulletins = [f"bulletins/notes/2024/{at}.md" for at in range(200)]
    first, *_, before, _ = divided([*boards, *bulletins], 2)
    assert first.paths[0].startswith("boards/")
    assert before.paths[0].startswith("bulletins/")
    assert len(before.paths) > 5 * len(first.paths)


def test_the_easiest_page_is_that_of_a_village_or_else_a_document() -> None:
    assert PATHS[easiest(PATHS)] == "divisions/a/t0/v0.md"
    paths = ["index.md", "divisions/a/t0.md", "bulletins/notes/1.md", "cases/1.md"]
    assert easiest(paths) == 2
    assert easiest(["index.md"]) == 0
