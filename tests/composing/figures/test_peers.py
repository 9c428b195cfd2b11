"""Places of the same kind: which of them do better, from what the audience sees."""

from __future__ import annotations

from generators.composing.figures.peers import better_places, similar_places
from generators.composing.kit.parts import Parts
from generators.disclosing import Audience
from generators.model.dataset import Dataset
from generators.results.figures import Status
from tests.build.peers import DAY, county_with
from tests.build.publications import disclosed
from tests.build.rankings import township


def _parts(county: Dataset, audience: Audience = Audience.INTERNAL) -> Parts:
    return Parts(disclosed(county, DAY, audience))


def test_similar_places_that_met_the_target_are_named_furthest_first() -> None:
    parts = _parts(county_with((5, 22, 30, 20, 19, 25, 40, 21, 99), rural=1))
    (own,) = parts.publication.progress_by_division[township(0)]
    assert own.status is Status.MISSED
    better = [each.division for each in better_places(parts, own)]
    assert better == [township(at) for at in (6, 2, 5, 1, 7)]


def test_the_public_is_shown_no_place_whose_value_is_internal() -> None:
    parts = _parts(county_with((5, 22, 30), hidden=2), Audience.PUBLIC)
    (own,) = parts.publication.progress_by_division[township(0)]
    assert [each.division for each in better_places(parts, own)] == [township(1)]


def test_a_target_that_is_met_asks_for_no_example() -> None:
    parts = _parts(county_with((5, 22, 30)))
    assert similar_places(parts, township(0))
    assert not similar_places(parts, township(1))
    assert len(similar_places(parts, township(0), places=1).groups[0].rows) == 1
