from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.proofreading.covering import CALL, COVER, prose_only


@pytest.mark.parametrize(
    "syntax",
    [
        "`甲,乙`",
        "``甲 ` 乙``",
        "<b class='甲'>",
        "<!-- 甲,\n乙 -->",
        "<code>甲,乙</code>",
        "https://example.org/甲"[:20],
        "a/b/c-1.yml",
        "site.yml",
        "&nbsp;",
        "[^1]",
        "{: .甲,乙}",
        "\\*",
        ":smile:",
    ],
)
def test_syntax_within_a_line_is_covered(syntax: str) -> None:
    covered = prose_only(f"前{syntax}后")
    assert covered.replace("\n", COVER) == f"前{COVER * len(syntax)}后"


@pytest.mark.parametrize(
    "block",
    [
        "```\n甲,乙\n```",
        "````md\n```\n甲,乙\n```\n````",
        "~~~\n甲,乙\n~~~",
        '!!! note "甲,乙"',
        "| --- | :-: |",
        "---",
        "[甲]: a,b",
    ],
)
def test_blocks_of_syntax_are_covered(block: str) -> None:
    covered = prose_only(f"前\n\n{block}\n\n后")
    assert covered.replace(COVER, "").split() == ["前", "后"]


@pytest.mark.parametrize(
    "text", ["- 甲\n\n    乙,丙", "甲\n    乙,丙", "# 甲,乙", "> 甲,乙", "| 甲,乙 |", "1. 甲,乙"]
)
def test_prose_stays(text: str) -> None:
    assert prose_only(text) == text


def test_of_a_link_only_the_target_is_covered() -> None:
    target = '](a,b.md "丙,丁")'
    assert prose_only(f"[甲,乙{target}后") == f"[甲,乙{COVER * len(target)}后"


@pytest.mark.parametrize(
    "call", ['{{ value("a", "b") }}', "{{ value('a}}', \"b\") }}", "{% if 甲 %}", "{# 甲 #}"]
)
def test_calls_are_covered_by_a_mark_of_their_own(call: str) -> None:
    assert prose_only(f"前{call}后", is_markdown=False) == f"前{CALL * len(call)}后"


def test_an_unfinished_call_covers_the_rest() -> None:
    assert prose_only("前{{ 甲,\n乙") == f"前{COVER * 5}\n{COVER}"


@given(st.text(st.sampled_from("甲,(){}[]`<>!-#\n \"'%/.:|~ab1")))
def test_characters_and_lines_keep_their_places(text: str) -> None:
    covered = prose_only(text)
    assert len(covered) == len(text)
    assert [at for at, each in enumerate(covered) if each == "\n"] == [
        at for at, each in enumerate(text) if each == "\n"
    ]
    assert all(new in {old, COVER, CALL} for old, new in zip(text, covered, strict=True))
