"""Which lists there are."""

from __future__ import annotations

import pytest

from generators.model.dataset import Dataset
from generators.returning.errors import ReturnsError
from generators.returning.lists.ordering import ListKind, lists_ordered
from tests.build.project import SHILI_DAY


def test_each_township_has_a_list_and_the_county_one_of_targets(shili: Dataset) -> None:
    townships = [
        each for each in shili.divisions if each.count("/") == 1 and shili.divisions[each].end is None
    ]
    order = ("shili-1357", None)
    problems = lists_ordered(shili, ListKind.PROBLEMS, order, SHILI_DAY, is_whole=False)
    assert [each.form.about["division"] for each in problems] == townships
    assert problems[0].name.endswith("-问题台账-2026年10月15日.xlsx")
    (targets,) = lists_ordered(shili, ListKind.TARGETS, order, SHILI_DAY, is_whole=False)
    assert targets.name == "示例县-任务分解表-2026年10月15日.xlsx"


def test_one_township_or_all_in_one(shili: Dataset) -> None:
    def names(division: str | None, *, is_whole: bool) -> list[str]:
        order = ("shili-1357", division)
        found = lists_ordered(shili, ListKind.COMMITMENTS, order, SHILI_DAY, is_whole=is_whole)
        return [each.name.partition("-")[0] for each in found]

    assert names("jiazi", is_whole=False) == ["甲子镇"]
    assert names(None, is_whole=True) == ["示例县"]


def test_without_standards_there_is_nothing_to_check(shili: Dataset) -> None:
    with pytest.raises(ReturnsError) as refused:
        lists_ordered(shili, ListKind.CHECKS, ("shili-1357", None), SHILI_DAY, is_whole=False)
    assert refused.value.problem.code == "E863"
