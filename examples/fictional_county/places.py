"""The invented area: what lies within what, and how vigorously each place goes about its work."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from examples.fictional_county import situations
from examples.fictional_county.dice import Dice
from examples.fictional_county.names import Name, township_name, upper_name, village_name
from examples.fictional_county.sizes import LEAST_VILLAGES_EACH, Sizes, shares

PROVINCE: Final = Name("示例省", "shilisheng")
_CITY: Final = Name("示例", "shilishi")
_COUNTY: Final = Name("示例", "shilixian")

_KINDS: Final = (
    *("town", "township", "town", "town", "township", "subdistrict"),
    *("town", "township", "town", "township", "town", "subdistrict"),
)
"""What the townships are, again and again."""

_KIND_WORDS: Final = {"subdistrict": "街道", "town": "镇", "township": "乡"}
"""In the order in which a county lists its townships."""

_KIND_RANKS: Final = {kind: rank for rank, kind in enumerate(_KIND_WORDS)}
_LEAST_VIGOUR: Final = 25
_MOST_VIGOUR: Final = 95
_SPREAD_OF_VIGOUR: Final = 20
_FULL_VIGOUR: Final = 100


@dataclass(frozen=True, slots=True)
class Village:
    """A village; ``vigour`` of 0 to 100 decides how much gets done."""

    id: str
    name: str
    kind: str
    vigour: int
    merged_into: str | None = None

    @property
    def slug(self) -> str:
        """Return the village's own part of its id."""
        return self.id.rpartition("/")[2]

    def exists_on(self, day: date) -> bool:
        """Whether the village had not been merged into another by ``day``."""
        return self.merged_into is None or day < situations.MERGED_ON


@dataclass(frozen=True, slots=True)
class Township:
    """A township, counted from 0 in the whole area; ``starts`` is the day from which it takes part."""

    number: int
    id: str
    name: str
    kind: str
    vigour: int
    starts: date
    villages: tuple[Village, ...]

    @property
    def slug(self) -> str:
        """Return the township's own part of its id: its folder."""
        return self.id.rpartition("/")[2]

    @property
    def committee(self) -> str:
        """Return the office that leads the township's work."""
        return f"{self.name}党工委" if self.kind == "subdistrict" else f"{self.name}党委"

    def villages_on(self, day: date) -> list[Village]:
        """Return the villages that exist on ``day``."""
        return [village for village in self.villages if village.exists_on(day)]


@dataclass(frozen=True, slots=True)
class County:
    """A county with its townships."""

    id: str
    name: str
    city: str
    townships: tuple[Township, ...]

    @property
    def official_order(self) -> list[str]:
        """Return the folders of the townships: subdistricts, towns, townships, those of a kind as counted."""
        ranked = sorted(self.townships, key=lambda each: (_KIND_RANKS[each.kind], each.number))
        return [each.slug for each in ranked]


@dataclass(frozen=True, slots=True)
class Area:
    """Everything; ``owner`` is the smallest division that holds it all, and ``cities`` id and name."""

    owner: str
    owner_name: str
    cities: tuple[tuple[str, str], ...]
    counties: tuple[County, ...]

    @property
    def townships(self) -> Iterator[Township]:
        """Yield all townships."""
        return (township for county in self.counties for township in county.townships)


def branch_of(village: Village) -> str:
    """Return the office that leads a village's work."""
    return f"{village.name}党组织"


def area_of(sizes: Sizes) -> Area:
    """Return the area of these sizes."""
    cities = tuple(
        (name.slug, f"{name.text}市")
        for name in (upper_name(_CITY, number) for number in range(sizes.cities))
    )
    per_county = shares(sizes.townships, sizes.counties)
    per_city = shares(sizes.counties, sizes.cities)
    city_of = [city for (city, _), count in zip(cities, per_city, strict=True) for _ in range(count)]
    villages_each = _villages_each(sizes)
    counties = []
    begun = 0
    for number, count in enumerate(per_county):
        name = upper_name(_COUNTY, number)
        numbers = range(begun, begun + count)
        townships = _townships(name.slug, numbers, villages_each, sizes.seed)
        counties.append(County(name.slug, f"{name.text}县", city_of[number], townships))
        begun += count
    owner, owner_name = PROVINCE.slug, PROVINCE.text
    if sizes.counties == 1:
        owner, owner_name = counties[0].id, counties[0].name
    elif sizes.cities == 1:
        owner, owner_name = cities[0]
    return Area(owner, owner_name, cities, tuple(counties))


def _villages_each(sizes: Sizes) -> list[int]:
    """Return how many villages each township has: unequal, and together as many as asked for."""
    dice = Dice(sizes.seed, "villages of the townships")
    found = shares(sizes.villages, sizes.townships)
    for at in range(1, len(found), 2):
        moved = dice.below(max(1, (found[at] - LEAST_VILLAGES_EACH) // 2))
        found[at] -= moved
        found[at - 1] += moved
    return found


def _townships(county: str, numbers: range, villages_each: list[int], seed: int) -> tuple[Township, ...]:
    found = []
    begun = 0
    for number in numbers:
        dice = Dice(seed, f"township {number}")
        vigour = situations.VIGOUR.get(number, dice.between(_LEAST_VIGOUR, _MOST_VIGOUR))
        kind = _KINDS[number % len(_KINDS)]
        name = township_name(number)
        bare = Township(
            number=number,
            id=f"{county}/{name.slug}",
            name=f"{name.text}{_KIND_WORDS[kind]}",
            kind=kind,
            vigour=vigour,
            starts=situations.start_of(number),
            villages=(),
        )
        names = [village_name(at) for at in range(begun, begun + villages_each[number])]
        begun += len(names)
        found.append(replace(bare, villages=tuple(_villages(bare, names, dice))))
    return tuple(found)


def _villages(township: Township, names: Sequence[Name], dice: Dice) -> Iterator[Village]:
    is_urban = township.kind == "subdistrict"
    for place, name in enumerate(names):
        is_merged = township.number == situations.MERGED and place == 1
        yield Village(
            id=f"{township.id}/{name.slug}",
            name=f"{name.text}{'社区' if is_urban else '村'}",
            kind="community" if is_urban else "village",
            vigour=_near(township.vigour, dice),
            merged_into=f"{township.id}/{names[0].slug}" if is_merged else None,
        )


def _near(vigour: int, dice: Dice) -> int:
    """Return a vigour that differs somewhat from the township's; full vigour is shared by all."""
    if vigour == _FULL_VIGOUR:
        return vigour
    drawn = vigour + dice.between(-_SPREAD_OF_VIGOUR, _SPREAD_OF_VIGOUR)
    return max(0, min(_FULL_VIGOUR, drawn))
