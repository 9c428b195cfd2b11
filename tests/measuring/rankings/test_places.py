"""Rankings of periods before a township ends, against those without its end."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from generators.measuring.once import Once
from generators.measuring.rankings.rankings import rank
from generators.model.division import DivisionStep
from tests.build.leagues import AFTER_ALL, dataset_of, random_league
from tests.build.places import event
from tests.build.rankings import SCHEME


@pytest.mark.parametrize("seed", range(20))
def test_periods_before_an_end_keep_who_has_ended(seed: int) -> None:
    dataset = dataset_of(random_league(seed))
    name = next(each for each in dataset.divisions if "/" in each)
    gone = replace(dataset.divisions[name], history=(event(DivisionStep.ENDED, date(2024, 7, 1)),))
    ended = replace(dataset, divisions={**dataset.divisions, name: gone})
    whole, cut = (rank(Once(each), AFTER_ALL, 2).schemes[SCHEME].periods for each in (dataset, ended))
    assert [each.period.text for each in cut] == [each.period.text for each in whole]
    for before, after in zip(whole, cut, strict=True):
        assert before.period.end is not None
        if before.period.end < date(2024, 7, 1):
            assert after == before
        else:
            scores = (*(each.score for each in after.ranked), *after.insufficient, *after.vetoed)
            assert name not in {each.division for each in scores}
