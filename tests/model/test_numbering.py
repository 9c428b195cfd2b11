from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from generators.model.document import Bulletin, numbers_text
from generators.model.numbering import (
    NumberingError,
    Numbers,
    Run,
    issues_between,
    next_numbers,
    runs_of,
    unaccounted,
)
from generators.model.series import FirstIssue, MissingIssues, Series


def issue(
    day: str, number: int | None = None, total: int | None = None, supplement: int | None = None
) -> Bulletin:
    return Bulletin(
        series="notes",
        title="一期",
        issuer="某县示例办公室",
        number=number,
        total=total,
        date=date.fromisoformat(day),
        supplement=supplement,
        programmes=("one",),
    )


def series(begins: FirstIssue | None = None, *missing: MissingIssues, numbered: bool = True) -> Series:
    return Series(name="简报", issuer="某县示例办公室", numbered=numbered, begins=begins, missing=missing)


def gap(year: int, first: int = 1, last: int | None = None, *, supplement: bool = False) -> MissingIssues:
    return MissingIssues(year=year, first=first, last=last, supplement=supplement, reason="原件未收到")


def test_the_numbers_of_an_issue_in_words() -> None:
    assert numbers_text(issue("2018-04-20", 13, 978)) == "第13期（总第978期）"
    assert numbers_text(issue("2018-04-20", 13)) == "第13期"
    assert numbers_text(issue("2018-04-20", None, 978)) == "总第978期"
    assert numbers_text(issue("2018-04-20", supplement=2)) == "增刊第2期"
    assert numbers_text(issue("2018-04-20")) == ""


def test_runs_stand_in_the_order_of_their_numbers_with_the_beginning_first() -> None:
    issues = [issue("2019-01-10", 1), issue("2018-05-01", 14), issue("2018-04-20", 13)]
    runs = runs_of(series(FirstIssue(year=2018, number=13, total=978), gap(2018, 15)), issues)
    assert [(run.year, run.first, run.last, run.total) for run in runs] == [
        (2018, 13, 12, 977),
        (2018, 13, 13, None),
        (2018, 14, 14, None),
        (2018, 15, None, None),
        (2019, 1, 1, None),
    ]
    assert [unaccounted(*pair) for pair in pairwise(runs)] == [0, 0, 0, 0]


def test_a_gap_that_holds_an_issue_or_ends_before_it_begins_is_left_out() -> None:
    issues = [issue("2018-04-20", 13)]
    assert len(runs_of(series(None, gap(2018, 10, 13), gap(2018, 9, 8), gap(2018, 4)), issues)) == 1


@pytest.mark.parametrize(
    ("earlier", "later", "count"),
    [
        (Run(2018, 13, 13), Run(2018, 14, 14), 0),
        (Run(2018, 13, 13), Run(2018, 17, 17), 3),
        (Run(2018, 13, 13), Run(2019, 1, 1), 0),
        (Run(2018, 13, 13), Run(2019, 3, 3), 2),
        (Run(2018, 13, 13), Run(2019, 14, 14), -1),
        (Run(2018, 1, 0), Run(2018, 1, 1), 0),
        (Run(2017, 1, 0), Run(2018, 1, 1), 0),
    ],
)
def test_numbers_between_two_runs(earlier: Run, later: Run, count: int) -> None:
    assert unaccounted(earlier, later) == count


def test_how_far_a_total_moves() -> None:
    assert issues_between([Run(2018, 13, 13)]) == (0, True)
    assert issues_between([Run(2018, 13, 13), Run(2018, 14, 30), Run(2019, 1, 1)]) == (18, True)
    assert issues_between([Run(2018, 13, 13), Run(2018, 14, None), Run(2019, 1, 1)]) == (2, False)
    assert issues_between([Run(2018, 13, 13), Run(2019, 3, 3)]) == (3, True)


def test_the_next_issue_follows_in_its_year_and_begins_anew_in_the_next() -> None:
    issues = [issue("2018-04-20", 13, 978)]
    assert next_numbers(series(), issues, date(2018, 12, 31)) == Numbers(14, 979)
    assert next_numbers(series(), issues, date(2019, 1, 1)) == Numbers(1, 979)
    assert next_numbers(series(), issues, date(2018, 5, 1), supplement=True) == Numbers(supplement=1)


def test_supplements_are_counted_apart_by_year() -> None:
    issues = [issue("2018-04-20", 13, 978), issue("2018-05-01", supplement=1)]
    assert next_numbers(series(), issues, date(2018, 6, 1)) == Numbers(14, 979)
    assert next_numbers(series(), issues, date(2018, 6, 1), supplement=True) == Numbers(supplement=2)
    assert next_numbers(series(), issues, date(2019, 6, 1), supplement=True) == Numbers(supplement=1)


def test_a_series_begins_with_one_or_where_it_says() -> None:
    assert next_numbers(series(), [], date(2026, 1, 5)) == Numbers(1, 1)
    begins = series(FirstIssue(year=2026, number=14, total=979))
    assert next_numbers(begins, [], date(2026, 5, 5)) == Numbers(14, 979)
    assert next_numbers(begins, [], date(2027, 5, 5)) == Numbers(1, 979)
    without_total = series(FirstIssue(year=2026, number=14))
    assert next_numbers(without_total, [], date(2026, 5, 5)) == Numbers(14)


def test_a_series_without_totals_or_numbers_goes_on_without() -> None:
    assert next_numbers(series(), [issue("2021-11-02", 18)], date(2021, 12, 1)) == Numbers(19)
    assert next_numbers(series(numbered=False), [issue("2021-11-02")], date(2021, 12, 1)) == Numbers()


def test_what_is_missing_is_counted_on() -> None:
    issues = [issue("2018-04-20", 13, 978)]
    assert next_numbers(series(None, gap(2018, 14, 16)), issues, date(2018, 9, 1)) == Numbers(17, 982)
    assert next_numbers(series(None, gap(2018, 14, 16)), issues, date(2019, 9, 1)) == Numbers(1, 982)


@pytest.mark.parametrize(
    ("declared", "day", "is_supplement", "message"),
    [
        ((), date(2018, 4, 19), False, "2018-04-19 早于已有的2018年第13期（2018-04-20），期号会颠倒"),
        ((), date(2017, 4, 19), False, "早于已有的2018年第13期"),
        ((gap(2018, 14),), date(2018, 9, 1), False, "2018年第14期以后缺多少期"),
        ((gap(2018, 14),), date(2019, 9, 1), False, "总期号推算不出"),
        ((gap(2019, 1, 2),), date(2018, 9, 1), False, "早于已有的2019年第1期"),
    ],
)
def test_numbers_that_cannot_be_told(
    declared: tuple[MissingIssues, ...], day: date, message: str, *, is_supplement: bool
) -> None:
    with pytest.raises(NumberingError, match=message):
        next_numbers(series(None, *declared), [issue("2018-04-20", 13, 978)], day, supplement=is_supplement)


def test_a_series_without_numbers_has_no_supplements() -> None:
    with pytest.raises(NumberingError, match="没有增刊"):
        next_numbers(series(numbered=False), [], date(2026, 1, 1), supplement=True)
