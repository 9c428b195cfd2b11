"""The lines of a closed record below its link: the public part, then the internal one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final, TypeAlias

from generators.model.canonical import Plain, canonical, plain
from generators.model.closing import (
    ClosedRecord,
    Closing,
    ClosingStep,
    Fields,
    FigureKey,
    InputKey,
    Link,
    part_digest,
)
from generators.model.period import parse_period
from generators.model.record import PlacedMapping
from generators.model.written import Sheet


@dataclass(frozen=True, slots=True)
class Content:
    """What a record says, before it has a place in the chain.

    ``is_public`` says that the public may know of the closing, ``public`` which figures it may see. The salts
    are secret texts of each part: without them nobody could find a withheld number by trying.
    """

    closing: Closing
    is_public: bool
    salts: tuple[str, str]
    figures: dict[FigureKey, Fields]
    public: frozenset[FigureKey]
    inputs: dict[InputKey, str]
    disclosures: str

    @property
    def public_lines(self) -> tuple[str, ...]:
        """Return the lines of the public part, none if there is none."""
        if not self.is_public:
            return ()
        head: dict[str, Plain] = {
            "closing": plain(self.closing),
            "for": "public",
            "salt": self.salts[0],
        }
        return (canonical(head), *self._figures("public", is_public=True))

    @property
    def internal_lines(self) -> tuple[str, ...]:
        """Return the lines of the internal part: all that the public one does not say."""
        head: dict[str, Plain] = {
            "disclosures": self.disclosures,
            "for": "internal",
            "salt": self.salts[1],
        }
        if not self.is_public:
            head |= {"closing": plain(self.closing)}
        inputs = (
            canonical({"for": "internal", "input": list(key), "sha256": digest})
            for key, digest in sorted(self.inputs.items())
        )
        return (canonical(head), *self._figures("internal", is_public=False), *inputs)

    def _figures(self, part: str, *, is_public: bool) -> tuple[str, ...]:
        return tuple(
            canonical({"figure": list(key), "for": part, "is": dict(fields)})
            for key, fields in sorted(self.figures.items())
            if (self.is_public and key in self.public) is is_public
        )

    def linked(self, number: int, previous: str, file: str) -> ClosedRecord:
        """Return the record of this content as link ``number`` of the chain, after ``previous``."""
        public, internal = self.public_lines, self.internal_lines
        return ClosedRecord(
            file=file,
            link=Link(number, previous, part_digest(public), part_digest(internal)),
            closing=self.closing,
            lines=(*public, *internal),
            figures=self.figures,
            public=self.public if self.is_public else frozenset(),
            inputs=self.inputs,
            disclosures=self.disclosures,
        )


_HEAD: Final = 2
"""The line that says what was closed, the first below the link."""

Parsed: TypeAlias = "dict[str, Parsed] | list[Parsed] | str"
"""What a line in canonical form holds here."""


def record_of(
    file: str, link: Link, lines: tuple[str, ...], parsed: tuple[dict[str, Parsed], ...]
) -> ClosedRecord:
    """Return the record whose ``lines`` say what ``parsed`` holds.

    Raises ``LookupError``, ``TypeError`` or ``ValueError`` if they are not as :class:`Content` writes them.
    """
    heads = [each for each in parsed if "salt" in each]
    closings = [each["closing"] for each in heads if "closing" in each]
    if len(closings) != 1 or [each["for"] for each in heads] != (
        ["public", "internal"] if link.public else ["internal"]
    ):
        raise ValueError("heads")
    figures = {_key(each["figure"]): _fields(each["is"]) for each in parsed if "figure" in each}
    return ClosedRecord(
        file=file,
        link=link,
        closing=_closing(file, lines[0], closings[0]),
        lines=lines,
        figures=figures,
        public=frozenset(
            _key(each["figure"]) for each in parsed if "figure" in each and each["for"] == "public"
        ),
        inputs={_key(each["input"]): _text(each["sha256"]) for each in parsed if "input" in each},
        disclosures=_text(heads[-1]["disclosures"]),
    )


def _text(value: Parsed) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _key(value: Parsed) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError(value)
    return tuple(map(_text, value))


def _fields(value: Parsed) -> dict[str, str]:
    if not isinstance(value, dict):
        raise TypeError(value)
    return {name: _text(each) for name, each in value.items()}


def _closing(file: str, line: str, value: Parsed) -> Closing:
    """Return the closing that ``line`` says, the first below the link, in its place."""
    said = _fields(value)
    days = {name: date.fromisoformat(said[name]) for name in ("on", "until") if name in said}
    others = {name: each for name, each in said.items() if name not in {"on", "until", "period", "step"}}
    period, step = parse_period(said["period"]), ClosingStep(said["step"])
    placed = PlacedMapping(Sheet(file), (_HEAD, 1))
    placed.update(others, period=period, step=step, **days)
    for name in placed:
        key = canonical(name)
        at = line.index(f"{key}:") + 1
        placed.spots[name] = (_HEAD, at, _HEAD, at + len(key) + 1)
    return Closing.model_validate(placed)
