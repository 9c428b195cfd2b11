"""Targets of the year before, and the same for the new year."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from generators.carrying.targets import Obstacle, ended_targets, same_target_lines
from generators.carrying.wanted import CarryOverWanted
from generators.model.dataset import Dataset
from generators.model.scalars import Disclosure, Qualifier
from generators.model.target import Target

WANTED = CarryOverWanted(2025, date(2025, 1, 3), document="plan", at="附表", same_values=True)


def _target(**fields: object) -> Target:
    return Target.model_validate(
        {
            "indicator": "double/visits",
            "value": Decimal(40),
            "from": date(2024, 1, 1),
            "by": date(2024, 12, 31),
            **fields,
        }
    )


def _written(target: Target) -> list[str]:
    return [each.text for each in same_target_lines(target, WANTED)]


def test_a_target_is_for_the_whole_of_the_year_by_the_new_source() -> None:
    assert _written(_target()) == [
        "indicator: double/visits",
        "value: 40",
        "from: 2025-01-01",
        "by: 2025-12-31",
        "source: {document: plan, at: 附表}",
        "note: 与2024年相同",
    ]


def test_all_but_the_wording_of_the_deadline_is_kept() -> None:
    lines = _written(
        _target(qualifier=Qualifier.AT_LEAST, each="township", measure="次", disclosure=Disclosure.INTERNAL)
    )
    assert {"qualifier: at-least", "each: township", "measure: 次", "disclosure: internal"} <= set(lines)


def test_milestones_move_by_a_year() -> None:
    steps = {date(2023, 6, 30): Decimal(1), date(2024, 9, 30): Decimal(30), date(2024, 2, 29): Decimal(5)}
    assert "milestones: {2025-02-28: 5, 2025-09-30: 30}" in _written(_target(milestones=steps))


def test_targets_that_end_with_the_year_before_are_found(shili: Dataset) -> None:
    found = ended_targets(shili, shili.programmes.values(), 2027)
    bingyin = {
        str(each.target.indicator): each.obstacle
        for each in found
        if each.filed.division == "shilixian/bingyin"
    }
    assert bingyin["shili-1357/solved-problems"] is None
    assert bingyin["shili-double/visit-coverage"] is None
    assert bingyin["shili-double/sites"] is Obstacle.RUNNING_TOTAL
    assert bingyin["shili-1357/petitions"] is Obstacle.BASELINE
    assert all(each.target.due == date(2026, 12, 31) for each in found)


def test_what_has_a_later_target_has_not_ended(shili: Dataset) -> None:
    # In 2026 every target of 2025 has one after it.
    assert ended_targets(shili, shili.programmes.values(), 2026) == ()
    assert ended_targets(shili, (), 2027) == ()


def test_a_division_that_ended_needs_no_target(shili: Dataset) -> None:
    place = "shilixian/bingyin"
    merged = shili.divisions["shilixian/yihai-xiang"].history
    gone = replace(shili.divisions[place], history=merged)
    without = replace(shili, divisions={**shili.divisions, place: gone})
    assert not gone.exists_on(date(2027, 1, 1))
    found = ended_targets(without, without.programmes.values(), 2027)
    assert found
    assert not [each for each in found if each.filed.division == place]
