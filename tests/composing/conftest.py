from __future__ import annotations

import pytest

from generators.composing.figures.rows import FigureRow, figure_rows
from generators.composing.kit.parts import Parts
from generators.disclosing import Audience, Publication, disclose
from generators.pipeline import Examined


@pytest.fixture(scope="session")
def publication(county: Examined) -> Publication:
    """Return what the public may see of the fictional county."""
    assert county.dataset is not None
    assert county.measurements is not None
    return disclose(county.dataset, county.measurements, Audience.PUBLIC)


@pytest.fixture(scope="session")
def internal_publication(county: Examined) -> Publication:
    """Return the whole of the fictional county."""
    assert county.dataset is not None
    assert county.measurements is not None
    return disclose(county.dataset, county.measurements, Audience.INTERNAL)


@pytest.fixture(scope="session")
def parts(publication: Publication) -> Parts:
    """Return the maker of links and figures for the public."""
    return Parts(publication)


@pytest.fixture(scope="session")
def rows(publication: Publication) -> tuple[FigureRow, ...]:
    """Return every public figure of the fictional county."""
    return figure_rows(publication)
