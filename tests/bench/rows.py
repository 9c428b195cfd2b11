"""What the benchmark demands: each kind of work with its ratio and the limit of that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

from rich.table import Table

from tests.bench.processes import Run

MARGIN: Final = 0.15
"""By how much a ratio may miss its limit before that is more than noise: a part of the limit."""

GIGABYTE: Final = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Row:
    """One kind of work: what was measured, against what, their ratio, and the largest that it may be.

    Without a ``limit`` the row only shows the ratio.
    """

    work: str
    measured: str
    compared: str
    ratio: float
    limit: float | None = None

    @property
    def is_missed(self) -> bool:
        """Whether the ratio is above its limit by more than the margin."""
        return self.limit is not None and self.ratio > self.limit * (1 + MARGIN)


def wall_row(work: str, ours: Sequence[Run], theirs: Sequence[Run], limit: float | None = None) -> Row:
    """Return the row of two processes compared by the clock on the wall: the median of each."""
    spent, other = (median(each.wall for each in runs) for runs in (ours, theirs))
    return Row(work, f"{spent:.1f}秒", f"{other:.1f}秒", spent / other, limit)


def processor_row(work: str, ours: Run, theirs: Run, limit: float | None = None) -> Row:
    """Return the row of two processes compared by the processors' time that they took."""
    measured, compared = (f"处理器{each.processor:.0f}秒" for each in (ours, theirs))
    return Row(work, measured, compared, ours.processor / theirs.processor, limit)


def peak_row(work: str, ours: Run, limit: int) -> Row:
    """Return the row of the largest process of a build, as a part of what it may take, in bytes."""
    measured, compared = (f"{each / GIGABYTE:.2f} GB" for each in (ours.peak, limit))
    return Row(work, measured, compared, ours.peak / limit, 1.0)


def table_of(title: str, rows: Sequence[Row]) -> Table:
    """Return the rows as a table; the last column says which limit is missed."""
    table = Table(title=title, title_justify="left")
    table.add_column("")
    for head in ("通报", "比较对象", "比值", "至多", ""):
        table.add_column(head, justify="right", no_wrap=True)
    for row in rows:
        limit = "" if row.limit is None else f"{row.limit:.2f}"
        verdict = "" if row.limit is None else "未达到" if row.is_missed else "达到"
        table.add_row(row.work, row.measured, row.compared, f"{row.ratio:.2f}", limit, verdict)
    return table
