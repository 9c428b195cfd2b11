from __future__ import annotations

from datetime import date

from tests.build.divisions import A, B, C
from tests.build.tiers import APRIL, CLASS, MARCH, MAY, STARS, WEALTH, assessed, check, county, income
from tests.measuring.tiers.measured_ladders import result_of


def test_since_is_the_first_day_of_the_unbroken_time_in_a_tier() -> None:
    dataset = county(
        checks=[
            check(A, "model/x", MARCH, revoked=date(2024, 4, 1)),
            check(A, "model/x", APRIL),
            check(A, "model/y", MAY, revoked=date(2024, 5, 20)),
            check(B, "model/x", MARCH),
            check(B, "model/x", MARCH),
        ],
        assessments=[assessed(A, "weak", MARCH), assessed(A, "weak", APRIL)],
        reports=[
            income(A, "2022", 60),
            income(A, "2023", 70, date(2024, 1, 20)),
            income(B, "unstated", 60),
            income(C, "2022", 20),
            income(C, "2023", 60, date(2024, 1, 20)),
        ],
    )
    assert result_of(dataset, STARS).standings[A].since == date(2024, 5, 20)
    assert result_of(dataset, STARS).standings[B].since == MARCH
    assert result_of(dataset, STARS).standings[C].since is None
    assert result_of(dataset, CLASS).standings[A].since == MARCH
    wealth = result_of(dataset, WEALTH).standings
    assert [wealth[name].since for name in (A, B, C)] == [
        date(2022, 12, 31),
        None,
        date(2023, 12, 31),
    ]
