from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.model.record import Place
from generators.reading.front_matter import parse_page


def test_front_matter_body_and_place() -> None:
    page = parse_page("---\ntitle: 一\n--- \n\n正文\n---\n完\n", "f").value
    assert page is not None
    assert page.front == {"title": "一"}
    assert page.body == "\n正文\n---\n完\n"
    assert page.place == Place("f", 4, 1)


def test_problems_have_the_line_of_the_whole_file() -> None:
    outcome = parse_page("---\ntitle: 一\nok: yes\n---\n", "f")
    assert [(str(found.place), found.code) for found in outcome.problems] == [("f:3:5", "E106")]
    broken = parse_page("---\ntitle: 一\n  x: [\n---\n", "f")
    assert broken.value is None
    assert [found.code for found in broken.problems] == ["E104"]
    assert broken.problems[0].place.line == 3


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("正文", "f:1:1"),
        ("\n---\na: 1\n---\n", "f:1:1"),
        ("---\ntitle: 一\n", "f:1:1"),
        ("---\n---\n正文", "f:2:1"),
        ("---\n\n---\n正文", "f:2:1"),
    ],
)
def test_missing_unfinished_or_empty_front_matter(text: str, place: str) -> None:
    outcome = parse_page(text, "f")
    assert outcome.value is None
    assert [(str(found.place), found.code) for found in outcome.problems] == [(place, "E112")]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_body_is_kept_as_it_is(body: str) -> None:
    page = parse_page(f"---\na: 1\n---\n{body}", "f").value
    assert page is not None
    assert page.body == body
