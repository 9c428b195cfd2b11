"""The whole site: every page once, every link to a page that is there, every list in its order."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from generators.composing.divisions.pages import DivisionView
from generators.composing.documents.bulletins import BulletinView
from generators.composing.documents.documents import newest_first
from generators.composing.figures.sources import SourceView
from generators.composing.kit import urls
from generators.composing.kit.page import Page
from generators.composing.kit.reserved import RESERVED_NAMES
from generators.composing.kit.table import DataTable, Table
from generators.composing.programmes.pages import ProgrammeView
from generators.composing.site.compose import Composition, compose
from generators.composing.site.home import HomeView
from generators.composing.site.quality import SECTION as QUALITY
from generators.composing.site.quality import QualityView
from generators.disclosing import Publication
from tests.reading_sites.shown_tables import column, hrefs, texts


@pytest.fixture(scope="module")
def composition(publication: Publication) -> Composition:
    """Return the fictional county's public site before rendering."""
    return compose(publication)


def _page(composition: Composition, address: str) -> Page:
    (page,) = (page for page in composition.pages if page.address == address)
    return page


def test_views_and_the_rows_of_open_data_wait_until_they_are_drawn(publication: Publication) -> None:
    with pytest.MonkeyPatch.context() as patch:
        for name in ("grouped_view", "_row"):
            patch.delattr(Table, name)
        for name in ("found", "rows"):
            patch.delattr(DataTable, name)
        composition = compose(publication)
        drawn = _page(composition, urls.division("fengping"))
        with pytest.raises(AttributeError):
            _ = drawn.view
        with pytest.raises(AttributeError):
            _ = next(each for each in composition.downloads if each.path.endswith(".csv")).content


def test_no_two_pages_have_one_address(composition: Composition) -> None:
    assert max(Counter(page.address for page in composition.pages).values()) == 1


def test_addresses_are_ascii_and_end_in_a_slash(composition: Composition) -> None:
    assert all(page.address.isascii() and page.address.endswith("/") for page in composition.pages)


def test_hand_written_pages_are_kept_off_the_addresses_of_all_sections(composition: Composition) -> None:
    generated = {
        urls.path_of(page.address).partition("/")[0] or "index"
        for page in composition.pages
        if not page.document
    }
    assert generated - {"bulletins", "cases"} <= RESERVED_NAMES
    assert RESERVED_NAMES.isdisjoint({"bulletins", "cases", "about"})


def test_every_page_says_what_it_is(composition: Composition) -> None:
    assert [page.address for page in composition.pages if not (page.title and page.description)] == []


def test_crumbs_lead_home_and_to_pages_that_are_there(composition: Composition) -> None:
    addresses = {page.address for page in composition.pages}
    for page in composition.pages:
        assert {link.href for link in page.crumbs} <= addresses
        assert page.address == urls.HOME or page.crumbs[0].href == urls.HOME


def test_invented_places_are_marked_as_such(composition: Composition) -> None:
    kinds = {"division", "programme", "board", "case", "bulletin"}
    assert all(page.is_fictional for page in composition.pages if page.kind in kinds)


def test_empty_lines_of_the_footer_are_left_out(composition: Composition) -> None:
    assert composition.facts.footer == (
        ("主办单位", "枫屏县示例办公室"),
        ("网站标识码", "0000000000"),
        ("联系方式", "示例地址"),
    )


def test_home_shows_where_things_stand(composition: Composition) -> None:
    view = _page(composition, urls.HOME).view
    assert isinstance(view, HomeView)
    assert [(each.label, each.figure.text) for each in view.headlines] == [
        ("整治完成的村", "4个"),
        ("投入资金", "43.5余万元"),
    ]
    late = [text.split("\n")[0] for text in column(view.late, "status")]
    assert late == sorted(late, key=["逾期未完成", "严重滞后", "滞后"].index)
    assert view.unreported == 2
    assert [item.numbers for item in view.bulletins] == ["第2期（总第2期）", "第1期（总第1期）"]


def test_what_is_furthest_behind_comes_first(composition: Composition, publication: Publication) -> None:
    view = _page(composition, urls.HOME).view
    assert isinstance(view, HomeView)
    gaps = {
        (each.division, publication.indicators[each.indicator].name): each.gap
        for each in publication.progress
    }
    shown = [
        gaps[href.removeprefix(urls.DIVISIONS).removesuffix("/"), row["indicator"][0]]
        for href, row in zip(hrefs(view.late, "division"), texts(view.late), strict=True)
        if row["status"][0] == "严重滞后"
    ]
    assert shown == sorted(shown, key=lambda gap: gap or 0)


def test_a_programme_shows_each_figure_once(composition: Composition) -> None:
    view = _page(composition, urls.programme("tidy-villages")).view
    assert isinstance(view, ProgrammeView)
    rows = [row for group in view.groups for row in group.table.rows]
    shown = [
        (text, href)
        for group in view.groups
        for text, href in zip(column(group.table, "name"), hrefs(group.table, "source"), strict=True)
    ]
    assert max(Counter(shown).values()) == 1
    indicators = [row.anchor for row in rows if row.anchor]
    computed = [row.anchor for row in view.computed.rows if row.anchor]
    assert max(Counter(indicators + computed).values()) == 1
    assert computed == ["i-strong-villages", "i-joined-share"]


def test_a_programme_shows_that_its_figures_add_up(composition: Composition) -> None:
    view = _page(composition, urls.programme("tidy-villages")).view
    assert isinstance(view, ProgrammeView)
    assert [(each.equation, each.division.label) for each in view.identities] == [
        ("1199.52 + 0.48 = 1200", "枫屏县"),
        ("1199.52 + 0.48 = 1200", "柳湾镇"),
    ]


def test_a_division_is_reached_from_above_and_leads_below(composition: Composition) -> None:
    page = _page(composition, urls.division("fengping/liuwan"))
    assert isinstance(page.view, DivisionView)
    assert page.view.whole_name == "枫屏县柳湾镇"
    assert [node.link.label for node in page.view.children] == ["东湾村", "西湾村", "南湾村"]
    assert page.view.children_title == "村（社区）"
    assert [item.title for item in page.view.cases] == ["一村一图"]


def test_a_county_page_names_its_townships_and_the_village_beside_them(composition: Composition) -> None:
    view = _page(composition, urls.division("fengping")).view
    assert isinstance(view, DivisionView)
    assert "山顶村" in {node.link.label for node in view.children}
    assert view.children_title == "乡镇（街道）"


def test_bulletins_lead_to_the_issues_before_and_after(composition: Composition) -> None:
    first = _page(composition, urls.bulletin("tidy-notes/2025/1")).view
    second = _page(composition, urls.bulletin("tidy-notes/2025/2")).view
    assert isinstance(first, BulletinView)
    assert isinstance(second, BulletinView)
    assert (first.earlier.href, first.later.href) == ("", urls.bulletin("tidy-notes/2025/2"))
    assert (second.earlier.href, second.later.href) == (urls.bulletin("tidy-notes/2025/1"), "")
    assert first.reviewed == "枫屏县示例办公室，2025年4月10日"


def test_bulletins_without_a_date_come_last(publication: Publication) -> None:
    dated = publication.bulletins[0]
    undated = replace(dated, id="x", front=dated.front.model_copy(update={"date": None}))
    later = replace(dated, id="y", front=dated.front.model_copy(update={"date": date(2026, 1, 1)}))
    assert [each.id for each in newest_first([undated, dated, later])] == ["y", dated.id, "x"]


def test_the_quality_page_hides_nothing(composition: Composition) -> None:
    view = _page(composition, QUALITY.address).view
    assert isinstance(view, QualityView)
    missing = {
        (*row["division"], *row["head"]): (*row["status"], *row["reason"]) for row in texts(view.missing)
    }
    assert missing["望溪街道", "网上办理比例"] == ("无法计算", "分子为640，缺少分母")
    assert missing["南湾村", "已立公示牌"] == ("未报送", "没有可用的报送")
    (difference,) = texts(view.discrepancies)
    assert [difference[name] for name in ("declared", "rolled_up", "coverage")] == [
        ("4个",),
        ("3个",),
        ("3/4",),
    ]
    (correction,) = texts(view.corrections)
    assert [correction[name] for name in ("old", "new", "on")] == [
        ("21万元",),
        ("20.5万元",),
        ("2025年5月20日",),
    ]
    overdue = {row["division"]: row["periods"] for row in texts(view.overdue)}
    assert overdue["柳湾镇",] == ("2025年1月、2025年2月、2025年4月",)


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://example.invalid/a", "https://example.invalid/a"),
        ("http://example.invalid/a", "http://example.invalid/a"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("//example.invalid", ""),
        (None, ""),
    ],
)
def test_readers_are_sent_to_web_addresses_only(
    publication: Publication, address: str | None, shown: str
) -> None:
    plan = publication.sources["plan"].model_copy(update={"url": address})
    changed = compose(replace(publication, sources={**publication.sources, "plan": plan}))
    view = _page(changed, urls.source("plan")).view
    assert isinstance(view, SourceView)
    assert view.url == shown
