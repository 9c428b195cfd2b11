"""Building a site: all of it, or none; the Markdown tree for another engine."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from generators.disclosing import Audience
from generators.pipeline import Examined
from generators.publishing.build import write_markdown
from tests.build.project import COUNTY_SMALL, copy_county, files_below, replace_in
from tests.reading_sites.built_site import BuiltSite
from tests.running import build, try_to_build

HOOK = (
    "import logging\n\n\ndef on_pre_build(config):\n    logging.getLogger('mkdocs.hooks').warning('小心')\n"
)


@pytest.fixture
def project(county_project: Path, tmp_path: Path) -> Path:
    """Return a copy of the fictional county that has been built once."""
    return Path(shutil.copytree(county_project, tmp_path / "project"))


def _warn(project: Path) -> str:
    (project / "hook.py").write_text(HOOK, encoding="utf-8")
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write("\nhooks: [hook.py]\n")
    return "小心"


def _break_a_template(project: Path) -> str:
    with (project / "theme" / "partials" / "footer.html").open("a", encoding="utf-8") as footer:
        footer.write("{% nonsense %}")
    return "theme/partials/footer.html:[0-9]+:1  E121 .*\\n.*“nonsense”"


def _break_only_404(project: Path) -> str:
    with (project / "theme" / "404.html").open("a", encoding="utf-8") as template:
        template.write("{% nonsense %}")
    return "theme/404.html:[0-9]+:1  E121 .*\\n.*“nonsense”"


def _break_the_data(project: Path) -> str:
    replace_in(project / "data/townships/fengping/villages.yml", "山顶村", "[")
    return "E104"


def _leave_out_the_plugin(project: Path) -> str:
    config = project / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("  - tongbao\n", ""), encoding="utf-8")
    return "plugins 中没有 tongbao"


@pytest.mark.parametrize(
    ("spoil", "arguments"),
    [
        (_warn, ("--audience", "public")),
        (_break_a_template, ()),
        (_break_only_404, ("--audience", "internal")),
        (_break_the_data, ()),
        (_leave_out_the_plugin, ()),
    ],
)
def test_whatever_goes_wrong_the_old_site_stays_as_it_was(
    project: Path, spoil: Callable[[Path], str], arguments: tuple[str, ...]
) -> None:
    before = files_below(project / "site")
    said = spoil(project)
    result = try_to_build(project, *arguments)
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit)
    assert re.search(said, result.stderr), result.stderr
    assert "原有网站没有改动" in result.stderr
    assert files_below(project / "site") == before
    assert sorted(path.name for path in (project / "site").iterdir()) == ["internal", "public"]


def test_a_rebuild_leaves_no_page_of_what_is_gone(project: Path) -> None:
    assert (project / "site/public/about/index.html").is_file()
    (project / "content/about.md").unlink()
    replace_in(project / "content/cases/village-map.md", "，另见[关于本站](../about.md)", "")
    build(project, "--audience", "public")
    assert not (project / "site/public/about").exists()


def test_a_build_changes_nothing_but_the_site_and_its_store(tmp_path: Path) -> None:
    project = copy_county(tmp_path / "project")
    before = files_below(project)
    build(project)
    after = files_below(project)
    assert {
        name: content for name, content in after.items() if not name.startswith(("site/", ".cache/"))
    } == before


def test_every_page_has_one_title_and_one_heading(county_site: BuiltSite) -> None:
    assert {len(page.css("head > title")) for page in county_site.pages.values()} == {1}
    assert {len(page.css("h1")) for page in county_site.pages.values()} == {1}


def test_no_date_of_the_build_itself_is_on_a_page(county_site: BuiltSite) -> None:
    """Only the day of the data, and the days of bulletins and cases."""
    sitemap = (county_site.folder / "sitemap.xml").read_text(encoding="utf-8")
    days = re.findall(r"<loc>[^<]*?/jindu/(\w*)[^<]*</loc>\s*<lastmod>(.*?)</lastmod>", sitemap)
    assert {day for section, day in days if section not in {"bulletins", "cases"}} == {"2025-06-30"}
    assert all("2025-01-01" < day <= "2025-06-30" for _, day in days)


def test_content_is_not_copied_as_it_lies_there(county_site: BuiltSite) -> None:
    assert [name for name in county_site.files if name.endswith((".md", ".yml"))] == []
    attachment = "cases/village-map.svg"
    assert (county_site.folder / attachment).read_bytes() == (
        COUNTY_SMALL / "content" / attachment
    ).read_bytes()


# The Markdown tree.


def test_the_markdown_tree_holds_every_page_download_and_attachment(county: Examined, tmp_path: Path) -> None:
    site = county.site(Audience.INTERNAL)
    write_markdown(COUNTY_SMALL, site, tmp_path)
    expected = {page.path for page in site.pages} | {download.path for download in site.downloads}
    assert set(files_below(tmp_path)) == expected | set(site.attachments) | {"navigation.json"}


def test_front_matter_is_yaml_that_any_engine_reads(county: Examined, tmp_path: Path) -> None:
    write_markdown(COUNTY_SMALL, county.site(Audience.PUBLIC), tmp_path)
    for path in tmp_path.rglob("*.md"):
        front = yaml.safe_load(path.read_text(encoding="utf-8").split("---\n")[1])
        assert front["title"], path
        assert front["kind"], path


def test_the_menu_of_the_tree_leads_to_its_sections(county: Examined, tmp_path: Path) -> None:
    write_markdown(COUNTY_SMALL, county.site(Audience.PUBLIC), tmp_path)
    menu = json.loads((tmp_path / "navigation.json").read_text(encoding="utf-8"))
    assert [label for entry in menu for label in entry] == [
        *("首页", "工作", "看板", "变化", "区划", "通报", "案例", "数据", "关于"),
    ]
    leads = [path for entry in menu for path in entry.values()]
    flat = [path for path in leads if isinstance(path, str)]
    flat += [path for group in leads if isinstance(group, list) for each in group for path in each.values()]
    assert len(flat) > len(menu)
    assert all((tmp_path / path).is_file() for path in flat)
