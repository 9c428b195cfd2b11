from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.model.glossary import GlossaryEntry
from generators.proofreading.covering import prose_only
from generators.proofreading.default_terms import default_terms
from generators.proofreading.slips import Proofreader

PROOFREADER = Proofreader(
    [
        *default_terms(),
        GlossaryEntry(wrong=("帐本",), right="账本", reason="错"),
        GlossaryEntry(wrong=("甲乙",), right="“甲乙”", reason="引"),
    ]
)

#: What people write, well and badly, and what must not be touched between it.
FRAGMENTS = st.sampled_from(
    [
        *(
            "全县",
            "甲乙",
            "帐本",
            "提高",
            "率",
            "第013期",
            "2026年01月05日",
            "9～16亿",
            "15-30%",
            "[2026]12号",
            "（2025）第07号",
        ),
        *(
            ",",
            ".",
            ":",
            ";",
            "?",
            "!",
            "(",
            ")",
            '"',
            "'",
            "「",
            "」",
            "...",
            "。。",
            "，，",
            "--",
            "…",
            "%",
            "％",
            "１２",
            "Ａ",
        ),
        *(
            " ",
            "  ",
            "\u00a0",
            "\n",
            "\n\n",
            "\r\n",
            "- ",
            "1. ",
            "## ",
            "#### ",
            "> ",
            "| ",
            "    ",
            "\t",
            "**",
            "3",
            "12",
            "abc",
        ),
        *(
            "（",
            "）",
            "“",
            "”",
            "《",
            "》",
            "〔",
            "〕",
            "2026.4.1",
            "2026/4/1",
            "26.4.1",
            "⼤",
            "⻥",
            "\u200b",
            "　",
        ),
        *("关 于 做 好", "台帐", "提高了5%", "截止目前", "第", "·"),
        *(
            '{{ value("a/b", "c/d") }}',
            '{{ division("a", "甲, 乙") }}',
            "`a, 甲`",
            "[甲](a,b.md)",
            "<b id='甲,乙'>",
            "http://a.example/x,y",
        ),
        *("```\n甲,乙\n```", "{{", "}}", "`", "<", ">", "]", "[", "!", "~~~"),
    ]
)
TEXTS = st.lists(FRAGMENTS, max_size=25).map("".join)
_UNTOUCHABLE = re.compile(r"\{\{.*?\}\}", re.DOTALL)


@given(TEXTS, st.booleans())
def test_mending_twice_is_mending_once(text: str, is_markdown: bool) -> None:  # noqa: FBT001 - hypothesis gives it
    once = PROOFREADER.mended(text, is_markdown=is_markdown)
    assert PROOFREADER.mended(once, is_markdown=is_markdown) == once


@given(st.text())
def test_any_text_can_be_mended(text: str) -> None:
    once = PROOFREADER.mended(text)
    assert PROOFREADER.mended(once) == once


@given(TEXTS, st.booleans())
def test_calls_are_never_touched(text: str, is_markdown: bool) -> None:  # noqa: FBT001 - hypothesis gives it
    mended = PROOFREADER.mended(text, is_markdown=is_markdown)
    assert _UNTOUCHABLE.findall(mended) == _UNTOUCHABLE.findall(text)


@given(TEXTS)
def test_lines_are_neither_joined_nor_split(text: str) -> None:
    mended = PROOFREADER.mended(text)
    assert re.findall(r"\r?\n", mended) == re.findall(r"\r?\n", text)


@given(TEXTS)
def test_what_is_mended_is_found_no_more(text: str) -> None:
    left = PROOFREADER.slips(PROOFREADER.mended(text))
    assert [slip for slip in left if slip.right is not None] == []


@given(TEXTS)
def test_slips_stand_in_order_and_apart_and_only_in_prose(text: str) -> None:
    covered = prose_only(text)
    end = 0
    for slip in PROOFREADER.slips(text):
        assert end <= slip.start < slip.end <= len(text)
        end = slip.end
        assert text[slip.start : slip.end] == covered[slip.start : slip.end]


@pytest.mark.parametrize("text", ["", "甲", "“甲乙”", "账户"])
def test_sound_text_stays(text: str) -> None:
    assert PROOFREADER.slips(text) == ()
    assert PROOFREADER.mended(text) == text
