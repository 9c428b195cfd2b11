from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.checking.personal_data import findings
from generators.checking.personal_data.canonical import canonical
from generators.model.allowance import PersonalKind


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("普通文字13812345678", "普通文字13812345678"),
        ("１２　３－４\u200b５\u00a0Ａ＠", "12 3-45 A@"),
        ("𝟏𝟐٣", "123"),
        ("①一、②二", " 一、 二"),
        ("①②③④⑤", "12345"),
        ("m²、5㎡", "m 、5㎡"),
        ("⼀⾔", "一言"),
        ("a&#49;&nbsp;&amp;#50;&copy;", "a1 2©"),
        ("AT&T&x", "AT&T&x"),
        ("**甲**乙", "甲乙"),
        ("王**、李**家", "王**、李**家"),
        ("138****00", "138****00"),
        ("a_b_c", "a_b_c"),
        ("*甲\n\n乙*", "*甲\n\n乙*"),
        (r"a\-b\_c", "a-b_c"),
        ("1<b>2</b>3", "123"),
        ('1<b class="x">2</b>', '12\n class="x"'),
        ("1<br>2<p>3", "1\n2\n3"),
        ("<tr><td>1</td><td>2</td></tr>", "1|2|\n"),
        ("1<!-- 2 -->3", "13\n 2 "),
        ("1<!-- 2", "1<!-- 2"),
        ("3<5，7>6", "3<5,7>6"),
        ("tel:%31%32", "tel:12"),
        ("http://a/%E4%B8%80%FF", "http://a/一 "),
        ("占15%30户", "占15%30户"),
        ("%31%32%33", "123"),
        ("1.3812345678E10", "13812345678"),
        ("1.5E10", "1.5E10"),
        ("全县今年的集体经济总收入比去年增\n长了", "全县今年的集体经济总收入比去年增长了"),
        ("甲\n乙", "甲\n乙"),
        ("低保⼾⾼⼤⼭、⻢⻥", "低保户高大山、马鱼"),
    ],
)
def test_one_way_of_writing_for_what_is_seen(source: str, expected: str) -> None:
    assert canonical(source).text == expected


def test_each_character_leads_back_to_its_source() -> None:
    source = '甲<b title="乙">&#49;</b>２\u200b丙'
    found = canonical(source)
    assert found.text == '甲12丙\n title="乙"'
    for at, character in enumerate("甲"):
        assert source[found.starts[at] : found.ends[at]] == character
    assert source[found.starts[1] : found.ends[1]] == "&#49;"
    assert source[found.starts[2] : found.ends[2]] == "２"
    assert source[found.starts[found.text.index("乙")]] == "乙"


@given(st.text(st.sampled_from("<>!-&#;49x*_`~\\%3A1.E甲乙，\n \u200b１①|")))
def test_any_text_has_a_canonical_form_with_a_map(source: str) -> None:
    found = canonical(source)
    assert len(found.starts) == len(found.ends) == len(found.text)
    for start, end in zip(found.starts, found.ends, strict=True):
        assert 0 <= start < end <= len(source)


LONG = 60_000
"""In characters."""

BLANKS = str.maketrans("␣⇥↵", " \t\n")

#: Parts of texts, with blanks written as ␣, tabs as ⇥ and ends of lines as ↵.
HOSTILE = """
< <a <!-- <!--␣--> & &# &#49 &amp; * ** **a _a ` \\ % %31 %31%32%33 ]( a: [ ( @ a@ a@b. a@b.c @.
1 1␣ 1| 1, 1↵ 138␣ 1. 一 一␣ ① 微信 QQ1 出生 1985- 浙A E1 卡号 ⇥ ↵|
低保户 低保户: 王 王强 王强、 患 王强患 因 对王强 |王强 姓名, 、王强1元 村1组 村民 住 住1号 号 路1
"""


@pytest.mark.parametrize("part", HOSTILE.split())
def test_searching_a_long_hostile_text_comes_to_an_end(part: str) -> None:
    """A search that is worse than linear would take minutes on this length."""
    repeated = part.translate(BLANKS) * LONG
    found = findings("电话13812345678。低保户 患病 " + repeated[:LONG])
    assert any(each.kind is PersonalKind.MOBILE for each in found)
