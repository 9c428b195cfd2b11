from __future__ import annotations

import pytest

from generators.composing.figures.rows import FigureRow, figure_rows
from generators.composing.kit.parts import Parts
from generators.disclosing import Publication


@pytest.fixture(scope="session")
def parts(publication: Publication) -> Parts:
    """Return the maker of links and figures for the public."""
    return Parts(publication)


@pytest.fixture(scope="session")
def rows(parts: Parts) -> tuple[FigureRow, ...]:
    """Return every public figure of the fictional county."""
    return figure_rows(parts)
