from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generators.measuring.deadlines import publication_deadlines
from generators.pipeline import examine
from generators.reading.load import load_project
from generators.results.deadlines import DeadlineState, PublicationDeadline

_PATH = "content/cases/patrol-rota.md"
_PUBLISHED = "content/bulletins/stream-notes/2024/1.md"


def _terms(project: Path, front: str, as_of: date) -> list[PublicationDeadline]:
    """The terms of the minimal project with more front matter on its case, but for its bulletin."""
    path = project / _PATH
    text = path.read_text(encoding="utf-8").replace("source: plan\n", f"source: plan\n{front}", 1)
    path.write_text(text, encoding="utf-8", newline="\n")
    dataset = load_project(project).dataset
    assert dataset is not None
    return [each for each in publication_deadlines(dataset, as_of) if each.document != _PUBLISHED]


# Made out on 25 September 2026, due on 29 October: National Day lies between, and the 10th is worked.
@pytest.mark.parametrize(
    ("as_of", "state", "days"),
    [
        (date(2026, 9, 25), DeadlineState.RUNNING, 20),
        (date(2026, 10, 7), DeadlineState.RUNNING, 17),
        (date(2026, 10, 21), DeadlineState.RUNNING, 6),
        (date(2026, 10, 22), DeadlineState.DUE_SOON, 5),
        (date(2026, 10, 29), DeadlineState.DUE_SOON, 0),
        (date(2026, 10, 30), DeadlineState.OVERDUE, 1),
        (date(2026, 11, 2), DeadlineState.OVERDUE, 2),
    ],
)
def test_the_clock_of_a_document_not_yet_published(
    minimal_project: Path, as_of: date, state: DeadlineState, days: int
) -> None:
    expected = PublicationDeadline(_PATH, date(2026, 10, 29), state, days)
    assert _terms(minimal_project, "date: 2026-09-25\n", as_of) == [expected]


# Made out on 10 February 2026, due on 16 March: the Spring Festival lies between.
@pytest.mark.parametrize(
    ("published", "state", "days"),
    [
        ("2026-03-16", DeadlineState.KEPT, 0),
        ("2026-03-12", DeadlineState.KEPT, 2),
        ("2026-03-17", DeadlineState.LATE, 1),
    ],
)
def test_the_clock_of_a_published_document(
    minimal_project: Path, published: str, state: DeadlineState, days: int
) -> None:
    front = f"date: 2026-02-10\npublished: {published}\n"
    expected = PublicationDeadline(_PATH, date(2026, 3, 16), state, days)
    assert _terms(minimal_project, front, date(2026, 4, 1)) == [expected]


def test_what_was_published_after_the_day_of_measuring_is_still_due(minimal_project: Path) -> None:
    front = "date: 2026-02-10\npublished: 2026-03-17\n"
    (term,) = _terms(minimal_project, front, date(2026, 3, 13))
    assert (term.state, term.days) == (DeadlineState.DUE_SOON, 1)


@pytest.mark.parametrize(
    "front",
    [
        "",
        "date: 2026-09-26\n",
        "date: 2026-02-10\nreprinted: true\n",
        "date: 2026-02-10\nwithdrawn: {by: 某, on: 2026-02-11, reason: 有误}\n",
    ],
    ids=["undated", "not made out yet", "made by another office", "taken back"],
)
def test_documents_without_a_term(minimal_project: Path, front: str) -> None:
    assert _terms(minimal_project, front, date(2026, 9, 25)) == []


def test_an_internal_document_has_a_term_once_it_is_cleared(minimal_project: Path) -> None:
    path = minimal_project / _PATH
    text = path.read_text(encoding="utf-8").replace("disclosure: public", "disclosure: internal")
    path.write_text(text, encoding="utf-8", newline="\n")
    (term,) = _terms(minimal_project, "date: 2026-09-25\n", date(2026, 9, 25))
    assert term.state is DeadlineState.RUNNING
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    uncleared = "".join(line for line in lines if not line.startswith("reviewed"))
    path.write_text(uncleared, encoding="utf-8", newline="\n")
    assert _terms(minimal_project, "", date(2026, 9, 25)) == []


def test_a_warning_says_what_is_not_known(minimal_project: Path) -> None:
    path = minimal_project / _PATH
    text = path.read_text(encoding="utf-8").replace("on: 2024-04-09", "on: 2199-12-02")
    path.write_text(text.replace("source: plan\n", "source: plan\ndate: 2199-12-02\n"), encoding="utf-8")
    (warning,) = examine(minimal_project, date(2199, 12, 27)).problems
    assert (warning.code, str(warning.place)) == ("W526", f"{_PATH}:8:7")
    assert warning.detail == "公开期限为 2199-12-30（2199年的放假安排尚未收录，只按周末推算），还剩1个工作日"
