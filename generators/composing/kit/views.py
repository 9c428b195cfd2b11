"""The small parts that many pages show: links, figures, statuses, bars, trends.

Everything here is ready to print. Templates choose no words and do no sums.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ProseView:
    """An editor's text in which figures and links may be called, still to be rendered."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """A label and where it leads; without ``href`` it is plain text."""

    label: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class FigureView:
    """A number as Chinese documents print it: 近 1.08 万件, 1760 余 万元, 70 % 以上.

    The parts are printed in this order without spaces. ``href`` leads to its entry on the source's
    page; ``note`` says in words where it comes from. ``is_missing`` marks words standing in for a number.
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

    @property
    def text(self) -> str:
        """Return the whole as plain text."""
        return f"{self.before}{self.number}{self.inside}{self.unit}{self.after}"


@dataclass(frozen=True, slots=True)
class StatusView:
    """A status by its key (for styling), its words, and a shape that differs for each."""

    key: str
    label: str
    shape: str


@dataclass(frozen=True, slots=True)
class BarView:
    """A progress bar: how much is filled and where the pace mark stands, 0–100 with one decimal.

    ``label`` is the uncapped attainment; ``description`` says all of it in a sentence.
    """

    filled: str
    pace: str
    label: str
    description: str
    status: StatusView


@dataclass(frozen=True, slots=True)
class TrendView:
    """A trend line in a 120 × 32 box: SVG points ``x,y x,y …``, the last one apart, and in words."""

    points: str
    last_x: str
    last_y: str
    target_y: str
    description: str


@dataclass(frozen=True, slots=True)
class TallyItem:
    """How many targets have one status, and the share of all, 0–100 with one decimal."""

    status: StatusView
    count: int
    share: str
