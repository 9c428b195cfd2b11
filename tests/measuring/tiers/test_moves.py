from __future__ import annotations

from datetime import date

from hypothesis import given, settings

from generators.measuring.computing import figures_at
from generators.measuring.figures.cutoff import Cutoff
from generators.measuring.once import Once
from generators.measuring.tiers.standings import standing
from generators.model.report import Value
from generators.model.standard import FiledCheck
from generators.results.tiers import MoveKind
from tests.build import figures
from tests.build.divisions import VILLAGES, A, B, C, D
from tests.build.tiers import (
    DAY,
    DAYS,
    INCOME,
    MARCH,
    MAY,
    MODEL,
    STARS,
    WEALTH,
    check,
    county,
    drawn_checks,
    income,
)
from tests.measuring.tiers.measured_ladders import moves_of, result_of


def test_moves_are_up_down_new_and_lapsed() -> None:
    lapsed = Value(not_applicable="已无集体经济")
    reports = [
        income(A, "2022", 20),
        income(A, "2023", 120),
        income(B, "2022", 120),
        income(B, "2023", 60),
        income(C, "2023", 60),
        income(D, "2022", 60),
        figures.report("2023", lapsed, division=D, address=INCOME),
    ]
    assert moves_of(county(reports=reports), WEALTH, date(2023, 6, 30), DAY) == [
        (A, MoveKind.UP, 0, 2),
        (B, MoveKind.DOWN, 2, 1),
        (C, MoveKind.NEW, None, 1),
        (D, MoveKind.LAPSED, 1, None),
    ]


def test_who_leaves_the_lowest_standing_is_counted() -> None:
    weak = county(
        reports=[
            income(A, "2023", 20),
            income(A, "2024-Q2", 60),
            income(B, "2023", 60),
            income(B, "2024-Q2", 120),
        ]
    )
    assert result_of(weak, WEALTH).lifted == 1
    below = county(checks=[check(A, "compliant/emblem", MARCH), check(A, "compliant/flag", MAY)])
    assert result_of(below, MODEL).lifted == 1


@settings(deadline=None)  # the machine may be busy
@given(drawn_checks(), DAYS, DAYS)
def test_moves_explain_the_difference_between_two_distributions(
    checks: list[FiledCheck], one: date, other: date
) -> None:
    earlier, later = sorted((one, other))
    dataset = county(checks=checks)
    figures = figures_at(Once(dataset), {"example": Cutoff.on(later)})
    before = {name: standing(figures, name, STARS, earlier).rank for name in VILLAGES}
    after = dict(before)
    for name, _, was, now in moves_of(dataset, STARS, earlier, later):
        assert before[name] == was != now
        after[name] = now
    assert after == {name: standing(figures, name, STARS, later).rank for name in VILLAGES}
