"""The pages of changes: their words, their order, and what they say when nothing happened."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Final

import pytest

from generators.composing.changes.pages import MAX_LISTED, SECTION, ChangesView, SpanSummary, change_pages
from generators.composing.changes.rows import value_row
from generators.composing.changes.table import change_data
from generators.composing.kit.parts import Parts
from generators.composing.kit.table import TableView
from generators.disclosing import Audience, Publication
from generators.model.dataset import Dataset
from generators.model.indicator import IndicatorKind
from generators.model.scalars import Amount, Qualifier
from generators.model.site import Thresholds
from generators.results.changes import Reading, SizeClass, ValueChange
from generators.results.figures import ValueState
from tests.build import datasets, divisions, figures, programmes, tiers
from tests.build.divisions import EAST, WEST
from tests.build.figures import MAIN
from tests.build.ledgers import assigned, filed_problem, found
from tests.build.publications import disclosed_whole
from tests.build.rankings import ranked_county
from tests.reading_sites.shown_tables import hrefs, records, text_of, texts

APRIL: Final = date(2017, 4, 30)


def _publication(dataset: Dataset, as_of: date = APRIL) -> Publication:
    return disclosed_whole(dataset, as_of, Audience.INTERNAL)


def _month(dataset: Dataset, as_of: date = APRIL) -> ChangesView:
    pages = {page.address: page.view for page in change_pages(Parts(_publication(dataset, as_of)))}
    view = pages["site:/changes/month/"]
    assert isinstance(view, ChangesView)
    return view


def _table(view: ChangesView, anchor: str) -> TableView:
    return next(section.table for section in view.sections if section.anchor == anchor)


def _rows(view: ChangesView, anchor: str) -> list[dict[str, str]]:
    """Return the texts of each row by the names of the columns."""
    return [{name: "\n".join(cell) for name, cell in row.items()} for row in texts(_table(view, anchor))]


def _county(**fields: object) -> Dataset:
    indicator = figures.indicator(IndicatorKind.CUMULATIVE).model_copy(update=fields)
    return datasets.dataset(
        programmes.programme({"main": indicator}),
        reports=(
            figures.report("2017-03", 10, on=date(2017, 3, 31)),
            figures.report("2017-04", 15, on=date(2017, 4, 29)),
        ),
        targets=(figures.target(20, division=EAST),),
    )


def test_there_is_a_list_and_a_page_for_each_comparison() -> None:
    first, *rest = change_pages(Parts(_publication(_county())))
    assert (first.address, [page.address for page in rest]) == (
        "site:/changes/",
        ["site:/changes/month/", "site:/changes/quarter/", "site:/changes/year/"],
    )
    assert isinstance(first.view, tuple)
    month = first.view[0]
    assert isinstance(month, SpanSummary)
    assert (month.since, month.counts) == ("2017年3月31日", (("目标状态", 1), ("数值", 1)))
    assert all(page.is_fictional for page in (first, *rest))


def test_a_site_whose_data_ended_long_ago_has_no_such_section() -> None:
    dataset = datasets.dataset(programmes.programme({}, observed_until=date(2015, 1, 1)))
    publication = _publication(dataset)
    assert not SECTION.has_content(publication)


def test_a_month_in_which_nothing_happened_says_so() -> None:
    quiet = replace(_county(), reports=(), targets=())
    view = _month(quiet)
    assert view.is_empty
    assert [(each.title, bool(each.table), each.nothing) for each in view.sections] == [
        ("数值", False, "没有数值有变化。")
    ]


def test_programmes_whose_data_end_before_are_named() -> None:
    ended = programmes.programme({}, observed_until=date(2016, 1, 1)).model_copy(
        update={"id": "ended", "name": "已止的工作"}
    )
    dataset = _county()
    view = _month(replace(dataset, programmes={**dataset.programmes, "ended": ended}))
    assert [link.label for link in view.still] == ["已止的工作"]


@pytest.mark.parametrize(
    ("before", "after", "measure", "what"),
    [
        (Decimal(100), Decimal(150), "个", "大幅增加50个"),
        (Decimal(100), Decimal(90), "个", "明显减少10个"),
        (Decimal(62), Decimal("62.5"), "%", "略有增加0.5个百分点"),
        (None, Decimal(3), "个", "新报"),
        (Decimal(3), None, "个", "不再有数"),
        (None, None, "个", "变动"),
        (False, True, "是否", "由否变是"),
        (True, False, "是否", "由是变否"),
    ],
)
def test_the_words_of_a_value(before: Amount | None, after: Amount | None, measure: str, what: str) -> None:
    dataset = _county(measure=measure)
    change = ValueChange(EAST, MAIN, _reading(before), _reading(after), None, None)
    if isinstance(before, Decimal) and isinstance(after, Decimal):
        classes = {50: SizeClass.LARGE, 10: SizeClass.NOTABLE}
        called = classes.get(int(abs(after - before)), SizeClass.SMALL)
        change = replace(change, size=Decimal(0), size_class=called)
    assert value_row(Parts(_publication(dataset)), change).what == what


def _reading(value: Amount | None) -> Reading:
    return Reading() if value is None else Reading(ValueState.KNOWN, value)


def test_a_number_hedged_otherwise_is_no_other_number() -> None:
    hedged = Reading(ValueState.KNOWN, Decimal(30), Qualifier.NEARLY)
    plain = Reading(ValueState.KNOWN, Decimal(30))
    change = ValueChange(EAST, MAIN, hedged, plain, Decimal(0), SizeClass.SMALL)
    row = value_row(Parts(_publication(_county())), change)
    assert (text_of(row.before), row.what) == ("近30个", "改了限定词")


def test_what_a_row_says_of_statuses_and_values() -> None:
    view = _month(_county())
    (status,) = _rows(view, "statuses")
    assert (status["before"], status["after"], status["what"]) == ("严重滞后", "逾期未完成", "变差")
    assert status["item"].split("\n")[1:] == [f"{EAST}（county）", "2017年4月11日到期"]
    (value,) = _rows(view, "values")
    assert (value["before"], value["what"]) == ("10个", "大幅增加5个")
    assert hrefs(_table(view, "values"), "item")[0] == "site:/programmes/example/#i-main"


def test_what_a_row_says_of_problems() -> None:
    entries = (
        filed_problem(found(date(2017, 4, 3)), assigned(date(2017, 4, 3), date(2017, 4, 9)), name="late"),
        filed_problem(found(date(2017, 3, 3)), assigned(date(2017, 3, 3), date(2017, 5, 3)), name="soon"),
    )
    (row,) = _rows(_month(replace(_county(), ledger=entries)), "problems")
    assert row["item"].startswith("示例问题\n")
    assert (row["what"], row["before"], row["after"]) == ("逾期、新发现", "未发现", "逾期未改")


def test_what_a_row_says_of_reports() -> None:
    dataset = replace(
        datasets.dataset(
            programmes.programme({"main": figures.indicator(cadence="month")}),
            targets=(figures.target(division=EAST), figures.target(division=WEST)),
            reports=(figures.report("2017-01/2017-02", 3, division=WEST, on=date(2017, 4, 20)),),
        )
    )
    newly, made_up = _rows(_month(dataset), "reports")
    assert (newly["before"], newly["after"], newly["what"]) == ("欠报2期", "欠报3期", "新欠1期：2017年3月")
    assert made_up["what"] == "新欠1期：2017年3月；补报2期：2017年1月、2017年2月"


def test_what_a_row_says_of_ranks() -> None:
    dataset = ranked_county({"2024-Q1": (10, 20, None), "2024-Q2": (None, 10, 90)})
    gone, fallen, new = _rows(_month(dataset, date(2024, 7, 31)), "ranks")
    assert (gone["before"], gone["after"], gone["what"]) == (
        "第2名（2024年第1季度）",
        "未排名（2024年第2季度）",
        "不再排名",
    )
    assert (fallen["what"], new["what"]) == ("↓1", "新列入排名")


def test_what_a_row_says_of_tiers() -> None:
    assessments = (
        tiers.assessed(divisions.A, "plain", date(2024, 3, 1)),
        tiers.assessed(divisions.A, "weak", date(2024, 6, 9)),
    )
    (row,) = _rows(_month(tiers.county(assessments=assessments), date(2024, 6, 30)), "tiers")
    assert (row["before"], row["after"], row["what"]) == ("一般", "薄弱", "降等")


def test_a_long_list_is_cut_and_says_so() -> None:
    scores = tuple(range(MAX_LISTED + 20))
    dataset = ranked_county({"2024-Q1": scores, "2024-Q2": tuple(reversed(scores))})
    publication = _publication(dataset, date(2024, 7, 31))
    view = _month(dataset, date(2024, 7, 31))
    section = next(each for each in view.sections if each.anchor == "ranks")
    assert (section.count, len(texts(section.table)), section.left) == (MAX_LISTED + 20, MAX_LISTED, 20)
    (table,) = change_data(Parts(publication))
    rows = [row for row in records(table) if (row["kind"], row["since"]) == ("rank", "2024-06-30")]
    assert len(rows) == MAX_LISTED + 20


@pytest.mark.parametrize(("large", "growth"), [("0.2", "50%"), ("0.5", "200%"), ("1", "")])
def test_the_threshold_is_said_as_growth_too(large: str, growth: str) -> None:
    dataset = _county()
    thresholds = Thresholds(large_change=Decimal(large))
    view = _month(replace(dataset, site=dataset.site.model_copy(update={"thresholds": thresholds})))
    assert view.large_growth == growth


def test_every_change_is_a_row_of_the_file() -> None:
    entries = (filed_problem(found(date(2017, 4, 3)), name="new"),)
    (table,) = change_data(Parts(_publication(replace(_county(), ledger=entries))))
    month = [row for row in records(table) if row["since"] == "2017-03-31"]
    shared = {"since": "2017-03-31", "division": EAST, "programme": "example", "fictional": True}
    assert month == [
        shared
        | {
            "kind": "status",
            "item": "main@2017-04-11",
            "before": "far-behind",
            "after": "missed",
            "size": "",
        },
        shared
        | {
            "kind": "problem",
            "item": "county/east/new",
            "before": "",
            "after": "unassigned",
            "size": "",
        },
        shared | {"kind": "value", "item": "main", "before": "10", "after": "15", "size": "0.2"},
    ]
