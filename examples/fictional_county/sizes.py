"""How large the invented area is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

LEAST_TOWNSHIPS: Final = 12
LEAST_VILLAGES_EACH: Final = 5
LEAST_QUARTERS: Final = 5
MOST_QUARTERS: Final = 12

_LARGEST_COUNTY: Final = 40
_LARGEST_CITY: Final = 400
_TOWNSHIPS_OF_A_COUNTY: Final = 20
_COUNTIES_OF_A_CITY: Final = 10


@dataclass(frozen=True, slots=True)
class Sizes:
    """The numbers of townships, villages and quarters, and the seed of everything that is drawn.

    Raises ``ValueError`` for an area too small to hold all situations.
    """

    townships: int = 12
    villages: int = 160
    quarters: int = 5
    seed: int = 1

    def __post_init__(self) -> None:
        """Refuse what is too small."""
        if self.townships < LEAST_TOWNSHIPS:
            raise ValueError(f"乡镇不少于 {LEAST_TOWNSHIPS} 个")
        if self.villages < LEAST_VILLAGES_EACH * self.townships:
            raise ValueError(f"村不少于乡镇数的 {LEAST_VILLAGES_EACH} 倍")
        if not LEAST_QUARTERS <= self.quarters <= MOST_QUARTERS:
            raise ValueError(f"季度数应在 {LEAST_QUARTERS} 至 {MOST_QUARTERS} 之间")

    @property
    def counties(self) -> int:
        """Return how many counties the townships make up: one, as long as that is not too large."""
        if self.townships <= _LARGEST_COUNTY:
            return 1
        return -(-self.townships // _TOWNSHIPS_OF_A_COUNTY)

    @property
    def cities(self) -> int:
        """Return how many cities the counties make up."""
        if self.townships <= _LARGEST_CITY:
            return 1
        return -(-self.counties // _COUNTIES_OF_A_CITY)


def shares(whole: int, parts: int) -> list[int]:
    """Return ``whole`` divided into ``parts`` as evenly as whole numbers allow, the smaller ones first."""
    return [(at + 1) * whole // parts - at * whole // parts for at in range(parts)]
