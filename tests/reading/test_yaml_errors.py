from __future__ import annotations

import pytest

from generators.reading.yaml_source import parse_yaml


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("a:\n\tb: 1", "f:2:1", "Tab"),
        ("a: 1\n  \tb: 2", "f:2:", "Tab"),
        ("a: %x", "f:1:4", "不能以“%”开头"),
        ("a: @x", "f:1:4", "不能以“@”开头"),
        ("name：某镇\nkind: town", "f:2:5", "中文冒号：“name：某镇”"),
        ("name:某镇\nkind: town", "f:2:5", "冒号后缺少空格：“name:某镇”"),
        ("name\nkind: town", "f:2:5", "上一行“name”的键后面缺少英文冒号"),
        ("a: 1\nb", "f:3:1", "缺少英文冒号"),
        ('a: "某镇', "f:1:4", "这里开始的引号没有成对"),
        ("a: '某镇\nb: 1", "f:1:4", "这里开始的引号没有成对"),
        ('a: 1\nb: "某镇\n---\nc: 1', "f:2:4", "这里开始的引号没有成对"),
        ('a: "某镇" x', "f:1:9", "引号之后有多余的文字"),
        ("a: [1, 2\nb: 3", "f:2:2", "方括号"),
        ("{a: 1", "f:2:1", "花括号"),
        ("a:\n  b: 1\n c: 2", "f:3:2", "缩进"),
        ("- a\nb: 1", "f:2:1", "没有对齐"),
        (r'a: "\q"', "f:1:5", "反斜杠"),
        ("a: b: c", "f:1:5", "不应再有冒号"),
        ("a: *x", "f:1:4", "没有定义"),
        ("a: - b", "f:1:4", "请另起一行"),
    ],
)
def test_common_mistakes_are_explained_where_they_stand(text: str, place: str, said: str) -> None:
    problems = parse_yaml(text, "f").problems
    assert [found.code for found in problems] == ["E104"]
    assert str(problems[0].place).startswith(place)
    assert said in problems[0].detail
