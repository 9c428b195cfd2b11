from __future__ import annotations

import pytest

from tests.build.divisions import THIRD_TOWNSHIP, third_township
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
