from __future__ import annotations

import pytest

from generators.importing.cells.periods import put_together, stated_in


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("青棠县2026年3月进度统计表", "2026-03"),
        ("2026年3月份", "2026-03"),
        ("2026 年 03 月", "2026-03"),
        ("２０２６年１２月", "2026-12"),
        ("2026.6统计", "2026-06"),
        ("2026-06", "2026-06"),
        ("2026年1-6月", "2026-01/2026-06"),
        ("2026年1—9月份", "2026-01/2026-09"),
        ("2026年第三季度", "2026-Q3"),
        ("2026年2季度", "2026-Q2"),
        ("2026年上半年", "2026-H1"),
        ("2026年任务分解表", None),
        ("2026年3月5日", None),
        ("6月", None),
        ("2026年3月—5月进展情况", "2026-03/2026-05"),
        ("三年行动（2025—2028年）2026年4月", "2026-04"),
        ("2026年3月上旬", None),
        ("2026年3月第2周", None),
        ("2026年前三季度", None),
    ],
)
def test_a_text_states_its_period(text: str, period: str | None) -> None:
    assert stated_in(text).period == period


@pytest.mark.parametrize(
    ("texts", "periods"),
    [
        (["2026年进度表", "6月"], ("2026-06",)),
        (["2026年6月进度表", "6月", "2026年6月"], ("2026-06",)),
        (["2026年第二季度", "6月"], ("2026-Q2",)),
        (["2026年4月进度表", "5月"], ("2026-04", "2026-05")),
        (["进度表", "6月底前"], ()),
        (["进度表", "6月"], ()),
        (["三年行动（2025—2028年）", "4月"], ()),
        (["2026年进度表", "1—6月"], ("2026-01/2026-06",)),
        (["2026年3月上旬", "3月"], ("2026-03", "3月上旬")),
        (["2026年3、4月情况", "汇总"], ("3、4月",)),
        (["2026年3月1日至15日", "汇总"], ("3月1日至15日",)),
    ],
)
def test_title_sheet_and_file_together_state_one_period_or_several(
    texts: list[str], periods: tuple[str, ...]
) -> None:
    assert put_together(*map(stated_in, texts)) == periods
