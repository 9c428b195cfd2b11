"""A bulletin as it is issued: what its Word document is written from."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generators.disclosing import Audience
from generators.pipeline import examine
from generators.rendering.paper import FICTIONAL, INTERNAL, Paper
from tests.build.project import ROOT, SHILI, SHILI_DAY


@pytest.fixture(scope="module")
def papers() -> dict[str, Paper]:
    site = examine(SHILI, SHILI_DAY).site(Audience.INTERNAL)
    made = (page.make_paper() for page in site.pages if page.make_paper is not None)
    return {Path(paper.document).stem: paper for paper in made if "/2026/" in paper.document}


def test_the_marks_say_what_the_theme_says() -> None:
    theme = "".join(
        (ROOT / "theme" / name).read_text(encoding="utf-8")
        for name in ("main.html", "partials/page-head.html")
    )
    said = re.findall(r'<p class="tb-(?:internal|fictional)">{{ _\("(.+)"\) }}</p>', theme)
    texts = {re.sub(r"<[^<>]*>", "", each) for each in said}
    assert texts == {INTERNAL, FICTIONAL}


def test_a_paper_has_its_figures_and_its_validity(papers: dict[str, Paper]) -> None:
    third, replaced = papers["4"], papers["s1"]
    assert third.marks == (INTERNAL, FICTIONAL)
    assert (third.series, third.numbers) == ("示例县工作通报（虚构）", "第4期（总第5期）")
    assert '<span class="tb-figure__number">127</span>' in third.body
    assert third.notice == ""
    assert "已被替代</strong>　请看替代它的" in replaced.notice
    assert replaced.imprint.copies == "共印40份"


def test_only_bulletins_have_papers() -> None:
    site = examine(SHILI, SHILI_DAY).site(Audience.PUBLIC)
    assert {page.meta["kind"] for page in site.pages if page.make_paper} == {"bulletin"}
    assert all(bool(page.docx) == (page.make_paper is not None) for page in site.pages)
