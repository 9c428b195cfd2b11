from __future__ import annotations

from pathlib import Path

import pytest

from generators.checking.tiers import LEVEL_TEXT
from generators.model.division import Level
from tests.checking.broken_projects import PROGRAMME, TOWNSHIP, ProblemsWith, second_programme, third_township

VILLAGES = "data/townships/yunxi/third-hill/villages.yml"
SOURCE = "source: {document: plan, at: 附表}"

STANDARD = """
standards:
  tidy:
    name: 整洁标准
    items:
      road: {name: 一路}
      light: {name: 一灯}
"""
INDICATORS = """indicators:
  income: {name: 年收入, measure: 万元, kind: level}
  rate: {name: 增速, measure: "%", kind: ratio}
"""


def _ladder(text: str) -> str:
    return f"ladders:\n  it: {text}\n"


def _codes(problems_with: ProblemsWith, ladders: str, village: str = "") -> list[str]:
    changes = {
        PROGRAMME: second_programme(INDICATORS + STANDARD + ladders),
        TOWNSHIP: third_township(""),
        VILLAGES: f"villages:\n  ridge:\n    name: 岭上村\n{village}",
    }
    return [code for code, _, _ in problems_with(changes)]


@pytest.mark.parametrize(
    "ladder",
    [
        "{name: 甲, by: checklist, tiers: [{id: a, name: 一, standard: tidy}]}",
        "{name: 甲, by: checklist, tiers: [{id: o, name: 零}, {id: a, name: 一, standard: tidy}]}",
        "{name: 甲, by: checklist, standard: tidy, tiers: [{id: a, name: 一, at-least: 1}]}",
        "{name: 甲, by: checklist, standard: tidy, tiers: [{id: a, name: 一, at-least: 2}]}",
        "{name: 甲, by: threshold, indicator: income, tiers: [{id: a, name: 一, at-least: 0.5}]}",
        "{name: 甲, by: threshold, indicator: income, tiers: [{id: a, name: 一}]}",
        "{name: 甲, by: threshold, indicator: rate, tiers: [{id: a, name: 一, at-least: -3}]}",
        "{name: 甲, by: assessment, tiers: [{id: a, name: 一}]}",
        "{name: 甲, level: township, by: assessment, tiers: [{id: a, name: 一}]}",
    ],
)
def test_whole_ladders_are_accepted(problems_with: ProblemsWith, ladder: str) -> None:
    assert _codes(problems_with, _ladder(ladder)) == []


@pytest.mark.parametrize(
    ("ladder", "code"),
    [
        ("{name: 甲, by: threshold, indicator: incom, tiers: [{id: a, name: 一}]}", "E303"),
        ("{name: 甲, by: checklist, tiers: [{id: a, name: 一, standard: clean}]}", "E440"),
        ("{name: 甲, by: checklist, standard: clean, tiers: [{id: a, name: 一, at-least: 1}]}", "E440"),
        ("{name: 甲, by: checklist, tiers: []}", "E446"),
        ("{name: 甲, by: ladder, tiers: [{id: a, name: 一}]}", "E203"),
        ("{name: 甲, by: assessment}", "E201"),
    ],
)
def test_what_a_ladder_lacks_is_told_once(problems_with: ProblemsWith, ladder: str, code: str) -> None:
    assert _codes(problems_with, _ladder(ladder)) == [code]


CLASS = _ladder("{name: 分类, by: assessment, tiers: [{id: a, name: 一}]}")


def test_the_last_day_is_today(problems_with: ProblemsWith) -> None:
    village = (
        "    checks:\n      - {item: second/tidy/road, on: 2025-06-30, evidence: 表}\n"
        f"    assessments:\n      - {{ladder: second/it, tier: a, on: 2025-06-30, by: 办, {SOURCE}}}\n"
    )
    assert _codes(problems_with, CLASS, village) == []


@pytest.mark.parametrize(
    ("dates", "codes"),
    [
        ([("2025-01-01", "2025-02-01"), ("2025-02-01", "")], []),
        ([("2025-02-01", ""), ("2025-01-01", "2025-02-01")], []),
        ([("2025-01-01", "2025-01-01"), ("2025-01-01", "")], []),
        ([("2025-01-01", "2025-02-01"), ("2025-01-31", "")], ["E442"]),
        ([("2025-01-01", ""), ("2025-01-01", "")], ["E442"]),
        ([("2025-01-01", "2025-03-01"), ("2025-02-01", "2025-02-15")], ["E442"]),
    ],
)
def test_an_item_is_checked_again_only_once_it_was_revoked(
    problems_with: ProblemsWith, dates: list[tuple[str, str]], codes: list[str]
) -> None:
    lines = [
        f"      - {{item: second/tidy/road, on: {on}, evidence: 表"
        + (f", revoked: {{on: {revoked}, reason: 坏了}}" if revoked else "")
        + "}\n"
        for on, revoked in dates
    ]
    assert _codes(problems_with, CLASS, "    checks:\n" + "".join(lines)) == codes


def test_an_unknown_standard_is_not_misplaced_as_well(problems_with: ProblemsWith) -> None:
    village = "    checks:\n      - {item: second/neat/road, on: 2025-06-30, evidence: 表}\n"
    assert _codes(problems_with, CLASS, village) == ["E440"]


def test_a_broken_check_does_not_hide_the_others(problems_with: ProblemsWith) -> None:
    village = (
        "    checks:\n"
        "      - {item: second/tidy/road, evidence: 表}\n"
        "      - {item: second/tidy/lamp, on: 2025-06-30, evidence: 表}\n"
    )
    assert sorted(_codes(problems_with, CLASS, village)) == ["E201", "E440"]


def test_an_unknown_source_of_a_check_is_told(problems_with: ProblemsWith) -> None:
    village = (
        "    checks:\n"
        "      - {item: second/tidy/road, on: 2025-06-30, evidence: 表, source: {document: plam}}\n"
    )
    assert _codes(problems_with, CLASS, village) == ["E304"]


@pytest.mark.parametrize(("disclosure", "codes"), [("public", ["E602"]), ("internal", ["W612"])])
def test_public_evidence_holds_no_personal_number(
    problems_with: ProblemsWith, disclosure: str, codes: list[str]
) -> None:
    village = (
        "    checks:\n"
        "      - item: second/tidy/road\n"
        "        on: 2025-06-30\n"
        "        evidence: 联系13800138000\n"
        f"        disclosure: {disclosure}\n"
    )
    assert _codes(problems_with, CLASS, village) == codes


@pytest.mark.parametrize(("disclosure", "codes"), [("public", ["E504"]), ("internal", [])])
def test_a_public_assessment_has_a_public_source(
    problems_with: ProblemsWith, minimal_project: Path, disclosure: str, codes: list[str]
) -> None:
    village = (
        "    assessments:\n"
        "      - {ladder: second/it, tier: a, on: 2025-06-30, by: 办, "
        f"source: {{document: notice, at: 附表}}, disclosure: {disclosure}}}\n"
    )
    notice = "notice: {title: 内部通知, issuer: 示例办公室, disclosure: internal}\n"
    sources = (minimal_project / "data/sources.yml").read_text(encoding="utf-8")
    changes = {
        "data/sources.yml": sources + notice,
        PROGRAMME: second_programme(INDICATORS + CLASS),
        TOWNSHIP: third_township(""),
        VILLAGES: f"villages:\n  ridge:\n    name: 岭上村\n{village}",
    }
    assert [code for code, _, _ in problems_with(changes)] == codes


def test_every_level_has_a_word() -> None:
    assert set(LEVEL_TEXT) == set(Level)


@pytest.mark.parametrize(
    ("standard", "ladder", "share", "codes"),
    [
        ("", "", "", []),
        ("", ", disclosure: internal", "", ["E438"]),
        (", disclosure: internal", "", "", ["E438"]),
        ("", ", disclosure: internal", ", disclosure: public", []),
    ],
)
def test_a_share_of_an_internal_ladder_says_whether_it_is_public(
    problems_with: ProblemsWith, standard: str, ladder: str, share: str, codes: list[str]
) -> None:
    indicators = INDICATORS + (
        '  tidied: {name: 整洁村占比, measure: "%", kind: ratio, '
        f"computed: {{population: {{ladder: it, tier: tidy}}}}{share}}}\n"
    )
    standards = f"standards:\n  tidy: {{name: 整洁标准, items: {{road: {{name: 一路}}}}{standard}}}\n"
    tiers = "tiers: [{id: tidy, name: 整洁村, standard: tidy}]"
    ladders = _ladder(f"{{name: 整洁等次, by: checklist, {tiers}{ladder}}}")
    changes = {PROGRAMME: second_programme(indicators + standards + ladders), TOWNSHIP: third_township("")}
    assert [code for code, _, _ in problems_with(changes)] == codes
