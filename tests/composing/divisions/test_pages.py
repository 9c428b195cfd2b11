"""The pages of divisions, as templates print them."""

from __future__ import annotations

from pathlib import Path

from generators.disclosing import Audience
from tests.build.project import add_to, copy_minimal
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
