from __future__ import annotations

from datetime import date
from functools import cache
from typing import Final

import pytest

from generators.checking.kit.context import Context
from generators.drafting.word.figures import Proposal, proposals_in, with_calls
from generators.reading.load import load_project
from tests.build.project import SHILI

_DAY: Final = date(2026, 11, 20)


@cache
def _context() -> Context:
    dataset = load_project(SHILI).dataset
    assert dataset is not None
    return Context(dataset, _DAY)


def _proposals(text: str, day: date = _DAY) -> list[Proposal]:
    return proposals_in(_context(), text, ("shili-double", "shili-five-star", "shili-1357"), day)


def test_a_named_place_and_indicator_make_a_proposal_sure() -> None:
    (found,) = _proposals("第一段。\n\n全县达标村127个。\n")
    assert (found.paragraph, found.written, found.is_sure) == (2, "127个", True)
    assert found.call == '{{ value("shilixian", "shili-double/compliant-villages", "2026-09") }}'
    assert found.what == "示例县的“达标村”"


@pytest.mark.parametrize("text", ["达标村127个。", "全县其他事127个。", "丙寅镇达标村127个。"])
def test_without_one_of_them_it_is_not(text: str) -> None:
    (found,) = _proposals(text)
    assert not found.is_sure


def test_a_target_is_proposed_where_the_text_says_so() -> None:
    (found,) = _proposals("全县达标村目标是129个。")
    assert found.is_sure
    assert found.call.startswith('{{ target("shilixian", "shili-double/compliant-villages"')


def test_numbers_that_are_on_no_record_are_left() -> None:
    assert _proposals("全县达标村987654个，2026年、第3期。") == []


def test_calls_take_the_place_of_numbers_with_their_units() -> None:
    text = "全县达标村127个，示范村34个。"
    assert with_calls(text, _proposals(text)) == (
        '全县达标村{{ value("shilixian", "shili-double/compliant-villages", "2026-09") }}，'
        '示范村{{ value("shilixian", "shili-double/demonstration-villages", "2026-09") }}。'
    )
    assert with_calls(text, ()) == text
