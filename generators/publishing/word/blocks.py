"""What the body of a bulletin consists of, before any format of a file: paragraphs, tables, notes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import TypeAlias


class Position(Enum):
    """Where a text stands on its line."""

    BASE = "base"
    SUPERSCRIPT = "superscript"
    SUBSCRIPT = "subscript"


@dataclass(frozen=True, slots=True)
class Look:
    """How a text is marked within its paragraph."""

    is_emphasised: bool = False
    is_struck: bool = False
    is_underlined: bool = False
    position: Position = Position.BASE


@dataclass(frozen=True, slots=True)
class Text:
    """A text on one line."""

    text: str
    look: Look = Look()


@dataclass(frozen=True, slots=True)
class LineBreak:
    """The end of a line within a paragraph."""


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The place of the note with the key ``note``."""

    note: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture by its address as written; ``description`` is for those who do not see it."""

    address: str
    description: str


Inline: TypeAlias = Text | LineBreak | NoteMark | Picture


class ParagraphKind(Enum):
    """The kinds of paragraphs beside headings and items of lists."""

    TEXT = "text"
    SIGNATURE = "signature"
    QUOTATION = "quotation"
    CODE = "code"
    CAPTION = "caption"
    PICTURE = "picture"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of one kind."""

    kind: ParagraphKind
    content: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 2 is 一、, 3 is （一）, 4 is 1. as in Markdown, where 1 is the title."""

    level: int
    content: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph of a list; ``marker`` is empty for all but the first of an item. ``depth`` begins at 0."""

    marker: str
    depth: int
    content: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its lines, and how many columns and rows it covers.

    ``align`` is left, center, right, or empty where nothing is said.
    """

    lines: tuple[tuple[Inline, ...], ...]
    columns: int = 1
    rows: int = 1
    align: str = ""
    is_head: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the first ``heads`` of its rows are its head. A cell stands in the row in which it begins."""

    rows: tuple[tuple[Cell, ...], ...]
    heads: int

    @property
    def columns(self) -> int:
        """Return the number of columns."""
        return max((len(row) for row in self.grid()), default=0)

    def grid(self) -> tuple[tuple[tuple[Cell, bool] | None, ...], ...]:
        """Return for each row and column the cell that covers it, and whether the cell begins in this row.

        ``None`` stands for a place that no cell covers.
        """
        covered: dict[tuple[int, int], tuple[Cell, bool]] = {}
        for at, row in enumerate(self.rows):
            column = 0
            for cell in row:
                while (at, column) in covered:
                    column += 1
                for below in range(min(cell.rows, len(self.rows) - at)):
                    for beside in range(cell.columns):
                        covered.setdefault((at + below, column + beside), (cell, below == 0))
                column += cell.columns
        width = max((column for _, column in covered), default=-1) + 1
        return tuple(
            tuple(covered.get((at, column)) for column in range(width)) for at in range(len(self.rows))
        )


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule across the page."""


Block: TypeAlias = Paragraph | Heading | Item | Table | Rule


@dataclass(frozen=True, slots=True)
class Body:
    """The blocks of a text in order, and its notes by key."""

    blocks: tuple[Block, ...]
    notes: Mapping[str, tuple[Inline, ...]] = field(default_factory=dict)
