from __future__ import annotations

from dataclasses import replace
from datetime import date

from generators.composing.inspections.of_division import inspections_of_division
from generators.composing.inspections.pages import (
    SECTION,
    InspectionsView,
    RecordView,
    RoundView,
    inspection_pages,
)
from generators.composing.inspections.visit_data import visit_data
from generators.composing.kit.parts import Parts
from generators.disclosing import Audience
from generators.model.inspection import Inspection, InspectionKind
from generators.model.scalars import Disclosure
from tests.build import datasets, ledgers, programmes
from tests.build.divisions import EAST, A, B, C, D
from tests.build.inspections import inspection, visit
from tests.build.publications import disclosed
from tests.reading_sites.shown_tables import column, records, sort_keys, texts, titles

DAY = date(2024, 6, 30)
SPRING = inspection(
    "spring",
    date(2024, 3, 4),
    date(2024, 3, 8),
    visit(A, date(2024, 3, 4), 80, ("one",)),
    visit(C, date(2024, 3, 5), 60),
    visit(EAST, date(2024, 3, 6)),
    disclosure=Disclosure.PUBLIC,
)
BACK = inspection(
    "back",
    date(2024, 5, 6),
    date(2024, 5, 6),
    visit(A, date(2024, 5, 6)),
    kind=InspectionKind.RETURN,
    returns_to="spring",
)


def _parts(*rounds: Inspection, audience: Audience = Audience.INTERNAL) -> Parts:
    problem = ledgers.filed_problem(
        ledgers.found(date(2024, 3, 4)),
        ledgers.assigned(date(2024, 3, 5), date(2024, 4, 1)),
        division=A,
        disclosure=Disclosure.PUBLIC,
    )
    dataset = replace(
        datasets.dataset(programmes.programme({})),
        inspections={each.id: each for each in rounds},
        ledger=(problem,),
    )
    return Parts(disclosed(dataset, DAY, audience))


def _record(parts: Parts) -> RecordView:
    view = next(iter(inspection_pages(parts))).view
    assert isinstance(view, InspectionsView)
    return view.records[0]


def _round(parts: Parts, name: str) -> RoundView:
    page = next(each for each in inspection_pages(parts) if each.address == f"site:/inspections/{name}/")
    assert isinstance(page.view, RoundView)
    return page.view


def test_without_rounds_there_is_no_section() -> None:
    assert not SECTION.has_content(_parts().publication)
    assert not SECTION.has_content(_parts(BACK, audience=Audience.PUBLIC).publication)


def test_the_newest_round_stands_first() -> None:
    rounds = _record(_parts(SPRING, BACK)).rounds
    rows = texts(rounds)
    assert [(*row["round"], *row["span"], *row["visits"]) for row in rows] == [
        ("back", "回头看", "2024年5月6日", "1"),
        ("spring", "定期督查", "2024年3月4日至8日", "3"),
    ]
    assert [(*row["score"], *row["findings"]) for row in rows] == [("—", "—"), ("70", "1个：逾期未改1")]
    assert sort_keys(rounds, "span") == ["20240506", "20240304"]
    assert sort_keys(rounds, "score") == ["", "70"]


def test_coverage_tells_the_latest_scheduled_round_and_whom_nobody_visited() -> None:
    record = _record(_parts(SPRING, BACK))
    assert (record.villages, record.visited, record.share) == (4, 2, "50%")
    assert "最近一次督查（spring）" in titles(record.coverage)
    east, west = texts(record.coverage)
    assert (east["latest"], east["never"]) == (("1/2",), ("1",))
    assert sort_keys(record.coverage, "latest")[0] == "0.500000"
    assert "".join(east["longest_ago"]) == f"{B}（从未走访）、{A}（2024年5月6日）"
    assert [text for text in west["longest_ago"] if text.startswith("（")] == [
        "（从未走访）",
        "（2024年3月5日）",
    ]


def test_where_rounds_are_withheld_nobody_is_said_to_be_left_out() -> None:
    parts = _parts(SPRING, BACK, audience=Audience.PUBLIC)
    record = _record(parts)
    assert (record.is_whole, bool(record.coverage), record.rounds_count) == (False, False, 1)
    east = inspections_of_division(parts, EAST)
    assert east is not None
    assert (len(texts(east.visits)), bool(east.last_visits)) == (2, False)
    assert inspections_of_division(parts, D) is None


def test_a_round_lists_the_lowest_score_first() -> None:
    view = _round(_parts(SPRING, BACK), "spring")
    assert "督查" not in titles(view.visits)
    assert [(row["division"][0], *row["score"], *row["findings"]) for row in texts(view.visits)] == [
        (C, "60", "—"),
        (A, "80", "1个：逾期未改1"),
        (EAST, "—", "—"),
    ]
    assert (view.reach, view.score, view.scored) == ("2/4（50%）", "70", 2)
    assert [link.label for link in view.returns] == ["back"]
    assert column(view.problems, "title") == ["示例问题"]
    assert column(view.townships, "visited") == ["1", "1"]


def test_a_return_leads_to_the_round_it_returns_to() -> None:
    assert _round(_parts(SPRING, BACK), "back").returns_to.href == "site:/inspections/spring/"


def test_a_place_lists_its_visits_newest_first() -> None:
    parts = _parts(SPRING, BACK)
    east = inspections_of_division(parts, EAST)
    assert east is not None
    assert [(row["round"][0], row["division"][0]) for row in texts(east.visits)] == [
        ("back", A),
        ("spring", EAST),
        ("spring", A),
    ]
    assert [(*row["head"], *row["day"]) for row in texts(east.last_visits)] == [
        (B, "从未走访"),
        (A, "2024年5月6日"),
    ]
    village = inspections_of_division(parts, A)
    assert village is not None
    assert (len(texts(village.visits)), bool(village.last_visits)) == (2, False)


def test_open_data_tell_the_visits_that_the_audience_sees() -> None:
    rows = records(visit_data(_parts(SPRING, BACK)))
    assert [(row["inspection"], row["division"], row["score"]) for row in rows] == [
        ("spring", A, "80"),
        ("spring", C, "60"),
        ("spring", EAST, ""),
        ("back", A, ""),
    ]
    public = records(visit_data(_parts(SPRING, BACK, audience=Audience.PUBLIC)))
    assert {row["inspection"] for row in public} == {"spring"}
