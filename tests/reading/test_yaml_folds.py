from __future__ import annotations

import pytest

from generators.reading.yaml_source import parse_yaml

FOLDED = {
    "a: 全县\n  各镇\n": "全县各镇",
    "a: '全县\n  各镇'\n": "全县各镇",
    'a: "全县，\n  各镇"\n': "全县，各镇",
    "a: >\n  全县\n  各镇\n": "全县各镇\n",
    "a: >-\n  共\n  12个\n": "共12个",
    "a: >-\n  一 二\n  三 四\n  五\n": "一 二三 四五",
    "a: >-\n  甲\n\n  乙\n": "甲\n乙",
    "a: the town\n  hall\n": "the town hall",
    "a: 因村施策 分类鞭策\n": "因村施策 分类鞭策",
    "a: |\n  全县\n  各镇\n": "全县\n各镇\n",
    'a: "全县\\\n  各镇"\n': "全县各镇",
    "a: 全县全县\n  全县全县\n  全县全县\n": "全县全县" * 3,
}


@pytest.mark.parametrize(("written", "value"), FOLDED.items())
def test_a_folded_line_of_chinese_brings_no_space(written: str, value: str) -> None:
    assert parse_yaml(written, "data/a.yml").value == {"a": value}
