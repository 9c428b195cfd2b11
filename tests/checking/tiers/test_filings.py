from __future__ import annotations

import pytest

from tests.build.tiers import ASSESSED_LADDER, ladder_files
from tests.running import CodesWith


def test_the_last_day_is_today(codes_with: CodesWith) -> None:
    village = (
        "    checks:\n      - {item: second/tidy/road, on: 2025-06-30, evidence: 表}\n"
        "    assessments:\n      - {ladder: second/it, tier: a, on: 2025-06-30, by: 办, "
        "source: {document: plan, at: 附表}}\n"
    )
    assert codes_with(ladder_files(ASSESSED_LADDER, village)) == []


@pytest.mark.parametrize(
    ("dates", "codes"),
    [
        ([("2025-01-01", "2025-02-01"), ("2025-02-01", "")], []),
        ([("2025-02-01", ""), ("2025-01-01", "2025-02-01")], []),
        ([("2025-01-01", "2025-01-01"), ("2025-01-01", "")], []),
        ([("2025-01-01", "2025-02-01"), ("2025-01-31", "")], ["E442"]),
        ([("2025-01-01", ""), ("2025-01-01", "")], ["E442"]),
        ([("2025-01-01", "2025-03-01"), ("2025-02-01", "2025-02-15")], ["E442"]),
    ],
)
def test_an_item_is_checked_again_only_once_it_was_revoked(
    codes_with: CodesWith, dates: list[tuple[str, str]], codes: list[str]
) -> None:
    lines = [
        f"      - {{item: second/tidy/road, on: {on}, evidence: 表"
        + (f", revoked: {{on: {revoked}, reason: 坏了}}" if revoked else "")
        + "}\n"
        for on, revoked in dates
    ]
    assert codes_with(ladder_files(ASSESSED_LADDER, "    checks:\n" + "".join(lines))) == codes


def test_a_broken_check_does_not_hide_the_others(codes_with: CodesWith) -> None:
    village = (
        "    checks:\n"
        "      - {item: second/tidy/road, evidence: 表}\n"
        "      - {item: second/tidy/lamp, on: 2025-06-30, evidence: 表}\n"
    )
    assert sorted(codes_with(ladder_files(ASSESSED_LADDER, village))) == ["E201", "E440"]
