from __future__ import annotations

from pathlib import Path

import pytest

from generators.checking.kit.prose import prose_of
from generators.model.passages import place_at
from generators.model.record import Place
from generators.reading.load import load_project


@pytest.mark.parametrize(
    ("offset", "line", "column"), [(0, 5, 3), (1, 5, 4), (2, 5, 5), (3, 6, 1), (4, 7, 1), (5, 7, 2)]
)
def test_a_place_within_a_text(offset: int, line: int, column: int) -> None:
    assert place_at("ab\n\ncd", offset, Place("a.md", 5, 3)) == Place("a.md", line, column)


def test_prose_is_found_wherever_it_is_written(minimal_project: Path) -> None:
    dataset = load_project(minimal_project).dataset
    assert dataset is not None
    found = [
        (str(prose.passage.place), [call.function for call in prose.calls]) for prose in prose_of(dataset)
    ]
    assert sorted(found) == [
        ("content/bulletins/stream-notes/2024/1.md:16:1", ["division", "value"]),
        ("content/bulletins/stream-notes/2024/1.md:8:10", []),
        ("content/cases/patrol-rota.md:11:1", ["programme"]),
        ("content/cases/patrol-rota.md:5:10", []),
        ("data/programmes/clear-stream.yml:21:15", ["target"]),
        ("data/programmes/clear-stream.yml:46:11", []),
        ("data/programmes/clear-stream.yml:6:10", []),
    ]


def test_a_call_in_a_page_has_its_own_place_and_one_in_yaml_its_scalars(minimal_project: Path) -> None:
    dataset = load_project(minimal_project).dataset
    assert dataset is not None
    places = [str(call.place) for prose in prose_of(dataset) for call in prose.calls]
    assert places == [
        "data/programmes/clear-stream.yml:21:15",
        "content/bulletins/stream-notes/2024/1.md:17:1",
        "content/bulletins/stream-notes/2024/1.md:17:39",
        "content/cases/patrol-rota.md:12:1",
    ]
