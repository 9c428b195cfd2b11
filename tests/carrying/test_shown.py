"""What carrying over tells."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from generators.carrying.plan import planned_carry_over
from generators.carrying.shown import added_lines, standing_lines
from generators.carrying.standing import Standing, standing_over
from generators.carrying.wanted import CarryOverWanted
from generators.measuring.snapshot import measure
from generators.model.dataset import Dataset
from tests.build.project import SHILI

PLAIN = CarryOverWanted(2027, date(2027, 1, 15))
SAME = replace(PLAIN, document="work-plan", at="附表", same_values=True)


def test_everything_that_stands_over_is_listed(shili: Dataset) -> None:
    carried = planned_carry_over(SHILI, shili, PLAIN)
    standing = standing_over(shili, measure(shili, PLAIN.today), carried, PLAIN.first_day)
    lines = list(standing_lines(carried, standing, shili, PLAIN))
    for problem in standing.problems:
        assert any(line.startswith(f"{problem.filed.address}：") for line in lines)
    for each in standing.commitments:
        assert any(line.startswith(f"{each.filed.address}：") for line in lines)
    assert "双整“达标村”：13个" in lines
    assert not [line for line in lines if "不能照搬" in line]


def test_what_cannot_be_set_again_is_told_with_the_reason(shili: Dataset) -> None:
    same = planned_carry_over(SHILI, shili, SAME)
    nothing = Standing((), (), (), (), ())
    lines = list(standing_lines(same, nothing, shili, SAME))
    with_base = sum(each.target.baseline is not None for each in same.open)
    assert [line for line in lines if "不能照搬" in line] == [
        f"其中{with_base}个不能照搬：写了基数，新年的基数要重定",
        f"其中{len(same.open) - with_base}个不能照搬：累计数从工作开始算起，不是一年的数",
    ]
    assert lines.count("没有") == 1
    assert lines[-1] == "没有编号的刊物"
    added = list(added_lines(same, shili, SAME))
    assert added[0] == "一三五七：延长到2027年12月31日，原来到2026年12月31日"
    assert "一三五七“办成的实事”：照搬12个目标" in added
