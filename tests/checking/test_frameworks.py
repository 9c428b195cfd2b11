from __future__ import annotations

import pytest

from tests.build.programmes import SECOND_PROGRAMME, second_programme
from tests.running import CodesWith


@pytest.mark.parametrize(
    ("node", "codes"),
    [
        ("declared: 2, children: [{id: a, name: 甲}, {id: b, name: 乙}]", []),
        ("declared: 3, children: [{id: a, name: 甲}, {id: b, name: 乙}]", ["E420"]),
        ("declared: 3", []),
        ("children: [{id: a, name: 甲}]", []),
        ("declared: 2, indicators: [count]", []),
        ("children: [{id: a, name: 甲, declared: 2, children: [{id: b, name: 乙}]}]", ["E420"]),
    ],
)
def test_a_node_lists_as_many_branches_as_it_declares(
    codes_with: CodesWith, node: str, codes: list[str]
) -> None:
    programme = second_programme(
        f"framework: [{{id: root, name: 根, {node}}}]\n"
        "indicators: {count: {name: 数量, measure: 个, kind: level}}\n"
    )
    assert codes_with({SECOND_PROGRAMME: programme}) == codes
