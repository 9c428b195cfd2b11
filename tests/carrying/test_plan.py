"""What is added to the files of a project for the next year."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generators.carrying.plan import CarryOver, planned_carry_over
from generators.carrying.wanted import CarryOverError, CarryOverWanted
from generators.disclosing import Audience
from generators.publishing.examining import examine_project
from generators.reading.load import load_project
from tests.build.project import add_to, replace_in

YEAR = 2026
JANUARY = date(2026, 1, 10)
WEST = "data/townships/yunxi/west-ford/township.yml"
STREAM = "data/programmes/clear-stream.yml"
PLAIN = CarryOverWanted(YEAR, JANUARY)
SAME = CarryOverWanted(YEAR, JANUARY, document="plan", at="附表2", same_values=True)


def _planned(project: Path, wanted: CarryOverWanted) -> CarryOver:
    dataset = load_project(project).dataset
    assert dataset is not None
    return planned_carry_over(project, dataset, wanted)


@pytest.fixture
def patrolled(minimal_project: Path) -> Path:
    """Return the minimal project with a yearly target, below which there are reports."""
    head = "kind: township\n"
    target = """targets:
  # 一年的数
  - {indicator: clear-stream/patrols, value: 40, from: 2025-01-01, by: 2025-12-31,
     source: {document: plan, at: 表1}}
"""
    replace_in(minimal_project / WEST, head, head + target)
    return minimal_project


def _write(project: Path, carried: CarryOver) -> None:
    for file, text in carried.texts.items():
        (project / file).write_text(text, encoding="utf-8")


def test_a_programme_that_ends_is_extended_after_all_it_says(minimal_project: Path) -> None:
    before = (minimal_project / STREAM).read_text(encoding="utf-8")
    carried = _planned(minimal_project, PLAIN)
    assert [(each.id, end) for each, end in carried.extended] == [("clear-stream", date(2025, 12, 31))]
    assert carried.texts == {STREAM: f"{before}extensions:\n  - {{to: 2026-12-31, on: 2026-01-10}}\n"}
    assert carried.open
    assert carried.set_again == ()


def test_the_source_of_the_extension_is_written(minimal_project: Path) -> None:
    text = _planned(minimal_project, SAME).texts[STREAM]
    assert text.endswith("- {to: 2026-12-31, on: 2026-01-10, source: {document: plan, at: 附表2}}\n")


def test_only_lines_are_added(patrolled: Path) -> None:
    carried = _planned(patrolled, SAME)
    assert [each.filed.division for each in carried.set_again] == ["yunxi/west-ford"]
    assert sorted(carried.texts) == [STREAM, WEST]
    assert "  - indicator: clear-stream/patrols\n    value: 40\n    from: 2026-01-01\n" in carried.texts[WEST]
    for file, text in carried.texts.items():
        after = iter(text.splitlines())
        before = (patrolled / file).read_text(encoding="utf-8").splitlines()
        assert all(line in after for line in before), file


def test_what_was_added_is_not_added_again(patrolled: Path) -> None:
    first = _planned(patrolled, SAME)
    _write(patrolled, first)
    second = _planned(patrolled, SAME)
    assert second.texts == {}
    assert second.extended == ()
    assert second.set_again == ()
    assert second.open == first.open


def test_a_programme_without_an_end_goes_on_by_itself(minimal_project: Path) -> None:
    replace_in(minimal_project / STREAM, "{from: 2024-01-01, to: 2025-12-31}", "{from: 2024-01-01}")
    carried = _planned(minimal_project, PLAIN)
    assert [each.id for each in carried.programmes] == ["clear-stream"]
    assert carried.texts == {}


def test_a_site_of_an_earlier_day_stays_as_it_was(minimal_project: Path) -> None:
    def pages(day: date) -> dict[str, str]:
        site = examine_project(minimal_project, day, day).site(Audience.PUBLIC)
        return {page.path: page.markdown for page in site.pages}

    before = pages(date(2025, 6, 30))
    _write(minimal_project, _planned(minimal_project, PLAIN))
    assert pages(date(2025, 6, 30)) == before
    assert any("2024年1月1日至2025年12月31日" in text for text in before.values())
    assert any("2024年1月1日至2026年12月31日" in text for text in pages(JANUARY).values())


def test_a_second_extension_goes_below_the_first(minimal_project: Path) -> None:
    add_to(minimal_project, STREAM, "extensions:\n  # 第一次\n  - {to: 2026-12-31, on: 2026-01-02}\n")
    text = _planned(minimal_project, CarryOverWanted(2027, date(2027, 1, 4))).texts[STREAM]
    assert text.endswith(
        "  # 第一次\n  - {to: 2026-12-31, on: 2026-01-02}\n  - {to: 2027-12-31, on: 2027-01-04}\n"
    )


def test_a_file_without_a_place_for_it_is_told(minimal_project: Path) -> None:
    dataset = load_project(minimal_project).dataset
    assert dataset is not None
    add_to(minimal_project, STREAM, "extensions: &later []\nlater: *later\n")
    with pytest.raises(CarryOverError) as refused:
        planned_carry_over(minimal_project, dataset, PLAIN)
    assert refused.value.problem.code == "E821"
    assert refused.value.problem.place.file == STREAM
