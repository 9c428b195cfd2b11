"""The invented county as it is checked in, examined once for all tests."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from generators.disclosing import Audience
from generators.measuring.once import Once
from generators.measuring.rankings.rankings import rank
from generators.model.dataset import Dataset
from generators.pipeline import Examined, examine
from generators.rendering import RenderedSite
from generators.results.measurements import Measurements
from generators.results.rankings import PeriodRanking
from tests.build.project import SHILI, SHILI_DAY


@pytest.fixture(scope="session")
def county() -> Examined:
    return examine(SHILI, SHILI_DAY)


@pytest.fixture(scope="session")
def dataset(county: Examined) -> Dataset:
    assert county.dataset is not None
    return county.dataset


@pytest.fixture(scope="session")
def measurements(county: Examined) -> Measurements:
    assert county.measurements is not None
    return county.measurements


@pytest.fixture(scope="session", params=list(Audience))
def site(county: Examined, request: pytest.FixtureRequest) -> RenderedSite:
    """Return the site of each audience in turn."""
    return county.site(Audience(request.param))


@pytest.fixture(scope="session")
def rankings(dataset: Dataset) -> Mapping[tuple[str, str], PeriodRanking]:
    """Return every ranking by scheme and period; intervals are not looked at here."""
    schemes = rank(Once(dataset), SHILI_DAY, draws=1).schemes
    return {(name, each.period.text): each for name, scheme in schemes.items() for each in scheme.periods}
