"""Views shared by many pages: links, figures, statuses, bars, trends.

All texts are final; templates neither choose words nor compute.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ProseView:
    """An editor's text in which figures and links may be called, still to be rendered."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """A label with an address; without ``href`` it is plain text."""

    label: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class FigureView:
    """A number as in Chinese documents, in parts: 近 1.08 万件, 1760 余 万元, 70 % 以上.

    The parts are printed in this order without spaces. ``href`` is the address of the figure on its source's
    page; ``note`` is its origin in words. ``is_missing`` is true for words in place of a number.
    """

    before: str
    number: str
    inside: str
    unit: str
    after: str
    href: str = ""
    note: str = ""
    is_missing: bool = False
    is_corrected: bool = False
    is_stale: bool = False

    @property
    def text(self) -> str:
        """Return the figure as plain text, without its note."""
        return f"{self.before}{self.number}{self.inside}{self.unit}{self.after}"


@dataclass(frozen=True, slots=True)
class StatusView:
    """A status: its key for styling and filters, its words, and a shape that differs for each."""

    key: str
    label: str
    shape: str


@dataclass(frozen=True, slots=True)
class BarView:
    """A progress bar: the filled part and the position of the pace mark, 0–100 with one decimal.

    ``label`` is the uncapped attainment; ``description`` has all of it in a sentence.
    """

    filled: str
    pace: str
    label: str
    description: str
    status: StatusView


@dataclass(frozen=True, slots=True)
class TrendView:
    """A trend line in a 120 × 32 box: ``points`` for SVG (``x,y x,y …``), the last one, and the target."""

    points: str
    last_x: str
    last_y: str
    target_y: str
    description: str


@dataclass(frozen=True, slots=True)
class TallyItem:
    """The number of items with one status, and their share of all, 0–100 with one decimal."""

    status: StatusView
    count: int
    share: str
