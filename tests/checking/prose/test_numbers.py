from __future__ import annotations

from decimal import Decimal

import pytest

from generators.checking.prose.numbers import numbers_in, split_measure


def _amounts(text: str) -> list[Decimal]:
    return [number.amount for number in numbers_in(text)]


@pytest.mark.parametrize(
    ("text", "amount", "after"),
    [
        ("共266个村", "266", "个村"),
        ("共 266 个村", "266", "个村"),
        ("数量：266个", "266", "个"),
        ("1万余名党员", "10000", "名党员"),
        ("1760余万元", "17600000", "元"),
        ("投入2.5亿元", "250000000", "元"),
        ("2,135个问题", "2135", "个问题"),
        ("达到70%以上", "70", "%以上"),
        ("110kV线路", "110", "kV线路"),
    ],
)
def test_a_number_with_its_scale_and_what_follows(text: str, amount: str, after: str) -> None:
    (number,) = numbers_in(text)
    assert number.amount == Decimal(amount)
    assert number.after == after
    assert text[number.offset :].startswith(number.written)


@pytest.mark.parametrize(
    "text",
    [
        "2018年4月20日",
        "4月20日",
        "2018-04-20",
        "第13期",
        "示例〔2024〕1号",
        "示例（2024）1号",
        "`266`",
        "```\n266个\n```",
        "[全文](files/266.pdf)",
        "[全文]: files/266.pdf",
        "https://example.org/266",
        "<https://example.org/266>",
        '<img alt="266个">',
        "<!-- 266个 -->",
        "A266",
        "B-266",
        "1.2.3",
        "8:30",
        "没有数字",
        "",
    ],
)
def test_what_is_no_number_of_its_own(text: str) -> None:
    assert _amounts(text) == []


def test_what_is_left_out_joins_no_neighbours() -> None:
    assert _amounts("2`x`66") == [2, 66]


def test_offsets_count_from_the_beginning_of_the_text() -> None:
    text = "`12`\n[a](12)\n共12个"
    (number,) = numbers_in(text)
    assert text[number.offset : number.offset + 3] == "12个"


@pytest.mark.parametrize(
    ("measure", "scale", "rest"),
    [
        ("万元", "10000", "元"),
        ("亿元", "100000000", "元"),
        ("个", "1", "个"),
        ("万", "1", "万"),
        ("", "1", ""),
    ],
)
def test_a_measure_is_split_from_its_scale(measure: str, scale: str, rest: str) -> None:
    assert split_measure(measure) == (Decimal(scale), rest)
