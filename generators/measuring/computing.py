"""What computes the indicators that nobody reports: one function for each field of ``Computed``."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from generators.measuring.figures import Computer

COMPUTERS: Final[Mapping[str, Computer]] = MappingProxyType({})
"""By the name of the field; a computer is given the figures, so that it finds records and moment there."""
