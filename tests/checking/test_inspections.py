from __future__ import annotations

import pytest

from tests.build.inspections import round_file, round_text, visit_text
from tests.build.ledgers import LEDGER_FILE, problem_found_in
from tests.running import CodesWith, ProblemsWith

FILE = round_file()


def test_a_round_with_visits_scores_and_findings_is_sound(problems_with: ProblemsWith) -> None:
    visits = (
        visit_text(more=", score: 86.5, note: 整洁, findings: [bank-litter]"),
        visit_text("yunxi/east-bridge", more=", findings: [yunxi/east-bridge/bank-litter]"),
        visit_text("yunxi/west-ford", on="2024-03-08", more=", score: 0"),
    )
    text = round_text(visits, more="teams: 2\nsource: {document: plan, at: 第1页}\n")
    assert problems_with({FILE: text, LEDGER_FILE: problem_found_in("spring")}) == []


def test_a_finding_need_not_name_its_round(problems_with: ProblemsWith) -> None:
    text = round_text([visit_text(more=", findings: [bank-litter]")])
    assert problems_with({FILE: text, LEDGER_FILE: problem_found_in()}) == []


def test_a_round_still_to_come_has_no_visits(problems_with: ProblemsWith) -> None:
    assert problems_with({FILE: round_text(month="2025-12")}) == []


def test_a_return_may_list_what_the_first_round_found(problems_with: ProblemsWith) -> None:
    files = {
        FILE: round_text([visit_text(more=", findings: [bank-litter]")]),
        round_file("again"): round_text(
            [visit_text(on="2024-05-05", more=", findings: [bank-litter]")],
            name="again",
            kind="return",
            month="2024-05",
            more="returns_to: spring\n",
        ),
        LEDGER_FILE: problem_found_in("spring"),
    }
    assert problems_with(files) == []


@pytest.mark.parametrize(
    ("visit", "code", "column", "reason"),
    [
        (visit_text(on="2024-03-03"), "E461", 52, "走访上桥村的日期 2024-03-03 不在“一轮督查”的起止日期内"),
        (visit_text(on="2024-03-09"), "E461", 52, "走访上桥村的日期 2024-03-09 不在“一轮督查”的起止日期内"),
        (visit_text(more=", findings: [none]"), "E462", 75, "问题台账中没有“yunxi/east-bridge/none”"),
        (
            visit_text("yunxi/west-ford", more=", findings: [yunxi/east-bridge/bank-litter]"),
            "E462",
            60,
            "问题“yunxi/east-bridge/bank-litter”在上桥村，不在走访的西渡乡",
        ),
        (visit_text("yunxi/nowhere"), "E301", 16, "没有区划“yunxi/nowhere”"),
        (visit_text("yunxi"), "E467", 16, "“云溪县”不是云溪县的下级"),
        (visit_text(more=", score: -1"), "E468", 71, "上桥村得 -1 分"),
        (visit_text(more=", score: 100.01"), "E468", 71, "上桥村得 100.01 分"),
    ],
)
def test_a_visit_that_cannot_be(
    problems_with: ProblemsWith, visit: str, code: str, column: int, reason: str
) -> None:
    ((said, place, detail),) = problems_with({FILE: round_text([visit]), LEDGER_FILE: problem_found_in()})
    assert (said, place) == (code, f"{FILE}:8:{column}")
    assert detail.startswith(reason)


def test_a_visit_in_the_future(problems_with: ProblemsWith) -> None:
    text = round_text([visit_text(on="2025-12-05")], month="2025-12")
    ((code, _, detail),) = problems_with({FILE: text})
    assert (code, detail) == ("E461", "走访上桥村的日期 2025-12-05 晚于数据日期 2025-06-30")


def test_a_place_is_visited_once_a_round(problems_with: ProblemsWith) -> None:
    text = round_text([visit_text(), visit_text(on="2024-03-06")])
    assert [(code, place) for code, place, _ in problems_with({FILE: text})] == [("E464", f"{FILE}:9:16")]


def test_a_village_merged_into_another_is_visited_no_more(problems_with: ProblemsWith) -> None:
    villages = (
        "villages:\n  upper-bridge:\n    name: 上桥村\n    merged: {into: lower-bridge, on: 2024-03-05}\n"
        "  lower-bridge:\n    name: 下桥村\n"
    )
    folder = "data/townships/yunxi/east-bridge/villages.yml"
    ((code, _, detail),) = problems_with({FILE: round_text([visit_text()]), folder: villages})
    assert (code, detail) == ("E467", "“上桥村”已于 2024-03-05 不再存在")


def test_a_finding_that_another_round_claims(problems_with: ProblemsWith) -> None:
    files = {
        FILE: round_text([visit_text(more=", findings: [bank-litter]")]),
        round_file("winter"): round_text(name="winter", month="2024-01"),
        LEDGER_FILE: problem_found_in("winter"),
    }
    ((code, place, detail),) = problems_with(files)
    assert (code, place) == ("E463", f"{FILE}:8:75")
    assert detail == "“溪岸有垃圾”的 found 写的是督查“winter”"


def test_a_problem_found_in_a_round_that_is_not_there(problems_with: ProblemsWith) -> None:
    ((code, place, _),) = problems_with({FILE: round_text(), LEDGER_FILE: problem_found_in("sprung")})
    assert (code, place) == ("E466", f"{LEDGER_FILE}:6:53")


@pytest.mark.parametrize(
    ("kind", "more", "place", "reason"),
    [
        ("return", "", "4:7", "“一轮督查”是回头看，没有写 returns_to"),
        ("scheduled", "returns_to: winter\n", "7:1", "“一轮督查”是 scheduled，不写 returns_to"),
        ("return", "returns_to: wintry\n", "7:13", "“一轮督查”所看的督查“wintry”没有登记，是否应为“winter”"),
        ("return", "returns_to: spring\n", "7:13", "“一轮督查”所看的就是它自己"),
        ("return", "returns_to: later\n", "7:13", "“一轮督查”早于所看的“一轮督查”（2024-06-04 开始）"),
    ],
)
def test_a_return_that_cannot_be(
    problems_with: ProblemsWith, kind: str, more: str, place: str, reason: str
) -> None:
    files = {
        FILE: round_text(kind=kind, more=more),
        round_file("winter"): round_text(name="winter", month="2024-01"),
        round_file("later"): round_text(name="later", month="2024-06"),
    }
    assert problems_with(files) == [("E465", f"{FILE}:{place}", reason)]


def test_a_return_to_a_round_of_another_programme(problems_with: ProblemsWith, minimal_text: str) -> None:
    other = minimal_text.replace("id: clear-stream\n", "id: other\n")
    other = other.replace("        text: 全县要清理{{", "        # {{")
    files = {
        "data/programmes/other.yml": other,
        FILE: round_text(kind="return", more="returns_to: winter\n"),
        round_file("winter"): round_text(name="winter", month="2024-01").replace("clear-stream", "other"),
    }
    problems = [found for found in problems_with(files) if found[0] != "W417"]
    assert problems == [("E465", f"{FILE}:7:13", "“一轮督查”所看的“一轮督查”是另一项工作的督查")]


def test_a_round_ends_after_it_begins(problems_with: ProblemsWith) -> None:
    text = round_text([visit_text()]).replace("to: 2024-03-08", "to: 2024-03-03")
    assert [(code, place) for code, place, _ in problems_with({FILE: text})] == [("E460", f"{FILE}:6:5")]


def test_the_file_is_named_as_the_round(problems_with: ProblemsWith) -> None:
    ((code, place, _),) = problems_with({FILE: round_text(name="summer")})
    assert (code, place) == ("E206", f"{FILE}:1:5")


def test_names_in_a_round_lead_somewhere(problems_with: ProblemsWith) -> None:
    text = round_text(more="source: {document: nothing}\n").replace("clear-stream", "no-work")
    assert [(code, place) for code, place, _ in problems_with({FILE: text})] == [
        ("E302", f"{FILE}:2:12"),
        ("E304", f"{FILE}:7:20"),
    ]


def test_a_broken_visit_does_not_hide_another(codes_with: CodesWith) -> None:
    text = round_text([visit_text(more=", scoer: 5"), visit_text("yunxi", on="2024-03-06")])
    assert codes_with({FILE: text}) == ["E202", "E467"]


def test_a_public_round_has_a_public_source(problems_with: ProblemsWith) -> None:
    sources = (
        "plan: {title: 方案, issuer: 云溪县}\nquarterly-return: {title: 季报, issuer: 云溪县}\n"
        "secret-plan: {title: 内部方案, issuer: 云溪县, disclosure: internal}\n"
    )
    text = round_text(more="disclosure: public\nsource: {document: secret-plan}\n")
    problems = problems_with({FILE: text, "data/sources.yml": sources})
    assert ("E504", f"{FILE}:8:20") in [(code, place) for code, place, _ in problems]
