"""结账: what was published of a period, fixed, and chained by digests so that nobody can change it unseen.

Each record is a file of lines in canonical form. The first is its link in the chain: its number, the digest
of the link before, and the digests of its two parts, of which one is public and the other is not. How anybody
can recompute them: “Closed periods” in generators/formulas.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final, TypeAlias

from generators.model.canonical import canonical, sha256_of
from generators.model.names import ProgrammeName
from generators.model.period import Period, PeriodField
from generators.model.record import Record
from generators.model.scalars import Choice

FOLDER: Final = "data/closed"
CHAIN: Final = f"{FOLDER}/chain.jsonl"
"""The list of all links, by which a file that was taken away is missed."""

SHORT_DIGEST: Final = 12
"""How many characters of a digest are shown: enough to tell the links of any chain apart."""

NOTHING_BEFORE: Final = ""
"""What the first link has for the digest of the link before."""

FigureKey: TypeAlias = tuple[str, ...]
"""What a figure is: its kind (value, status, tier, score, consequence, problems …), division, and subject."""

InputKey: TypeAlias = tuple[str, ...]
"""What an input is: its kind (report, target, indicator …), and what tells it from others of the kind."""

Fields: TypeAlias = Mapping[str, str]
"""What a figure says, each part as text."""


class ClosingStep(Choice):
    """What happened to a period: it was closed, or opened again."""

    CLOSED = "closed"
    REOPENED = "reopened"


class Closing(Record):
    """One closing of a period, or its being opened again, on a day by an office or a role.

    ``until`` is the last day on which reports counted. ``version`` is that of the program, ``methods`` the
    digest of the code that computed the figures.
    """

    programme: ProgrammeName
    period: PeriodField
    step: ClosingStep
    on: date
    by: str = ""
    reason: str = ""
    until: date | None = None
    version: str = ""
    methods: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """One link of the chain; an empty ``public`` says that the record has no public part."""

    number: int
    previous: str
    public: str
    internal: str

    @property
    def line(self) -> str:
        """Return the link as the first line of its file, without the line break."""
        return canonical(
            {
                "internal": self.internal,
                "number": str(self.number),
                "previous": self.previous,
                "public": self.public,
            }
        )

    @property
    def digest(self) -> str:
        """Return the digest of the link, which the next one holds; that of the last is the head."""
        return sha256_of(self.line)


@dataclass(frozen=True, slots=True)
class ClosedRecord:
    """A record in the chain, with what was closed; without figures where a period was opened again.

    ``file`` is the path of the file below the project. ``figures`` are all figures, ``public`` those of the
    public part. ``disclosures`` is the digest of who could see each input.
    """

    file: str
    link: Link
    closing: Closing
    lines: tuple[str, ...] = field(repr=False, default=())
    figures: Mapping[FigureKey, Fields] = field(repr=False, default_factory=dict)
    public: frozenset[FigureKey] = field(repr=False, default=frozenset())
    inputs: Mapping[InputKey, str] = field(repr=False, default_factory=dict)
    disclosures: str = ""

    @property
    def public_lines(self) -> tuple[str, ...]:
        """Return the link and the public part."""
        return (self.link.line, *(line for line in self.lines if is_public_line(line)))

    @property
    def is_of_public_programme(self) -> bool:
        """Whether the record has a public part."""
        return bool(self.link.public)


def is_public_line(line: str) -> bool:
    """Whether a line in canonical form is of the public part."""
    return '"for":"public"' in line


def part_digest(lines: tuple[str, ...]) -> str:
    """Return the digest of a part of a record, each line with its line break; empty for no lines."""
    return sha256_of("".join(f"{line}\n" for line in lines)) if lines else ""


def file_of(closing: Closing, number_of_period: int) -> str:
    """Return the path of the record of a closing; ``number_of_period`` counts those of its period from 1."""
    suffix = "" if number_of_period == 1 else f".{number_of_period}"
    return f"{FOLDER}/{closing.programme}/{closing.period.text}{suffix}.jsonl"


def periods_in_force(records: tuple[ClosedRecord, ...]) -> tuple[ClosedRecord, ...]:
    """Return the records of the periods that are closed now: the last of each period, if not reopened."""
    last = {(each.closing.programme, each.closing.period.text): each for each in records}
    return tuple(each for each in last.values() if each.closing.step is ClosingStep.CLOSED)


def can_concern(corrected: Period, closed: Period) -> bool:
    """Whether a correction of a value of one period can change a figure of another, which is not earlier."""
    return corrected.start is None or closed.end is None or corrected.start <= closed.end
