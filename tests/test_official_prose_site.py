"""Prose as editors of official documents type and paste it, on the page, on paper, in search and feed."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from generators.disclosing import Audience
from generators.pipeline import examine
from generators.publishing.pdf.pdfs import write_pdfs
from tests.build.project import FIXTURES_DAY, add_theme, write_files
from tests.reading_sites.built_site import BuiltSite
from tests.reading_sites.bulletin_layout import as_written
from tests.reading_sites.measured_pdf import sheets_of
from tests.reading_sites.search_files import searched_pages
from tests.running import build, problems_of

FILE: Final = "content/bulletins/stream-notes/2024/2.md"
PAGE: Final = "bulletins/stream-notes/2024/2/index.html"
ADDRESS: Final = "https://example.invalid/" + "b" * 150
BULLETIN: Final = f"""\
---
series: stream-notes
title: “清溪”行动二季度情况
issuer: 云溪县示例办公室
number: 2
total: 2
date: 2024-07-10
summary: >
  各乡镇
  ⺠工已动工，
  进展顺利。
programmes: [clear-stream]
source: plan
disclosure: public
reviewed: {{by: 云溪县示例办公室, on: 2024-07-10}}
published: 2024-07-11
---

## 一、主要做法

各镇做法如下：
- 东桥乡先清
主沟。
  - 再清支沟。
3. 加强巡查。
（一）⼤沟每周一次。

网址 {ADDRESS} 。

## 二、下一步

　　继续巡查，
按月通报。

                云溪县示例办公室

    2024年7月10日
"""
ABOUT: Final = "---\ntitle: 说明\n---\n\n见[做法](bulletins/stream-notes/2024/2.md#{anchor})。\n"


@pytest.fixture
def project(minimal_project: Path) -> Path:
    write_files(minimal_project, {FILE: BULLETIN, "content/about.md": ABOUT.format(anchor="一主要做法")})
    site = (minimal_project / "data/site.yml").read_text(encoding="utf-8")
    addressed = site.replace("  internal:\n", "    address: https://yunxi.example/\n  internal:\n", 1)
    write_files(minimal_project, {"data/site.yml": addressed})
    return minimal_project


def test_page_search_description_and_feed_say_what_was_typed(project: Path, tmp_path: Path) -> None:
    add_theme(project)
    build(project, "--site-dir", tmp_path / "site", "--audience", "public")
    site = BuiltSite(tmp_path / "site", "/")
    (article,) = site.pages[PAGE].css("article")
    paragraphs = [node.text().strip() for node in article.css("p")]
    for written in (
        "3. 加强巡查。",
        "（一）大沟每周一次。",
        f"网址 {ADDRESS} 。",
        "继续巡查，按月通报。",
    ):
        assert written in paragraphs
    items = [node.text(deep=False).strip() for node in article.css("li")]
    assert list(filter(None, items)) == ["东桥乡先清主沟。", "再清支沟。"]
    (signature,) = article.css("p.tb-signature")
    assert signature.html == '<p class="tb-signature">云溪县示例办公室<br>2024年7月10日</p>'
    assert article.css("pre, article > ol, li > ol") == []
    assert {"一主要做法", "二下一步"} <= site.anchors[PAGE]
    assert site.meta(PAGE)["description"].strip() == "各乡镇民工已动工，进展顺利。"
    page = searched_pages(tmp_path / "site")["bulletins/stream-notes/2024/2/"]
    found = {anchor: text for anchor, _, text in page.sections}
    assert "3. 加强巡查。" in found["#一主要做法"]
    assert "云溪县示例办公室 2024年7月10日" in found["#二下一步"]
    assert "大沟每周一次" in found["#一主要做法"]
    feeds = [path.read_text(encoding="utf-8") for path in (tmp_path / "site").rglob("*.xml")]
    assert any("各乡镇民工已动工，进展顺利。" in feed for feed in feeds)


@pytest.mark.parametrize(
    ("anchor", "codes"), [("一主要做法", []), ("_2", ["W532"]), ("清溪行动二季度情况", [])]
)
def test_a_link_to_a_heading_is_checked_against_the_page(
    project: Path, anchor: str, codes: list[str]
) -> None:
    write_files(project, {"content/about.md": ABOUT.format(anchor=anchor)})
    assert [each.code for each in problems_of(project)] == codes


def test_everything_printed_is_on_the_sheet(project: Path, tmp_path: Path) -> None:
    add_theme(project)
    write_pdfs(project, examine(project, FIXTURES_DAY).site(Audience.PUBLIC), tmp_path)
    sheets = sheets_of((tmp_path / "bulletins/stream-notes/2024/2.pdf").read_bytes())
    text = as_written("".join(sheet.text for sheet in sheets))
    for written in (ADDRESS, "3.加强巡查。", "继续巡查，按月通报。"):
        assert written in text
    lines = [line for sheet in sheets for line in sheet.body]
    at = next(at for at, line in enumerate(lines) if line.text.endswith("按月通报。"))
    office, day = lines[at + 1 : at + 3]
    assert [as_written(each.text) for each in (office, day)] == ["云溪县示例办公室", "2024年7月10日"]
    assert min(office.left, day.left) > sheets[0].width / 2
    edge = max(line.right for sheet in sheets for line in sheet.body)
    assert edge <= max(sheet.width for sheet in sheets)
    (before,) = [line for sheet in sheets for line in sheet.body if line.text.startswith("网址")]
    assert "      " not in before.text
