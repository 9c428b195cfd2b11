from __future__ import annotations

import pytest

from generators.checking.personal_data.digits import with_ascii_digits


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一三八一二三四五六七八", "13812345678"),
        ("壹叁捌 壹贰叁肆 伍陆柒捌", "138 1234 5678"),
        ("幺三八幺两三四五六拐洞", "13812345670"),
        ("138一二三四5678", "13812345678"),
        ("二〇二六年", "二〇二六年"),
        ("一二三四五六七八十", "一二三四五六七八十"),
        ("13812345678二", "13812345678二"),
        ("138OO13l000", "13800131000"),
        ("第一三组", "第一三组"),
    ],
)
def test_only_long_runs_are_numbers(text: str, expected: str) -> None:
    assert with_ascii_digits(text) == expected
