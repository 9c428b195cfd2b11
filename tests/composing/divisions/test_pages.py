"""The pages of divisions, as templates print them."""

from __future__ import annotations

from pathlib import Path

from generators.disclosing import Audience
from tests.build.project import add_to, copy_minimal, replace_in
from tests.running import site_of


def test_lists_say_which_divisions_are_no_more(tmp_path: Path) -> None:
    project = copy_minimal(tmp_path / "project")
    add_to(
        project,
        "data/townships/yunxi/west-ford/township.yml",
        "history: [{on: 2024-05-01, event: merged, into: [east-bridge]}]\n",
    )
    pages = {page.path: page.markdown for page in site_of(project, Audience.PUBLIC).pages}
    assert "，已撤并" in pages["divisions/index.md"]
    assert pages["divisions/yunxi.md"].count("已撤并") == 1


def test_the_last_value_of_a_level_is_marked_where_it_is_stale(tmp_path: Path) -> None:
    project = copy_minimal(tmp_path / "project")
    replace_in(
        project / "data/programmes/clear-stream.yml",
        "pass-rate: {name: 水质达标率,",
        "pass-rate: {name: 水质达标率, stale_after_days: 90,",
    )
    add_to(
        project,
        "data/townships/yunxi/east-bridge/township.yml",
        "  - period: 2024-Q3\n    on: 2024-10-02\n    source: {document: quarterly-return, at: 第1行}\n"
        "    values: {clear-stream/pass-rate: {numerator: 10, denominator: 12}}\n",
    )
    page = next(
        each.markdown
        for each in site_of(project, Audience.PUBLIC).pages
        if each.path == "divisions/yunxi/east-bridge.md"
    )
    assert page.count("陈旧") == 1
    before, after = page.split("陈旧")
    assert "2024年第1季度" in before
    assert "2024年第3季度" in after
