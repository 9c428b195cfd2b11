"""The numbers of a series: unique, without gaps, consistent with the totals and in the order of dates."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generators.checking.kit.context import Context
from generators.checking.kit.duplicates import repetitions
from generators.checking.kit.wording import named
from generators.model.document import Bulletin, numbers_text
from generators.model.numbering import Run, issues_between, overlaps, runs_of, unaccounted
from generators.model.problem import Problem
from generators.model.problem_codes import problem
from generators.model.series import MissingIssues, Series

_DECLARE = "请核对期号；确有缺期的，在 data/series.yml 该刊物的 missing 写明年份、起止期号和原因"


def issue_name(issue: Bulletin) -> str:
    """Return the name of an issue in messages: ``2018年第13期（总第978期）``."""
    year = f"{issue.date.year}年" if issue.date is not None else ""
    return f"{year}{numbers_text(issue)}" or named(issue.title)


def _run_name(run: Run) -> str:
    if run.issue is not None:
        return issue_name(run.issue)
    kind = "增刊" if run.missing is not None and run.missing.supplement else ""
    if run.missing is None:
        return f"{run.year}年{kind}第{run.first}期（begins）以前"
    last = "期以后各期" if run.last is None else f"至{run.last}期" if run.last > run.first else "期"
    return f"{run.year}年{kind}第{run.first}{last}（missing）"


def _numbered(context: Context) -> Iterator[tuple[Series, list[Bulletin]]]:
    """Yield each numbered series with its issues, in file order."""
    for name, series in context.dataset.series.items():
        if series.numbered:
            yield series, _issues(context, name)


def _issues(context: Context, series: str) -> list[Bulletin]:
    return [each.front for each in context.dataset.bulletins if each.front.series == series]


def _sequences(context: Context) -> Iterator[tuple[Run, ...]]:
    """Yield the runs of every numbered series, then those of its supplements."""
    for series, issues in _numbered(context):
        yield runs_of(series, issues)
        yield runs_of(series, issues, supplements=True)


def repeated_numbers(context: Context) -> Iterator[Problem]:
    """Numbers are unique within a series and year, totals within a series."""
    for _, issues in _numbered(context):
        for field in ("number", "supplement", "total"):
            bearers = {each.place(field): each for each in issues if getattr(each, field) is not None}
            keyed = (
                ((_year_of(each, field), getattr(each, field)), place) for place, each in bearers.items()
            )
            for _, place, first in repetitions(keyed):
                detail = f"{issue_name(bearers[place])}与 {first} 的{issue_name(bearers[first])}重号"
                yield problem("E510", place, detail)


def _year_of(issue: Bulletin, field: str) -> int | None:
    """Return the year in which a number is unique; ``None`` for a total, or if the year is unknown."""
    return None if field == "total" or issue.date is None else issue.date.year


def gaps_in_numbers(context: Context) -> Iterator[Problem]:
    """The numbers of a year have no gaps and begin at 1; so do those of supplements.

    Numbers before the first issue on record, and those declared as missing, are not gaps.
    """
    for runs in _sequences(context):
        for earlier, later in pairwise(runs):
            count = unaccounted(earlier, later)
            names = f"{_run_name(later)}的前一期是{_run_name(earlier)}"
            if count < 0:
                detail = f"{names}，新的一年没有从第1期编起"
                remedy = "请从第1期编起；本年前面确有缺期的，在 data/series.yml 的 missing 写明"
                yield problem("E515", later.place, detail, remedy)
            elif count:
                first = later.first - count
                between = f"第{first}期" if count == 1 else f"第{first}至{later.first - 1}期"
                code = "E516" if _is_supplement(later) else "E511"
                yield problem(code, later.place, f"{names}，缺{between}", _DECLARE)


def _is_supplement(run: Run) -> bool:
    return (run.issue is not None and run.issue.supplement is not None) or (
        run.missing is not None and run.missing.supplement
    )


def inconsistent_totals(context: Context) -> Iterator[Problem]:
    """Between issues the total increases as much as the number does; from one year to the next by one."""
    for runs in _sequences(context):
        known = [at for at, run in enumerate(runs) if run.total is not None]
        for start, end in pairwise(known):
            moved = (runs[end].total or 0) - (runs[start].total or 0)
            expected, is_exact = issues_between(runs[start : end + 1])
            issue = runs[end].issue
            if issue is None or moved in {0, expected} or (moved > expected and not is_exact):
                continue
            has_gap = any(unaccounted(*pair) > 0 for pair in pairwise(runs[start : end + 1]))
            detail = f"{_run_name(runs[start])}之后是{_run_name(runs[end])}"
            if moved > expected and not has_gap:
                detail += f"，总期号多走了{moved - expected}期"
                yield problem("E512", issue.place("total"), detail, _DECLARE)
            else:
                detail += f"：期号走了{expected}期，总期号走了{moved}期"
                yield problem("E513", issue.place("total"), detail)


def days_out_of_order(context: Context) -> Iterator[Problem]:
    """An issue with a higher number is not dated earlier."""
    for runs in _sequences(context):
        held = [run.issue for run in runs if run.issue is not None]
        for earlier, later in pairwise(held):
            if earlier.date is not None and later.date is not None and later.date < earlier.date:
                days = f"（{later.date}）早于{issue_name(earlier)}（{earlier.date}）"
                yield problem("E514", later.place("date"), f"{issue_name(later)}{days}")


def numbers_of_unnumbered_series(context: Context) -> Iterator[Problem]:
    """Issues of a series without numbers have none, and the series declares none."""
    for name, series in context.dataset.series.items():
        if series.numbered:
            continue
        for issue in _issues(context, name):
            for field in ("number", "total", "supplement"):
                if getattr(issue, field) is not None:
                    detail = f"{named(series.name)}不编期号（numbered: false），这一期却写了 {field}"
                    yield problem("E517", issue.place(field), detail)
        for field in ("begins", "missing"):
            if getattr(series, field):
                detail = f"{named(series.name)}不编期号（numbered: false），却写了 {field}"
                yield problem("E517", series.place(field), detail)


def unnumbered_issues(context: Context) -> Iterator[Problem]:
    """An issue of a numbered series has a number, and a total if an earlier issue has one."""
    for series, issues in _numbered(context):
        for issue in issues:
            if issue.number is None and issue.supplement is None:
                detail = f"{named(series.name)}编期号，{named(issue.title)}却没有 number，也没有 supplement"
                yield problem("E518", issue.place("number"), detail)
        bearer: Run | None = None
        for run in runs_of(series, issues):
            if run.total is not None:
                bearer = run
            elif run.issue is not None and bearer is not None:
                detail = f"{_run_name(bearer)}有总期号，其后的{_run_name(run)}却没有 total"
                yield problem("E518", run.issue.place("number"), detail, "请补上 total")


def supplements_with_numbers(context: Context) -> Iterator[Problem]:
    """A supplement has neither a number nor a total: supplements are numbered separately."""
    for document in context.dataset.bulletins:
        issue = document.front
        if issue.supplement is None:
            continue
        for field in ("number", "total"):
            if getattr(issue, field) is not None:
                detail = f"增刊第{issue.supplement}期另行编号，不再写 {field}"
                yield problem("E519", issue.place(field), detail)


def impossible_gaps(context: Context) -> Iterator[Problem]:
    """The declared beginning and gaps of a series are consistent with its issues."""
    for series, issues in _numbered(context):
        for each in series.missing:
            yield from _impossible_gap(each, series, issues)
        begins = series.begins
        if begins is None:
            continue
        first = runs_of(series, issues)[0]
        if (first.year, first.first) < (begins.year, begins.number):
            detail = f"begins 写明从{begins.year}年第{begins.number}期起，却有{_run_name(first)}"
            yield problem("E520", begins.place("number"), detail)


def _impossible_gap(missing: MissingIssues, series: Series, issues: list[Bulletin]) -> Iterator[Problem]:
    run = Run(missing.year, missing.first, missing.last, missing=missing)
    if missing.last is not None and missing.last < missing.first:
        yield problem("E520", missing.place("to"), f"to: {missing.last} 小于 from: {missing.first}")
        return
    held = runs_of(series.detached(missing=()), issues, supplements=missing.supplement)
    others = [
        Run(each.year, each.first, each.last, missing=each)
        for each in series.missing[: series.missing.index(missing)]
        if each.supplement is missing.supplement
    ]
    clash = next((other for other in (*held, *others) if overlaps(run, other)), None)
    if clash is not None:
        where = f"，见 {clash.place}" if clash.issue is not None else ""
        yield problem("E520", run.place, f"{_run_name(run)}与{_run_name(clash)}重叠{where}")
