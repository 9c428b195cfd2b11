"""What computes the indicators that nobody reports: one function for each field of ``Computed``."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from generators.measuring.commitments import share_of_commitments
from generators.measuring.figures import Computer
from generators.measuring.inspections import inspected_figure
from generators.measuring.ledgers import share_of_problems
from generators.measuring.populations import population_share

COMPUTERS: Final[Mapping[str, Computer]] = MappingProxyType(
    {
        "population": population_share,
        "problems": share_of_problems,
        "commitments": share_of_commitments,
        "inspections": inspected_figure,
    }
)
"""By the name of the field; a computer is given the figures, so that it finds records and moment there."""
