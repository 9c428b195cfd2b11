from __future__ import annotations

from datetime import date

import pytest

from generators.drafting.word.head import (
    Head,
    editor_note_in,
    joined_title,
    office_and_day,
    title_at,
    with_line_of_head,
    with_line_of_imprint,
)
from generators.drafting.word.looks import Look


def _look(text: str, *, size: float = 16, is_red: bool = False, is_centred: bool = False) -> Look:
    return Look(
        text, "normal", "仿宋_GB2312", size, is_bold=False, is_red=is_red, is_centred=is_centred, level=0
    )


def _head(*looks: Look) -> Head:
    head = Head()
    for look in looks:
        head = with_line_of_head(head, look)
    return head


def test_a_head_in_several_lines() -> None:
    head = _head(
        _look("内部资料　注意保管"),
        _look("工 作 简 报", size=50, is_red=True),
        _look("2026年第13期（总第978期）"),
        _look("示例县委办公室\t2026年4月20日"),
        _look("某句不相干的话"),
    )
    assert head == Head(
        series="工 作 简 报",
        number=13,
        total=978,
        issuer="示例县委办公室",
        day=date(2026, 4, 20),
        unknown=("某句不相干的话",),
    )


def test_a_supplement_and_an_office_on_lines_of_their_own() -> None:
    head = _head(_look("增刊第2期"), _look("示例县工作办公室"), _look("2026年3月9日"))
    assert (head.supplement, head.number, head.issuer, head.day) == (
        2,
        None,
        "示例县工作办公室",
        date(2026, 3, 9),
    )


def test_a_date_that_does_not_exist_is_none() -> None:
    assert _head(_look("某办公室　2026年2月30日")).day is None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("报：甲领导，乙领导。", Head(report_to=("甲领导", "乙领导"))),
        ("抄　送：甲局，乙局（含丙，丁）。", Head(send_to=("甲局", "乙局（含丙，丁）"))),
        ("发：各镇、各村。（共印120份）", Head(issue_to=("各镇", "各村"), copies=120)),
        ("（共印 50 份）", Head(copies=50)),
        ("甲办公室　2026年3月9日印发", Head(printed_by="甲办公室", printed_on=date(2026, 3, 9))),
        ("报送材料以前先核对。", None),
        ("甲办公室　2026年3月9日", None),
    ],
)
def test_lines_of_an_imprint(line: str, expected: Head | None) -> None:
    assert with_line_of_imprint(Head(), line) == expected


def test_an_office_with_a_date_is_told_from_a_sentence() -> None:
    assert office_and_day("甲办公室 2026年3月9日") == ("甲办公室", date(2026, 3, 9))
    assert office_and_day("会议定于2026年3月9日召开，请准时参加。") is None
    assert office_and_day("2026年3月9日") is None


def test_a_title_is_large_and_centred_and_not_red() -> None:
    looks = [
        _look("红头", size=40, is_red=True, is_centred=True),
        _look("第1期", size=22, is_centred=True),
        _look("关于某事的", size=22, is_centred=True),
        _look("通报", size=22, is_centred=True),
        _look("——以某镇为例", size=22, is_centred=True),
        _look("正文"),
    ]
    assert title_at(looks) == (2, 5)
    assert title_at(looks[:2]) is None
    assert joined_title(look.text for look in looks[2:5]) == "关于某事的通报 ——以某镇为例"


@pytest.mark.parametrize("label", ["编者按：", "【编者按】", "（编者按）", "编者按　"])
def test_a_note_of_the_editor(label: str) -> None:
    assert editor_note_in(f"{label}值得一读。") == "值得一读。"
    assert editor_note_in("不是编者按。") is None


def test_a_name_in_black_above_the_number_is_no_title() -> None:
    looks = [
        _look("工作简报", size=40, is_centred=True),
        _look("第3期", is_centred=True),
        _look("关于某事的通报", size=22, is_centred=True),
    ]
    assert title_at(looks) == (2, 3)
