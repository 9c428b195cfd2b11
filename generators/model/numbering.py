"""期号: the issues of a series in the order of their numbers, and the numbers of the next one.

第N期 restarts each year, 总第M期 never does; supplements (增刊) are numbered separately, by year.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from generators.model.document import Bulletin
from generators.model.record import Place
from generators.model.series import MissingIssues, Series


class NumberingError(ValueError):
    """The next number cannot be determined; the message gives the reason in Chinese."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of one issue; a supplement has ``supplement`` only."""

    number: int | None = None
    total: int | None = None
    supplement: int | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """Consecutive numbers of one year: one issue, a declared gap, or the beginning of the series.

    ``last`` is ``None`` for a gap of unknown size. The beginning (``begins`` of the series) is an empty
    run that ends just before the first issue; neither it nor a gap has ``issue``.
    """

    year: int
    first: int
    last: int | None
    total: int | None = None
    issue: Bulletin | None = None
    missing: MissingIssues | None = None

    @property
    def size(self) -> int | None:
        """Return the number of issues, ``None`` if it is not known."""
        return None if self.last is None else self.last - self.first + 1

    @property
    def place(self) -> Place:
        """Return the place of the number, or of the declared gap, in the project's files."""
        if self.issue is not None:
            is_supplement = self.issue.supplement is not None
            return self.issue.place("supplement" if is_supplement else "number")
        return self.missing.place("from") if self.missing is not None else Place("data/series.yml")


def runs_of(series: Series, issues: Iterable[Bulletin], *, supplements: bool = False) -> tuple[Run, ...]:
    """Return the numbered, dated issues (or supplements) of a series and its declared gaps, in order.

    Of two issues with the same number the first is kept; gaps that are reversed or overlap are dropped.
    """
    held: dict[tuple[int, int], Run] = {}
    for issue in issues:
        is_supplement = issue.supplement is not None
        number = issue.supplement if is_supplement else issue.number
        if is_supplement is supplements and number is not None and issue.date is not None:
            run = Run(issue.date.year, number, number, None if supplements else issue.total, issue)
            held.setdefault((run.year, number), run)
    runs = [*held.values(), *_beginning(series, supplements=supplements)]
    runs += [
        Run(each.year, each.first, each.last, missing=each)
        for each in series.missing
        if each.supplement is supplements and not _is_reversed(each)
    ]
    return tuple(_without_overlaps(sorted(runs, key=_order)))


def _beginning(series: Series, *, supplements: bool) -> Iterator[Run]:
    begins = series.begins
    if begins is not None and not supplements:
        before = None if begins.total is None else begins.total - 1
        yield Run(begins.year, begins.number, begins.number - 1, before)


def _is_reversed(missing: MissingIssues) -> bool:
    return missing.last is not None and missing.last < missing.first


def _order(run: Run) -> tuple[int, int, int]:
    """Return the sort key of a run; the beginning sorts before an issue of the same number."""
    return run.year, run.first, run.size if run.size is not None else 1


def _without_overlaps(runs: Sequence[Run]) -> Iterator[Run]:
    for run in runs:
        if run.missing is None or not any(overlaps(run, other) for other in runs if other is not run):
            yield run


def overlaps(run: Run, other: Run) -> bool:
    """Whether a number lies in both runs."""
    if run.year != other.year or 0 in {run.size, other.size}:
        return False
    reaches = run.last is None or other.first <= run.last
    return reaches and (other.last is None or run.first <= other.last)


def unaccounted(earlier: Run, later: Run) -> int:
    """Return how many numbers are missing between two neighbouring runs.

    −1 if ``later`` is in a new year and continues the numbers of ``earlier`` instead of restarting at 1.
    """
    if earlier.year == later.year:
        return later.first - (earlier.first if earlier.last is None else earlier.last) - 1
    is_counted_on = earlier.last is not None and later.first == earlier.last + 1 and later.first > 1
    return -1 if is_counted_on else later.first - 1


def issues_between(runs: Sequence[Run]) -> tuple[int, bool]:
    """Return by how much the total grows from the first to the last of ``runs``, and whether that is exact.

    If the size of a gap is unknown, the first item is the minimum.
    """
    count, is_exact = 0, True
    for earlier, later in pairwise(runs):
        count += max(unaccounted(earlier, later), 0) + (1 if later.size is None else later.size)
        is_exact = is_exact and later.size is not None
    return count, is_exact


def next_numbers(
    series: Series, issues: Sequence[Bulletin], day: date, *, supplement: bool = False
) -> Numbers:
    """Return the numbers of the next issue, or supplement, of a series if it is issued on ``day``.

    A new series begins with 第1期（总第1期）; a series whose issues have no total continues without.
    Raises :class:`NumberingError` if the numbers cannot be determined.
    """
    if not series.numbered:
        if supplement:
            raise NumberingError(
                "不编期号的刊物没有增刊；要编期号，请删去 data/series.yml 中的 numbered: false"
            )
        return Numbers()
    runs = runs_of(series, issues, supplements=supplement)
    _refuse_earlier_day(runs, day)
    last = runs[-1] if runs else None
    number = 1
    if last is not None and last.year == day.year:
        if last.last is None:
            raise NumberingError(f"{last.year}年第{last.first}期以后缺多少期，请先在 {last.place} 写明 to")
        number = last.last + 1
    if supplement:
        return Numbers(supplement=number)
    return Numbers(number=number, total=_next_total(runs) if runs else 1)


def _refuse_earlier_day(runs: Sequence[Run], day: date) -> None:
    for run in reversed(runs):
        made_out = run.issue.date if run.issue is not None else None
        if run.year > day.year or (made_out is not None and made_out > day):
            name = f"{run.year}年第{run.first}期"
            raise NumberingError(f"{day.isoformat()} 早于已有的{name}（{made_out or run.place}），期号会颠倒")


def _next_total(runs: Sequence[Run]) -> int | None:
    """Return the total after the last run, or ``None`` where the series has none."""
    at = next((at for at in reversed(range(len(runs))) if runs[at].total is not None), None)
    if at is None:
        return None
    moved, is_exact = issues_between(runs[at:])
    if not is_exact:
        open_end = next(run for run in runs[at:] if run.last is None)
        raise NumberingError(f"缺多少期没有写明，总期号推算不出，请先在 {open_end.place} 写明 to")
    return (runs[at].total or 0) + moved + 1
