from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.checking.documents import numbering
from generators.checking.kit.context import Context
from generators.model.dataset import Dataset
from generators.model.document import Bulletin, Document
from generators.model.numbering import Numbers, next_numbers
from generators.model.record import Place
from generators.model.series import FirstIssue, MissingIssues, Series
from generators.model.site import Audiences, AudienceText, Site
from tests.running import CodesWith, ProblemsWith

_FIRST_TOTAL = "content/bulletins/notes/2018/13.md:6:8"
_TEXT = AudienceText(title="某县")
_CHECKS = (
    numbering.repeated_numbers,
    numbering.gaps_in_numbers,
    numbering.inconsistent_totals,
    numbering.days_out_of_order,
    numbering.numbers_of_unnumbered_series,
    numbering.unnumbered_issues,
    numbering.supplements_with_numbers,
    numbering.impossible_gaps,
)


def _codes(series: Series, issues: Sequence[Bulletin]) -> list[str]:
    """The codes of all numbering problems of a series, in the order of the checks."""
    documents = tuple(Document(str(at), each, "", Place(f"{at}.md")) for at, each in enumerate(issues))
    site = Site(name="某县", owner="某县", description="", audiences=Audiences(public=_TEXT, internal=_TEXT))
    dataset = Dataset(
        site=site,
        series={"notes": series},
        sources={},
        divisions={},
        programmes={},
        targets=(),
        reports=(),
        corrections=(),
        bulletins=documents,
        cases=(),
        pages=(),
        attachments=(),
    )
    context = Context(dataset, date(2030, 1, 1))
    return [each.code for check in _CHECKS for each in check(context)]


def _issue(day: date, numbers: Numbers) -> Bulletin:
    return Bulletin(
        series="notes",
        title=f"{day} {numbers}",
        issuer="某县示例办公室",
        date=day,
        number=numbers.number,
        total=numbers.total,
        supplement=numbers.supplement,
        programmes=("one",),
    )


_BEGINNINGS = st.one_of(
    st.none(),
    st.builds(
        FirstIssue,
        year=st.just(2023),
        number=st.integers(1, 40),
        total=st.none() | st.integers(41, 2000),
    ),
)


@given(
    begins=_BEGINNINGS,
    steps=st.lists(st.tuples(st.integers(0, 200), st.booleans()), max_size=30),
)
def test_a_series_numbered_by_the_rule_never_has_a_problem(
    begins: FirstIssue | None, steps: list[tuple[int, bool]]
) -> None:
    series = Series(name="简报", issuer="某县示例办公室", begins=begins)
    issues: list[Bulletin] = []
    day = date(2023, 1, 1)
    for days, is_supplement in steps:
        day += timedelta(days=days)
        issues.append(_issue(day, next_numbers(series, issues, day, supplement=is_supplement)))
    assert _codes(series, issues) == []


@given(data=st.data(), count=st.integers(3, 12))
def test_a_missing_issue_is_noticed_until_it_is_declared(data: st.DataObject, count: int) -> None:
    series = Series(name="简报", issuer="某县示例办公室")
    issues: list[Bulletin] = []
    for at in range(count):
        day = date(2024, 1, 1) + timedelta(days=at)
        issues.append(_issue(day, next_numbers(series, issues, day)))
    lost = data.draw(st.integers(1, count - 2))
    kept = issues[:lost] + issues[lost + 1 :]
    assert _codes(series, kept) == ["E511"]
    gap = MissingIssues(year=2024, first=lost + 1, last=lost + 1, reason="原件未收到")
    assert _codes(Series(name="简报", issuer="某县示例办公室", missing=(gap,)), kept) == []


def _series(*numbers: tuple[str, int | None, int | None, int | None], declared: str = "") -> dict[str, str]:
    """The files of a second series, an issue for each (day, number, total, supplement)."""
    files = {
        "data/series.yml": "stream-notes: {name: 甲, issuer: 某}\n"
        f"notes:\n  name: 乙\n  issuer: 某\n{declared}"
    }
    for day, number, total, supplement in numbers:
        fields = {"number": number, "total": total, "supplement": supplement}
        written = "".join(f"{name}: {value}\n" for name, value in fields.items() if value is not None)
        stem = number if supplement is None else f"s{supplement}"
        files[f"content/bulletins/notes/{day[:4]}/{stem}.md"] = (
            f"---\nseries: notes\ntitle: 一期{day}\nissuer: 某\n{written}date: {day}\n"
            "programmes: [clear-stream]\n---\n\n好。\n"
        )
    return files


def test_an_archive_may_begin_anywhere(problems_with: ProblemsWith) -> None:
    assert problems_with(_series(("2018-04-20", 13, 978, None))) == []


def test_a_new_year_begins_at_one_while_the_total_goes_on(problems_with: ProblemsWith) -> None:
    assert problems_with(_series(("2018-12-20", 13, 978, None), ("2019-01-10", 1, 979, None))) == []


@pytest.mark.parametrize(
    ("issues", "code", "detail"),
    [
        (
            (("2018-04-20", 13, 978, None), ("2018-04-20", 14, 978, None)),
            "E510",
            f"2018年第14期（总第978期）与 {_FIRST_TOTAL} 的2018年第13期（总第978期）重号",
        ),
        (
            (("2018-04-20", 13, 978, None), ("2018-05-20", 15, 980, None)),
            "E511",
            "2018年第15期（总第980期）的前一期是2018年第13期（总第978期），缺第14期",
        ),
        (
            (("2018-04-20", 13, 978, None), ("2019-05-20", 3, 981, None)),
            "E511",
            "2019年第3期（总第981期）的前一期是2018年第13期（总第978期），缺第1至2期",
        ),
        (
            (("2018-12-20", 13, 978, None), ("2019-01-10", 1, 982, None)),
            "E512",
            "2018年第13期（总第978期）之后是2019年第1期（总第982期），总期号多走了3期",
        ),
        (
            (("2018-04-20", 13, 978, None), ("2018-05-20", 14, 977, None)),
            "E513",
            "2018年第13期（总第978期）之后是2018年第14期（总第977期）：期号走了1期，总期号走了-1期",
        ),
        (
            (("2018-04-20", 13, 978, None), ("2018-04-19", 14, 979, None)),
            "E514",
            "2018年第14期（总第979期）（2018-04-19）早于2018年第13期（总第978期）（2018-04-20）",
        ),
        (
            (("2018-12-20", 13, 978, None), ("2019-01-10", 14, 979, None)),
            "E515",
            "2019年第14期（总第979期）的前一期是2018年第13期（总第978期），新的一年没有从第1期编起",
        ),
        (
            (("2018-04-20", None, None, 1), ("2018-05-20", None, None, 4)),
            "E516",
            "2018年增刊第4期的前一期是2018年增刊第1期，缺第2至3期",
        ),
        (
            (("2018-04-20", 13, 978, None), ("2018-05-20", 14, None, None)),
            "E518",
            "2018年第13期（总第978期）有总期号，其后的2018年第14期却没有 total",
        ),
    ],
)
def test_a_problem_names_both_issues(
    problems_with: ProblemsWith,
    issues: tuple[tuple[str, int | None, int | None, int | None], ...],
    code: str,
    detail: str,
) -> None:
    ((found, place, said),) = problems_with(_series(*issues))
    assert (found, said) == (code, detail)
    assert place.startswith("content/bulletins/notes/")


def test_totals_may_begin_later_than_the_series(problems_with: ProblemsWith) -> None:
    assert problems_with(_series(("2018-04-20", 13, None, None), ("2018-05-20", 14, 2, None))) == []


@pytest.mark.parametrize(
    "declared",
    [
        "  missing: [{year: 2018, from: 14, to: 16, reason: 原件未收到}]\n",
        "  missing: [{year: 2018, from: 14, reason: 原件未收到}]\n",
    ],
)
def test_a_declared_gap_is_no_problem(problems_with: ProblemsWith, declared: str) -> None:
    issues = (("2018-04-20", 13, 978, None), ("2019-01-20", 1, 982, None))
    assert problems_with(_series(*issues, declared=declared)) == []


def test_a_declared_gap_has_to_fit_the_total(codes_with: CodesWith) -> None:
    declared = "  missing: [{year: 2018, from: 14, to: 15, reason: 原件未收到}]\n"
    issues = (("2018-04-20", 13, 978, None), ("2019-01-20", 1, 982, None))
    assert codes_with(_series(*issues, declared=declared)) == ["E512"]


def test_a_beginning_binds_the_first_issue(problems_with: ProblemsWith) -> None:
    declared = "  begins: {year: 2018, number: 13, total: 978}\n"
    assert problems_with(_series(("2018-04-20", 13, 978, None), declared=declared)) == []
    ((code, _, detail),) = problems_with(
        _series(("2018-04-20", 13, 978, None), declared="  begins: {year: 2018, number: 12, total: 977}\n")
    )
    assert (code, detail) == (
        "E511",
        "2018年第13期（总第978期）的前一期是2018年第12期（begins）以前，缺第12期",
    )


def test_an_issue_twice_in_a_year_is_told_whatever_its_file_is_called(codes_with: CodesWith) -> None:
    files = _series(("2018-04-20", 13, 978, None))
    text = files["content/bulletins/notes/2018/13.md"].replace("total: 978\n", "")
    files["content/bulletins/notes/2018/again.md"] = text
    assert codes_with(files) == ["E206", "E510"]
