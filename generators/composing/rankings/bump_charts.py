"""Rank history as a bump chart: a line for each division, a column for each period, rank 1 on top."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from generators.languages import gettext

LEAST_MARGIN: Final = 130
"""The minimum width of the margins on either side, in pixels, with the names of the divisions."""

_EM: Final = 13
"""The width of a character of a name, see ``.tb-bump text`` in the stylesheet."""

_GAP: Final = 20
"""Between a name and the ranks beside it, and the edge of the chart."""

_TOP: Final = 40
_ROW: Final = 24
_NARROW, _WIDE = 96, 110
_FEW_PERIODS: Final = 6
_FEWEST: Final = 2
_MOST_DIVISIONS: Final = 250
_MOST_NUMBERED: Final = 600


@dataclass(frozen=True, slots=True)
class BumpNode:
    """One rank of one division: its position, and its number as text, empty if there are too many."""

    x: int
    y: int
    rank: str


@dataclass(frozen=True, slots=True)
class BumpLine:
    """One division: the unbroken stretches of its line (``x,y x,y …``), its nodes, and its name.

    ``starts_at`` and ``ends_at`` are the y of the name at either end, ``None`` if it is not ranked there.
    """

    name: str
    stretches: tuple[str, ...]
    nodes: tuple[BumpNode, ...]
    starts_at: int | None
    ends_at: int | None
    description: str


@dataclass(frozen=True, slots=True)
class BumpView:
    """The chart in a box of ``width`` × ``height``; ``columns`` are (x, label) of the periods."""

    width: int
    height: int
    first_x: int
    last_x: int
    columns: tuple[tuple[int, str], ...]
    lines: tuple[BumpLine, ...]
    description: str


def bump_view(
    periods: Sequence[str], ranks: Sequence[Mapping[str, int]], names: Mapping[str, str]
) -> BumpView | None:
    """Return the chart of the ranks in each period; ``None`` for one period or too many divisions.

    ``periods`` are their labels. ``ranks`` are in the order of the ranking; divisions with equal ranks get
    adjacent rows.
    """
    if len(periods) < _FEWEST or not 0 < len(names) <= _MOST_DIVISIONS:
        return None
    apart = _WIDE if len(periods) <= _FEW_PERIODS else _NARROW
    margin = max(LEAST_MARGIN, _GAP + _EM * max(map(len, names.values())))
    columns = [margin + apart * at for at in range(len(periods))]
    rows = [{name: _TOP + _ROW * at for at, name in enumerate(each)} for each in ranks]
    is_numbered = len(names) * len(periods) <= _MOST_NUMBERED
    return BumpView(
        width=columns[-1] + margin,
        height=_TOP + _ROW * max(len(each) for each in ranks),
        first_x=columns[0],
        last_x=columns[-1],
        columns=tuple(zip(columns, periods, strict=True)),
        lines=tuple(
            _line(name, names[name], columns, rows, ranks, is_numbered=is_numbered) for name in names
        ),
        description=gettext(
            "%(number)s个单位在%(periods)s至%(periods2)s共%(number2)s期的名次，数字见下表",
            number=len(names),
            periods=periods[0],
            periods2=periods[-1],
            number2=len(periods),
        ),
    )


def _line(
    division: str,
    name: str,
    columns: Sequence[int],
    rows: Sequence[Mapping[str, int]],
    ranks: Sequence[Mapping[str, int]],
    *,
    is_numbered: bool,
) -> BumpLine:
    return BumpLine(
        name=name,
        stretches=tuple(_stretches(division, columns, rows)),
        nodes=tuple(
            BumpNode(x, row[division], str(each[division]) if is_numbered else "")
            for x, row, each in zip(columns, rows, ranks, strict=True)
            if division in row
        ),
        starts_at=rows[0].get(division),
        ends_at=rows[-1].get(division),
        description=gettext(
            "%(name)s：%(names)s",
            name=name,
            names=gettext("、").join(str(each.get(division, "—")) for each in ranks),
        ),
    )


def _stretches(division: str, columns: Sequence[int], rows: Sequence[Mapping[str, int]]) -> Iterator[str]:
    """Yield the points of every run of two or more periods in which the division was ranked."""
    stretch: list[str] = []
    for x, row in zip(columns, rows, strict=True):
        if division in row:
            stretch.append(f"{x},{row[division]}")
            continue
        if len(stretch) >= _FEWEST:
            yield " ".join(stretch)
        stretch = []
    if len(stretch) >= _FEWEST:
        yield " ".join(stretch)
