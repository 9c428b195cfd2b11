from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from generators.measuring.tiers.distributions import among, distribution
from generators.results.tiers import BELOW
from tests.build.divisions import VILLAGES, A, C, D
from tests.build.tiers import DAY, MARCH, STARS, check, county
from tests.measuring.tiers.measured_ladders import result_of


def test_a_distribution_tells_every_area_and_who_is_not_rated() -> None:
    dataset = county(
        checks=[check(A, "model/x", MARCH), check(C, "model/x", MARCH), check(C, "model/y", MARCH)],
    )
    result = result_of(dataset, STARS)
    told = {
        name: (each.counts, each.below, each.unrated, each.total, each.rated)
        for name, each in result.distributions.items()
    }
    assert told == {
        "county": ((1, 1, 0), 0, 2, 4, 2),
        "county/east": ((1, 0, 0), 0, 1, 2, 1),
        "county/west": ((0, 1, 0), 0, 1, 2, 1),
    }
    assert result.distributions["county"].at_least(1) == 1


def test_some_standings_alone_tell_nothing_of_the_rest() -> None:
    dataset = county(checks=[check(name, "model/x", MARCH) for name in VILLAGES])
    whole = result_of(dataset, STARS)
    assert among(dataset, whole, whole.standings) == whole
    part = among(dataset, whole, {name: whole.standings[name] for name in (A, C, D)})
    assert part.withheld == 1
    assert [each.total for each in part.history] == [3]
    assert {name: each.total for name, each in part.distributions.items()} == {
        "county": 3,
        "county/east": 1,
        "county/west": 2,
    }


@settings(deadline=None)  # the machine may be busy
@given(st.lists(st.none() | st.integers(BELOW, 2)))
def test_every_rank_is_counted_once(ranks: list[int | None]) -> None:
    found = distribution("county", DAY, ranks, 3)
    assert found.total == len(ranks)
    assert found.at_least(0) == sum(rank is not None and rank >= 0 for rank in ranks)
