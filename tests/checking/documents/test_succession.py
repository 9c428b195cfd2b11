from __future__ import annotations

from pathlib import Path

from tests.running import CodesWith, ProblemsWith

_CASE = "content/cases/{}.md"


def _case(name: str, more: str) -> dict[str, str]:
    front = "programme: clear-stream\ndivision: yunxi\nsummary: 摘要\n"
    return {_CASE.format(name): f"---\ntitle: {name}\n{front}{more}---\n\n好。\n"}


def test_a_chain_of_cases_is_sound(problems_with: ProblemsWith) -> None:
    files = {
        **_case("first", "date: 2024-01-10\nsuperseded_by: second\n"),
        **_case("second", "date: 2024-01-10\nsuperseded_by: third\n"),
        **_case("third", ""),
    }
    assert problems_with(files) == []


def test_every_document_of_a_circle_is_told(problems_with: ProblemsWith) -> None:
    files = {
        **_case("first", "superseded_by: second\n"),
        **_case("second", "superseded_by: third\n"),
        **_case("third", "superseded_by: second\n"),
    }
    found = problems_with(files)
    assert [(code, place.split(":")[0]) for code, place, _ in found] == [
        ("E522", _CASE.format("second")),
        ("E522", _CASE.format("third")),
    ]
    assert found[0][2] == "“second”：second → third → second"


def test_a_bulletin_is_not_superseded_by_a_case(codes_with: CodesWith, minimal_project: Path) -> None:
    path = "content/bulletins/stream-notes/2024/1.md"
    text = (minimal_project / path).read_text(encoding="utf-8")
    changed = text.replace("source: plan\n", "source: plan\nsuperseded_by: patrol-rota\n")
    assert codes_with({path: changed}) == ["E521"]


def test_the_days_of_a_document_run_in_one_direction(problems_with: ProblemsWith) -> None:
    days = "reviewed: {by: 某, on: 2024-01-11}\npublished: 2024-01-11\n"
    sound = f"date: 2024-01-11\n{days}withdrawn: {{by: 某, on: 2024-01-11, reason: 有误}}\n"
    assert problems_with(_case("first", sound)) == []
    early = f"date: 2024-01-12\n{days}"
    assert [detail for _, _, detail in problems_with(_case("first", early))] == [
        "“first”的发布日期 2024-01-11 早于成文日期 2024-01-12",
    ]
    reviewed_late = "reviewed: {by: 某, on: 2024-01-12}\npublished: 2024-01-11\n"
    assert [detail for _, _, detail in problems_with(_case("first", reviewed_late))] == [
        "“first”的发布日期 2024-01-11 早于审核日期 2024-01-12",
    ]
