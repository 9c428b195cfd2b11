from __future__ import annotations

from datetime import date
from decimal import Decimal

from generators.measuring.snapshot import measure
from generators.model.address import Address
from generators.results.figures import Origin, Status, ValueState
from tests.build import figures
from tests.build.divisions import A, C, D
from tests.build.tiers import DAY, MARCH, MAY, check, county, share, tier_programme


def test_the_share_of_a_population_keeps_its_parts() -> None:
    dataset = county(
        programme=tier_programme(reached=share("stars", "two")),
        checks=[
            check(A, "model/x", MARCH),
            check(A, "model/y", MARCH),
            check(C, "model/x", MARCH),
        ],
        merged={D: ("c", MAY)},
    )
    values = measure(dataset, DAY).values
    reached = Address("example/reached")
    whole, east = values["county", reached], values["county/east", reached]
    third, half = Decimal(100) / 3, Decimal(50)
    assert (whole.numerator, whole.denominator, whole.value) == (Decimal(1), Decimal(3), third)
    assert (east.numerator, east.denominator, east.value) == (Decimal(1), Decimal(2), half)
    assert whole.origin is Origin.DERIVED
    assert whole.coverage is not None
    assert (whole.coverage.reported, whole.coverage.expected) == (2, 3)
    assert values["county/west", reached].value == 0
    assert (A, reached) not in values


def test_a_population_nobody_has_rated_has_no_share() -> None:
    programme = tier_programme(reached=share("stars", "two"))
    targets = [figures.target(30, division="county", indicator="example/reached", each="township")]
    dataset = county(programme=programme, checks=[check(A, "model/x", MARCH)], targets=targets)
    progress = measure(dataset, date(2017, 4, 1)).progress
    assert [each.measured.state for each in progress] == [ValueState.UNREPORTED] * 2
    later = measure(dataset, DAY).progress
    assert [(each.division, each.status) for each in later] == [
        ("county/east", Status.MISSED),
        ("county/west", Status.UNREPORTED),
    ]
