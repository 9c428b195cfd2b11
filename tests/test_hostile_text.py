"""Readers of prose take time in proportion to the text: on these, one that does not would never end."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generators.checking.prose.numbers import numbers_in
from generators.model.links import relative_links
from generators.model.prose_comments import with_comments_blanked
from generators.proofreading.covering import prose_only
from generators.proofreading.rules.headings import headings
from generators.proofreading.rules.percentages import percentages
from generators.reading.markup_limits import exceeded_limits
from generators.reading.prose import parsed_prose

READERS: dict[str, Callable[[str], object]] = {
    "calls": parsed_prose,
    "comments": with_comments_blanked,
    "headings": lambda text: list(headings(text)),
    "limits": lambda text: list(exceeded_limits(text)),
    "links": lambda text: list(relative_links(text, "a.md")),
    "numbers": lambda text: list(numbers_in(text)),
    "percentages": lambda text: list(percentages(text)),
    "prose": prose_only,
}

UNITS = (
    "[",
    "[a](",
    "](",
    "](<",
    "[a]: ",
    "[^",
    "<a ",
    "<!--",
    "`<!--",
    "`a``b",
    "a",
    "a.",
    "a/",
    "_",
    "0",
    "1%提高到",
    "率1%，",
    "# a#",
    "{{ ",
    "{:",
    " ",
    "| ",
    "\n\n",
)


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("reader", READERS)
def test_a_hostile_text_is_read_in_one_go(reader: str, unit: str) -> None:
    READERS[reader](f"甲{unit * 50_000} 乙")
