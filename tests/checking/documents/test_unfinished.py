from __future__ import annotations

import pytest

from tests.running import ProblemsWith

CASE = "content/cases/a.md"
FRONT = (
    "---\ntitle: {title}\nprogramme: clear-stream\ndivision: yunxi\nsummary: {summary}\n{more}---\n\n{body}\n"
)
PUBLIC = "source: plan\ndisclosure: public\nreviewed: {by: 县办, on: 2024-03-01}\npublished: 2024-03-02\n"


def case(body: str, more: str = PUBLIC, title: str = "甲", summary: str = "乙。") -> dict[str, str]:
    return {CASE: FRONT.format(title=title, summary=summary, more=more, body=body)}


def found(problems_with: ProblemsWith, files: dict[str, str]) -> list[tuple[str, str]]:
    return [(code, place.removeprefix(f"{CASE}:")) for code, place, _ in problems_with(files)]


@pytest.mark.parametrize(
    "body",
    [
        "开头一段待写：是什么。",
        "TODO",
        "数字TBD。",
        "完成XX个。",
        "完成××个。",
        "XX镇",
        "xx月底",
        "第ＸＸ期",
        "2024年×× 月",
        "- ××",
    ],
)
def test_a_placeholder_is_told(problems_with: ProblemsWith, body: str) -> None:
    assert [code for code, _ in found(problems_with, case(body))] == ["E545"]


@pytest.mark.parametrize("body", ["张××，男。", "XXL码", "taxx", "3×2", "AUTODOC", "甲Ｘ乙"])
def test_what_only_looks_so_is_not(problems_with: ProblemsWith, body: str) -> None:
    assert found(problems_with, case(body)) == []


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ("## 甲\n\n## 乙\n\n文", ["12:1"]),
        ("## 甲\n\n文\n\n## 乙", ["16:1"]),
        ("## 甲\n\n### 乙\n\n文", []),
        ("## 甲\n\n### 乙\n\n## 丙\n\n文", ["14:1"]),
        ("## 甲\n\n### 乙", ["14:1"]),
        ("## 甲\n\n| 乙 | 丙 |\n|---|---|\n| 1 | 2 |", []),
        ("## 甲\n\n![乙](a.png)", ["E307"]),
        ("## \n\n文", ["12:1"]),
        ("##\n\n文", ["12:1"]),
        ("## 甲\n\n```\n# 乙\n## 丙\n```", []),
        ("## 甲 ##\n\n文", []),
        ("#甲\n\n文", []),
    ],
)
def test_an_empty_heading_is_told(problems_with: ProblemsWith, body: str, places: list[str]) -> None:
    expected = [("E545", each) for each in places if each != "E307"]
    assert [each for each in found(problems_with, case(body)) if each[0] == "E545"] == expected


def test_the_words_of_a_placeholder_stand_in_the_message(problems_with: ProblemsWith) -> None:
    ((_, place, detail),) = problems_with(case("文。\n\n全县完成XX个村。"))
    assert place == f"{CASE}:14:5"
    assert detail == "占位的“XX”还没有写：“全县完成XX个村。”"


def test_title_and_summary_are_read_too(problems_with: ProblemsWith) -> None:
    files = case("文。", title="XX县", summary="摘要待写。")
    assert [each[0] for each in found(problems_with, files)] == ["E545", "E545"]


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ("disclosure: internal\n", "W546"),
        ("disclosure: internal\nreviewed: {by: 县办, on: 2024-03-01}\n", "E545"),
        (PUBLIC, "E545"),
    ],
)
def test_what_is_still_written_is_only_warned_of(problems_with: ProblemsWith, more: str, code: str) -> None:
    assert [each[0] for each in found(problems_with, case("待写", more))] == [code]
