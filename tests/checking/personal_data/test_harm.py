from __future__ import annotations

import re
from collections.abc import Iterable
from re import _constants as constants  # type: ignore[attr-defined] # what the module itself parses with
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest

from generators.checking.personal_data.harm import CONTEXT, STEM
from generators.checking.personal_data.names import NAME, SURNAME_BEGINS


def _beginnings(parts: Iterable[tuple[Any, Any]]) -> tuple[set[str], bool]:
    """Return the characters that a text matching ``parts`` begins with, and whether it may be empty."""
    found: set[str] = set()
    for operation, argument in parts:
        if operation is constants.ASSERT:
            continue
        if operation is constants.LITERAL:
            return found | {chr(argument)}, False
        if operation is constants.IN:
            return found | {chr(code) for _, code in argument}, False
        branches = argument[1] if operation is constants.BRANCH else [argument[-1]]
        is_optional = operation is constants.MAX_REPEAT and argument[0] == 0
        for branch in branches:
            begins, may_be_empty = _beginnings(branch)
            found |= begins
            is_optional |= may_be_empty
        if not is_optional:
            return found, False
    return found, True


@pytest.mark.parametrize("pattern", [STEM.pattern, CONTEXT, SURNAME_BEGINS + NAME])
def test_a_search_looks_ahead_for_exactly_what_its_words_begin_with(pattern: str) -> None:
    ahead = re.match(r"\(\?=\[(\w+)\]\)", pattern)
    assert ahead is not None
    words, may_be_empty = _beginnings(parser.parse(pattern[ahead.end() :]))
    assert not may_be_empty
    assert set(ahead[1]) == words
