"""The English edition beside the Chinese one: whole, marked, and of no influence on its sister."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generators.disclosing import Audience
from generators.languages import in_language
from generators.model.language import Language
from generators.pipeline import examine
from generators.releasing.links import dead_links
from tests.build.project import FIXTURES_DAY, add_to, copy_county, copy_minimal, files_below, write_files
from tests.running import build, try_to_build

HAN = re.compile("[\u4e00-\u9fff]+")
TO_SISTER = re.compile(
    rb'\n *(?:<link rel="alternate " hreflang[^>]*>|<a class="md-header__button tb-edition"[^>]*>[^<]*</a>)'
)

KEPT = {"总第", "年第", "编者按", "份", "共印", "印发", "中文"}
"""Words of numbers, heads and tails of papers, which are Chinese, and the name of the language."""

NAME = re.compile(r"\bname: ?[“\"]?([^\n,}”\"]+)")

NOT_READ = "script, style, template"
"""Elements that nobody reads; what scripts say is in a list of its own."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the fictional county with the public site built in both languages; not to be changed."""
    project = copy_county(tmp_path_factory.mktemp("languages") / "project")
    add_to(project, "data/site.yml", "languages: [zh-CN, en]\n")
    build(project, "--audience", "public")
    return project


@pytest.fixture(scope="module")
def english(project: Path) -> Path:
    """Return the folder of the public English edition."""
    return project / "site" / "public" / "en"


def _texts(page: Path) -> list[LexborNode]:
    """Return the text nodes of a page that somebody reads, and that have Chinese."""
    tree = LexborHTMLParser(page.read_text(encoding="utf-8"))
    tree.strip_tags([each.strip() for each in NOT_READ.split(",")])
    root = tree.root
    assert root is not None
    return [
        each for each in root.traverse(include_text=True) if each.tag == "-text" and HAN.search(each.text())
    ]


def _is_marked(node: LexborNode) -> bool:
    parent = node.parent
    while parent is not None and "lang" not in (parent.attributes or {}):
        parent = parent.parent
    return parent is not None and parent.attributes["lang"] == "zh-CN"


def test_every_page_has_a_sister(project: Path, english: Path) -> None:
    chinese = {
        path.removeprefix("public/") for path in files_below(project / "site") if path.startswith("public/")
    }
    pages = {path for path in files_below(english) if path.endswith(".html")}
    assert pages == {path for path in chinese if path.endswith(".html") and not path.startswith("en/")}
    for path in pages - {"404.html"}:
        tree = LexborHTMLParser((english / path).read_text(encoding="utf-8"))
        link = tree.css_first("a.tb-edition")
        if link is None:
            assert path.startswith("embed/"), path
            continue
        target = ((english / path).parent / (link.attributes["href"] or "")).resolve()
        assert target == (english.parent / path).parent.resolve(), path
        assert tree.css_first('head link[hreflang="zh-CN"]') is not None


def test_the_chinese_edition_only_gains_the_link_to_its_sister(project: Path, county_project: Path) -> None:
    alone, beside = (files_below(each / "site" / "public") for each in (county_project, project))
    beside = {path: content for path, content in beside.items() if not path.startswith("en/")}
    assert beside.keys() == alone.keys()
    differing = {path for path in alone if alone[path] != beside[path]}
    assert differing
    assert {path.rpartition(".")[2] for path in differing} == {"html"}
    assert [path for path in differing if TO_SISTER.sub(b"", beside[path]) != alone[path]] == []


def test_all_chinese_on_english_pages_is_marked(english: Path) -> None:
    bare = {
        page.relative_to(english).as_posix(): [node.text() for node in _texts(page) if not _is_marked(node)]
        for page in english.rglob("*.html")
    }
    assert {page: texts for page, texts in bare.items() if texts} == {}
    for page in english.rglob("*.html"):
        assert '<html lang="en"' in page.read_text(encoding="utf-8"), page


def _without(names: list[str], run: str) -> str:
    """Return what is left of a run of Chinese without the names in it, which pages put side by side."""
    for name in names:
        run = run.replace(name, "")
    return run


def test_all_chinese_on_english_pages_was_written_by_the_offices(project: Path, english: Path) -> None:
    written = "".join(
        path.read_text(encoding="utf-8")
        for folder in ("data", "content")
        for path in (project / folder).rglob("*")
        if path.suffix in {".yml", ".md"}
    )
    names = sorted(map(str.strip, NAME.findall(written)), key=len, reverse=True)
    written = re.sub(r"\s", "", written)
    found = {
        run: page.relative_to(english).as_posix()
        for page in english.rglob("*.html")
        for node in _texts(page)
        for run in HAN.findall(node.text())
        if _without(names, run) not in written and run not in KEPT
    }
    assert found == {}


def test_internal_values_do_not_reach_the_public_english_edition(english: Path) -> None:
    assert [path for path, content in files_below(english).items() if b"ZZINTERNAL" in content] == []


def test_the_english_search_finds_its_own_pages(english: Path) -> None:
    index = (english / "search" / "index.js").read_text(encoding="utf-8")
    assert '"Programme"' in index
    assert '"工作"' not in index
    texts = "".join(each.read_text(encoding="utf-8") for each in (english / "search/texts").iterdir())
    assert "Targets and progress" in texts
    assert "目标与进度" not in texts


def test_building_again_after_an_edit_equals_building_anew(tmp_path: Path) -> None:
    project, site, clean = tmp_path / "project", tmp_path / "site", tmp_path / "clean"
    copy_minimal(project)
    add_to(project, "data/site.yml", "languages: [zh-CN, en]\n")
    only = ("--audience", "public")
    assert try_to_build(project, *only, "--site-dir", site).exit_code == 0
    name = "data/site.yml"
    text = (project / name).read_text(encoding="utf-8")
    write_files(project, {name: text.replace("云溪县示例办公室", "云溪县另一办公室")})
    assert try_to_build(project, *only, "--site-dir", site).exit_code == 0
    assert try_to_build(project, *only, "--site-dir", clean, "--clean").exit_code == 0
    assert files_below(site) == files_below(clean)


@pytest.mark.parametrize(("address", "root"), [("", ""), ("https://www.example.cn/x/y/", "/x/y")])
def test_every_link_and_address_of_two_editions_is_right(tmp_path: Path, address: str, root: str) -> None:
    project, site = copy_minimal(tmp_path / "project"), tmp_path / "site"
    add_to(project, "data/site.yml", "languages: [zh-CN, en]\n")
    if address:
        theme = "theme: {name: material}\nplugins: [search, tongbao]\n"
        text = f"site_name: 站\nsite_url: {address}\ndocs_dir: content\n{theme}"
        write_files(project, {"mkdocs.yml": text})
    build(project, "--audience", "public", "--site-dir", site)
    assert list(dead_links(site)) == []
    not_found = LexborHTMLParser((site / "en" / "404.html").read_text(encoding="utf-8"))
    link = not_found.css_first("a.tb-edition")
    assert link is not None
    assert link.attributes["href"] == f"{root}/en/../"
    home = LexborHTMLParser((site / "en" / "index.html").read_text(encoding="utf-8"))
    canonical = home.css_first('link[rel="canonical"]')
    assert (canonical.attributes["href"] if canonical else "") == (f"{address}en/" if address else "")


def test_an_english_edition_alone_is_at_the_root_and_has_no_sister(tmp_path: Path) -> None:
    project = copy_county(tmp_path / "project")
    add_to(project, "data/site.yml", "languages: [en]\n")
    examined = examine(project, FIXTURES_DAY)
    with in_language(examined.languages[0]):
        site = examined.site(Audience.PUBLIC)
        (home,) = (page for page in site.pages if page.path == "index.md")
        assert "## Targets by status" in home.markdown
    assert (site.facts.language, site.facts.others) == (Language.ENGLISH, ())
    assert site.facts.address == "https://fengping.example/jindu/"


def test_names_of_editions_are_kept_from_editors(tmp_path: Path) -> None:
    project = copy_county(tmp_path / "project")
    add_to(project, "data/site.yml", "languages: [zh-CN, en]\n")
    write_files(project, {"content/en.md": "---\ntitle: 英文\n---\n\n正文。\n"})
    assert [each.code for each in examine(project, FIXTURES_DAY).problems] == ["E310"]
