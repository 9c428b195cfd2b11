from __future__ import annotations

import pytest

from tests.checking.broken_projects import ProblemsWith
from tests.checking.tier_programmes import CLASS, SOURCE, codes_of


def test_the_last_day_is_today(problems_with: ProblemsWith) -> None:
    village = (
        "    checks:\n      - {item: second/tidy/road, on: 2025-06-30, evidence: 表}\n"
        f"    assessments:\n      - {{ladder: second/it, tier: a, on: 2025-06-30, by: 办, {SOURCE}}}\n"
    )
    assert codes_of(problems_with, CLASS, village) == []


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
    problems_with: ProblemsWith, dates: list[tuple[str, str]], codes: list[str]
) -> None:
    lines = [
        f"      - {{item: second/tidy/road, on: {on}, evidence: 表"
        + (f", revoked: {{on: {revoked}, reason: 坏了}}" if revoked else "")
        + "}\n"
        for on, revoked in dates
    ]
    assert codes_of(problems_with, CLASS, "    checks:\n" + "".join(lines)) == codes


def test_a_broken_check_does_not_hide_the_others(problems_with: ProblemsWith) -> None:
    village = (
        "    checks:\n"
        "      - {item: second/tidy/road, evidence: 表}\n"
        "      - {item: second/tidy/lamp, on: 2025-06-30, evidence: 表}\n"
    )
    assert sorted(codes_of(problems_with, CLASS, village)) == ["E201", "E440"]
