"""Consequences in words: rules, reasons with their numbers, and what pages say where nothing applies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import chain
from typing import Final

import pytest

from generators.composing.consequences.entry_table import (
    consequence_data,
    consequences_of_division,
    consequences_of_period,
)
from generators.composing.consequences.pages import (
    MAX_LISTED,
    SECTION,
    ConsequencesView,
    ConsequenceView,
    consequence_pages,
)
from generators.composing.consequences.words import rank_reason
from generators.composing.kit.parts import Parts
from generators.composing.kit.table import TableView
from generators.disclosing import Audience, Publication
from generators.model.address import Address
from generators.model.consequence import RankTrigger
from generators.model.dataset import Dataset
from generators.model.period import parse_period
from generators.results.consequences import RankGround
from tests.build import datasets, divisions, figures, programmes, tiers
from tests.build.consequences import consequence, with_consequence
from tests.build.divisions import EAST, WEST
from tests.build.ledgers import assigned, filed_problem, found
from tests.build.publications import disclosed_whole
from tests.build.rankings import SCHEME, ranked_county, township
from tests.reading_sites.shown_tables import hrefs, records, texts, titles

JULY: Final = date(2024, 7, 31)
DAY: Final = date(2017, 4, 30)
AWARD: Final = {
    "rank": {
        "scheme": "scheme",
        "first": 2,
        "bands": [
            {"name": "一等奖", "first": 1, "amount": Decimal(3000), "measure": "元/人"},
            {"name": "二等奖", "first": 2},
        ],
    }
}


def _publication(
    dataset: Dataset, when: Mapping[str, object], as_of: date, level: str = "township"
) -> Publication:
    changed = with_consequence(dataset, consequence(when, level=level))
    return disclosed_whole(changed, as_of, Audience.INTERNAL)


def _view(publication: Publication) -> ConsequenceView:
    pages = {page.address: page.view for page in consequence_pages(Parts(publication))}
    view = pages["site:/consequences/example/"]
    assert isinstance(view, ConsequencesView)
    (only,) = view.consequences
    return only


def _texts(view: ConsequenceView) -> list[list[str]]:
    return [list(chain(*row.values())) for row in texts(view.entries)]


def test_an_award_in_bands() -> None:
    dataset = ranked_county({"2024-Q1": (10, 20, 30), "2024-Q2": (30, 20, 20)})
    view = _view(_publication(dataset, AWARD, JULY))
    assert view.rules == (
        "季度考核每期前2名，并列的一并计入",
        "第1名：一等奖（3000元/人）",
        "第2名：二等奖",
    )
    assert (view.when, view.count, view.kind, view.level) == ("2024年第2季度", 3, "惩戒", "乡镇（街道）")
    tied = "第2名，共3个单位排名，2个单位并列，超出名额的一并计入"
    assert _texts(view) == [
        [township(0), "county", "一等奖（3000元/人）", "第1名，共3个单位排名"],
        [township(1), "county", "二等奖", tied],
        [township(2), "county", "二等奖", tied],
    ]
    assert titles(view.entries) == ["单位", "档次", "理由"]
    assert hrefs(view.entries, "reason")[0] == "site:/rankings/example/scheme/2024-Q2/#rank-county-t0"
    assert [(link.label, link.href, count) for link, count in view.earlier] == [
        ("2024年第1季度", "site:/rankings/example/scheme/2024-Q1/#consequences", 2)
    ]


def test_the_last_two() -> None:
    dataset = ranked_county({"2024-Q1": (40, 30, 20, 10)})
    view = _view(_publication(dataset, {"rank": {"scheme": "scheme", "last": 2}}, date(2024, 4, 30)))
    assert view.rules == ("季度考核每期末2名，并列的一并计入",)
    assert titles(view.entries) == ["单位", "理由"]
    assert _texts(view) == [
        [township(2), "county", "倒数第2名，共4个单位排名"],
        [township(3), "county", "倒数第1名，共4个单位排名"],
    ]


@pytest.mark.parametrize(
    ("rank", "sharing", "place"), [(5, 1, "倒数第1名"), (4, 2, "倒数第1名"), (2, 3, "倒数第2名")]
)
def test_a_place_counted_from_below(rank: int, sharing: int, place: str) -> None:
    trigger = RankTrigger(scheme="scheme", last=5)
    ground = RankGround(trigger, parse_period("2024-Q1"), rank, 5, sharing, None, is_edge_tie=False)
    assert rank_reason(ground).startswith(f"{place}，共5个单位排名")


def test_a_target_that_was_missed() -> None:
    dataset = datasets.dataset(
        programmes.programme({"main": figures.indicator()}),
        targets=(figures.target(20, division=EAST), figures.target(20, division=WEST)),
        reports=(figures.report("2017-03", 17, division=EAST),),
    )
    when = {"status": {"indicator": "main", "is": ["missed", "unreported"]}}
    view = _view(_publication(dataset, when, DAY))
    assert view.rules == ("示例的目标逾期未完成、未报送",)
    assert _texts(view) == [
        [EAST, "county", "到2017年4月11日应达到20个，现为17个，逾期未完成"],
        [WEST, "county", "到2017年4月11日应达到20个，现为未报送"],
    ]
    assert hrefs(view.entries, "reason")[0] == "site:/divisions/county/east/#progress"


def test_overdue_problems() -> None:
    begun = date(2017, 3, 1)
    entries = tuple(
        filed_problem(found(begun), assigned(begun, date(2017, 4, 1)), name=name) for name in ("one", "two")
    )
    dataset = replace(datasets.dataset(programmes.programme({})), ledger=entries)
    view = _view(_publication(dataset, {"problems": {"overdue-at-least": 2}}, DAY))
    assert view.rules == ("逾期未改的问题达到2个",)
    assert _texts(view) == [[EAST, "county", "2个问题逾期未改"]]
    assert (view.when, view.earlier) == ("2017年4月30日", ())


@pytest.mark.parametrize(
    ("bound", "rule"),
    [
        ({"at-most": "weak"}, "分类不高于薄弱；未评定的不算"),
        ({"at-least": "weak"}, "分类不低于薄弱；未评定的不算"),
    ],
)
def test_a_tier(bound: dict[str, str], rule: str) -> None:
    dataset = tiers.county(assessments=(tiers.assessed(divisions.A, "weak", date(2024, 3, 1)),))
    view = _view(_publication(dataset, {"tier": {"ladder": "class", **bound}}, tiers.DAY, level="village"))
    assert view.rules == (rule,)
    assert _texts(view) == [[divisions.A, EAST, "分类为薄弱"]]


def test_nobody_and_no_period_yet() -> None:
    dataset = ranked_county({"2024-Q1": (None, None)})
    nobody = _view(_publication(dataset, AWARD, JULY)).entries
    assert (nobody.groups, nobody.table.empty) == ((), "2024年第2季度，没有单位符合。")
    early = _view(_publication(dataset, AWARD, date(2024, 1, 31)))
    assert (early.when, early.count, early.earlier) == ("还没有已截止的一期", 0, ())


def test_without_consequences_there_is_no_section() -> None:
    dataset = ranked_county({"2024-Q1": (10, 20)})
    publication = disclosed_whole(dataset, JULY, Audience.INTERNAL)
    assert not SECTION.has_content(publication)


def test_the_list_of_all() -> None:
    dataset = ranked_county({"2024-Q1": (10, 20, 30)})
    first, _ = consequence_pages(Parts(_publication(dataset, AWARD, JULY)))
    assert isinstance(first.view, TableView)
    (summary,) = texts(first.view)
    assert hrefs(first.view, "name") == [
        "site:/consequences/example/#c-word",
        "site:/programmes/example/",
    ]
    assert (summary["kind"], summary["count"], summary["when"], summary["rule"]) == (
        ("惩戒",),
        ("0",),
        ("2024年第2季度",),
        ("季度考核每期前2名，并列的一并计入",),
    )


def test_a_period_tells_its_consequences_and_a_division_those_of_the_latest() -> None:
    dataset = ranked_county({"2024-Q1": (10, 20, 30), "2024-Q2": (30, 20, 10)})
    publication = _publication(dataset, AWARD, JULY)
    parts = Parts(publication)
    (first,) = consequences_of_period(parts, SCHEME, parse_period("2024-Q1"))
    assert [row["division"][0] for row in texts(first.entries)] == [township(2), township(1)]
    assert consequences_of_period(parts, Address("example/other"), parse_period("2024-Q1")) == ()
    assert consequences_of_period(parts, SCHEME, parse_period("2024-Q3")) == ()
    own = consequences_of_division(parts, township(0))
    assert titles(own) == ["奖惩", "类别", "理由"]
    assert [list(row.values()) for row in texts(own)] == [
        [
            ("示例奖惩", "一等奖（3000元/人）", "示例工作"),
            ("惩戒",),
            ("第1名，共3个单位排名", "2024年第2季度"),
        ]
    ]
    assert not consequences_of_division(parts, township(2))


def test_a_long_list_is_cut_and_says_so() -> None:
    dataset = ranked_county({"2024-Q1": tuple(range(MAX_LISTED + 7))})
    view = _view(_publication(dataset, {"rank": {"scheme": "scheme", "first": 900}}, date(2024, 4, 30)))
    assert (view.count, len(texts(view.entries)), view.left) == (MAX_LISTED + 7, MAX_LISTED, 7)


def test_everyone_is_a_row_of_the_file_in_every_period() -> None:
    dataset = ranked_county({"2024-Q1": (10, 20, 30), "2024-Q2": (30, 20, 20)})
    publication = _publication(dataset, AWARD, JULY)
    (table,) = consequence_data(Parts(publication))
    rows = records(table)
    assert [(row["period"], row["division"], row["edge_tie"]) for row in rows] == [
        ("2024-Q1", township(2), False),
        ("2024-Q1", township(1), False),
        ("2024-Q2", township(0), False),
        ("2024-Q2", township(1), True),
        ("2024-Q2", township(2), True),
    ]
    assert {
        key: rows[0][key] for key in ("consequence", "kind", "by", "band", "amount", "measure", "day")
    } == {
        "consequence": "word",
        "kind": "sanction",
        "by": "rank",
        "band": "一等奖",
        "amount": "3000",
        "measure": "元/人",
        "day": "",
    }
