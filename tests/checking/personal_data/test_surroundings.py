from __future__ import annotations

import pytest

from generators.checking.personal_data.surroundings import Surroundings

TABLE = "前文 | 不是表头\n\n| 姓名 | 卡号 |\n|---|---|\n| 甲 | 12 |\n| 乙 | 34 |\n"


def test_characters_keep_their_offsets() -> None:
    text = "１２　３－４\u200b５\u00a0Ａ＠"
    assert Surroundings(text).narrow == "12 3-4 5 A@"
    assert len(Surroundings(text).narrow) == len(text)


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
