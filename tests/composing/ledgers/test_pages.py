from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from generators.composing.kit.page import Page
from generators.composing.kit.parts import Parts
from generators.composing.ledgers.downloads import PROBLEM_COLUMNS, problem_cells
from generators.composing.ledgers.pages import SECTION, WHOLE_LIST, LedgersView, LedgerView, ledger_pages
from generators.composing.ledgers.rows import problems_of_division
from generators.disclosing import Audience, disclose
from generators.measuring.snapshot import measure
from generators.model.ledger import FiledEntry
from generators.model.scalars import Disclosure
from tests.ledger_histories import assigned, extended, filed, found, rectified, reopened, verified
from tests.measuring import builders

START = date(2024, 3, 1)
DAY = date(2024, 4, 9)


def day(number: int) -> date:
    """Return the day with this number, counted from the first of March 2024."""
    return START + timedelta(days=number - 1)


FOUND, DUE = found(day(1)), assigned(day(2), day(20))
CLEARED = (FOUND, DUE, rectified(day(22)), verified(day(25)))
AGAIN = (FOUND, DUE, rectified(day(9)), verified(day(10)), reopened(day(20), day(60)))
OVERDUE = (FOUND, assigned(day(2), day(10), to="县水务局"), extended(day(9), day(30)))


def _parts(*entries: FiledEntry, audience: Audience = Audience.INTERNAL) -> Parts:
    dataset = replace(builders.dataset(builders.programme({})), ledger=entries)
    return Parts(disclose(dataset, measure(dataset, DAY), audience))


FOUR = (
    filed(*CLEARED, name="a", division="county/east/a"),
    filed(*AGAIN, name="b", disclosure=Disclosure.PUBLIC),
    filed(*OVERDUE, name="c", township="county/west"),
    filed(found(day(40)), name="d", township="county/west"),
)


def _ledger(parts: Parts) -> tuple[Page, LedgerView]:
    _, page = ledger_pages(parts)
    assert isinstance(page.view, LedgerView)
    return page, page.view


def test_without_problems_there_is_no_section() -> None:
    assert not SECTION.has_content(_parts().publication)
    hidden = _parts(filed(FOUND), audience=Audience.PUBLIC)
    assert not SECTION.has_content(hidden.publication)


def test_the_list_of_ledgers_says_what_its_words_mean() -> None:
    page, _ = ledger_pages(_parts(*FOUR))
    assert isinstance(page.view, LedgersView)
    (summary,) = page.view.ledgers
    assert (page.address, summary.head.href) == ("site:/ledgers/", "site:/ledgers/example/")
    assert (summary.head.label, summary.found, summary.remaining) == ("示例问题台账", 4, 3)
    assert {view.label: text for view, text in page.view.meanings}["即将到期"] == "7天以内到期"
    assert len(page.view.meanings) == 7


def test_the_worst_stands_first() -> None:
    _, view = _ledger(_parts(*FOUR))
    assert [(row.state.label, row.lateness, row.reopened) for row in view.rows] == [
        ("逾期未改", "超期10天", ""),
        ("回头看重开", "", "回头看1次：又有堆放"),
        ("待交办", "", ""),
        ("已销号", "超期2天", ""),
    ]
    assert [row.division.label for row in view.rows] == [
        "county/west",
        "county/east",
        "county/west",
        "county/east/a",
    ]
    assert view.rows_left == 0


def test_a_row_tells_the_history_in_days() -> None:
    _, view = _ledger(_parts(*FOUR))
    overdue, again, _, cleared = view.rows
    assert (overdue.found, overdue.found_by, overdue.office, overdue.due) == (
        "2024年3月1日",
        "县巡查组",
        "县水务局",
        "2024年3月30日",
    )
    assert (overdue.extended, again.extended) == ("延期1次：连续降雨", "")
    assert (overdue.sort_found, overdue.sort_due, overdue.sort_rectified) == ("20240301", "20240330", "")
    assert (cleared.rectified, cleared.note, cleared.verified, cleared.verified_by, cleared.evidence) == (
        "2024年3月22日",
        "已清运",
        "2024年3月25日",
        "县巡查组",
        "照片3张",
    )
    assert (cleared.days_open, again.days_open) == (24, 39)
    assert (again.rectified, again.verified, again.evidence) == ("", "", "")


def test_the_sums_of_a_whole_ledger() -> None:
    _, view = _ledger(_parts(*FOUR))
    assert [(rate.name, rate.share, rate.parts) for rate in view.rates] == [
        ("销号率", "25%", "1/4"),
        ("一次销号率", "25%", "1/4"),
        ("按期整改率", "0%", "0/2"),
    ]
    assert view.ages == (("7天以内", 1), ("8至30天", 0), ("31至90天", 2), ("90天以上", 0))
    assert [(row.office, row.total, row.remaining, row.overdue) for row in view.offices] == [
        ("县水务局", 1, 1, 1),
        ("东镇", 2, 1, 0),
    ]
    assert [(row.head.label, row.total, row.overdue, row.clearance) for row in view.townships] == [
        ("county/east", 2, 0, "50%"),
        ("county/west", 2, 1, "0%"),
    ]
    assert view.townships[0].head.href == "site:/divisions/county/east/#problems"
    assert [row.rectified for row in view.rectifications] == ["2024年3月22日"]
    assert sum(item.count for item in view.tally) == 4


def test_a_part_of_a_ledger_gives_no_shares() -> None:
    _, view = _ledger(_parts(*FOUR, audience=Audience.PUBLIC))
    assert (view.is_whole, view.found, view.rates) == (False, 1, ())
    assert [row.clearance for row in view.townships] == [""]


@pytest.mark.parametrize(("extra", "listed"), [(0, WHOLE_LIST), (1, 200)])
def test_a_long_ledger_lists_what_is_left_to_do(extra: int, listed: int) -> None:
    half = WHOLE_LIST // 2
    entries = [filed(*CLEARED, name=f"a{each}") for each in range(half + extra)]
    entries += [filed(*OVERDUE, name=f"b{each}") for each in range(half)]
    _, view = _ledger(_parts(*entries))
    assert (len(view.rows), view.rows_left) == (listed, WHOLE_LIST + extra - listed)
    assert (len(view.rectifications), view.rectifications_left) == ((100, 101) if extra else (200, 0))
    assert view.found == WHOLE_LIST + extra


def test_problems_of_a_township_and_of_a_village() -> None:
    parts = _parts(*FOUR)
    east, village = (problems_of_division(parts, name) for name in ("county/east", "county/east/a"))
    assert east is not None
    assert village is not None
    assert [row.state.label for row in east.rows] == ["回头看重开", "已销号"]
    assert [state.label for state in east.states] == ["回头看重开", "已销号"]
    assert [link.href for link in east.ledgers] == ["site:/ledgers/example/"]
    assert len(village.rows) == 1
    assert problems_of_division(parts, "county") is None


def test_open_data_dates_every_event() -> None:
    publication = _parts(*FOUR).publication
    cleared, again, *_ = publication.ledgers["example"].standings
    cells = dict(zip(PROBLEM_COLUMNS, problem_cells(publication, cleared), strict=True))
    assert cells == {
        "programme": "example",
        "township": "county/east",
        "division": "county/east/a",
        "problem": "a",
        "title": "示例问题",
        "category": "",
        "state": "cleared",
        "day": "2024-04-09",
        "found": "2024-03-01",
        "found_by": "县巡查组",
        "inspection": "",
        "assigned": "2024-03-02",
        "office": "东镇",
        "due": "2024-03-20",
        "rectified": "2024-03-22",
        "note": "已清运",
        "verified": "2024-03-25",
        "verified_by": "县巡查组",
        "evidence": "照片3张",
        "times_extended": "0",
        "extension": "",
        "times_reopened": "0",
        "reopening": "",
        "days_open": "24",
        "days_late": "2",
        "on_time": False,
        "events": "found=2024-03-01;assigned=2024-03-02;rectified=2024-03-22;verified=2024-03-25",
        "source": "",
        "locator": "",
        "fictional": True,
    }
    reopened_cells = dict(zip(PROBLEM_COLUMNS, problem_cells(publication, again), strict=True))
    assert [reopened_cells[name] for name in ("state", "verified", "on_time", "reopening")] == [
        "reopened",
        "",
        "",
        "又有堆放",
    ]
