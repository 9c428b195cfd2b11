from __future__ import annotations

from pathlib import Path

import pytest

from tests.build.documents import ABOUT, free_page
from tests.running import CodesWith, ProblemsWith, problems_of


@pytest.mark.parametrize(
    "link",
    [
        "[案例](cases/patrol-rota.md)",
        "[案例](./cases/../cases/patrol-rota.md)",
        '[案例](cases/patrol-rota.md "题注")',
        "[案例](<cases/patrol-rota.md>)",
        "[案例][一]\n\n[一]: cases/patrol-rota.md",
        "![图](files/map%20one.png)",
        '<img src="files/map one.png" alt="">',
        "[站外](https://example.org/nowhere.md)",
        "[信箱](mailto:office@example.gov.cn)",
        "[上文](#top)\n\n## 上文 {: #top }",
        "[下文](about.md#here)\n\n## 下文 {: #here }",
    ],
)
def test_a_link_that_leads_somewhere(problems_with: ProblemsWith, link: str) -> None:
    found = problems_with({ABOUT: free_page(link), "content/files/map one.png": "x"})
    assert [code for code, _, _ in found if code != "W311"] == []


@pytest.mark.parametrize(
    "link",
    [
        "[案例](cases/nowhere.md)",
        "[案例](/cases/patrol-rota.md)",
        "[数据](../data/site.yml)",
        "![图](files/none.png)",
        '<a href="cases/nowhere.md">案例</a>',
    ],
)
def test_a_link_that_leads_nowhere(codes_with: CodesWith, link: str) -> None:
    assert codes_with({ABOUT: free_page(link)}) == ["E307"]


def test_a_link_is_relative_to_its_page(problems_with: ProblemsWith) -> None:
    nested = free_page("[下](below.md)、[上](../about.md)、[案例](../cases/patrol-rota.md)")
    plain = free_page("好。")
    pages = {"content/notes/first.md": nested, "content/notes/below.md": plain, ABOUT: plain}
    assert problems_with(pages) == []


def test_an_attachment_in_use_is_no_orphan(problems_with: ProblemsWith) -> None:
    files = {ABOUT: free_page("[表](files/a.csv)"), "content/files/a.csv": "x", "content/files/b.csv": "x"}
    assert [(code, place) for code, place, _ in problems_with(files)] == [("W311", "content/files/b.csv:1:1")]


def test_an_internal_document_needs_no_review(problems_with: ProblemsWith, case_text: str) -> None:
    unreviewed = case_text.replace("reviewed:", "date: 2024-01-01 #")
    path = "content/cases/stream-signs.md"
    assert [code for code, _, _ in problems_with({path: unreviewed})] == ["E503"]
    assert problems_with({path: unreviewed.replace("public", "internal")}) == []


@pytest.mark.parametrize(
    "name",
    [
        "index.md",
        "methods.md",
        "methods/more.md",
        "Methods.md",
        "divisions/yunxi.md",
        "open-data/values.csv",
        "cases.md",
        "Bulletins.md",
        "bulletins/feed.xml",
        "assets/javascripts/board.txt",
        "search/index.js",
        "robots.txt",
        "sitemap.xml",
    ],
)
def test_nothing_takes_the_address_of_a_page_made_from_data(problems_with: ProblemsWith, name: str) -> None:
    body = free_page("正文") if name.endswith(".md") else "x"
    found = [(code, place) for code, place, _ in problems_with({f"content/{name}": body}) if code == "E310"]
    assert found == [("E310", f"content/{name}:1:1")]


def test_no_case_takes_the_address_of_the_list_of_cases(minimal_project: Path) -> None:
    rota = minimal_project / "content/cases/patrol-rota.md"
    rota.rename(rota.with_name("index.md"))
    assert ("E310", "content/cases/index.md:1:1") in {
        (each.code, str(each.place)) for each in problems_of(minimal_project)
    }


@pytest.mark.parametrize("name", ["methodology.md", "notes/methods.md", "notes/index.md"])
def test_other_names_are_free(problems_with: ProblemsWith, name: str) -> None:
    assert "E310" not in {code for code, _, _ in problems_with({f"content/{name}": free_page("正文")})}
