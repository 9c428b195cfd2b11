"""Standards and tiers from the editors' files to the pages and files of both sites."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Final

import pytest

from generators.disclosing import Audience
from generators.publishing.navigation import navigation_of
from tests.build.divisions import THIRD_VILLAGES
from tests.build.programmes import SECOND_PROGRAMME
from tests.build.project import INTERNAL_SOURCE, SOURCES, add_to, write_files
from tests.build.tiers import RATED_FILES, RATED_VILLAGES, STARS_PROGRAMME
from tests.reading_sites.marks import marks_in, printed, texts_of
from tests.reading_sites.rendered_site import downloads_of, pages_of
from tests.running import site_of

_WITHHELD_WORK: Final = """  zzhidden04:
    name: zzsecret05
    definition: zzsecret06
    by: checklist
    standard: zzsecret07
    tiers: [{id: zzsecret08, name: zzsecret09, at-least: 1, definition: zzsecret10}]
    source: {document: zzsecret01, at: zzhidden11}
    disclosure: internal
"""
_WITHHELD_STANDARD: Final = """standards:
  zzsecret07:
    name: zzsecret12
    definition: zzhidden13
    items:
      zzhidden14: {name: zzsecret15, definition: zzsecret16}
    source: {document: zzsecret01, at: zzhidden17}
    disclosure: internal
"""

_WITHHELD_VILLAGES: Final = """  valley:
    name: 谷中村
    checks:
      - item: second/zzsecret07/zzhidden14
        on: 2025-03-01
        evidence: zzsecret18
      - item: second/tidy/road
        on: 2025-03-01
        evidence: zzsecret19
        source: {document: zzsecret01, at: zzhidden20}
        disclosure: internal
      - item: second/tidy/light
        on: 2025-03-01
        evidence: zzhidden21
        revoked: {on: 2025-04-01, reason: zzsecret22}
        disclosure: internal
    assessments:
      - ladder: second/class
        tier: weak
        on: 2025-03-01
        by: zzsecret23
        source: {document: zzsecret01, at: zzsecret24}
        disclosure: internal
"""


@pytest.fixture
def project(minimal_project: Path) -> Path:
    """Return the minimal project with one more township whose villages stand on ladders."""
    write_files(minimal_project, RATED_FILES)
    return minimal_project


@pytest.fixture
def planted_project(project: Path) -> Path:
    """Return the project with internal standards, ladders, checks and assessments, every field marked."""
    add_to(project, SOURCES, INTERNAL_SOURCE)
    work = STARS_PROGRAMME.replace("standards:\n", _WITHHELD_STANDARD) + _WITHHELD_WORK
    write_files(project, {SECOND_PROGRAMME: work, THIRD_VILLAGES: RATED_VILLAGES + _WITHHELD_VILLAGES})
    return project


def test_no_marked_text_is_in_the_public_pages_and_files(planted_project: Path) -> None:
    assert marks_in(texts_of(site_of(planted_project, Audience.PUBLIC))) == frozenset()


def test_the_internal_pages_and_files_say_all_that_is_printed(planted_project: Path) -> None:
    written = (path.read_text(encoding="utf-8") for path in (planted_project / "data").rglob("*.yml"))
    assert printed(marks_in(written)) <= marks_in(texts_of(site_of(planted_project, Audience.INTERNAL)))


def test_the_public_counts_only_what_it_is_shown(planted_project: Path) -> None:
    pages = pages_of(site_of(planted_project, Audience.PUBLIC))
    ladder = pages["tiers/second/stars.md"]
    assert "另有1个的依据没有公开，不计入" in ladder
    assert "谷中村" not in ladder
    assert "一村一清单" not in pages["divisions/yunxi/third-hill/valley.md"]


def test_pages_files_and_menu_come_with_ladders(minimal_project: Path) -> None:
    def shown() -> tuple[bool, bool, bool]:
        site = site_of(minimal_project, Audience.PUBLIC)
        return (
            any(page.path.startswith("tiers/") for page in site.pages),
            {"等次": "tiers/index.md"} in navigation_of(site),
            any(download.path == "open-data/tiers.csv" for download in site.downloads),
        )

    assert shown() == (False, False, False)
    write_files(minimal_project, {SECOND_PROGRAMME: STARS_PROGRAMME})
    assert shown() == (True, True, True)


def test_ladder_township_village_and_open_data_tell_the_same(project: Path) -> None:
    site = site_of(project, Audience.PUBLIC)
    pages = pages_of(site)
    for path in (
        "tiers/second/stars.md",
        "divisions/yunxi/third-hill.md",
        "divisions/yunxi/third-hill/ridge.md",
    ):
        assert '<span class="tb-tier__marks" aria-hidden="true">★★</span>二星村' in pages[path], path
    village = pages["divisions/yunxi/third-hill/ridge.md"]
    assert "2025年5月1日起" in village
    assert "验收表第1号" in village
    assert "已是最高等次" in village
    tables = downloads_of(site)
    rows = json.loads(tables["open-data/tiers.json"])["rows"]
    (row,) = (each for each in rows if each["division"].endswith("/ridge") and each["ladder"] == "stars")
    assert (row["tier"], row["since"], row["items"]) == ("two", "2025-05-01", "tidy=2/2")
    assert row["fictional"] is True
    listed = list(csv.DictReader(io.StringIO(tables["open-data/tiers.csv"])))
    assert [each["why"] for each in listed] == [each["why"] for each in rows]
    (value,) = (
        each
        for each in json.loads(tables["open-data/tiers.json"])["rows"]
        if each["division"] == "yunxi/west-ford/ferry" and each["ladder"] == "stars"
    )
    assert (value["state"], value["tier"]) == ("unrated", "")


def test_a_merged_village_leads_to_its_successor_and_is_in_no_list(project: Path) -> None:
    site = site_of(project, Audience.PUBLIC)
    pages = pages_of(site)
    gone = pages["divisions/yunxi/third-hill/gate.md"]
    assert re.search(r'已于2025年2月1日并入<a href="[^"]*ridge/">岭上村</a>', gone)
    assert re.search(
        r'<a href="[^"]*gate/">关口村</a>于2025年2月1日并入这里', pages["divisions/yunxi/third-hill/ridge.md"]
    )
    assert "关口村" not in pages["tiers/second/class.md"]
    tables = downloads_of(site)
    assert "关口村" not in tables["open-data/tiers.csv"]


def test_stacked_bars_are_described_and_have_a_table_beside_them(project: Path) -> None:
    page = pages_of(site_of(project, Audience.PUBLIC))["tiers/second/class.md"]
    bars = re.findall(r'<span class="tb-tier-bar" role="img" aria-label="([^"]+)">', page)
    assert bars[0] == "2025年6月30日共4个：强1个，薄弱0个，未评定3个"
    assert len(bars) == 1 + page.count('<td class="tb-tier-cell">')
    assert "tb-status" not in page


def test_text_of_a_check_is_never_markup(project: Path) -> None:
    nasty = "<script>alert(1)</script> & *星号* {{ 花括号 }} | 竖线"
    text = RATED_VILLAGES.replace("验收表第2号", f"'{nasty}'")
    write_files(project, {THIRD_VILLAGES: text})
    pages = pages_of(site_of(project, Audience.PUBLIC))
    page = pages["divisions/yunxi/third-hill/ridge.md"]
    assert "<script>" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; *星号* {{ 花括号 }} | 竖线" in page


def test_the_page_of_a_ladder_stays_light(project: Path) -> None:
    townships = 40
    for number in range(townships):
        villages = "".join(
            f"  v{each}:\n    name: 第{number}镇第{each}村\n"
            f"    checks: [{{item: second/tidy/road, on: 2025-05-{each + 1:02}, evidence: 验收表}}]\n"
            for each in range(8)
        )
        folder = f"data/townships/yunxi/town-{number}"
        write_files(
            project,
            {
                f"{folder}/township.yml": f"name: 第{number}镇\nkind: town\n",
                f"{folder}/villages.yml": f"villages:\n{villages}",
            },
        )
    pages = {page.path: page.source for page in site_of(project, Audience.PUBLIC).pages}
    page = pages["tiers/second/stars.md"]
    assert "名单列在各乡镇的页面上" in page
    # What grows with the townships is one row each; 200 townships have at most five times as many.
    assert len(page.encode()) * 200 / townships < 1_000_000
    assert "第7镇第5村" in pages["divisions/yunxi/town-7.md"]
