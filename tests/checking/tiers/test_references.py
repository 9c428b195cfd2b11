from __future__ import annotations

from tests.checking.broken_projects import ProblemsWith
from tests.checking.tier_programmes import CLASS, codes_of


def test_an_unknown_standard_is_not_misplaced_as_well(problems_with: ProblemsWith) -> None:
    village = "    checks:\n      - {item: second/neat/road, on: 2025-06-30, evidence: 表}\n"
    assert codes_of(problems_with, CLASS, village) == ["E440"]


def test_an_unknown_source_of_a_check_is_told(problems_with: ProblemsWith) -> None:
    village = (
        "    checks:\n"
        "      - {item: second/tidy/road, on: 2025-06-30, evidence: 表, source: {document: plam}}\n"
    )
    assert codes_of(problems_with, CLASS, village) == ["E304"]
