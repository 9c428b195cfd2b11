"""行政区划: the tree of provinces, cities, counties, townships and villages, and how it changed."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from generators.model.language import marked
from generators.model.names import DivisionName, SiblingName
from generators.model.record import Place, Record
from generators.model.scalars import Choice, NonEmptyStr, TupleOf
from generators.model.source import Citation


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
    Level.PROVINCE: marked("省"),
    Level.CITY: marked("市"),
    Level.COUNTY: marked("县（市、区）"),
    Level.TOWNSHIP: marked("乡镇（街道）"),
    Level.VILLAGE: marked("村（社区）"),
}


class DivisionKind(Choice):
    """The kind of a division: 县 or 区, 镇 or 乡, 村 or 社区.

    ``OTHER`` is a unit of the township level that is none of these, such as 林场; its word is stated.
    """

    PROVINCE = "province"
    CITY = "city"
    COUNTY = "county"
    DISTRICT = "district"
    COUNTY_CITY = "county-city"
    TOWN = "town"
    TOWNSHIP = "township"
    SUBDISTRICT = "subdistrict"
    OFFICE = "office"
    OTHER = "other"
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
    DivisionKind.OTHER: Level.TOWNSHIP,
    DivisionKind.VILLAGE: Level.VILLAGE,
    DivisionKind.COMMUNITY: Level.VILLAGE,
}


class DivisionStep(Choice):
    """What happened to a division on a day."""

    BEGUN = "begun"
    RENAMED = "renamed"
    CONVERTED = "converted"
    MOVED = "moved"
    MERGED = "merged"
    SPLIT = "split"
    ENDED = "ended"

    @property
    def is_end(self) -> bool:
        """Whether the division no longer exists afterwards."""
        return self in {DivisionStep.MERGED, DivisionStep.SPLIT, DivisionStep.ENDED}


class FormerState(Record):
    """What a division was before a change; a field that did not change is ``None``."""

    name: NonEmptyStr | None = None
    kind: DivisionKind | None = None
    word: NonEmptyStr | None = None
    within: DivisionName | None = None


class DivisionEvent(Record):
    """One change of a division; from the day ``on`` it is as its own fields say, before as ``was`` says.

    ``into`` names the divisions that a merged or split one became part of, ``out_of`` those that a begun one
    was formed from: by id, or by the key of one in the same folder or file.
    """

    on: datetime.date
    event: DivisionStep
    was: FormerState | None = None
    into: TupleOf[SiblingName] = ()
    out_of: TupleOf[SiblingName] = ()
    source: Citation | None = None

    @model_validator(mode="after")
    def _has_its_fields(self) -> Self:
        """Raise E480 if the event lacks what its step needs, or states what only other steps have."""
        for field in self._missing():
            message = "“event: {event}”须写 {field}"
            raise PydanticCustomError("E480", message, {"event": self.event.value, "field": field})
        for field in self._surplus():
            message = "“event: {event}”不写 {field}"
            raise PydanticCustomError("E480", message, {"event": self.event.value, "field": field})
        return self

    def _missing(self) -> Iterator[str]:
        was = self.was or FormerState()
        if self.event is DivisionStep.RENAMED and was.name is None:
            yield "was: {name: …}"
        if self.event is DivisionStep.CONVERTED and was.kind is None and was.word is None:
            yield "was: {kind: …}"
        if self.event is DivisionStep.MOVED and was.within is None:
            yield "was: {within: …}"
        if self.event is DivisionStep.MERGED and len(self.into) != 1:
            yield "into，且只写一个去向"
        if self.event is DivisionStep.SPLIT and len(self.into) <= 1:
            yield "into，且写两个以上去向"
        if was.kind is DivisionKind.OTHER and was.word is None:
            yield "was: {word: …}"

    def _surplus(self) -> Iterator[str]:
        if self.was is not None and (self.event.is_end or self.event is DivisionStep.BEGUN):
            yield "was"
        if self.into and self.event not in {DivisionStep.MERGED, DivisionStep.SPLIT}:
            yield "into"
        if self.out_of and self.event is not DivisionStep.BEGUN:
            yield "out_of"


class DivisionRecord(Record):
    """What the record of any division states; ``word`` is what its kind is called, if not as usual.

    ``history`` is in the order of days. The other fields are as after its last event.
    """

    name: str
    kind: DivisionKind
    word: NonEmptyStr | None = None
    within: DivisionName | None = None
    history: TupleOf[DivisionEvent] = ()

    @model_validator(mode="after")
    def _other_has_a_word(self) -> Self:
        """Raise E201 if the kind is ``OTHER`` and no word for it is stated."""
        if self.kind is DivisionKind.OTHER and self.word is None:
            raise PydanticCustomError("E201", "kind 为 other 时须写 word，如林场", {})
        return self


class DivisionEntry(DivisionRecord):
    """A province, city or county as ``divisions.yml`` lists it."""

    code: str | None = None
    fictional: bool = False


class Merger(Record):
    """The merger of a village into another, in short; from ``on`` it no longer exists."""

    into: SiblingName
    on: datetime.date

    def event(self) -> DivisionEvent:
        """Return the merger as an event, at the same place."""
        event = DivisionEvent(on=self.on, event=DivisionStep.MERGED, into=(self.into,))
        return event.placed_like(self)


@dataclass(frozen=True, slots=True)
class Division:
    """A division in the tree; ``within`` is the id of the one directly above.

    The id of a county and above is a slug; a township's is ``county/township``; a village's
    ``county/township/village``, or ``county/village`` where no document names its township. The id stays when
    the division changes: name, kind, ``word`` (what the kind is called, if not as usual) and ``within`` are
    the latest, and ``history`` tells what they were before. ``fictional`` is inherited from the divisions
    above.
    """

    id: str
    name: str
    kind: DivisionKind
    within: str | None
    fictional: bool
    place: Place
    word: str | None = None
    history: tuple[DivisionEvent, ...] = ()

    @property
    def level(self) -> Level:
        """Return the level of this division's kind."""
        return self.kind.level

    @property
    def begun(self) -> DivisionEvent | None:
        """Return the event by which the division began, ``None`` if it is not on record."""
        return next((each for each in self.history if each.event is DivisionStep.BEGUN), None)

    @property
    def end(self) -> DivisionEvent | None:
        """Return the event from which the division no longer exists, ``None`` if it still does."""
        return next((each for each in self.history if each.event.is_end), None)

    @property
    def successors(self) -> tuple[str, ...]:
        """Return the ids of the divisions that this one became part of, none if it has not."""
        return () if self.end is None else tuple(map(self.sibling, self.end.into))

    @property
    def predecessors(self) -> tuple[str, ...]:
        """Return the ids of the divisions that this one was formed from, as its beginning states them."""
        return () if self.begun is None else tuple(map(self.sibling, self.begun.out_of))

    def sibling(self, name: str) -> str:
        """Return the id of the division that ``name`` is the id of, or the key in the same folder."""
        folder, separator, _ = self.id.rpartition("/")
        return name if "/" in name else f"{folder}{separator}{name}"

    def exists_on(self, day: datetime.date) -> bool:
        """Whether the division exists on ``day``: it has begun, and has not ended by then."""
        if not self.history:
            return True
        begun, end = self.begun, self.end
        return (begun is None or begun.on <= day) and (end is None or day < end.on)

    def on(self, day: datetime.date) -> Division:
        """Return the division with the name, kind, word and ``within`` that it had on ``day``."""
        if not self.history:
            return self
        later = [each.was for each in self.history if each.on > day and each.was is not None]
        kinds = next((each for each in later if each.kind is not None or each.word is not None), None)
        return replace(
            self,
            name=next((each.name for each in later if each.name is not None), self.name),
            kind=self.kind if kinds is None else kinds.kind or self.kind,
            word=self.word if kinds is None else kinds.word,
            within=next((each.within for each in later if each.within is not None), self.within),
        )
