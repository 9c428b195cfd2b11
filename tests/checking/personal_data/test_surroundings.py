from __future__ import annotations

import pytest

from generators.checking.personal_data.surroundings import Surroundings

TABLE = "前文 | 不是表头\n\n| 姓名 | 卡号 |\n|---|---|\n| 甲 | 12 |\n| 乙 | 34 |\n"


def test_digits_are_those_of_the_text_at_the_same_offsets() -> None:
    text = Surroundings("电话一三八一二三四，三户")
    assert text.digits == "电话1381234，三户"
    assert len(text.digits) == len(text.text)


@pytest.mark.parametrize(
    ("mark", "head"), [("12", "卡号"), ("34", "卡号"), ("乙", "姓名"), ("姓名", ""), ("前文", "")]
)
def test_the_head_of_a_column(mark: str, head: str) -> None:
    assert Surroundings(TABLE).heading(TABLE.index(mark)) == head


def test_before_and_after_stay_on_their_line() -> None:
    text = "上一行\n卡号12元\n下一行"
    at = text.index("12")
    assert Surroundings(text).before(at) == "卡号"
    assert Surroundings(text).after(at + 2) == "元"
