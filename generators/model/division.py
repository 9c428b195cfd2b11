"""行政区划: the tree of provinces, cities, counties, townships and villages."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Final

from generators.model.names import DivisionName, VillageName
from generators.model.record import Place, Record
from generators.model.scalars import Choice


class Level(Choice):
    """The five levels of the division tree, highest first."""

    PROVINCE = "province"
    CITY = "city"
    COUNTY = "county"
    TOWNSHIP = "township"
    VILLAGE = "village"

    @property
    def depth(self) -> int:
        """Return 0 for a province up to 4 for a village."""
        return list(Level).index(self)

    @property
    def text(self) -> str:
        """Return what divisions of this level are called when they are named together: 乡镇（街道）."""
        return _LEVEL_TEXT[self]


_LEVEL_TEXT: Final = {
    Level.PROVINCE: "省",
    Level.CITY: "市",
    Level.COUNTY: "县（市、区）",
    Level.TOWNSHIP: "乡镇（街道）",
    Level.VILLAGE: "村（社区）",
}


class DivisionKind(Choice):
    """The kind of a division: 县 or 区, 镇 or 乡, 村 or 社区."""

    PROVINCE = "province"
    CITY = "city"
    COUNTY = "county"
    DISTRICT = "district"
    COUNTY_CITY = "county-city"
    TOWN = "town"
    TOWNSHIP = "township"
    SUBDISTRICT = "subdistrict"
    OFFICE = "office"
    VILLAGE = "village"
    COMMUNITY = "community"

    @property
    def level(self) -> Level:
        """Return the level of this kind."""
        return _LEVELS[self]


_LEVELS: Final = {
    DivisionKind.PROVINCE: Level.PROVINCE,
    DivisionKind.CITY: Level.CITY,
    DivisionKind.COUNTY: Level.COUNTY,
    DivisionKind.DISTRICT: Level.COUNTY,
    DivisionKind.COUNTY_CITY: Level.COUNTY,
    DivisionKind.TOWN: Level.TOWNSHIP,
    DivisionKind.TOWNSHIP: Level.TOWNSHIP,
    DivisionKind.SUBDISTRICT: Level.TOWNSHIP,
    DivisionKind.OFFICE: Level.TOWNSHIP,
    DivisionKind.VILLAGE: Level.VILLAGE,
    DivisionKind.COMMUNITY: Level.VILLAGE,
}


class DivisionEntry(Record):
    """A province, city or county as ``divisions.yml`` lists it."""

    name: str
    kind: DivisionKind
    within: DivisionName | None = None
    code: str | None = None
    fictional: bool = False


class Merger(Record):
    """The merger of a village into another; from ``on`` it no longer exists.

    ``into`` is the key of the other village in the same file, or its id.
    """

    into: VillageName
    on: datetime.date


@dataclass(frozen=True, slots=True)
class Division:
    """A division in the tree; ``within`` is the id of the one directly above.

    The id of a county and above is a slug; a township's is ``county/township``; a village's
    ``county/township/village``, or ``county/village`` where no document names its township.
    ``fictional`` is inherited from the divisions above.
    """

    id: str
    name: str
    kind: DivisionKind
    within: str | None
    fictional: bool
    place: Place
    merged: Merger | None = None

    @property
    def level(self) -> Level:
        """Return the level of this division's kind."""
        return self.kind.level

    @property
    def successor(self) -> str | None:
        """Return the id of the village that this one was merged into, ``None`` if it was not merged."""
        if self.merged is None:
            return None
        into = self.merged.into
        return into if "/" in into or self.within is None else f"{self.within}/{into}"

    def exists_on(self, day: datetime.date) -> bool:
        """Whether the division exists on ``day``: it has not been merged into another by then."""
        return self.merged is None or day < self.merged.on
