from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from generators.composing.kit.page import Page
from generators.composing.kit.parts import Parts
from generators.composing.ledgers.of_division import problems_of_division
from generators.composing.ledgers.pages import MAX_LISTED, SECTION, LedgersView, LedgerView, ledger_pages
from generators.composing.ledgers.problem_table import problem_data
from generators.disclosing import Audience
from generators.model.ledger import FiledEntry
from generators.model.scalars import Disclosure
from tests.build import datasets, programmes
from tests.build.ledgers import assigned, extended, filed_problem, found, rectified, reopened, verified
from tests.build.publications import disclosed
from tests.reading_sites.shown_tables import column, hrefs, records, sort_keys, texts, titles

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
    dataset = replace(datasets.dataset(programmes.programme({})), ledger=entries)
    return Parts(disclosed(dataset, DAY, audience))


FOUR = (
    filed_problem(*CLEARED, name="a", division="county/east/a"),
    filed_problem(*AGAIN, name="b", disclosure=Disclosure.PUBLIC),
    filed_problem(*OVERDUE, name="c", township="county/west"),
    filed_problem(found(day(40)), name="d", township="county/west"),
)


def _ledger(parts: Parts) -> tuple[Page, LedgerView]:
    _, page = ledger_pages(parts)
    assert isinstance(page.view, LedgerView)
    return page, page.view


def test_without_problems_there_is_no_section() -> None:
    assert not SECTION.has_content(_parts().publication)
    hidden = _parts(filed_problem(FOUND), audience=Audience.PUBLIC)
    assert not SECTION.has_content(hidden.publication)


def test_the_list_of_ledgers_says_what_its_words_mean() -> None:
    page, _ = ledger_pages(_parts(*FOUR))
    assert isinstance(page.view, LedgersView)
    (summary,) = page.view.ledgers
    assert (page.address, summary.head.href) == ("site:/ledgers/", "site:/ledgers/example/")
    assert (summary.head.label, summary.found, summary.remaining) == ("示例问题台账", 4, 3)
    meanings = dict(
        zip(column(page.view.meanings, "word"), column(page.view.meanings, "meaning"), strict=True)
    )
    assert meanings["即将到期"] == "7天以内到期"
    assert len(meanings) == 7


def test_the_worst_stands_first() -> None:
    _, view = _ledger(_parts(*FOUR))
    assert column(view.problems, "state") == [
        "逾期未改\n超期10天",
        "回头看重开\n回头看1次：又有堆放",
        "待交办",
        "已销号\n超期2天",
    ]
    assert [row.status for row in view.problems.rows] == [
        "problem-overdue",
        "problem-reopened",
        "problem-unassigned",
        "problem-cleared",
    ]
    assert column(view.problems, "division") == [
        "county/west",
        "county/east",
        "county/west",
        "county/east/a",
    ]
    assert view.problems_left == 0


def test_a_row_tells_the_history_in_days() -> None:
    _, view = _ledger(_parts(*FOUR))
    overdue, again, _, cleared = texts(view.problems)
    assert overdue["found"] == ("2024年3月1日", "县巡查组")
    assert overdue["office"] == ("县水务局",)
    assert overdue["due"] == ("2024年3月30日", "延期1次：连续降雨")
    assert again["due"] == ("2024年4月29日",)
    assert sort_keys(view.problems, "found")[0] == "20240301"
    assert sort_keys(view.problems, "due") == ["20240330", "20240429", "", "20240320"]
    assert (cleared["days_open"], again["days_open"]) == (("24",), ("39",))
    (rectified,) = texts(view.rectifications)
    assert rectified["rectified"] == ("2024年3月22日", "已清运")
    assert rectified["verified"] == ("2024年3月25日", "县巡查组")
    assert rectified["evidence"] == ("照片3张",)


def test_what_has_not_been_done_is_a_dash_sorted_last() -> None:
    parts = _parts(*FOUR)
    found = problems_of_division(parts, "county/east")
    assert found is not None
    again, _ = texts(found.table)
    assert (again["rectified"], again["verified"], again["evidence"]) == (("—",), ("—",), ("—",))
    assert sort_keys(found.table, "rectified") == ["", "20240322"]


def test_the_sums_of_a_whole_ledger() -> None:
    _, view = _ledger(_parts(*FOUR))
    assert [(row["rate"][0], *row["share"], *row["parts"]) for row in texts(view.rates)] == [
        ("销号率", "25%", "1/4"),
        ("一次销号率", "25%", "1/4"),
        ("按期整改率", "0%", "0/2"),
    ]
    assert titles(view.ages) == ["7天以内", "8至30天", "31至90天", "90天以上"]
    assert [list(row.values()) for row in texts(view.ages)] == [[("1",), ("0",), ("2",), ("0",)]]
    assert column(view.offices, "head") == ["县水务局", "东镇"]
    assert [column(view.offices, name) for name in ("total", "remaining", "overdue")] == [
        ["1", "2"],
        ["1", "1"],
        ["1", "0"],
    ]
    assert column(view.townships, "head") == ["county/east", "county/west"]
    assert [column(view.townships, name) for name in ("total", "overdue", "clearance")] == [
        ["2", "2"],
        ["0", "1"],
        ["50%", "0%"],
    ]
    assert sort_keys(view.townships, "clearance") == ["0.500000", "0.000000"]
    assert hrefs(view.townships, "head")[0] == "site:/divisions/county/east/#problems"
    assert column(view.rectifications, "rectified") == ["2024年3月22日\n已清运"]
    assert sum(item.count for item in view.tally) == 4


def test_a_part_of_a_ledger_gives_no_shares() -> None:
    _, view = _ledger(_parts(*FOUR, audience=Audience.PUBLIC))
    assert (view.is_whole, view.found, bool(view.rates)) == (False, 1, False)
    assert "销号率" not in titles(view.townships)


@pytest.mark.parametrize(("extra", "listed"), [(0, MAX_LISTED), (1, 200)])
def test_a_long_ledger_lists_what_is_left_to_do(extra: int, listed: int) -> None:
    half = MAX_LISTED // 2
    entries = [filed_problem(*CLEARED, name=f"a{each}") for each in range(half + extra)]
    entries += [filed_problem(*OVERDUE, name=f"b{each}") for each in range(half)]
    _, view = _ledger(_parts(*entries))
    assert len(texts(view.problems)) == listed
    assert view.problems_left == MAX_LISTED + extra - listed
    assert (len(texts(view.rectifications)), view.rectifications_left) == ((100, 101) if extra else (200, 0))
    assert view.found == MAX_LISTED + extra


def test_problems_of_a_township_and_of_a_village() -> None:
    parts = _parts(*FOUR)
    east = problems_of_division(parts, "county/east")
    village = problems_of_division(parts, "county/east/a")
    assert east is not None
    assert village is not None
    assert [text.split("\n")[0] for text in column(east.table, "state")] == ["回头看重开", "已销号"]
    assert [state.label for state in east.states] == ["回头看重开", "已销号"]
    assert [link.href for link in east.ledgers] == ["site:/ledgers/example/"]
    assert len(texts(village.table)) == 1
    assert ("区划" in titles(east.table), "区划" in titles(village.table)) == (True, False)
    assert problems_of_division(parts, "county") is None


def test_open_data_dates_every_event() -> None:
    (table,) = problem_data(_parts(*FOUR))
    cleared, again, *_ = records(table)
    assert cleared == {
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
    assert [again[name] for name in ("state", "verified", "on_time", "reopening")] == [
        "reopened",
        "",
        "",
        "又有堆放",
    ]
