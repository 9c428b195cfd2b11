from __future__ import annotations

import pytest

from tests.build.commitments import APPROVED, MADE, PUBLISHED, commitment_text
from tests.build.divisions import THIRD_TOWNSHIP, third_township
from tests.build.ledgers import FOUND, RECTIFIED, VERIFIED, problem_text
from tests.running import CodesWith

VILLAGES = "data/townships/yunxi/third-hill/villages.yml"


def _village(name: str, merged: str = "", rest: str = "") -> str:
    written = f"    merged: {{{merged}}}\n" if merged else ""
    return f"  {name}:\n    name: {name}村\n{written}{rest}"


def _codes(codes_with: CodesWith, *villages: str) -> list[str]:
    changes = {THIRD_TOWNSHIP: third_township(""), VILLAGES: "villages:\n" + "".join(villages)}
    return codes_with(changes)


@pytest.mark.parametrize(
    "into", ["ridge", "yunxi/third-hill/ridge", "yunxi/east-bridge/upper-bridge", "yunxi/west-ford/ferry"]
)
def test_a_village_is_merged_into_one_of_its_township_or_any_other(codes_with: CodesWith, into: str) -> None:
    villages = (_village("ridge"), _village("valley", f"into: {into}, on: 2025-03-01"))
    assert _codes(codes_with, *villages) == []


def test_a_successor_may_be_merged_later_but_not_earlier_or_on_the_same_day(
    codes_with: CodesWith,
) -> None:
    for day, codes in (("2025-03-02", []), ("2025-03-01", ["E448"]), ("2025-02-28", ["E448"])):
        villages = (
            _village("valley", "into: ridge, on: 2025-03-01"),
            _village("ridge", f"into: spring, on: {day}"),
            _village("spring"),
        )
        assert _codes(codes_with, *villages) == codes


def test_a_circle_is_told_at_each_of_its_mergers(codes_with: CodesWith) -> None:
    villages = (
        _village("valley", "into: ridge, on: 2025-03-01"),
        _village("ridge", "into: spring, on: 2025-03-02"),
        _village("spring", "into: valley, on: 2025-03-03"),
    )
    assert _codes(codes_with, *villages) == ["E448"] * 3


def _report(period: str, on: str = "") -> str:
    sent = f", on: {on}" if on else ""
    values = "source: {document: plan, at: 附表}, values: {clear-stream/signposted: true}"
    return f"    reports:\n      - {{period: {period}{sent}, {values}}}\n"


@pytest.mark.parametrize(
    ("report", "codes"),
    [
        (_report("2025-02"), []),
        (_report("2025-Q1"), []),
        (_report("2025-02", "2025-03-20"), []),
        (_report("2025-03"), ["E449"]),
        (_report("2025-03-01"), ["E449"]),
        (_report("unstated"), []),
        (_report("unstated", "2025-02-28"), []),
        (_report("unstated", "2025-03-01"), ["E449"]),
    ],
)
def test_a_merged_village_reports_on_nothing_later(
    codes_with: CodesWith, report: str, codes: list[str]
) -> None:
    villages = (_village("ridge"), _village("valley", "into: ridge, on: 2025-03-01", report))
    assert _codes(codes_with, *villages) == codes


def test_only_villages_are_merged(codes_with: CodesWith) -> None:
    changes: dict[str, str | bytes | None] = {
        THIRD_TOWNSHIP: third_township("merged: {into: yunxi/east-bridge, on: 2025-03-01}\n")
    }
    assert codes_with(changes) == ["E202"]


LEDGER = (
    "problems.yml",
    problem_text((FOUND, "assigned: {on: 2024-03-05, to: 三岗镇, due: 2024-03-31}", RECTIFIED, VERIFIED)),
)
"""Found on 4 March, verified on 2 April 2024."""

PROMISES = ("commitments.yml", commitment_text((MADE, APPROVED, PUBLISHED)))
"""Made on 8 January, published on 15 January 2024."""


@pytest.mark.parametrize(
    ("filed", "history", "codes"),
    [
        (LEDGER, "{on: 2024-03-04, event: merged, into: [east-bridge]}", ["E449"]),
        (LEDGER, "{on: 2024-03-05, event: merged, into: [east-bridge]}", []),
        (LEDGER, "{on: 2024-03-01, event: ended}", ["E449"]),
        (LEDGER, "{on: 2024-04-02, event: begun}", []),
        (LEDGER, "{on: 2024-04-03, event: begun}", ["E483"]),
        (PROMISES, "{on: 2024-01-08, event: merged, into: [east-bridge]}", ["E449"]),
        (PROMISES, "{on: 2024-01-09, event: merged, into: [east-bridge]}", []),
        (PROMISES, "{on: 2024-01-15, event: begun}", []),
        (PROMISES, "{on: 2024-01-16, event: begun}", ["E483"]),
    ],
)
def test_problems_and_commitments_begin_before_their_division_ends_and_do_not_end_before_it_begins(
    codes_with: CodesWith, filed: tuple[str, str], history: str, codes: list[str]
) -> None:
    name, text = filed
    changes = {
        THIRD_TOWNSHIP: third_township(f"history:\n  - {history}\n"),
        f"data/townships/yunxi/third-hill/{name}": text,
    }
    assert codes_with(changes) == codes
