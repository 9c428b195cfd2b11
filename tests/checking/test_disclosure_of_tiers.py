from __future__ import annotations

from pathlib import Path

import pytest

from tests.build.divisions import THIRD_TOWNSHIP, THIRD_VILLAGES, third_township
from tests.build.programmes import SECOND_PROGRAMME, second_programme
from tests.build.tiers import ASSESSED_LADDER, SECOND_INDICATORS, ladder_files, ladder_text
from tests.running import CodesWith, ProblemsWith


@pytest.mark.parametrize(("disclosure", "codes"), [("public", ["E602"]), ("internal", ["W612"])])
def test_public_evidence_holds_no_personal_number(
    codes_with: CodesWith, disclosure: str, codes: list[str]
) -> None:
    village = (
        "    checks:\n"
        "      - item: second/tidy/road\n"
        "        on: 2025-06-30\n"
        "        evidence: 联系13800138000\n"
        f"        disclosure: {disclosure}\n"
    )
    assert codes_with(ladder_files(ASSESSED_LADDER, village)) == codes


@pytest.mark.parametrize(("disclosure", "codes"), [("public", ["E504"]), ("internal", [])])
def test_a_public_assessment_has_a_public_source(
    codes_with: CodesWith, minimal_project: Path, disclosure: str, codes: list[str]
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
        SECOND_PROGRAMME: second_programme(SECOND_INDICATORS + ASSESSED_LADDER),
        THIRD_TOWNSHIP: third_township(""),
        THIRD_VILLAGES: f"villages:\n  ridge:\n    name: 岭上村\n{village}",
    }
    assert codes_with(changes) == codes


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
    codes_with: CodesWith, standard: str, ladder: str, share: str, codes: list[str]
) -> None:
    indicators = SECOND_INDICATORS + (
        '  tidied: {name: 整洁村占比, measure: "%", kind: ratio, '
        f"computed: {{population: {{ladder: it, tier: tidy}}}}{share}}}\n"
    )
    standards = f"standards:\n  tidy: {{name: 整洁标准, items: {{road: {{name: 一路}}}}{standard}}}\n"
    tiers = "tiers: [{id: tidy, name: 整洁村, standard: tidy}]"
    ladders = ladder_text(f"{{name: 整洁等次, by: checklist, {tiers}{ladder}}}")
    changes = {
        SECOND_PROGRAMME: second_programme(indicators + standards + ladders),
        THIRD_TOWNSHIP: third_township(""),
    }
    assert codes_with(changes) == codes


@pytest.mark.parametrize("programme", ["public", "internal"])
def test_nor_is_a_ladder_of_an_internal_programme_public(problems_with: ProblemsWith, programme: str) -> None:
    computed = "{population: {ladder: it, tier: a}}"
    share = f'  first: {{name: 一类占比, measure: "%", kind: ratio, computed: {computed}}}\n'
    text = second_programme(f"disclosure: {programme}\n{SECOND_INDICATORS}{share}{ASSESSED_LADDER}")
    codes = [
        code for code, _, _ in problems_with({SECOND_PROGRAMME: text, THIRD_TOWNSHIP: third_township("")})
    ]
    assert codes == ([] if programme == "public" else ["E438"])


@pytest.mark.parametrize("standard", ["public", "internal"])
def test_a_public_consequence_goes_by_a_ladder_whose_standard_is_public(
    problems_with: ProblemsWith, standard: str
) -> None:
    tidy = f"{{name: 整洁标准, items: {{road: {{name: 一路}}}}, disclosure: {standard}}}"
    ladder = ladder_text("{name: 整洁等次, by: checklist, tiers: [{id: tidy, name: 整洁村, standard: tidy}]}")
    praise = (
        "consequences:\n  praise:\n    {name: 通报表扬, kind: reward, level: village, disclosure: public,\n"
        "     when: {tier: {ladder: it, at-least: tidy}}}\n"
    )
    text = second_programme(f"{SECOND_INDICATORS}standards:\n  tidy: {tidy}\n{ladder}{praise}")
    found = [(code, detail) for code, _, detail in problems_with({SECOND_PROGRAMME: text})]
    expected = ("E504", "公开的奖惩“通报表扬”依据内部的等次序列“it”")
    assert found == ([] if standard == "public" else [expected])
