from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from generators.disclosing import Audience
from generators.rendering import RenderedSite
from tests.build.project import copy_minimal, write_files
from tests.build.ranking_files import add_rankings
from tests.running import site_of

REMARKS: Final = "data/townships/yunxi/east-bridge/remarks.yml"
PUBLIC: Final = """slow:
  indicator: clear-stream/patrols
  period: 2024-Q3
  text: 三季度有两条溪封闭施工。
  by: 东桥镇示例办
  on: 2024-10-20
  reviewed: {by: 云溪县示例办公室, on: 2024-10-22}
  disclosure: public
"""
RANK: Final = """rank:
  scheme: clear-stream/quarterly
  period: 2024-Q3
  text: 迟报是因为停电。
  by: 东桥镇示例办
  on: 2024-10-20
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a ranked county one of whose townships has a public remark and a draft."""
    project = copy_minimal(tmp_path_factory.mktemp("remarks") / "project")
    add_rankings(project)
    write_files(project, {REMARKS: PUBLIC + RANK})
    return project


def _pages(site: RenderedSite) -> dict[str, str]:
    return {page.path: page.markdown for page in site.pages}


def test_a_public_remark_stands_on_the_page_of_its_township_and_among_all(project: Path) -> None:
    pages = _pages(site_of(project, Audience.PUBLIC))
    for path in ("divisions/yunxi/east-bridge.md", "remarks/index.md"):
        assert "三季度有两条溪封闭施工。" in pages[path]
        assert "云溪县示例办公室审核，2024年10月22日" in pages[path]
    assert not any("迟报是因为停电" in text for text in pages.values())


def test_a_draft_stands_beside_the_rank_on_the_internal_site_alone(project: Path) -> None:
    pages = _pages(site_of(project, Audience.INTERNAL))
    ranking = pages["rankings/clear-stream/quarterly/2024-Q3.md"]
    assert "迟报是因为停电。" in ranking
    assert "草稿，未审核" in ranking
    assert "迟报是因为停电。" not in pages["rankings/clear-stream/quarterly/2024-Q2.md"]


def test_the_open_data_have_what_each_audience_sees(project: Path) -> None:
    for audience, count in ((Audience.PUBLIC, 1), (Audience.INTERNAL, 2)):
        site = site_of(project, audience)
        table = next(each for each in site.downloads if each.path == "open-data/remarks.csv")
        assert table.content.decode().count("2024-Q3") == count


def test_without_remarks_there_is_no_page(tmp_path: Path) -> None:
    pages = _pages(site_of(copy_minimal(tmp_path / "project"), Audience.INTERNAL))
    assert not [path for path in pages if path.startswith(("remarks", "closed"))]
