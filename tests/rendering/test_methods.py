"""The methods page explains what its site shows, with the thresholds in force, and nothing else."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from generators.composing.site.compose import compose
from generators.disclosing import Audience, Publication
from generators.model.site import Thresholds
from generators.pipeline import Examined, examine
from generators.reading.prose import parsed_prose
from generators.rendering import render
from tests.build.project import SHILI, SHILI_DAY
from tests.build.publications import disclosed_project


@pytest.fixture(scope="module")
def publication() -> Publication:
    """Return the whole of the example county, which compares its townships in every way."""
    county = examine(SHILI, SHILI_DAY)
    return disclosed_project(county, Audience.INTERNAL)


def _methods(publication: Publication) -> str:
    (text,) = (
        page.markdown
        for page in render(compose(publication), parsed_prose).pages
        if page.path == "methods/index.md"
    )
    return text


def _sections(text: str) -> list[str]:
    return re.findall(r"^## (\S+)", text, re.MULTILINE)


def test_a_site_without_comparisons_explains_progress_only(county: Examined) -> None:
    bare = disclosed_project(county, Audience.PUBLIC)
    assert _sections(_methods(bare)) == [
        "数据日期",
        "数值",
        "完成率",
        "序时进度",
        "按目前进度预计",
        "同类地方的平均",
        "状态",
        "分布",
        "变化",
    ]


def test_what_a_site_shows_is_explained(publication: Publication) -> None:
    shown = {
        "分布": publication.progress,
        "得分与名次": publication.rankings,
        "等次": publication.ladder_results,
        "问题台账": publication.ledgers,
        "承诺": publication.commitment_books,
        "督查": publication.inspection_records,
        "奖惩": publication.consequence_results,
        "同比、环比与本年累计": publication.comparisons,
        "变化": publication.changes,
        "结账": publication.closings,
    }
    assert _sections(_methods(publication))[7:] == [section for section, found in shown.items() if found]
    assert sum(map(bool, shown.values())) >= len(shown) - 1, (
        "the example county should show almost everything"
    )


def test_the_thresholds_in_force_are_printed(publication: Publication) -> None:
    thresholds = Thresholds(
        behind_tolerance=Decimal("12.5"),
        report_grace_days=9,
        notable_change=Decimal("0.07"),
        large_change=Decimal("0.33"),
    )
    text = _methods(replace(publication, site=publication.site.detached(thresholds=thresholds)))
    assert "12.5个百分点" in text
    assert "期末后9天内" in text
    assert "到33%说“大幅”" in text
    assert "到7%说“明显”" in text
