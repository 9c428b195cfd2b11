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
        (str(each.passage.place), [call.function for call in each.prose.calls]) for each in prose_of(dataset)
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
    places = [str(each.place_of(call)) for each in prose_of(dataset) for call in each.prose.calls]
    assert places == [
        "data/programmes/clear-stream.yml:21:15",
        "content/bulletins/stream-notes/2024/1.md:17:1",
        "content/bulletins/stream-notes/2024/1.md:17:39",
        "content/cases/patrol-rota.md:12:1",
    ]


def _mistakes(project: Path, place: str) -> list[tuple[str, str]]:
    dataset = load_project(project).dataset
    assert dataset is not None
    (found,) = (each for each in prose_of(dataset) if str(each.passage.place) == place)
    return [(each.code, str(each.place)) for each in found.mistakes()]


def test_mistakes_in_a_page_have_their_own_places(minimal_project: Path) -> None:
    page = minimal_project / "content/cases/patrol-rota.md"
    with page.open("a", encoding="utf-8") as opened:
        opened.write('{{ a }}{# b #}\n{{ case("c") }}{{ d }}\n')
    last = page.read_text(encoding="utf-8").count("\n")
    path = "content/cases/patrol-rota.md"
    assert _mistakes(minimal_project, f"{path}:11:1") == [
        ("E502", f"{path}:{last - 1}:1"),
        ("E502", f"{path}:{last - 1}:8"),
        ("E502", f"{path}:{last}:16"),
    ]


def test_mistakes_in_yaml_have_the_place_of_their_scalar(minimal_project: Path) -> None:
    page = minimal_project / "content/cases/patrol-rota.md"
    written = page.read_text(encoding="utf-8")
    summary = next(line for line in written.splitlines() if line.startswith("summary:"))
    page.write_text(written.replace(summary, "summary: 一{{ a }}二{% b %}"), encoding="utf-8")
    place = "content/cases/patrol-rota.md:5:10"
    assert _mistakes(minimal_project, place) == [("E502", place), ("E502", place)]
