from __future__ import annotations

from tests.build.tiers import ASSESSED_LADDER, ladder_files
from tests.running import CodesWith


def test_an_unknown_standard_is_not_misplaced_as_well(codes_with: CodesWith) -> None:
    village = "    checks:\n      - {item: second/neat/road, on: 2025-06-30, evidence: 表}\n"
    assert codes_with(ladder_files(ASSESSED_LADDER, village)) == ["E440"]


def test_an_unknown_source_of_a_check_is_told(codes_with: CodesWith) -> None:
    village = (
        "    checks:\n"
        "      - {item: second/tidy/road, on: 2025-06-30, evidence: 表, source: {document: plam}}\n"
    )
    assert codes_with(ladder_files(ASSESSED_LADDER, village)) == ["E304"]
